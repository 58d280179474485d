"""The one way out: a Release, and the consents that allow it.

Paper, bundles, exports and calls take a Release and never a Case. `release` is the only maker of
one on a consent, `release_threat` the only one without: it holds a sentence and no file, and is
for a person to decide (facts.md 9.1). Both refuse with a reason.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from assistance_desktop.cases import answers
from assistance_desktop.cases.agreements import Consent, State, agreed_for, asked_about
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Change, Unanswered
from assistance_desktop.cases.lack import Lack, refusal, say
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

CLIENT = "client"
"""The recipient who needs no consent: the person the case is about."""

OFFICE = "office"
"""The worker's own office, which gets whole cases in sealed bundles."""

ASSISTANCE_SYSTEM = "assistance_system"
"""The national Assistance system, which gets a proposal."""

Places: TypeAlias = Collection[tuple[str, str]]
"""Where a case holds what a topic tells: records and fields."""

_NO_TOPICS: Mapping[str, Places] = {}


class Purpose(StrEnum):
    """What a release is for."""

    PAPER = "paper"
    BUNDLE = "bundle"
    PROPOSAL = "proposal"
    TELL = "tell"
    """Some topics, to a named recipient."""
    THREAT = "threat"
    """A serious threat to life, health or freedom: the threat and not the file (S39)."""
    CHILD = "child"
    """The protection of a child: a notice and not the file (D23)."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A record, or a topic, that a release leaves out, and why."""

    record: str
    why: str


@dataclass(frozen=True, slots=True)
class Release:
    """What leaves, to whom, for what and on which consent.

    Only this module makes one. `consent` is None for the client and for what the law allows
    without; `reason` is then a person's own words why.
    """

    case_id: str
    recipient: str
    purpose: Purpose
    consent: Consent | None
    content: Mapping[str, Mapping[str, Answer]]
    changes: tuple[Change, ...]
    withheld: tuple[Withheld, ...]
    day: date
    topics: frozenset[str] = frozenset()
    reason: str = ""

    def value(self, record: str, field: str) -> Answer:
        """A released value; what is not in the release is not asked."""
        return self.content.get(record, {}).get(field, Unanswered.NOT_ASKED)

    def records(self, kind: str) -> tuple[str, ...]:
        """The released records of a kind."""
        return tuple(record for record in self.content if record.startswith(f"{kind}/"))


def release(
    case: Case,
    recipient: str,
    purpose: Purpose,
    today: date,
    *,
    topics: Mapping[str, Places] = _NO_TOPICS,
    told: Collection[str] = (),
    what_for: str = "",
) -> Release:
    """What may leave the case for a recipient on this day.

    To tell somebody, or to propose by topics, `topics` says where each topic lies in the case
    and `told` which are wanted; `what_for` is the purpose in the words of the
    consent. Raises ConsentMissingError with the way on when the person has not agreed to it.
    """
    if purpose in (Purpose.THREAT, Purpose.CHILD):
        raise ValueError("what the law allows without consent is made by release_threat")
    own = recipient == CLIENT and purpose is Purpose.PAPER
    consent = None if own else standing(case, recipient, today, what_for)
    if purpose is Purpose.TELL or topics:
        return _release_topics(case, recipient, purpose, today, consent, topics, frozenset(told))
    kept, withheld = _sort_out(case, recipient, purpose)
    changes = tuple(change for change in case.changes if change.record in kept)
    return Release(case.id, recipient, purpose, consent, kept, changes, withheld, today)


def release_threat(
    case: Case, recipient: str, purpose: Purpose, today: date, *, said: str, reason: str
) -> Release:
    """One sentence to whom the law names: the threat, or why a child needs protection.

    `reason` is why the person who decides thinks that the law applies. Raises AppError when
    either is empty: a duty is never a habit (facts.md 9.1).
    """
    if purpose not in (Purpose.THREAT, Purpose.CHILD):
        raise ValueError("only a serious threat or a child's protection needs no consent")
    if not said.strip():
        raise AppError(_("What is told is missing."), _("Write one sentence: the danger only."))
    if not reason.strip():
        raise AppError(_("The reason is missing."), _("Write why the law applies. It is kept."))
    why = _("Only the danger is told, never the file.")
    withheld = tuple(
        Withheld(record, why) for record in dict.fromkeys(one.record for one in case.changes)
    )
    content = {"danger": {"said": said.strip()}}
    return Release(
        case.id, recipient, purpose, None, content, (), withheld, today, reason=reason.strip()
    )


def standing(case: Case, recipient: str, today: date, what_for: str = "") -> Consent:
    """The consent that lets a recipient hear anything on this day, the newest of them.

    With `what_for`, only one that was given for that purpose. Raises ConsentMissingError with the
    reason when there is none.
    """
    every = asked_about(case, recipient)
    found = tuple(one for one in every if agreed_for(one, what_for))
    if every and not found:
        raise say(Lack.NOT_FOR_THIS, every[-1])
    holding = [one for one in found if one.holds(today)]
    if any(one.state is State.DIFFERS for one in found) or not holding:
        raise refusal(found, today)
    return max(holding, key=lambda one: one.given_on or date.min)


def _release_topics(
    case: Case,
    recipient: str,
    purpose: Purpose,
    today: date,
    consent: Consent | None,
    topics: Mapping[str, Places],
    told: frozenset[str],
) -> Release:
    whole_form = purpose is Purpose.PROPOSAL and consent is not None and not consent.topics
    agreed = frozenset(topics) if consent is None or whole_form else consent.topics
    if not told or not told <= agreed & frozenset(topics):
        raise say(Lack.NOT_THIS, consent)
    places = {place for topic in told for place in topics[topic]}
    content: dict[str, dict[str, Answer]] = {}
    for record, field in sorted(places):
        if case.heads(record, field) and case.value(record, "removed") is not True:
            content.setdefault(record, {})[field] = case.value(record, field)
    changes = tuple(
        head
        for record, fields in content.items()
        for field in fields
        for head in case.heads(record, field)
    )
    withheld = _left_out(case, topics, told, agreed, content)
    return Release(case.id, recipient, purpose, consent, content, changes, withheld, today, told)


def _left_out(
    case: Case,
    topics: Mapping[str, Places],
    told: frozenset[str],
    agreed: frozenset[str],
    content: Mapping[str, object],
) -> tuple[Withheld, ...]:
    """The topics that stay, and the records that belong to none of those that are told."""
    not_agreed, not_needed = _("Not agreed."), _("Not needed for this purpose.")
    stay = [
        Withheld(topic, not_needed if topic in agreed else not_agreed)
        for topic in topics
        if topic not in told
    ]
    files = [
        Withheld(record, _("Not part of what is told."))
        for record in dict.fromkeys(change.record for change in case.changes)
        if record not in content
    ]
    return (*stay, *files)


_PRIVATE_KINDS = ("print", "told", "contact", "threat", "consent", "task")
"""Registers and what the desks keep for themselves: never for paper."""


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
    if kind == "document":
        return _("Files and their originals stay in the case.")
    if kind == "note":
        return _("Notes are not for paper unless you add them.")
    if recipient == ASSISTANCE_SYSTEM and kind not in (CASE, INTAKE):
        return _("Not part of a proposal.")
    return ""
