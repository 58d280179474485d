"""What a person said when asked whether somebody may be told: yes, no, or yes no longer.

Each answer is a record `consent/<id>`, one for each recipient; what was said before stays in its
changes. While two desks differ, the safer reading acts: no, less, and sooner (vault-and-sync 5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer

CONSENT = "consent"
"""The kind of record."""


class State(StrEnum):
    """What was said last."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NOT_ASKED = "not_asked"
    DIFFERS = "differs"
    """Two desks wrote different things; it does not hold until a person has decided."""


class Giver(StrEnum):
    """Who gave a consent (facts.md 1.2, D23)."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True, slots=True)
class Consent:
    """What was said: whom, what for, which topics, until when, how, and by whom.

    `topics` are ids of the pack; `until` None holds until it is taken back. `own_consent` is the
    young person's own yes, from 15 on, beside that of `by`.
    """

    record: str
    recipient: str
    state: State
    given_on: date | None
    until: date | None
    how: str
    language: str
    kind: str = ""
    purpose: str = ""
    topics: frozenset[str] = frozenset()
    by: str = Giver.CLIENT
    own_consent: bool = False
    withdrawn_on: date | None = None
    withdrawn_how: str = ""

    def holds(self, today: date) -> bool:
        """Whether it allows anything on this day."""
        given = self.state is State.GIVEN and self.given_on is not None
        return given and (self.until is None or today <= self.until)


def asked(case: Case) -> tuple[Consent, ...]:
    """Everything that was asked, whatever was said, in the order it was first asked."""
    return tuple(_read(case, record) for record in case.records(CONSENT))


def consents(case: Case) -> tuple[Consent, ...]:
    """The consents that were given and not withdrawn."""
    return tuple(
        one for one in asked(case) if one.state is State.GIVEN and one.given_on is not None
    )


def asked_about(case: Case, recipient: str) -> tuple[Consent, ...]:
    """What was said about a recipient, whatever the spaces and capitals of the name."""
    name = plain_name(recipient)
    return tuple(one for one in asked(case) if plain_name(one.recipient) == name)


def agreed_for(found: Consent, purpose: str) -> bool:
    """Whether a consent is about this purpose; one that names none is about any."""
    return not purpose or not found.purpose or plain_name(found.purpose) == plain_name(purpose)


def plain_name(recipient: str) -> str:
    """The name of a recipient as it is compared."""
    return " ".join(recipient.casefold().split())


def taken_back(record: str, today: date, how: str) -> tuple[tuple[str, str, Answer], ...]:
    """What is written when a consent is withdrawn (record, field, value): a word is enough."""
    return (
        (record, "state", State.WITHDRAWN.value),
        (record, "withdrawn_on", today.isoformat()),
        (record, "withdrawn_how", how),
    )


def _read(case: Case, record: str) -> Consent:
    return Consent(
        record=record,
        recipient=case.text(record, "recipient"),
        state=_state(case, record),
        given_on=_day(case.value(record, "given_on")),
        until=_soonest(case, record),
        how=case.text(record, "how"),
        language=case.text(record, "language"),
        kind=case.text(record, "kind"),
        purpose=case.text(record, "purpose"),
        topics=_topics(case, record),
        by=case.text(record, "by") or Giver.CLIENT,
        own_consent=case.value(record, "own_consent") is True,
        withdrawn_on=_day(case.value(record, "withdrawn_on")),
        withdrawn_how=case.text(record, "withdrawn_how"),
    )


def _state(case: Case, record: str) -> State:
    """What all heads say; a recipient on whom two desks differ is nobody yet."""
    said = {head.value for head in case.heads(record, "state") if isinstance(head.value, str)}
    named = {head.value for head in case.heads(record, "recipient") if isinstance(head.value, str)}
    if len(said) > 1 or len(named) > 1:
        return State.DIFFERS
    last = said.pop() if said else State.NOT_ASKED
    return State(last) if last in set(State) else State.NOT_ASKED


def _topics(case: Case, record: str) -> frozenset[str]:
    """What every desk says was agreed."""
    listed = [_names(head.value) for head in case.heads(record, "topics")]
    return frozenset.intersection(*listed) if listed else frozenset()


def _names(value: Answer) -> frozenset[str]:
    found: Iterable[object] = value if isinstance(value, list) else ()
    return frozenset(one for one in found if isinstance(one, str))


def _soonest(case: Case, record: str) -> date | None:
    days = [_day(head.value) for head in case.heads(record, "until")]
    return min((day for day in days if day is not None), default=None)


def _day(value: Answer) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
