"""The activity log in a real vault."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, deeds, editing
from assistance_desktop.storage.activity import Among, Broken, Filters, Unbroken
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PIHLAJA, HALLA = Author("Pihlaja", "laptop-1"), Author("Halla", "laptop-1")


@pytest.fixture
def note(connection):
    def do(deed, author=PIHLAJA, after=0):
        with transaction(connection):
            activity.note(connection, deed, author, AT + timedelta(minutes=after))

    return do


@pytest.fixture
def busy_morning(note):
    note(deeds.refused(2), Author("", "laptop-1"))
    note(deeds.unlocked("passphrase"), after=1)
    note(Deed(Kind.CASE_OPENED, "aurora"), after=5)
    note(deeds.told("aurora", "shelter", "consent"), after=6)
    note(deeds.told("tuisku", "police", "duty_threat"), HALLA, after=7)
    note(deeds.left("summary", "vi", "aurora", as_file=False), after=8)


def test_lines_come_back_the_last_first_with_what_was_done(connection, busy_morning):
    found = activity.read(connection, Filters())
    assert [line.deed.kind for line in found] == [
        Kind.PRINTED,
        Kind.TOLD_WITHOUT_CONSENT,
        Kind.TOLD,
        Kind.CASE_OPENED,
        Kind.UNLOCKED,
        Kind.REFUSED,
    ]
    assert [line.who for line in found] == ["Pihlaja", "Halla", "Pihlaja", "Pihlaja", "Pihlaja", ""]
    assert found[0].deed.says == {"paper": "summary", "languages": "vi"}
    assert found[0].at == AT + timedelta(minutes=8)
    assert found[-1].deed.count("times") == 2


def test_a_line_has_the_number_of_its_case(connection, busy_morning, pen):
    with transaction(connection):
        editing.write(connection, "aurora", [Edit(CASE, "number", "K7-4M2Q")], pen)
    numbers = {line.case_id: line.number for line in activity.read(connection, Filters())}
    assert numbers == {"aurora": "K7-4M2Q", "tuisku": "", "": ""}


def test_filters_and_counts_agree(connection, busy_morning):
    for among, count in activity.counts(connection, Filters()).items():
        assert len(activity.numbers(connection, Filters(among=among))) == count
        assert len(activity.read(connection, Filters(among=among))) == count
    assert activity.counts(connection, Filters()) == {
        Among.ALL: 6,
        Among.OPENED: 1,
        Among.TOLD: 2,
        Among.PRINTED: 1,
        Among.UNLOCKS: 2,
        Among.OVERRIDES: 1,
    }
    late = Filters(AT + timedelta(minutes=6), "Pihlaja")
    assert activity.counts(connection, late)[Among.ALL] == 2
    assert activity.numbers(connection, late) == [6, 4]
    assert activity.numbers(connection, Filters(who="")) == [1]
    assert activity.people(connection) == ["", "Halla", "Pihlaja"]


def test_pages_follow_each_other_without_a_gap(connection, note):
    for minute in range(7):
        note(deeds.unlocked("passphrase"), after=minute)
    first = activity.read(connection, Filters(), limit=3)
    second = activity.read(connection, Filters(), before=first[-1].n, limit=3)
    third = activity.read(connection, Filters(), before=second[-1].n, limit=3)
    assert [line.n for line in (*first, *second, *third)] == [7, 6, 5, 4, 3, 2, 1]
    assert activity.read(connection, Filters(), before=1) == []
    assert [line.n for line in activity.lines(connection, [5, 2, 99])] == [5, 2]


def test_a_deed_that_fails_leaves_no_line(connection):
    def do():
        with transaction(connection):
            activity.note(connection, deeds.unlocked("passphrase"), PIHLAJA, AT)
            raise RuntimeError("the deed failed")

    with pytest.raises(RuntimeError):
        do()
    assert activity.head(connection) == (0, activity.START)


def test_the_same_case_within_ten_minutes_is_noted_once(connection):
    def look(case_id, minute, author=PIHLAJA):
        with transaction(connection):
            activity.note_opened(connection, case_id, author, AT + timedelta(minutes=minute))

    for minute in (0, 3, 9):
        look("aurora", minute)
    look("tuisku", 9)
    look("aurora", 9, HALLA)
    look("aurora", 10)
    found = [(line.case_id, line.who) for line in activity.read(connection, Filters())]
    assert found == [
        ("aurora", "Pihlaja"),
        ("aurora", "Halla"),
        ("tuisku", "Pihlaja"),
        ("aurora", "Pihlaja"),
    ]


def test_an_empty_and_a_whole_log_are_unbroken(connection, busy_morning_later):
    assert activity.check(connection) == Unbroken(None, 0)
    busy_morning_later()
    assert activity.check(connection) == Unbroken(AT, 4)
    assert activity.head(connection)[0] == 4


@pytest.fixture
def busy_morning_later(note):
    def do():
        for minute in range(4):
            note(deeds.left("summary", "fi", f"case-{minute}", as_file=False), after=minute)

    return do


@pytest.mark.parametrize(
    ("harm", "first"),
    [
        ("UPDATE activity SET at = '2026-11-22T09:00:00+00:00' WHERE n = 2", 2),
        ("UPDATE activity SET kind = 'told' WHERE n = 2", 2),
        ("UPDATE activity SET case_id = 'tuisku' WHERE n = 2", 2),
        ("UPDATE activity SET who = 'Halla' WHERE n = 2", 2),
        ("UPDATE activity SET device = 'laptop-2' WHERE n = 2", 2),
        ("UPDATE activity SET detail = '{}' WHERE n = 2", 2),
        ("UPDATE activity SET link = zeroblob(32) WHERE n = 2", 2),
        ("UPDATE activity SET link = zeroblob(32) WHERE n = 4", 4),
        ("DELETE FROM activity WHERE n = 2", 2),
        ("DELETE FROM activity WHERE n = 1", 1),
        ("UPDATE activity SET n = 9 WHERE n = 4", 4),
        ("UPDATE activity SET n = n - 1 WHERE n > 2 AND (SELECT 1)", 2),
    ],
)
def test_a_line_that_was_changed_or_taken_out_shows(connection, busy_morning_later, harm, first):
    busy_morning_later()
    with transaction(connection):
        if "n - 1" in harm:
            connection.execute("DELETE FROM activity WHERE n = 2")
        connection.execute(harm)
    found = activity.check(connection)
    last_good = AT + timedelta(minutes=first - 2) if first > 1 else None
    assert found == Broken(first, last_good)


def test_lines_taken_off_the_end_show_in_the_head_that_is_kept_elsewhere(
    connection, busy_morning_later
):
    busy_morning_later()
    kept_elsewhere = activity.head(connection)
    with transaction(connection):
        connection.execute("DELETE FROM activity WHERE n = 4")
    assert isinstance(activity.check(connection), Unbroken)
    assert activity.head(connection) != kept_elsewhere


def test_two_logs_of_the_same_deeds_have_the_same_head(connection, busy_morning_later):
    busy_morning_later()
    n, link = activity.head(connection)
    assert n == 4
    assert len(link) == 32
    rows = connection.execute("SELECT link FROM activity").fetchall()
    assert len({bytes(row[0]) for row in rows}) == 4


def test_a_deed_of_a_newer_program_stands_as_a_line(connection, busy_morning):
    with transaction(connection):
        connection.execute("UPDATE activity SET kind = 'teleported' WHERE n = 6")
    newest = activity.read(connection, Filters())[0]
    assert newest.deed is None
    assert newest.case_id == "aurora"


def test_reading_the_head_is_one_step_however_long_the_log(connection):
    plan = connection.execute(
        "EXPLAIN QUERY PLAN SELECT n, link FROM activity ORDER BY n DESC LIMIT 1"
    ).fetchall()
    said = " ".join(str(row["detail"]) for row in plan)
    assert "TEMP B-TREE" not in said
    counting = connection.execute(
        "EXPLAIN QUERY PLAN SELECT kind, count(*) FROM activity WHERE at >= ? GROUP BY kind", ("",)
    ).fetchall()
    assert any("COVERING INDEX activity_by_time" in str(row["detail"]) for row in counting)


def test_a_reader_cannot_write_a_line(open_vault):
    reader = open_vault.connect(read_only=True)
    with pytest.raises(dbapi2.OperationalError):
        reader.execute("INSERT INTO activity VALUES (1, '', '', '', '', '', '', x'00')")
    reader.close()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (Kind.CASE_OPENED, {"pseudonym": "Aurora"}),
        (Kind.UNLOCKED, {"way": "by a friend"}),
        (Kind.TOLD, {"to": "Safe house South", "ground": "consent"}),
        (Kind.TOLD, {"to": "shelter", "ground": "duty_threat"}),
        (Kind.TOLD_WITHOUT_CONSENT, {"to": "police", "ground": "he said he will find her"}),
        (Kind.PRINTED, {"paper": "Letter to Aurora"}),
        (Kind.PRINTED, {"paper": "summary", "languages": "Vietnamese"}),
        (Kind.PRINTED, {"paper": "summary", "languages": "vi fi en"}),
        (Kind.REFUSED, {"times": "2"}),
        (Kind.REFUSED, {"times": -1}),
        (Kind.REFUSED, {"times": True}),
        (Kind.BACKUP_WRITTEN, {"tested": 1}),
        (Kind.BACKUP_WRITTEN, {"stick": "TEAM-3"}),
        (Kind.DESK_APPROVED, {"desk": "Laptop 3"}),
        (Kind.EXPORTED, {"what": "Aurora’s list"}),
    ],
)
def test_a_value_does_not_fit_into_a_deed(kind, says):
    with pytest.raises(ValueError, match="may not be said") as refusal:
        Deed(kind, says=says)
    for value in says.values():
        assert not isinstance(value, str) or len(value) < 3 or value not in str(refusal.value)


def test_a_case_is_named_by_its_id_only():
    with pytest.raises(ValueError, match="the case"):
        Deed(Kind.CASE_OPENED, "Aurora of Helsinki")


@given(st.text(min_size=1), st.sampled_from(list(Kind)))
def test_no_sentence_ever_fits(words, kind):
    names = ("way", "to", "ground", "paper", "languages", "what", "desk", "changes", "times")
    sentence = f"{words} {words}"
    for name in names:
        with pytest.raises(ValueError, match="may not be said"):
            Deed(kind, says={name: sentence})


def test_a_recipient_kind_that_is_no_code_is_somebody_else():
    assert deeds.told("aurora", "Safe house South", "consent").code("to") == "other"


def test_a_bundle_of_one_case_names_it_and_one_of_several_counts_them():
    one = deeds.bundle(Kind.BUNDLE_WRITTEN, "office-1", 4, frozenset(["aurora"]))
    three = deeds.bundle(Kind.BUNDLE_READ, "office-1", 29, frozenset(["a", "b", "c"]))
    assert (one.case_id, one.count("cases")) == ("aurora", 1)
    assert (three.case_id, three.count("cases")) == ("", 3)
    assert not re.search("Helsinki", str(three.says))
