"""The agenda of all open cases: appointments and tasks by their days, without opening a case.

Only the records themselves are read, and none that was ever only done or removed.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import APPOINTMENT, TASK, Appointment, Kept, Task
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection

T = TypeVar("T")

MOST = 200
"""Entries that one read returns at most."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """An appointment or a task, and whose."""

    case_id: str
    what: T


def appointments(connection: Connection, first: date, last: date) -> list[Entry[Appointment]]:
    """Appointments that were not cancelled, from the first day to the last, in order."""
    cases = _holding(connection, APPOINTMENT, "day", first, last)
    found = _entries(cases, agenda.appointment)
    kept = [
        one
        for one in found
        if one.what.day is not None
        and first <= one.what.day <= last
        and one.what.state is not Kept.CANCELLED
    ]
    kept.sort(key=lambda one: (one.what.day or date.max, one.what.time, one.case_id))
    return kept[:MOST]


def tasks(connection: Connection, last: date) -> list[Entry[Task]]:
    """Tasks that are not done and due until a day, what is due first at the top."""
    found = _entries(_holding(connection, TASK, "due", date.min, last), agenda.task)
    kept = [
        one
        for one in found
        if one.what.due is not None and one.what.due <= last and not one.what.done
    ]
    kept.sort(key=lambda one: (one.what.due or date.max, one.what.time or "99", one.case_id))
    return kept[:MOST]


def _holding(
    connection: Connection, kind: str, field: str, first: date, last: date
) -> dict[tuple[str, str], Case]:
    """Every record of a kind with a day between, as a case that holds nothing else."""
    found = connection.execute(
        "SELECT change.* FROM change JOIN dated ON change.case_id = dated.case_id"
        " AND change.record = dated.record WHERE dated.day BETWEEN :first AND :last"
        " AND dated.field = :field AND dated.record GLOB :kind || '/*'"
        " AND NOT EXISTS (SELECT 1 FROM case_row WHERE case_row.case_id = dated.case_id"
        "  AND case_row.stage = 'closed') AND NOT EXISTS"
        " (SELECT 1 FROM change AS over WHERE over.case_id = dated.case_id"
        "  AND over.record = dated.record AND over.field IN ('done', 'removed')"
        "  GROUP BY over.field HAVING min(over.value) = 'true')",
        {"first": first.isoformat(), "last": last.isoformat(), "field": field, "kind": kind},
    )
    by_record: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
    for row in found:
        change = case_store.change_from(row)
        by_record[change.case, change.record].append(change)
    return {place: Case(place[0], changes) for place, changes in by_record.items()}


def _entries(cases: dict[tuple[str, str], Case], read: Callable[[Case, str], T]) -> list[Entry[T]]:
    return [
        Entry(case_id, read(case, record))
        for (case_id, record), case in cases.items()
        if case.value(record, "removed") is not True
    ]
