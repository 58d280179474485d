from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import agenda, case_store, dated, editing, migrate
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def write(connection, pen, *edits, case="c"):
    with transaction(connection):
        return editing.write(connection, case, edits, pen)


def days(connection):
    return [(one.record, one.field, one.day.day) for one in dated.between(connection, *NOVEMBER)]


def test_only_days_are_kept_and_each_new_day_takes_the_place_of_the_old(connection, pen):
    write(
        connection,
        pen,
        Edit("intake", "/q/born", "2026-11-02"),
        Edit("intake", "/q/words", "2026-11-02 or so"),
        Edit("intake", "/q/never", "2026-11-31"),
        Edit("intake", "/q/count", 20261102),
    )
    assert days(connection) == [("intake", "/q/born", 2)]
    write(connection, pen, Edit("intake", "/q/born", "2026-11-05"))
    assert days(connection) == [("intake", "/q/born", 5)]
    write(connection, pen, Edit("intake", "/q/born", ""))
    assert days(connection) == []


def test_a_day_that_is_amended_while_typing_moves_too(connection, pen):
    (change,) = write(connection, pen, Edit("task/1", "due", "2026-11-05"))
    write(connection, pen, Edit("task/1", "due", "2026-11-06", amends=change.id))
    assert days(connection) == [("task/1", "due", 6)]


def test_two_desks_that_differ_both_count(connection, pen):
    (first,) = write(connection, pen, Edit("task/1", "due", "2026-11-05"))
    other = Pen(Author("Kanerva", "laptop-2"), pen.clock, pen.new_id)
    case = case_store.load(connection, "c")
    late = case.edit(
        "task/1", "due", "2026-11-09", author=other.author, at=pen.clock(), new_id=pen.new_id
    )
    with transaction(connection):
        case_store.add(connection, [late])
        before = [day for _record, _field, day in days(connection)]
        beside = case_store.change_from(
            connection.execute("SELECT * FROM change WHERE id = ?", (first.id,)).fetchone()
        )
        again = case.edit(
            "task/1", "due", "2026-11-20", author=other.author, at=pen.clock(), new_id=pen.new_id
        )
        case_store.add(connection, [again])
    assert before == [9]
    assert beside.id == first.id
    assert [day for _record, _field, day in days(connection)] == [9, 20]


def test_names_of_fields_are_found_at_the_end_of_their_paths(connection, pen):
    write(
        connection,
        pen,
        Edit("intake", "/q/born", "2026-11-02"),
        Edit("intake", "/q/newborn", "2026-11-03"),
        Edit("intake", "born", "2026-11-04"),
    )
    found = dated.between(connection, *NOVEMBER, ["born"])
    assert [one.day.day for one in found] == [2, 4]


def test_an_older_vault_gets_its_days(connection, pen):
    write(connection, pen, Edit("intake", "/q/born", "2026-11-02"))
    write(connection, pen, Edit("intake", "/q/born", "2026-11-05"))
    write(connection, pen, Edit("task/1", "due", "2026-02-30"))
    write(connection, pen, Edit("task/1", "what", "Call"), case="d")
    step = dict(migrate.steps())[5]
    connection.executescript(f"DROP TABLE dated; DROP INDEX change_by_device; {step}")
    assert days(connection) == [("intake", "/q/born", 5)]


def test_the_agenda_holds_what_is_to_come_and_nothing_that_is_over(connection, pen):
    write(
        connection,
        pen,
        *(Edit(f"task/{name}", "due", "2026-11-05") for name in ("open", "done", "gone", "again")),
        Edit("task/done", "done", True),
        Edit("task/gone", "removed", True),
        Edit("task/again", "done", True),
        Edit("task/later", "due", "2026-11-25"),
        Edit("appointment/a", "day", "2026-11-05"),
        Edit("appointment/off", "day", "2026-11-05"),
        Edit("appointment/off", "state", "cancelled"),
    )
    with transaction(connection):
        changes = [one.id for one in case_store.load(connection, "c").changes]
        case_store.seal(connection, changes)
    write(connection, pen, Edit("task/again", "done", False))
    found = agenda.tasks(connection, date(2026, 11, 24))
    assert {one.what.record for one in found} == {"task/open", "task/again"}
    met = agenda.appointments(connection, *NOVEMBER)
    assert [one.what.record for one in met] == ["appointment/a"]


def test_the_last_saved_moment_is_this_desks_own(connection, pen):
    assert case_store.last_saved(connection, "laptop-1") is None
    write(connection, pen, Edit("intake", "/q", "A"))
    (last,) = write(connection, pen, Edit("intake", "/q", "B"))
    other = Pen(Author("Kanerva", "laptop-2"), pen.clock, pen.new_id)
    write(connection, other, Edit("intake", "/q", "C"))
    assert case_store.last_saved(connection, "laptop-1") == last.at


@given(st.lists(st.sampled_from(["2026-11-02", "2026-11-30", "x", ""]), min_size=1, max_size=4))
def test_one_field_at_a_time_and_a_whole_case_keep_the_same_days(values):
    """The short way after one change ends where the long way ends."""
    plain = dbapi2.connect(":memory:", isolation_level=None)
    plain.row_factory = dbapi2.Row
    migrate.migrate(plain)
    numbers = iter(range(1000))
    moments = iter(range(1000))
    start = datetime(2026, 11, 23, tzinfo=UTC)
    pen = Pen(
        Author("Pihlaja", "laptop-1"),
        lambda: start + timedelta(seconds=next(moments)),
        lambda: f"{next(numbers):032x}",
    )
    for value in values:
        editing.write(plain, "c", [Edit("intake", "/q", value)], pen)
    short = days(plain)
    dated.follow_case(plain, case_store.load(plain, "c"))
    assert days(plain) == short
    plain.close()


def test_a_closed_case_asks_for_nothing_until_it_is_taken_up_again(connection, pen):
    write(
        connection,
        pen,
        Edit("appointment/1", "day", "2026-11-10"),
        Edit("task/1", "due", "2026-11-09"),
        Edit("case", "closed_on", "2026-11-05"),
    )
    assert agenda.appointments(connection, *NOVEMBER) == []
    assert agenda.tasks(connection, NOVEMBER[1]) == []
    write(connection, pen, Edit("case", "closed_on", ""))
    assert len(agenda.appointments(connection, *NOVEMBER)) == 1
    assert len(agenda.tasks(connection, NOVEMBER[1])) == 1
