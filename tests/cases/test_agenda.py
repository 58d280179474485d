from datetime import UTC, date, datetime

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import Kept
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change


def case_of(*fields):
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    return Case(
        "c",
        [
            Change(f"{n:03}", "c", record, field, value, (), "Pihlaja", "laptop-1", at)
            for n, (record, field, value) in enumerate(fields)
        ],
    )


def test_appointments_stand_in_the_order_of_their_days_and_times():
    case = case_of(
        ("appointment/late", "day", "2026-12-01"),
        ("appointment/none", "what", "Some day"),
        ("appointment/noon", "day", "2026-11-24"),
        ("appointment/noon", "time", "12:00"),
        ("appointment/early", "day", "2026-11-24"),
        ("appointment/early", "time", "08:30"),
    )
    names = [one.record.partition("/")[2] for one in agenda.appointments(case)]
    assert names == ["early", "noon", "late", "none"]


def test_what_was_removed_is_not_there():
    case = case_of(
        ("task/a", "what", "Call"), ("task/b", "what", "Write"), ("task/b", "removed", True)
    )
    assert [one.what for one in agenda.tasks(case)] == ["Call"]


def test_what_cannot_be_read_is_as_if_nobody_had_written_it():
    case = case_of(
        ("appointment/a", "day", "soon"),
        ("appointment/a", "state", "perhaps"),
        ("appointment/a", "minutes", 10**12),
        ("appointment/a", "time", "25:00"),
    )
    (found,) = agenda.appointments(case)
    assert (found.day, found.state, found.time) == (None, Kept.OPEN, "")
    assert found.minutes == agenda.USUAL_MINUTES


def test_a_task_tells_when_it_is_due_and_done():
    case = case_of(
        ("task/a", "due", "2026-11-24"),
        ("task/a", "time", "16:00"),
        ("task/a", "done", True),
        ("task/a", "done_on", "2026-11-23"),
    )
    (found,) = agenda.tasks(case)
    assert (found.due, found.time, found.done, found.done_on) == (
        date(2026, 11, 24),
        "16:00",
        True,
        date(2026, 11, 23),
    )
