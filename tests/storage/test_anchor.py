"""What was put back, dropped or touched is noticed at unlock, and named."""

import shutil
from datetime import UTC, datetime

import pytest

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import (
    activity,
    anchor,
    case_store,
    chain,
    deeds,
    editing,
    gap,
    keys,
    vault,
)
from assistance_desktop.storage.anchor import Record, Step, Tally
from assistance_desktop.storage.database import connect, is_whole
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE

PAGE = 4096
SHEET = b"s" * 20
"""The secret of a sheet, which opens without stretching anything."""


@pytest.fixture
def folder(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR).close()
    return tmp_path / "notes"


def write(folder, pen, case, words, times=1):
    """Open, write so many notes into a case, and lock in peace."""
    opened = vault.unlock_with_sheet(folder, SHEET)
    put(opened, pen, case, words, times)
    opened.close()


def put(opened, pen, case, words, times=1):
    connection = opened.connect()
    for n in range(times):
        with transaction(connection):
            edits = [
                Edit("case", "pseudonym", case.title()),
                Edit(f"note/{case}{n}", "text", f"{words} {n}"),
            ]
            editing.write(connection, case, edits, pen)
        opened.remember(connection)
    connection.close()


def look(folder):
    opened = vault.unlock_with_sheet(folder, SHEET)
    opened.close()
    return opened.gap


def test_a_vault_that_was_locked_in_peace_lacks_nothing(folder, pen):
    write(folder, pen, "aurora", "snow", 3)
    assert look(folder).is_none


def test_an_older_file_put_back_is_named_with_cases_days_and_counts(folder, pen):
    write(folder, pen, "aurora", "snow")
    older = (folder / "vault.db").read_bytes()
    write(folder, pen, "aurora", "ice", 3)
    write(folder, pen, "tuisku", "rain", 2)
    (folder / "vault.db").write_bytes(older)
    found = look(folder)
    # Three notes of Aurora, of which one anew; the two notes and the name of Tuisku.
    assert found.missing == 6
    assert [(case.pseudonym, case.changes) for case in found.cases] == [("Aurora", 3), ("", 3)]
    assert found.first == found.last == "2026-11-23"
    assert found.touched


def test_looking_changes_nothing_and_the_gap_is_found_again(folder, pen):
    write(folder, pen, "aurora", "snow")
    older = (folder / "vault.db").read_bytes()
    write(folder, pen, "aurora", "ice", 3)
    (folder / "vault.db").write_bytes(older)
    first = look(folder)
    assert first.missing == 3
    assert look(folder) == first


def test_a_person_may_open_with_the_gap_and_it_stays_marked(folder, pen, clock):
    write(folder, pen, "aurora", "snow")
    older = (folder / "vault.db").read_bytes()
    write(folder, pen, "aurora", "ice", 3)
    (folder / "vault.db").write_bytes(older)
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect()
    with transaction(connection):
        gap.mark(connection, opened.gap, clock())
    opened.accept_gap(connection)
    marked = connection.execute("SELECT case_id, missing FROM gap").fetchall()
    assert [tuple(row) for row in marked] == [("aurora", 3)]
    connection.close()
    opened.close()
    assert look(folder).is_none


def test_every_older_page_put_back_is_noticed(folder, pen):
    write(folder, pen, "aurora", "snow", 3)
    older = (folder / "vault.db").read_bytes()
    write(folder, pen, "aurora", "ice", 3)
    newer = (folder / "vault.db").read_bytes()
    differing = [
        at
        for at in range(0, min(len(older), len(newer)), PAGE)
        if older[at : at + PAGE] != newer[at : at + PAGE]
    ]
    assert len(differing) > 5
    for at in differing:
        page = older[at : at + PAGE]
        (folder / "vault.db").write_bytes(newer[:at] + page + newer[at + PAGE :])
        assert is_noticed(folder), at


def test_a_flipped_bit_in_any_page_is_noticed(folder, pen):
    write(folder, pen, "aurora", "snow", 3)
    whole = (folder / "vault.db").read_bytes()
    for at in range(11, len(whole), PAGE):
        data = bytearray(whole)
        data[at] ^= 1
        (folder / "vault.db").write_bytes(data)
        assert is_noticed(folder), at


def is_noticed(folder):
    try:
        return not look(folder).is_none
    except vault.VaultDamagedError:
        return True


def test_a_flipped_bit_in_the_journal_after_a_power_cut_is_noticed(folder, pen, tmp_path):
    opened = vault.unlock_with_sheet(folder, SHEET)
    put(opened, pen, "aurora", "snow", 6)
    holding = opened.connect()
    put(opened, pen, "tuisku", "rain", 6)
    cut = tmp_path / "cut"
    shutil.copytree(folder, cut)  # the disk as it is when the power goes
    holding.close()
    opened.close()
    journal = (cut / "vault.db-wal").read_bytes()
    frame = PAGE + 24
    assert len(journal) > 20 * frame
    lost = 0
    for at in range(32 + 30, len(journal), 7 * frame):
        again = tmp_path / f"flip{at}"
        shutil.copytree(cut, again)
        data = bytearray(journal)
        data[at] ^= 1
        (again / "vault.db-wal").write_bytes(data)
        assert is_noticed(again), at
        lost += 1
    assert lost > 2
    assert look(cut).is_none


def test_a_kill_before_the_anchor_was_written_raises_no_alarm(folder, pen, tmp_path):
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect()
    with transaction(connection):
        editing.write(connection, "aurora", [Edit("case", "pseudonym", "Aurora")], pen)
    shutil.copytree(folder, tmp_path / "cut")
    connection.close()
    opened.close()
    assert look(tmp_path / "cut").is_none


def test_a_disk_that_did_not_take_the_anchor_raises_no_alarm(folder, pen):
    write(folder, pen, "aurora", "snow")
    before = (folder / "vault.anchor").read_bytes()
    write(folder, pen, "aurora", "ice")
    (folder / "vault.anchor").write_bytes(before)
    assert look(folder).is_none


def test_what_was_amended_in_place_is_no_gap(folder, pen):
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect()
    made = ""
    for words in ("s", "sn", "snow"):
        with transaction(connection):
            edit = Edit("note/1", "text", words, amends=made)
            (change,) = editing.write(connection, "aurora", [edit], pen)
        made = change.id
        opened.remember(connection)
    assert chain.tip(connection).n == 3
    assert len(case_store.load(connection, "aurora").changes) == 1
    assert chain.check(connection).is_none
    connection.close()
    opened.close()
    assert look(folder).is_none


@pytest.mark.parametrize("rubbish", [None, b"", b"x" * 900])
def test_an_anchor_that_is_gone_or_touched_is_told(folder, pen, rubbish):
    write(folder, pen, "aurora", "snow")
    if rubbish is None:
        (folder / "vault.anchor").unlink()
    else:
        (folder / "vault.anchor").write_bytes(rubbish)
    found = look(folder)
    assert found.unwitnessed
    assert not found.missing


def test_every_flipped_bit_of_the_anchor_is_noticed(folder, pen):
    write(folder, pen, "aurora", "snow")
    master = vault.unlock_with_sheet(folder, SHEET)
    vault_id, key = master.id, master._open_master()
    master.close()
    data = (folder / "vault.anchor").read_bytes()
    for place in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        (folder / "vault.anchor").write_bytes(flipped)
        assert anchor.read(folder, vault_id, key) is None, place


def test_a_change_that_reads_otherwise_than_it_was_written_is_found(folder, pen):
    write(folder, pen, "aurora", "snow", 2)
    opened = vault.unlock_with_sheet(folder, SHEET)
    key = opened.key("database")
    opened.close()
    forged = connect(folder / "vault.db", key, read_only=False)
    forged.execute(
        "UPDATE change SET value = '\"mud\"' WHERE field = 'text' AND record = 'note/aurora0'"
    )
    forged.execute("DELETE FROM change WHERE record = 'note/aurora1'")
    forged.close()
    found = look(folder)
    assert len(found.damage.altered) == 1
    assert found.damage.lost == 1


def test_steps_are_joined_by_the_day_and_count_the_same():
    steps = [
        Step(n, f"{n:064x}", {"a": Tally(1, f"2026-{n // 28 + 1:02}-{n % 28 + 1:02}", "2027")})
        for n in range(1, 301)
    ]
    joined = anchor._joined(steps)
    assert len(joined) <= anchor.LONGEST
    assert joined[-1] == steps[-1]
    assert joined[-anchor.FINE :] == tuple(steps[-anchor.FINE :])
    assert [step.n for step in joined] == sorted({step.n for step in joined})


def test_an_anchor_is_read_as_it_was_written(tmp_path):
    record = Record(
        (Step(3, "ab" * 32, {"a": Tally(3, "2026-11-01", "2026-11-02")}),), 2, "cd" * 32, (7, "ef")
    )
    anchor.write(tmp_path, "v", bytes(32), record)
    assert anchor.read(tmp_path, "v", bytes(32)) == record
    assert anchor.read(tmp_path, "w", bytes(32)) is None
    assert anchor.read(tmp_path, "v", b"1" * 32) is None


def test_what_was_sent_of_the_missing_changes_is_counted(folder, pen):
    write(folder, pen, "aurora", "snow")
    older = (folder / "vault.db").read_bytes()
    opened = vault.unlock_with_sheet(folder, SHEET)
    put(opened, pen, "aurora", "ice", 2)
    connection = opened.connect()
    with transaction(connection):
        ids = [change.id for change in case_store.load(connection, "aurora").changes]
        case_store.seal(connection, ids)
    opened.remember(connection)
    connection.close()
    put(opened, pen, "tuisku", "rain", 1)
    opened.close()
    (folder / "vault.db").write_bytes(older)
    found = look(folder)
    assert (found.missing, found.sent) == (4, 2)


def test_lines_of_the_activity_log_that_are_gone_are_counted(folder):
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect()
    for n in range(3):
        with transaction(connection):
            at = datetime(2026, 11, 23, 9, n, tzinfo=UTC)
            activity.note(connection, deeds.unlocked("sheet"), Author("Pihlaja", "d"), at)
    connection.execute("DELETE FROM activity WHERE n = 3")
    opened.remember(connection)
    with transaction(connection):
        activity.note(connection, deeds.unlocked("sheet"), Author("Pihlaja", "d"), at)
    opened.remember(connection)
    connection.execute("DELETE FROM activity WHERE n > 1")
    connection.close()
    cut = folder.with_name("cut")
    shutil.copytree(folder, cut)
    opened.close()
    found = look(cut)
    assert (found.lines, found.missing) == (2, 0)


def test_a_gap_is_filled_by_the_changes_that_come_back(folder, pen, clock):
    write(folder, pen, "aurora", "snow")
    older = (folder / "vault.db").read_bytes()
    opened = vault.unlock_with_sheet(folder, SHEET)
    put(opened, pen, "aurora", "ice", 3)
    connection = opened.connect()
    lost = case_store.load(connection, "aurora").changes[2:]
    connection.close()
    opened.close()
    (folder / "vault.db").write_bytes(older)
    opened = vault.unlock_with_sheet(folder, SHEET)
    connection = opened.connect()
    with transaction(connection):
        gap.mark(connection, opened.gap, clock())
    opened.accept_gap(connection)
    assert [mark.missing for mark in gap.marks(connection, "aurora")] == [3]
    for change, left in zip(lost, ([2], [1], []), strict=True):
        with transaction(connection):
            gap.mend(connection, [change])
        assert [mark.missing for mark in gap.marks(connection, "aurora")] == left
    connection.close()
    opened.close()


def test_what_is_folded_is_made_anew_from_the_changes_alone(open_vault, pen):
    put(open_vault, pen, "aurora", "snow", 2)
    connection = open_vault.connect()
    before = [tuple(row) for row in connection.execute("SELECT * FROM case_row")]
    with transaction(connection):
        connection.execute("UPDATE case_row SET pseudonym = 'Nobody', unsealed = 99")
        case_store.fold_all(connection)
    assert [tuple(row) for row in connection.execute("SELECT * FROM case_row")] == before
    connection.close()


def test_an_older_file_with_its_older_anchor_is_noticed_by_what_the_keyring_remembers(folder, pen):
    write(folder, pen, "aurora", "snow")
    older = {path.name: path.read_bytes() for path in folder.iterdir()}
    opened = vault.unlock_with_sheet(folder, SHEET)
    assert opened.note == b""
    put(opened, pen, "aurora", "ice", 3)
    opened.close()
    note = opened.note
    assert len(note) <= 200
    again = vault.unlock_with_sheet(folder, SHEET)
    again.hear_witness(note)
    again.close()
    assert again.gap.is_none
    for name, data in older.items():
        (folder / name).write_bytes(data)
    assert look(folder).is_none
    found = vault.unlock_with_sheet(folder, SHEET)
    for rubbish in (b"", b"x" * 68, note[:-1]):
        found.hear_witness(rubbish)
        assert found.gap.is_none
    found.hear_witness(note)
    assert found.gap.missing == 3
    found.close()


def test_what_the_keyring_remembers_of_an_earlier_day_raises_no_alarm(folder, pen):
    opened = vault.unlock_with_sheet(folder, SHEET)
    put(opened, pen, "aurora", "snow", 2)
    opened.close()
    note = opened.note
    write(folder, pen, "tuisku", "rain", 3)
    again = vault.unlock_with_sheet(folder, SHEET)
    again.hear_witness(note)
    assert again.gap.is_none
    again.close()


def test_of_a_large_database_an_older_page_is_noticed_too(folder, pen, monkeypatch):
    monkeypatch.setattr(anchor, "WHOLE", 0)
    write(folder, pen, "aurora", "snow", 3)
    assert look(folder).is_none
    older = (folder / "vault.db").read_bytes()
    write(folder, pen, "aurora", "ice", 3)
    newer = (folder / "vault.db").read_bytes()
    places = [
        at
        for at in range(0, min(len(older), len(newer)), PAGE)
        if older[at : at + PAGE] != newer[at : at + PAGE]
    ]
    for at in places:
        page = older[at : at + PAGE]
        (folder / "vault.db").write_bytes(newer[:at] + page + newer[at + PAGE :])
        assert is_noticed(folder), at


def test_of_a_large_database_a_page_that_is_damaged_inside_does_not_read(folder, pen, monkeypatch):
    monkeypatch.setattr(anchor, "WHOLE", 0)
    write(folder, pen, "aurora", "snow", 3)
    data = (folder / "vault.db").read_bytes()
    for at in range(PAGE // 2, len(data), PAGE):
        damaged = bytearray(data)
        damaged[at] ^= 1
        (folder / "vault.db").write_bytes(damaged)
        try:
            opened = vault.unlock_with_sheet(folder, SHEET)
        except vault.VaultDamagedError:
            continue
        key = opened.key("database")
        opened.close()
        connection = connect(folder / "vault.db", key, read_only=True)
        assert not is_whole(connection), at
        connection.close()
