"""The life of a case: open, closed with a reason, and taken up again.

A case is closed while a day of closing stands in it. Nothing is erased by closing, how far the
case was stays on record, and whoever closed and reopened it stays in its history.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Answer

Field: TypeAlias = "tuple[str, str, Answer]"
"""A record, a field of it, and the value to write there."""

CLOSED_ON = "closed_on"
"""The field of the case that holds the day of closing; "" once it is taken up again."""


class Standing(StrEnum):
    """Whether somebody works on a case."""

    OPEN = "open"
    CLOSED = "closed"


class Reason(StrEnum):
    """Why a case was closed. None is better than another."""

    HELP_IN_PLACE = "help_in_place"
    REFUSED_ALL = "refused_all"
    HANDED_OVER = "handed_over"
    NO_CONTACT = "no_contact"
    MOVED = "moved"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Closing:
    """That a case is closed: on which day, why (None if another program wrote why), a note."""

    on: date
    reason: Reason | None
    note: str


def standing(case: Case) -> Standing:
    """Open, unless every desk that wrote of it says closed: work is not lost to a conflict."""
    days = [_day(head.value) for head in case.heads(CASE, CLOSED_ON)]
    return Standing.CLOSED if days and all(days) else Standing.OPEN


def is_closed(case: Case) -> bool:
    """Whether the case is closed."""
    return standing(case) is Standing.CLOSED


def closing(case: Case) -> Closing | None:
    """How the case was closed; None while it is open."""
    on = _day(case.value(CASE, CLOSED_ON))
    if on is None or not is_closed(case):
        return None
    reason = case.text(CASE, "closed_reason")
    known = Reason(reason) if reason in set(Reason) else None
    return Closing(on, known, case.text(CASE, "closed_note"))


def close(reason: Reason, note: str, today: date) -> Sequence[Field]:
    """What to write to close a case on a day; without a note none is written."""
    said = [(CASE, "closed_note", note.strip())] if note.strip() else []
    return (
        (CASE, CLOSED_ON, today.isoformat()),
        (CASE, "closed_reason", reason.value),
        *said,
    )


def reopen(case: Case) -> Sequence[Field]:
    """What to write to take a case up again; why it was closed stays in its history."""
    note = [(CASE, "closed_note", "")] if case.text(CASE, "closed_note") else []
    return ((CASE, CLOSED_ON, ""), *note)


def _day(value: Answer) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
