"""What an unlocking vault is found to be: its age, its state, and what it lacks.

The database is brought up to this program, after a copy of it was kept.
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.i18n import _
from assistance_desktop.storage import anchor, keys, migrate
from assistance_desktop.storage.anchor import Record
from assistance_desktop.storage.database import (
    Connection,
    StorageFullError,
    connect,
    damaged,
    is_whole,
)
from assistance_desktop.storage.files import flush, remove
from assistance_desktop.storage.gap import Gap, find
from assistance_desktop.storage.opened import DATABASE, put_anchor

BEFORE = "vault.before-"
"""The database as it was before an update, with the number of its schema behind."""


def examine(folder: Path, vault_id: str, master: bytes, record: Record | None) -> Gap:
    """Bring the database up to this program, and say what it lacks by its anchor."""
    untouched = record is not None and _is_untouched(folder, record)
    connection = connect(folder / DATABASE, keys.derive(master, "database"), read_only=False)
    try:
        present = migrate.present(connection)
        if record is None and present < migrate.ANCHORED:
            # Before the update: a kill behind it must not look as if an anchor had been removed.
            record = Record()
            put_anchor(folder, vault_id, master, record)
        if present < migrate.newest():
            _copy_before(folder, connection, present)
            migrate.migrate(connection)
        if record is None:
            return Gap(unwitnessed=True)
        if record.database and not untouched and not is_whole(connection):
            raise damaged()
        return find(connection, record, untouched=untouched)
    except dbapi2.DatabaseError as error:
        raise damaged() from error
    finally:
        connection.close()


def _is_untouched(folder: Path, record: Record) -> bool:
    """Whether the database file is to the letter the one that was locked."""
    wal = folder / f"{DATABASE}-wal"
    if not record.database or (wal.exists() and wal.stat().st_size):
        return False
    # Of a backup that was put in place everything was hashed: it has lain elsewhere.
    found = anchor.hash_database(folder / DATABASE, whole=bool(record.copied))
    return found == record.database


def _copy_before(folder: Path, connection: Connection, present: int) -> None:
    """Keep the database as it is before it is brought up to this program."""
    copy = folder / f"{BEFORE}{present}"
    half = folder / f".{copy.name}.new"
    try:
        remove(half)
        connection.execute("VACUUM INTO ?", (str(half),))
        flush(half)
        half.replace(copy)
    except (OSError, dbapi2.OperationalError) as error:
        remove(half)
        raise StorageFullError(
            _("There is no room for the copy that is made before an update."),
            _("Make room on the disk and unlock again. Nothing was changed."),
        ) from error
