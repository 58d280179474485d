"""A backup is whole or not there, opens as the vault does, and is never mixed with another's."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistance_desktop.storage import (
    anchor,
    backup,
    backup_shelf,
    case_store,
    editing,
    keys,
    keyslots,
    vault,
)
from assistance_desktop.storage.backup import BackupFailedError, BackupStoppedError
from assistance_desktop.storage.database import VaultDamagedError
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE
from tests.storage.conftest import SHEET

AT = datetime(2026, 12, 1, 8, 10, tzinfo=UTC)


def put(opened, pen, case="aurora", notes=3):
    connection = opened.connect()
    with transaction(connection):
        edits = [Edit("case", "pseudonym", case.title())]
        edits += [Edit(f"note/{case}{n}", "text", f"snow {n}") for n in range(notes)]
        editing.write(connection, case, edits, pen)
    connection.close()


def names(folder):
    return sorted(path.name for path in folder.rglob("*"))


def test_a_backup_says_what_it_holds_and_opens_with_the_same_passphrase(opened, stick, pen):
    put(opened, pen)
    made = backup.write(opened, stick, AT)
    assert (made.cases, made.changes) == (1, 4)
    assert made.path == stick / f"Notes {opened.id[:8]}" / "Backup 2026-12-01 0810"
    assert made.bytes == sum(path.stat().st_size for path in made.path.iterdir())
    assert names(made.path) == sorted(backup_shelf.FILES)
    copy = vault.unlock(made.path, PASSPHRASE)
    connection = copy.connect()
    assert len(case_store.load(connection, "aurora").changes) == 4
    connection.close()
    copy.close()


def test_a_backup_is_unreadable_without_a_key(opened, stick, pen):
    put(opened, pen)
    made = backup.write(opened, stick, AT)
    whole = b"".join(path.read_bytes() for path in made.path.iterdir())
    assert b"Aurora" not in whole
    assert b"snow" not in whole


def test_a_backup_keeps_no_way_in_through_the_keyring_of_this_computer(opened, stick):
    opened.put_slot(
        lambda master, vault_id: keyslots.seal(
            keyslots.Kind.KEYRING, bytes(32), master, vault_id, {"made": "2026-12-01"}
        )
    )
    made = backup.write(opened, stick, AT)
    kinds = {slot["kind"] for slot in keyslots.read(made.path)[0].slots}
    assert kinds == {"passphrase", "sheet"}
    assert opened.keyslots.of(keyslots.Kind.KEYRING)


def test_backups_of_one_minute_stand_side_by_side(opened, stick):
    first, second = backup.write(opened, stick, AT), backup.write(opened, stick, AT)
    assert second.path.name == "Backup 2026-12-01 0810 2"
    assert [one.path for one in backup_shelf.found(stick)] == [second.path, first.path]


def test_what_is_found_without_a_key_is_day_worker_and_size(tmp_path, stick):
    named = vault.create(tmp_path / "n", PASSPHRASE, name="Pihlaja", cost=keys.FLOOR)
    made = backup.write(named, stick, AT)
    named.close()
    (only,) = backup_shelf.found(stick)
    assert only.on == datetime(2026, 12, 1, 8, 10)  # noqa: DTZ001 - by the clock on the wall
    assert (only.worker, only.vault_id, only.bytes) == ("Pihlaja", named.id, made.bytes)
    assert backup_shelf.found(made.path) == [only]
    assert backup_shelf.found(made.path.parent) == [only]
    assert backup_shelf.found(tmp_path / "nowhere") == []


def test_what_is_read_with_the_key_is_what_was_written(opened, stick, pen):
    put(opened, pen)
    made = backup.write(opened, stick, AT)
    assert backup_shelf.read(opened, made.path) == made


def test_the_backup_of_another_worker_is_not_read_as_ones_own(opened, stick, tmp_path):
    other = vault.create(tmp_path / "other", PASSPHRASE, cost=keys.FLOOR)
    made = backup.write(other, stick, AT)
    with pytest.raises(VaultDamagedError):
        backup_shelf.read(opened, made.path)
    other.close()


def test_old_backups_go_but_never_the_newest_and_never_anothers(opened, stick, tmp_path):
    other = vault.create(tmp_path / "other", PASSPHRASE, cost=keys.FLOOR)
    others = backup.write(other, stick, AT - timedelta(days=90))
    other.close()
    made = [backup.write(opened, stick, AT - timedelta(days=n)) for n in (0, 1, 2, 40)]
    # Put into our folder by hand, and called like ours.
    shutil.copytree(others.path, made[0].path.with_name("Backup 2020-01-01 0000"))
    assert backup_shelf.prune(opened, stick, AT, keep=10, days=30) == 1
    assert [one.path.exists() for one in made] == [True, True, True, False]
    assert backup_shelf.prune(opened, stick, AT, keep=2, days=30) == 1
    assert [one.path.exists() for one in made] == [True, True, False, False]
    assert backup_shelf.prune(opened, stick, AT + timedelta(days=365), keep=10, days=30) == 1
    assert made[0].path.exists()
    assert others.path.exists()
    assert made[0].path.with_name("Backup 2020-01-01 0000").exists()


def test_what_a_person_put_into_a_backup_stays(opened, stick):
    older = backup.write(opened, stick, AT - timedelta(days=40))
    backup.write(opened, stick, AT)
    (older.path / "my letter.txt").write_text("mine")
    assert backup_shelf.prune(opened, stick, AT, keep=10, days=30) == 0
    assert names(older.path) == ["my letter.txt"]


def test_a_stopped_backup_leaves_nothing(opened, stick, pen):
    put(opened, pen, notes=1200)
    with pytest.raises(BackupStoppedError):
        backup.write(opened, stick, AT, watch=lambda _done, _whole: False)
    assert names(stick) == [f"Notes {opened.id[:8]}"]


def test_a_backup_tells_how_far_it_is(opened, stick, pen):
    put(opened, pen, notes=1200)
    told = []
    backup.write(opened, stick, AT, watch=lambda *far: not told.append(far))
    assert told
    assert all(0 <= done <= whole for done, whole in told)


def test_a_backup_is_of_one_moment_while_somebody_types(opened, stick, pen):
    put(opened, pen, notes=1000)
    typed = []

    def type_on(_done, _whole):
        if len(typed) < 5:
            put(opened, pen, f"tuisku{len(typed)}", 1)
            typed.append(1)
        return True

    made = backup.write(opened, stick, AT, watch=type_on)
    assert typed
    connection = opened.connect()
    here = connection.execute("SELECT count(*) FROM change").fetchone()[0]
    connection.close()
    assert 1001 <= made.changes <= here == 1001 + 2 * len(typed)


def test_a_vault_that_was_opened_although_something_is_missing_can_be_backed_up(opened, stick, pen):
    put(opened, pen)
    connection = opened.connect()
    with transaction(connection):
        connection.execute("DELETE FROM change WHERE n = 2")
    connection.close()
    assert backup.write(opened, stick, AT).changes == 3


def test_a_full_stick_is_told_in_a_sentence_and_nothing_stays(opened, stick, pen):
    resource = pytest.importorskip("resource", reason="there is none on Windows")
    put(opened, pen, notes=1200)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(BackupFailedError) as refused:
            backup.write(opened, stick, AT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert refused.value.hint
    assert names(stick) == [f"Notes {opened.id[:8]}"]
    assert backup.write(opened, stick, AT).changes == 1201


def test_a_stick_that_is_gone_or_closed_to_writing_is_told_in_a_sentence(opened, tmp_path):
    file = tmp_path / "no folder"
    file.touch()
    with pytest.raises(BackupFailedError):
        backup.write(opened, file, AT)


@pytest.mark.parametrize("name", [*keyslots.FILES, anchor.FILE, "vault.db"])
def test_a_copy_that_the_stick_changed_on_the_way_is_no_backup(opened, stick, pen, name):
    put(opened, pen)

    class BadStick(type(opened)):
        def seal_copy(self, folder, record):
            super().seal_copy(folder, record)
            data = bytearray((folder / name).read_bytes())
            data[len(data) // 2] ^= 1
            (folder / name).write_bytes(data)

    opened.__class__ = BadStick
    with pytest.raises(BackupFailedError, match="read back"):
        backup.write(opened, stick, AT)
    assert names(stick) == [f"Notes {opened.id[:8]}"]


_KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from assistance_desktop.storage import backup, backup_shelf, vault
opened = vault.unlock_with_sheet(Path(sys.argv[1]), b"s" * 20)
def watch(done, whole):
    print("half", flush=True)
    sys.stdin.read()
backup.write(opened, Path(sys.argv[2]), datetime(2026, 12, 1, 8, 10, tzinfo=UTC), watch=watch)
"""


def test_a_killed_program_leaves_the_vault_whole_and_nothing_that_looks_like_a_backup(
    tmp_path, stick, pen
):
    folder = tmp_path / "notes"
    opened = vault.create(folder, PASSPHRASE, sheet=SHEET, cost=keys.FLOOR)
    put(opened, pen, notes=1500)
    opened.close()
    killed = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", _KILLED, str(folder), str(stick)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert killed.stdout.readline() == b"half\n"
    killed.kill()
    killed.wait()
    killed.stdin.close()
    killed.stdout.close()
    assert any(path.name.endswith(backup_shelf.PART) for path in stick.rglob("*"))
    assert backup_shelf.found(stick) == []
    opened = vault.unlock_with_sheet(folder, SHEET)
    assert opened.gap.is_none
    made = backup.write(opened, stick, AT)
    opened.close()
    assert [one.path for one in backup_shelf.found(stick)] == [made.path]
    assert not any(path.name.endswith(backup_shelf.PART) for path in stick.rglob("*"))
