"""Backups: the whole vault in a folder of its own, on a stick or another disk.

A backup is written under another name, opened again and compared, and only then called one. It
opens with the same passphrase or sheet as the vault.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import anchor, chain, keyslots, migrate, still
from assistance_desktop.storage.anchor import Record
from assistance_desktop.storage.backup_shelf import MOMENT, PART, Written, count, home, length, size
from assistance_desktop.storage.chain import Tip
from assistance_desktop.storage.database import (
    Connection,
    StorageFullError,
    VaultDamagedError,
    damaged,
)
from assistance_desktop.storage.files import flush, make_private_folder, settle
from assistance_desktop.storage.opened import DATABASE, Vault, portable

_STEPS = 50
"""Of the database machine, between two looks at how far it is: some rows, of 1 MB at most."""

Watch = Callable[[int, int], bool]
"""Hears how many bytes of how many are written; False stops it."""


class BackupStoppedError(AppError):
    """Somebody stopped it; nothing of it is left."""


class BackupFailedError(StorageFullError):
    """The place did not take the backup; nothing of it is left there."""


def write(opened: Vault, place: Path, at: datetime, *, watch: Watch | None = None) -> Written:
    """Put a backup of the open vault into a place, while others may go on writing.

    `at` is aware; by it the backup is named. Raises BackupFailedError, BackupStoppedError and
    VaultDamagedError; nothing of it is left then.
    """
    folder = home(place, opened.id)
    name = f"Backup {at.strftime(MOMENT)}"
    with _refusing():
        make_private_folder(folder)
        _clear_halves(folder)
        half = folder / f"{name}{PART}"
        make_private_folder(half)
    watch = watch or _nobody
    try:
        with _refusing():
            before = _copy(opened, half, watch)
            made = _seal(opened, half, at)
            _drop_cached(half / DATABASE)
            _compare(opened, half, before, lambda: _go_on(watch, made.bytes))
            path = _take_name(half, folder, name)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    return replace(made, path=path)


def _copy(opened: Vault, half: Path, watch: Watch) -> tuple[Tip, int]:
    """The database as it is at this moment; what it held at least before."""
    copy = half / DATABASE
    connection = opened.connect()
    try:
        before = chain.tip(connection), count(connection)[0]
        whole = _pages(connection) or 1
        if shutil.disk_usage(half).free < whole:
            raise _no_room()
        stopped = False

        def look() -> int:
            nonlocal stopped
            stopped = not watch(min(length(copy), whole), whole)
            return int(stopped)

        connection.set_progress_handler(look, _STEPS)
        try:
            connection.execute("VACUUM INTO ?", (str(copy),))
        except dbapi2.OperationalError as error:
            if stopped:
                raise _stopped() from error
            raise
        finally:
            connection.set_progress_handler(None, 0)
        flush(copy)
    finally:
        connection.close()
    return before


def _seal(opened: Vault, half: Path, at: datetime) -> Written:
    """The key files and the anchor beside the copy, and what it holds."""
    with still.reading(half / DATABASE, opened.key("database")) as copy:
        record = anchor.take(copy, Record(copied=at.isoformat()))
        cases, changes = count(copy)
    opened.seal_copy(half, record)
    return Written(half, at, cases, changes, size(half))


def _compare(opened: Vault, half: Path, before: tuple[Tip, int], go_on: Callable[[], None]) -> None:
    """Open the copy again: it is whole, says what its anchor says, and is this vault's own past."""
    copy, key = half / DATABASE, opened.key("database")
    record = opened.anchor_of(half)
    try:
        damage = still.check(copy, key, go_on)
        with still.reading(copy, key) as held:
            last, cases, age = chain.tip(held), count(held)[0], migrate.present(held)
    except VaultDamagedError as error:
        raise _differs() from error
    go_on()
    live = opened.connect(read_only=True)
    try:
        same = chain.head_at(live, last.n) == last.head
        # A vault that somebody opened although a page was put back can be backed up as it is.
        same = same and (damage.is_none or damage == chain.check(live))
    finally:
        live.close()
    tip, least = before
    whole = record is not None and record.database == anchor.hash_database(copy, whole=True)
    held_all = same and last.n >= tip.n and cases >= least and age == migrate.newest()
    if not (whole and held_all and _opens(opened, half)):
        raise _differs()


def _opens(opened: Vault, half: Path) -> bool:
    """Whether both key files are there, with the ways in of the vault."""
    first, second = ((half / name).read_bytes() for name in keyslots.FILES)
    if first != second:
        return False
    slots = keyslots.read(half)[0]
    return slots.vault_id == opened.id and slots.slots == portable(opened.keyslots).slots


def _take_name(half: Path, folder: Path, name: str) -> Path:
    """Call the finished backup by its name, or by the next that is free."""
    path, n = folder / name, 1
    while path.exists():
        n += 1
        path = folder / f"{name} {n}"
    settle(half)
    half.rename(path)
    settle(folder)
    return path


def _clear_halves(folder: Path) -> None:
    """Remove what a program that was killed left half written; only one writes at a time."""
    for half in folder.glob(f"*{PART}"):
        shutil.rmtree(half, ignore_errors=True)


def _pages(connection: Connection) -> int:
    """Bytes of the database, without what stands empty in it."""
    count, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (count - free) * size


def _drop_cached(path: Path) -> None:
    """Let the comparison read the stick itself, where the system lets a program ask for that."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _go_on(watch: Watch, whole: int) -> None:
    """Between two readings of the whole copy: locking does not wait for the rest of them."""
    if not watch(whole, whole):
        raise _stopped()


def _nobody(_done: int, _whole: int) -> bool:
    return True


@contextlib.contextmanager
def _refusing() -> Generator[None]:
    """What the disk of the backup reports becomes a sentence."""
    try:
        yield
    except (OSError, dbapi2.OperationalError) as error:
        raise _failed() from error
    except dbapi2.DatabaseError as error:
        raise damaged() from error


def _failed() -> BackupFailedError:
    return BackupFailedError(
        _("The backup could not be written there."),
        _("See that the stick is in, has room and may be written to. Nothing is left there."),
    )


def _differs() -> BackupFailedError:
    return BackupFailedError(
        _("The backup does not read back as it was written."),
        _("This stick or disk may be failing. Take another one. Your notes are as they were."),
    )


def _no_room() -> BackupFailedError:
    return BackupFailedError(
        _("There is not enough room for a backup there."),
        _("Remove older backups or take another stick. Nothing is left there."),
    )


def _stopped() -> BackupStoppedError:
    return BackupStoppedError(
        _("The backup was stopped."), _("Nothing of it is left. Your notes are as they were.")
    )
