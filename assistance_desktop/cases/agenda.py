"""Appointments and tasks of a case, as its records hold them.

A record without a day that can be read is still there, without one; one that was removed is not.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer

APPOINTMENT = "appointment"
TASK = "task"

USUAL_MINUTES = 30
"""How long an appointment takes when nobody said, or what was said cannot be."""

_LONGEST = 24 * 60
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Kept(StrEnum):
    """What became of an appointment."""

    OPEN = ""
    """It is to come, or nobody has said yet."""
    KEPT = "kept"
    MISSED = "missed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment. `time` is HH:MM or ""; `cover` the neutral title for a calendar."""

    record: str
    day: date | None
    time: str
    minutes: int
    what: str
    where: str
    who: str
    """The worker who goes along."""
    interpreter: str
    cover: str
    state: Kept


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do. `time` is HH:MM or "": a reminder; `service` the code of one or ""."""

    record: str
    what: str
    due: date | None
    time: str
    done: bool
    done_on: date | None
    service: str


def appointments(case: Case) -> tuple[Appointment, ...]:
    """Every appointment that was not removed, the first to come first, without a day last."""
    found = [appointment(case, record) for record in case.records(APPOINTMENT)]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.time)))


def tasks(case: Case) -> tuple[Task, ...]:
    """Every task that was not removed, what is due first, without a day last."""
    found = [task(case, record) for record in case.records(TASK)]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.time)))


def appointment(case: Case, record: str) -> Appointment:
    """The appointment that a record holds; every field is empty when nobody wrote one."""
    state = case.text(record, "state")
    return Appointment(
        record=record,
        day=_day(case, record, "day"),
        time=_time(case, record),
        minutes=_minutes(case.value(record, "minutes")),
        what=case.text(record, "what"),
        where=case.text(record, "where"),
        who=case.text(record, "who"),
        interpreter=case.text(record, "interpreter"),
        cover=case.text(record, "cover"),
        state=Kept(state) if state in set(Kept) else Kept.OPEN,
    )


def task(case: Case, record: str) -> Task:
    """The task that a record holds; every field is empty when nobody wrote one."""
    return Task(
        record=record,
        what=case.text(record, "what"),
        due=_day(case, record, "due"),
        time=_time(case, record),
        done=case.value(record, "done") is True,
        done_on=_day(case, record, "done_on"),
        service=case.text(record, "service"),
    )


def _minutes(value: Answer) -> int:
    return value if isinstance(value, int) and 0 < value <= _LONGEST else USUAL_MINUTES


def _time(case: Case, record: str) -> str:
    written = case.text(record, "time")
    return written if _TIME.fullmatch(written) else ""


def _day(case: Case, record: str, field: str) -> date | None:
    try:
        return date.fromisoformat(case.text(record, field))
    except ValueError:
        return None
