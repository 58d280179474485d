"""What a backup holds comes back: joined to what is here, or put where there is nothing."""

import shutil
import sys
import time
from datetime import UTC, date, datetime

import pytest

from assistance_desktop.storage import (
    anchor,
    attachments,
    backup,
    case_store,
    chain,
    editing,
    gap,
    keys,
    keyslots,
    questionnaires,
    restore,
    vault,
)
from assistance_desktop.storage.database import VaultDamagedError
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.keyslots import WrongPassphraseError, WrongSheetError
from assistance_desktop.storage.questionnaires import Content, Entry, State
from assistance_desktop.storage.restore import BackupDamagedError, OtherVaultError
from assistance_desktop.storage.vault import VaultInUseError, transaction
from tests.conftest import PASSPHRASE
from tests.storage.conftest import SHEET

AT = datetime(2026, 12, 1, 8, 10, tzinfo=UTC)
PICTURE = b"picture" * 400_000
"""Three pieces."""


@pytest.fixture
def empty(tmp_path):
    """Another vault, with nothing in it: a new laptop."""
    made = vault.create(tmp_path / "new laptop", "four quiet otters swimming", cost=keys.FLOOR)
    yield made
    made.close()


def write(opened, pen, case, notes=2, *, sealed=False):
    connection = opened.connect()
    with transaction(connection):
        edits = [Edit("case", "pseudonym", case.title())]
        edits += [Edit(f"note/{pen.new_id()}", "text", f"snow {n}") for n in range(notes)]
        made = editing.write(connection, case, edits, pen)
        if sealed:
            case_store.seal(connection, [change.id for change in made])
    connection.close()


def look(opened, source, scratch):
    connection = opened.connect(read_only=True)
    found = restore.look(connection, source, scratch)
    connection.close()
    return found


def join(opened, source, scratch):
    connection = opened.connect()
    with transaction(connection):
        new = restore.bring_back(connection, source, scratch)
    connection.close()
    return new


def everything(opened):
    connection = opened.connect(read_only=True)
    rows = connection.execute(
        "SELECT id, case_id, record, field, value, replaces, author, device, at, sealed"
        " FROM change ORDER BY id"
    ).fetchall()
    connection.close()
    return [tuple(row) for row in rows]


def lose(opened, case):
    """As a file that was put back would: the changes of a case are not there any more."""
    connection = opened.connect()
    with transaction(connection):
        connection.execute("DELETE FROM change WHERE case_id = ?", (case,))
        connection.execute("DELETE FROM case_row WHERE case_id = ?", (case,))
        connection.execute("DELETE FROM attachment WHERE case_id = ?", (case,))
        connection.execute("DELETE FROM attachment_piece")
    connection.close()


def test_looking_names_what_comes_and_what_stays_and_changes_nothing(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora", 4)
    write(opened, pen, "tuuli", 6)
    made = backup.write(opened, stick, AT)
    lose(opened, "tuuli")
    write(opened, pen, "halla", 2)
    before = everything(opened)
    found = look(opened, restore.open_backup(opened, made.path), tmp_path)
    assert [(one.pseudonym, one.changes) for one in found.coming] == [("Tuuli", 7)]
    assert (found.changes, found.newer, found.at) == (7, 3, AT)
    assert found.first == found.last == date(2026, 11, 23)
    assert everything(opened) == before


def test_joining_adds_what_lacks_and_keeps_what_is_newer(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    write(opened, pen, "tuuli", sealed=True)
    held = everything(opened)
    made = backup.write(opened, stick, AT)
    lose(opened, "tuuli")
    write(opened, pen, "halla")
    newer = everything(opened)
    assert join(opened, restore.open_backup(opened, made.path), tmp_path) == 3
    assert everything(opened) == sorted({*held, *newer})
    connection = opened.connect()
    row = case_store.rows(connection, ["tuuli"])[0]
    assert (row.pseudonym, row.unsealed) == ("Tuuli", 0)
    assert case_store.rows(connection, ["aurora"])[0].unsealed == 3
    assert chain.check(connection).broken_at == 0
    connection.close()


def test_a_second_time_changes_nothing(opened, empty, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    source = restore.open_other(
        made.path, lambda slots: keyslots.unseal_passphrase(slots, PASSPHRASE)
    )
    assert join(empty, source, tmp_path) == 3
    once = everything(empty)
    assert join(empty, source, tmp_path) == 0
    assert everything(empty) == once
    assert look(empty, source, tmp_path).is_nothing


def test_files_come_back_with_all_their_pieces(opened, empty, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    connection = opened.connect()
    with transaction(connection):
        kept = attachments.keep(connection, "aurora", "picture.jpg", "image/jpeg", PICTURE)
        attachments.link_original(connection, "aurora", kept, "0" * 64)
    connection.close()
    made = backup.write(opened, stick, AT)
    source = restore.open_other(made.path, lambda slots: keyslots.unseal_sheet(slots, SHEET))
    assert look(empty, source, tmp_path).files == 1
    join(empty, source, tmp_path)
    connection = empty.connect()
    assert attachments.read(connection, kept.hash) == PICTURE
    assert attachments.find(connection, "aurora", kept.hash).original == "0" * 64
    connection.close()


def test_what_comes_back_fills_the_gap_that_was_marked(opened, stick, pen, clock, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    lose(opened, "aurora")
    missing = gap.MissingCase("aurora", "", "", 3, "2026-11-23T00", "2026-11-24T00")
    connection = opened.connect()
    with transaction(connection):
        gap.mark(connection, gap.Gap(missing=3, cases=(missing,)), clock())
    join(opened, restore.open_backup(opened, made.path), tmp_path)
    assert connection.execute("SELECT sum(missing) FROM gap").fetchone()[0] == 0
    connection.close()


def form(version, state):
    at = datetime(2026, 11, int(version), tzinfo=UTC)
    return Entry("intake", version, "Intake", "intake.xlsx", 3, (), state, at, at)


def shelve(opened, *entries):
    connection = opened.connect()
    with transaction(connection):
        for entry in entries:
            content = Content(b"source", f"xform {entry.version}".encode(), {"list.csv": b"a,b"})
            questionnaires.add(connection, entry, content)
            if entry.state is not State.LOADED:
                questionnaires.publish(connection, "intake", entry.version, entry.published_at)
    connection.close()


def test_questionnaires_come_back_and_the_one_in_use_here_stays_in_use(
    opened, empty, stick, tmp_path
):
    shelve(opened, form("1", State.PUBLISHED), form("2", State.PUBLISHED), form("4", State.LOADED))
    shelve(empty, form("3", State.PUBLISHED))
    made = backup.write(opened, stick, AT)
    source = restore.open_other(made.path, lambda slots: keyslots.unseal_sheet(slots, SHEET))
    assert look(empty, source, tmp_path).questionnaires == 3
    join(empty, source, tmp_path)
    connection = empty.connect()
    states = {one.version: one.state for one in questionnaires.entries(connection)}
    read = questionnaires.read(connection, "intake", "2")
    connection.close()
    replaced = {"1": State.REPLACED, "2": State.REPLACED}
    assert states == {**replaced, "3": State.PUBLISHED, "4": State.LOADED}
    assert read == Content(b"source", b"xform 2", {"list.csv": b"a,b"})


def test_a_questionnaire_in_use_comes_back_in_use_where_there_was_none(
    opened, empty, stick, tmp_path
):
    shelve(opened, form("1", State.PUBLISHED), form("2", State.PUBLISHED))
    made = backup.write(opened, stick, AT)
    source = restore.open_other(made.path, lambda slots: keyslots.unseal_sheet(slots, SHEET))
    join(empty, source, tmp_path)
    connection = empty.connect()
    assert questionnaires.published(connection, "intake").version == "2"
    assert len(questionnaires.entries(connection)) == 2
    connection.close()


def test_a_backup_from_before_the_passphrase_changed_opens_with_the_key_of_the_vault(
    opened, stick, pen, tmp_path
):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    opened.change_passphrase("another passphrase entirely", cost=keys.FLOOR)
    lose(opened, "aurora")
    assert join(opened, restore.open_backup(opened, made.path), tmp_path) == 3


def test_a_backup_of_other_notes_asks_for_their_passphrase(opened, empty, stick, pen):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    with pytest.raises(OtherVaultError):
        restore.open_backup(empty, made.path)
    with pytest.raises(WrongPassphraseError):
        restore.open_other(made.path, lambda slots: keyslots.unseal_passphrase(slots, "wrong"))
    with pytest.raises(WrongSheetError):
        restore.open_other(made.path, lambda slots: keyslots.unseal_sheet(slots, b"x" * 20))


@pytest.mark.parametrize("name", ["vault.db", "vault.anchor"])
def test_a_flipped_byte_in_a_backup_is_noticed_and_nothing_is_changed(opened, stick, pen, name):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    data = bytearray((made.path / name).read_bytes())
    for place in (0, len(data) // 2, len(data) - 1):
        flipped = bytearray(data)
        flipped[place] ^= 1
        (made.path / name).write_bytes(flipped)
        with pytest.raises(BackupDamagedError):
            restore.open_backup(opened, made.path)


def test_a_page_of_an_older_backup_put_into_a_newer_one_is_noticed(opened, stick, pen):
    write(opened, pen, "aurora")
    older = backup.write(opened, stick, AT)
    write(opened, pen, "aurora")
    newer = backup.write(opened, stick, AT)
    old, new = (each.path / "vault.db" for each in (older, newer))
    mixed = bytearray(new.read_bytes())
    mixed[8192:12288] = old.read_bytes()[8192:12288]
    new.write_bytes(mixed)
    with pytest.raises(BackupDamagedError):
        restore.open_backup(opened, newer.path)


def test_a_folder_that_is_no_backup_is_refused(opened, tmp_path):
    with pytest.raises(BackupDamagedError):
        restore.open_backup(opened, tmp_path)


def test_a_stick_that_is_protected_from_writing_is_read_and_stays_as_it_was(
    opened, stick, pen, tmp_path
):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    lose(opened, "aurora")
    before = {path.name: path.stat().st_mtime_ns for path in made.path.iterdir()}
    for path in (*made.path.iterdir(), made.path):
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        assert join(opened, restore.open_backup(opened, made.path), tmp_path) == 3
        after = {path.name: path.stat().st_mtime_ns for path in made.path.iterdir()}
    finally:
        made.path.chmod(0o700)
    assert before == after


def test_a_backup_of_an_older_program_is_brought_up_in_a_scratch_folder(
    opened, stick, tmp_path, old_vault
):
    older = old_vault(5)
    source = as_backup(older)
    scratch = tmp_path / "scratch"
    before = (older / "vault.db").read_bytes()
    found = look(opened, source, scratch)
    assert found.changes
    assert join(opened, source, scratch) == found.changes
    assert (older / "vault.db").read_bytes() == before
    assert list(scratch.iterdir()) == []


def as_backup(folder):
    """A vault of an older program as a backup of that program would open."""
    slots = keyslots.read(folder)[0]
    master = keyslots.unseal_passphrase(slots, PASSPHRASE)
    return restore.Source(folder, keys.derive(master, "database"), AT, is_ours=False)


def test_after_losing_everything_a_backup_becomes_the_vault(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    held = everything(opened)
    opened.close()
    shutil.rmtree(tmp_path / "notes")
    restore.put_in_place(made.path, tmp_path / "notes", date(2026, 12, 2))
    again = vault.unlock(tmp_path / "notes", PASSPHRASE)
    assert again.gap.is_none
    assert again.is_copy
    assert everything(again) == held
    again.settle_copy()
    again.close()
    third = vault.unlock(tmp_path / "notes", PASSPHRASE)
    assert not third.is_copy
    assert third.gap.is_none
    third.close()


def test_a_copy_stays_one_until_it_has_a_device_of_its_own(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    assert not opened.is_copy
    place = tmp_path / "second"
    restore.put_in_place(made.path, place, date(2026, 12, 2))
    for _again in range(2):
        copy = vault.unlock_with_sheet(place, SHEET)
        assert copy.is_copy
        write(copy, pen, "tuuli")
        connection = copy.connect()
        copy.remember(connection)
        connection.close()
        copy.close()


def test_a_damaged_vault_is_moved_aside_and_never_removed(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    opened.close()
    place = tmp_path / "notes"
    (place / "vault.db").write_bytes(b"nothing that opens" * 4096)
    with pytest.raises(VaultDamagedError):
        vault.unlock_with_sheet(place, SHEET)
    for _twice in range(2):
        restore.put_in_place(made.path, place, date(2026, 12, 2))
    aside = tmp_path / "notes.damaged-2026-12-02"
    assert (aside / "vault.db").read_bytes().startswith(b"nothing")
    assert (tmp_path / "notes.damaged-2026-12-02-2").is_dir()
    vault.unlock_with_sheet(place, SHEET).close()


def test_nothing_is_put_over_a_vault_that_is_open(opened, stick, pen, tmp_path):
    write(opened, pen, "aurora")
    made = backup.write(opened, stick, AT)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(VaultInUseError):
        restore.put_in_place(made.path, opened.folder, date(2026, 12, 2))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize("names", [keyslots.FILES, ("vault.anchor",), ("vault.db",)])
def test_a_backup_that_lacks_something_is_not_put_in_place(opened, stick, tmp_path, names):
    made = backup.write(opened, stick, AT)
    for name in names:
        (made.path / name).unlink()
    with pytest.raises(BackupDamagedError):
        restore.put_in_place(made.path, tmp_path / "second", date(2026, 12, 2))
    assert not (tmp_path / "second").exists()


@pytest.mark.long
def test_ten_thousand_changes_come_back_in_seconds(opened, empty, stick, pen, tmp_path, capsys):
    for n in range(100):
        write(opened, pen, f"case{n}", 99)
    made = backup.write(opened, stick, AT)
    started = time.monotonic()
    source = restore.open_other(made.path, lambda slots: keyslots.unseal_sheet(slots, SHEET))
    assert look(empty, source, tmp_path).changes == 10_000
    looked = time.monotonic()
    assert join(empty, source, tmp_path) == 10_000
    joined = time.monotonic()
    with capsys.disabled():
        sys.stdout.write(f"\nlook {looked - started:.1f} s, join {joined - looked:.1f} s\n")
    assert joined - started < 120


def test_a_large_backup_is_refused_for_one_bit_inside_a_page_too(tmp_path, monkeypatch):
    monkeypatch.setattr(anchor, "WHOLE", 0)
    opened = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    made = backup.write(opened, tmp_path, datetime(2026, 11, 23, 9, tzinfo=UTC))
    restore.open_backup(opened, made.path)
    database = made.path / "vault.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2 + 100] ^= 1
    database.write_bytes(data)
    with pytest.raises(restore.BackupDamagedError):
        restore.open_backup(opened, made.path)
    opened.close()


def test_a_large_backup_that_was_put_in_place_opens_without_an_alarm(tmp_path, monkeypatch):
    monkeypatch.setattr(anchor, "WHOLE", 0)
    opened = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    made = backup.write(opened, tmp_path, datetime(2026, 11, 23, 9, tzinfo=UTC))
    opened.close()
    restore.put_in_place(made.path, tmp_path / "again", date(2026, 11, 24))
    for _each in range(2):
        again = vault.unlock(tmp_path / "again", PASSPHRASE)
        assert again.gap.is_none
        again.close()
