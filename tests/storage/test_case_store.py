from dataclasses import replace
from datetime import UTC, datetime

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author, Unanswered
from assistance_desktop.storage import case_store, editing
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction


def write(connection, pen, *edits, case="c"):
    with transaction(connection):
        return editing.write(connection, case, edits, pen)


def test_a_case_comes_back_answer_by_answer(connection, pen):
    write(
        connection,
        pen,
        Edit("intake", "/q/1", ["fi", "sv"]),
        Edit("intake", "/q/2", Unanswered.REFUSED),
        Edit("intake", "/q/3", None),
    )
    case = case_store.load(connection, "c")
    assert case.fields("intake") == {
        "/q/1": ["fi", "sv"],
        "/q/2": Unanswered.REFUSED,
        "/q/3": None,
    }


def test_typing_leaves_one_row_a_field(connection, pen):
    (change,) = write(connection, pen, Edit("intake", "/q", "A"))
    for text in ("Au", "Aur", "Aurora"):
        (change,) = write(connection, pen, Edit("intake", "/q", text, amends=change.id))
    case = case_store.load(connection, "c")
    assert len(case.changes) == 1
    assert case.value("intake", "/q") == "Aurora"


def test_a_change_that_is_in_a_bundle_is_never_amended(connection, pen):
    (change,) = write(connection, pen, Edit("intake", "/q", "A"))
    with transaction(connection):
        case_store.seal(connection, [change.id])
    write(connection, pen, Edit("intake", "/q", "B", amends=change.id))
    case = case_store.load(connection, "c")
    assert [c.value for c in case.changes] == ["A", "B"]
    assert case.value("intake", "/q") == "B"


def test_the_same_value_is_not_written_again(connection, pen):
    write(connection, pen, Edit("intake", "/q", "A"))
    write(connection, pen, Edit("intake", "/q", "A"))
    assert len(case_store.load(connection, "c").changes) == 1


def test_an_edit_that_amends_nothing_keeps_what_stood_there(connection, pen):
    write(connection, pen, Edit("intake", "/q", "A"))
    write(connection, pen, Edit("intake", "/q", "B"))
    assert [c.value for c in case_store.load(connection, "c").changes] == ["A", "B"]


def test_adding_the_same_changes_twice_adds_them_once(connection, pen):
    write(connection, pen, Edit("intake", "/q", "A"))
    changes = case_store.load(connection, "c").changes
    with transaction(connection):
        assert case_store.add(connection, changes) == 0
    assert case_store.load(connection, "c").changes == changes


def test_an_edit_after_a_conflict_decides_it(connection, pen):
    write(connection, pen, Edit("intake", "/q", "A"))
    other = Pen(Author("Kataja", "office"), lambda: datetime(2026, 1, 1, tzinfo=UTC), pen.new_id)
    theirs = case_store.load(connection, "x").edit(
        "intake", "/q", "B", author=other.author, at=other.clock(), new_id=other.new_id
    )
    from dataclasses import replace  # noqa: PLC0415 - one use

    with transaction(connection):
        case_store.add(connection, [replace(theirs, case="c")])
    (row,) = case_store.rows(connection, ["c"])
    assert row.conflicts == 1
    write(connection, pen, Edit("intake", "/q", "C"))
    (row,) = case_store.rows(connection, ["c"])
    assert row.conflicts == 0


def test_list_rows_show_name_next_step_and_what_is_unsealed(connection, pen):
    write(
        connection,
        pen,
        Edit(CASE, "pseudonym", "Aurora"),
        Edit(CASE, "number", "K7-4M2Q"),
        Edit("plan/HOUSING", "next_step", "Move in"),
        Edit("plan/HOUSING", "due", "2026-11-25"),
        Edit("plan/HEALTH", "next_step", "First visit"),
    )
    (row,) = case_store.rows(connection, case_store.case_ids(connection))
    assert (row.pseudonym, row.number, row.next_step) == ("Aurora", "K7-4M2Q", "Move in")
    assert row.due is not None
    assert row.unsealed == 5
    assert case_store.count_unsealed(connection) == 1


def test_cases_are_listed_by_threat_then_due_day_then_name(connection, pen):
    for name, due, threat in (
        ("Usva", "", False),
        ("Aurora", "2026-12-01", False),
        ("Kielo", "", False),
        ("Tuisku", "", True),
    ):
        write(
            connection,
            pen,
            Edit(CASE, "pseudonym", name),
            Edit(CASE, "threat", threat),
            *([Edit("plan/HEALTH", "next_step", "x"), Edit("plan/HEALTH", "due", due)] * bool(due)),
            case=name,
        )
    assert case_store.case_ids(connection) == ["Tuisku", "Aurora", "Kielo", "Usva"]


def test_the_list_row_follows_every_single_write_as_if_it_were_made_anew(connection, pen):
    def row_and_its_fold():
        row = tuple(connection.execute("SELECT * FROM case_row").fetchone())
        with transaction(connection):
            case_store._fold(connection, "c")
        return row, tuple(connection.execute("SELECT * FROM case_row").fetchone())

    (first,) = write(connection, pen, Edit("intake", "/q", "A"))
    write(connection, pen, Edit(CASE, "pseudonym", "Aurora"))
    write(connection, pen, Edit("intake", "/other", "x"))
    write(connection, pen, Edit("plan/1", "next_step", "Call"))
    (second,) = write(connection, pen, Edit("intake", "/q", "B"))
    write(connection, pen, Edit("intake", "/q", "C", amends=second.id))
    row, fold = row_and_its_fold()
    assert row == fold
    elsewhere = replace(second, id="e" * 32, value="D", replaces=(first.id,))
    with transaction(connection):
        case_store.add(connection, [elsewhere], sealed=True)
    row, fold = row_and_its_fold()
    assert row == fold
    assert connection.execute("SELECT conflicts FROM case_row").fetchone()[0] == 1
    write(connection, pen, Edit("intake", "/q", "E"))
    row, fold = row_and_its_fold()
    assert row == fold
    assert connection.execute("SELECT conflicts FROM case_row").fetchone()[0] == 0
