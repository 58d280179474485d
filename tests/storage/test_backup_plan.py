"""When a backup is due, and when a person is reminded of one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistance_desktop.storage import backup_plan
from assistance_desktop.storage.backup_plan import Last, Place, Plan
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.storage.vault import transaction

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
STICK = Place("/media/TEAM-3", "TEAM-3", "")
DAILY = Plan(places=(STICK,), daily="17:00", daily_place=STICK.path)


def test_a_plan_is_read_as_it_was_kept(connection):
    assert backup_plan.read(connection) == Plan()
    plan = replace(DAILY, keep=5, with_stick=False, put_off=date(2026, 12, 8))
    with transaction(connection):
        backup_plan.keep(connection, plan)
    assert backup_plan.read(connection) == plan


def test_the_last_backup_is_remembered_with_what_it_held(connection):
    assert backup_plan.read_last(connection) is None
    made = Written(Path("/media/TEAM-3/x"), NOON, 9, 4812, 31_000_000)
    with transaction(connection):
        backup_plan.keep(connection, DAILY)
        backup_plan.note(connection, made, "/elsewhere")
    assert backup_plan.read_last(connection) == Last(NOON, "/elsewhere", 9, 4812, 31_000_000)
    assert backup_plan.read_daily(connection) is None
    with transaction(connection):
        backup_plan.note(connection, made, STICK.path)
    assert backup_plan.read_daily(connection) == NOON


def test_nothing_is_due_until_somebody_chose_a_time():
    assert backup_plan.due_since(Plan(), None, NOON) is None


def test_a_backup_is_due_once_its_time_went_by_also_while_the_notes_were_locked():
    evening = NOON.replace(hour=17)
    yesterday = evening - timedelta(days=1)
    assert backup_plan.due_since(DAILY, None, NOON) == yesterday
    assert backup_plan.due_since(DAILY, yesterday, NOON) is None
    assert backup_plan.due_since(DAILY, yesterday - timedelta(seconds=1), NOON) == yesterday
    assert backup_plan.due_since(DAILY, yesterday, evening) == evening
    assert backup_plan.due_since(DAILY, evening, evening + timedelta(hours=3)) is None


def test_a_person_is_reminded_after_a_week_and_may_put_it_off():
    last = Last(NOON, "", 1, 1, 1)
    week = NOON + timedelta(days=7)
    assert not backup_plan.is_stale(DAILY, last, 1, week)
    later = week + timedelta(minutes=1)
    assert backup_plan.is_stale(DAILY, last, 1, later)
    put_off = replace(DAILY, put_off=later.date() + timedelta(days=7))
    assert not backup_plan.is_stale(put_off, last, 1, later + timedelta(days=6))
    assert backup_plan.is_stale(put_off, last, 1, later + timedelta(days=7))


def test_nobody_is_reminded_before_there_is_a_case():
    assert not backup_plan.is_stale(Plan(), None, 0, NOON)
    assert backup_plan.is_stale(Plan(), None, 1, NOON)


def test_a_place_that_is_taken_away_is_no_place_of_every_day_any_more():
    plan = backup_plan.without(DAILY, STICK.path)
    assert (plan.places, plan.daily, plan.daily_place) == ((), "", "")
    assert backup_plan.having(backup_plan.having(plan, STICK), STICK).places == (STICK,)
