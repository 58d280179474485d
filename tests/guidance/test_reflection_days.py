from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.guidance.deadlines import (
    add_months,
    age,
    reflection_deadline,
    reflection_period,
    warning,
)
from assistance_desktop.guidance.fields import UNKNOWN, Grant


def period(*spans: tuple[str, str], interrupted: str | None = None):
    grants = tuple(
        Grant(date.fromisoformat(start), date.fromisoformat(end), UNKNOWN) for start, end in spans
    )
    return reflection_period(grants, date.fromisoformat(interrupted) if interrupted else None, 6)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-08-31", "2027-02-28"),
        ("2027-08-31", "2028-02-29"),
        ("2026-08-29", "2027-02-28"),
        ("2026-12-15", "2027-06-15"),
        ("2026-03-31", "2026-09-30"),
    ],
)
def test_six_months_end_on_the_same_day_number_or_the_last_of_the_month(start, end):
    assert add_months(date.fromisoformat(start), 6) == date.fromisoformat(end)


@given(st.dates(), st.integers(0, 300))
def test_months_never_lose_their_order(day, months):
    assert day <= add_months(day, months) <= add_months(day, months + 1)


def test_the_calendar_has_an_end():
    assert add_months(date(9999, 12, 1), 6) == date.max


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        ("2008-11-24", "2026-11-23", 17),
        ("2008-11-23", "2026-11-23", 18),
        ("2008-02-29", "2026-02-27", 17),
        ("2008-02-29", "2026-02-28", 18),
        ("2026-11-24", "2026-11-23", -1),
    ],
)
def test_age_in_full_years_on_the_day(born, on, years):
    assert age(date.fromisoformat(born), date.fromisoformat(on)) == years


def test_an_extension_moves_the_end_and_never_the_limit():
    whole = period(("2026-05-01", "2026-06-01"), ("2026-06-01", "2026-12-24"))
    assert (whole.end, whole.limit) == (date(2026, 12, 24), date(2026, 11, 1))
    assert whole.is_over_limit
    assert whole.last_day == date(2026, 11, 1)


def test_the_order_of_the_decisions_on_file_does_not_matter():
    spans = ("2026-05-01", "2026-06-01"), ("2026-06-01", "2026-08-01")
    assert period(*spans) == period(*reversed(spans))


def test_the_last_day_is_the_earliest_of_end_limit_and_interruption():
    span = ("2026-05-01", "2026-08-01")
    assert period(span).last_day == date(2026, 8, 1)
    assert period(span, interrupted="2026-06-10").last_day == date(2026, 6, 10)
    assert period(span, interrupted="2026-09-10").last_day == date(2026, 8, 1)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-04-30", "ahead"),
        ("2026-05-01", "running"),
        ("2026-06-01", "running"),
        ("2026-06-02", "between"),
        ("2026-08-01", "running"),
        ("2026-08-02", "ended"),
    ],
)
def test_the_state_on_every_edge(on, state):
    whole = period(("2026-05-01", "2026-06-01"), ("2026-07-01", "2026-08-01"))
    assert whole.state(date.fromisoformat(on)) == state


def test_days_granted_leave_out_gaps_and_count_nothing_twice():
    assert period(("2026-05-01", "2026-05-11"), ("2026-06-01", "2026-06-11")).granted_days == 20
    assert period(("2026-05-01", "2026-05-11"), ("2026-05-06", "2026-05-16")).granted_days == 15
    assert period(("2026-05-01", "2026-05-11"), ("2026-05-12", "2026-05-22")).granted_days == 21
    assert period(("2026-05-11", "2026-05-01")).granted_days == 0


def test_no_period_without_all_its_days():
    assert reflection_period((), None, 6) is None
    assert reflection_period((Grant(date(2026, 5, 1), UNKNOWN, "police"),), None, 6) is None


def test_the_deadline_stays_after_its_end_and_shows_what_was_written():
    whole = period(("2026-03-01", "2026-10-01"), interrupted="2026-05-05")
    assert reflection_deadline(whole, date(2026, 5, 8)).as_json() == {
        "code": "REFLECT",
        "start": "2026-03-01",
        "end": "2026-10-01",
        "limit": "2026-09-01",
        "interrupted": "2026-05-05",
        "days_left": -3,
    }


def test_warnings_tighten_towards_the_end(pack):
    steps = pack.clocks.warn_days
    reached = [warning(days, steps) for days in (61, 60, 31, 30, 14, 8, 7, 1, 0, -1)]
    assert reached == [None, 60, 60, 30, 14, 14, 7, 1, 1, None]
