"""The one way out: a Release, and the consents that allow it.

Paper, bundles and exports take a Release and never a Case. `release` is the only maker of one;
it refuses with a reason when nobody agreed (facts.md 9.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Change, Unanswered
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

CLIENT = "client"
"""The recipient who needs no consent: the person the case is about."""

OFFICE = "office"
"""The worker's own office, which gets whole cases in sealed bundles."""

ASSISTANCE_SYSTEM = "assistance_system"
"""The national Assistance system, which gets a proposal."""


class Purpose(StrEnum):
    """What a release is for."""

    PAPER = "paper"
    BUNDLE = "bundle"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to: whom, for what, until when, how it was said."""

    record: str
    recipient: str
    given_on: date
    until: date | None
    how: str
    language: str

    def holds(self, today: date) -> bool:
        """Whether it allows anything on this day."""
        return self.until is None or today <= self.until


@dataclass(frozen=True, slots=True)
class Withheld:
    """Something that a release leaves out, and why."""

    record: str
    why: str


@dataclass(frozen=True, slots=True)
class Release:
    """What leaves, to whom, for what and on which consent. Only `release` makes one."""

    case_id: str
    recipient: str
    purpose: Purpose
    consent: Consent | None
    content: Mapping[str, Mapping[str, Answer]]
    changes: tuple[Change, ...]
    withheld: tuple[Withheld, ...]
    day: date

    def value(self, record: str, field: str) -> Answer:
        """A released value; what is not in the release is not asked."""
        return self.content.get(record, {}).get(field, Unanswered.NOT_ASKED)

    def records(self, kind: str) -> tuple[str, ...]:
        """The released records of a kind."""
        return tuple(record for record in self.content if record.startswith(f"{kind}/"))


class ConsentMissingError(AppError):
    """Nobody agreed that this leaves."""


def consents(case: Case) -> tuple[Consent, ...]:
    """The consents that were given and not withdrawn.

    A consent whose state is in conflict between two desks does not hold: the safer value acts
    until a person has decided (vault-and-sync.md 5).
    """
    found = (_read(case, record) for record in case.records("consent"))
    return tuple(consent for consent in found if consent is not None)


def release(case: Case, recipient: str, purpose: Purpose, today: date) -> Release:
    """What may leave the case for a recipient on this day.

    Raises ConsentMissingError with the way on when the person has not agreed to it.
    """
    consent = None if recipient == CLIENT else _consent_for(case, recipient, today)
    kept, withheld = _sort_out(case, recipient, purpose)
    changes = tuple(change for change in case.changes if change.record in kept)
    return Release(case.id, recipient, purpose, consent, kept, changes, withheld, today)


def _consent_for(case: Case, recipient: str, today: date) -> Consent:
    for consent in consents(case):
        if consent.recipient == recipient and consent.holds(today):
            return consent
    raise ConsentMissingError(
        _("There is no consent on record for this."),
        _("Ask the person, write down the answer under Consent, and try again."),
    )


_PRIVATE_KINDS = ("print", "told")
"""Registers of what was printed and told: for the desks, never for paper."""


def _sort_out(
    case: Case, recipient: str, purpose: Purpose
) -> tuple[dict[str, dict[str, Answer]], tuple[Withheld, ...]]:
    kept: dict[str, dict[str, Answer]] = {}
    withheld: list[Withheld] = []
    for record in dict.fromkeys(change.record for change in case.changes):
        if case.value(record, "removed") is True and purpose is not Purpose.BUNDLE:
            continue
        why = _why_withheld(answers.around(case, record), recipient, purpose)
        if why:
            withheld.append(Withheld(record, why))
        else:
            kept[record] = case.fields(record)
    return kept, tuple(withheld)


def _why_withheld(record: str, recipient: str, purpose: Purpose) -> str:
    kind = record.partition("/")[0]
    if purpose is Purpose.BUNDLE:
        return ""
    if kind in _PRIVATE_KINDS:
        return _("Registers stay on the desks.")
    if kind == "note":
        return _("Notes are not for paper unless you add them.")
    if recipient == ASSISTANCE_SYSTEM and kind not in (CASE, INTAKE):
        return _("Not part of a proposal.")
    return ""


def _read(case: Case, record: str) -> Consent | None:
    states = {head.value for head in case.heads(record, "state") if isinstance(head.value, str)}
    if states != {"given"}:
        return None
    given = _day(case.value(record, "given_on"))
    if given is None:
        return None
    return Consent(
        record=record,
        recipient=case.text(record, "recipient"),
        given_on=given,
        until=_day(case.value(record, "until")),
        how=case.text(record, "how"),
        language=case.text(record, "language"),
    )


def _day(value: Answer) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
