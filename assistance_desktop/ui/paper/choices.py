"""What was chosen for one print, and how it becomes a paper.

The paper is made of a Release for the client and of nothing else (facts.md 9.1). The choices are
never kept; the register holds that a print was made, not its text (facts.md 7).
"""

from dataclasses import dataclass, replace
from datetime import date

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.consent import CLIENT, Purpose, Release, release
from assistance_desktop.documents import press
from assistance_desktop.documents.order import STANDARD, Details, Kind, Order, Part
from assistance_desktop.ui.content import Content

_NO_DETAILS = Details()


@dataclass(frozen=True, slots=True)
class Choices:
    """One print as it was chosen; `check` is the worker's language when that is looked at too."""

    language: str
    beside: str | None = None
    discreet: bool = False
    parts: frozenset[Part] = STANDARD
    details: Details = _NO_DETAILS
    check: str | None = None

    @property
    def kind(self) -> Kind:
        """Which paper it is."""
        return Kind.DISCREET if self.discreet else Kind.SUMMARY

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the paper."""
        return (self.language,) if self.beside is None else (self.language, self.beside)


@dataclass(frozen=True, slots=True)
class Paper:
    """The client's paper, and the same in the worker's language when it was asked for."""

    pdf: bytes
    check: bytes = b""


def make(case: Case, choices: Choices, content: Content, today: date) -> Paper:
    """Make the paper of a case. Raises AppError when it cannot be made or would give away."""
    released = release(case, CLIENT, Purpose.PAPER, today)
    facts = content.facts(Case(released.case_id, released.changes), today)
    order = _order(choices, released)
    pdf = press.make(order, released, facts, content.pack)
    if choices.check is None:
        return Paper(pdf)
    in_check = replace(order, language=choices.check, beside=None)
    return Paper(pdf, press.make(in_check, released, facts, content.pack))


def _order(choices: Choices, released: Release) -> Order:
    """A discreet note gets only what is ticked for it, and no name (facts.md 7)."""
    details = choices.details
    if Part.APPOINTMENTS not in choices.parts:
        details = replace(details, appointments=())
    if Part.CONTACTS not in choices.parts:
        details = replace(details, phone="", worker_initials="")
    name = released.value(CASE, "pseudonym")
    if isinstance(name, str) and not choices.discreet:
        details = replace(details, client_name=name)
    return Order(
        choices.kind, choices.language, choices.beside, parts=choices.parts, details=details
    )
