"""The encrypted database file: a connection to it, and a transaction that holds or does not.

What SQLCipher and the disk report becomes a sentence here and nowhere else.
"""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

Connection: TypeAlias = dbapi2.Connection

_FULL = 13
"""SQLITE_FULL (sqlite.org/rescode.html)."""
_READ_ONLY = 8
_ROOM = 1 << 20
"""Bytes that opening takes beside the database."""
_DISK_FAILED = (10, 11, 14, 26)
"""SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_NOTADB."""


class VaultDamagedError(AppError):
    """The database cannot be read with its right key."""


class StorageFullError(AppError):
    """The disk did not take the write; what was there before is intact."""


class StorageFailingError(StorageFullError):
    """The disk has room and still did not take the write, or does not give what it holds."""


def connect(path: Path, key: bytes, *, read_only: bool) -> Connection:
    """A connection to the database, for the thread that calls.

    Raises VaultDamagedError, and StorageFullError or StorageFailingError when it is the disk.
    """
    if not path.exists():
        path.touch(mode=0o600)
    try:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    except dbapi2.OperationalError as error:
        raise unreadable() from error
    # The raw-key form through set_key: 0.2 ms, and no copy of it stays in SQL text.
    connection.set_key(f"x'{key.hex()}'".encode())
    connection.row_factory = dbapi2.Row
    try:
        _settle(connection)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except dbapi2.DatabaseError as error:
        connection.close()
        raise _closed(path, error) from error
    return connection


def _settle(connection: Connection) -> None:
    """Choose how it works, and read its first page."""
    connection.execute("PRAGMA cipher_log = off")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextmanager
def transaction(connection: Connection) -> Generator[None]:
    """All of it or none.

    Raises StorageFullError, StorageFailingError or VaultDamagedError when it was none.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except dbapi2.OperationalError as error:
        raise _refusal(error) from error
    except dbapi2.IntegrityError:
        raise
    except dbapi2.DatabaseError as error:
        raise damaged() from error
    finally:
        _roll_back(connection)


def is_whole(connection: Connection) -> bool:
    """Whether every page proves itself and every table and index fit; reads the whole file."""
    try:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        tables = connection.execute("PRAGMA integrity_check").fetchall()
    except dbapi2.DatabaseError:
        return False
    return not pages and [row[0] for row in tables] == ["ok"]


def damaged() -> VaultDamagedError:
    """What to say of a database that cannot be read."""
    return VaultDamagedError(
        _("The notes are there, but their file is damaged."),
        _("Restore a backup, or fetch the cases from your office. Nothing was changed."),
    )


def as_refusal(error: BaseException) -> AppError | None:
    """What to say when the disk or SQLCipher failed while reading; None for anything else."""
    failed = isinstance(error, dbapi2.DatabaseError) and _code(error) in _DISK_FAILED
    return unreadable() if failed else None


def unreadable() -> StorageFailingError:
    """What to say of a disk that does not give what it holds."""
    return StorageFailingError(
        _("Your notes could not be read: the disk does not answer as it should."),
        _("Lock and unlock again. If it happens again, restore a backup on another disk."),
    )


def cipher_version() -> str:
    """Which SQLCipher this is."""
    connection = dbapi2.connect(":memory:")
    version = str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    connection.close()
    return version


def _closed(path: Path, error: dbapi2.DatabaseError) -> AppError:
    """Why it does not open: SQLite tells an operation that failed from a file that is wrong.

    That its journal found no room it does not tell; the disk is asked.
    """
    if not isinstance(error, dbapi2.OperationalError):
        return damaged()
    if shutil.disk_usage(path.parent).free < _ROOM:
        return StorageFullError(
            _("There is no room on the disk to open your notes."),
            _("Make room on the disk and try again. Nothing was changed."),
        )
    return unreadable()


def _refusal(error: dbapi2.OperationalError) -> StorageFullError:
    if _code(error) in (_FULL, _READ_ONLY):
        return StorageFullError(
            _("The last change could not be saved."),
            _("Make room on the disk. What you typed is still on the screen."),
        )
    return StorageFailingError(
        _("The last change could not be saved: the disk does not answer as it should."),
        _("What you typed is still on the screen. Back up to another disk as soon as you can."),
    )


def _code(error: dbapi2.DatabaseError) -> int:
    """SQLite's own number of what happened, 0 when it says none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _roll_back(connection: Connection) -> None:
    """Undo what was not committed; after a commit there is nothing to undo."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
