"""How a person stands with the Assistance system, as the case tells it over time.

The status itself is one answer of the intake, in which it is also asked and from which the
plan follows (facts.md 3.1). The days of it stand in the record of the proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.life import Field

PROPOSAL = "proposal"
"""The record of the proposal and of what was decided on it."""


class Status(StrEnum):
    """What the intake calls it (the list `customers` of the pack's intake form)."""

    NOT_PROPOSED = "not_proposed"
    PROPOSED = "proposed"
    ADMITTED = "admitted"
    REFUSED = "refused"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Admission:
    """The status, None while nobody knows or two desks differ, and the days that belong to it."""

    status: Status | None
    sent_on: date | None
    decided_on: date | None
    left_on: date | None
    appeal_until: date | None

    @property
    def since(self) -> date | None:
        """The day of the status itself."""
        if self.status is Status.PROPOSED:
            return self.sent_on
        if self.status is Status.LEFT:
            return self.left_on
        decided = self.status in (Status.ADMITTED, Status.REFUSED)
        return self.decided_on if decided else None


def admission(case: Case, path: str) -> Admission:
    """How the person stands; `path` is the question of the intake that asks it."""
    said = {head.value for head in case.heads(INTAKE, path) if isinstance(head.value, str)}
    agreed = said.pop() if len(said) == 1 else ""
    return Admission(
        status=Status(agreed) if agreed in set(Status) else None,
        sent_on=_day(case, "sent_on"),
        decided_on=_day(case, "decided_on"),
        left_on=_day(case, "left_on"),
        appeal_until=_day(case, "appeal_until"),
    )


def become(
    path: str, status: Status, on: date | None, appeal_until: date | None = None
) -> Sequence[Field]:
    """What to write when the status becomes another on a day; None is a day nobody knows.

    The last day to appeal is taken from the decision as written, and only a refusal has one.
    """
    fields: list[Field] = [(INTAKE, path, status.value)]
    day = on.isoformat() if on else ""
    if status is Status.PROPOSED:
        fields.append((PROPOSAL, "sent_on", day))
    elif status is Status.LEFT:
        fields.append((PROPOSAL, "left_on", day))
    elif status in (Status.ADMITTED, Status.REFUSED):
        until = appeal_until if status is Status.REFUSED else None
        fields.append((PROPOSAL, "decision", status.value))
        fields.append((PROPOSAL, "decided_on", day))
        fields.append((PROPOSAL, "appeal_until", until.isoformat() if until else ""))
    return tuple(fields)


def _day(case: Case, field: str) -> date | None:
    try:
        return date.fromisoformat(case.text(PROPOSAL, field))
    except ValueError:
        return None
