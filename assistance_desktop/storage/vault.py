"""The vault: one folder with an encrypted database, its keyslots and a lock file.

The only translator of what SQLCipher and the file system report into sentences. The database
has a random raw key derived from the master key; WAL with synchronous=FULL, so that a commit
that was acknowledged survives a power cut (vault-and-sync.md 1).
"""

import secrets
import shutil
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import keyring
from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keys, migrate
from assistance_desktop.storage.files import make_private_folder

Connection: TypeAlias = dbapi2.Connection


class VaultDamagedError(AppError):
    """The database cannot be read with its right key."""


class VaultInUseError(AppError):
    """Another window of the program has the vault open."""


class VaultMissingError(AppError):
    """The folder holds no vault, or only half of one."""


class StorageFullError(AppError):
    """The disk did not take the write; what was there before is intact."""


class Vault:
    """An open vault. `writer` and `reader` connect to it until `close` drops the key."""

    def __init__(self, folder: Path, vault_id: str, master: bytes, lock: FileLock) -> None:
        self.folder = folder
        self.id = vault_id
        self._master: bytes | None = master
        self._lock = lock

    def connect(self, *, read_only: bool = False) -> Connection:
        """A new connection, for the thread that calls. Raises VaultDamagedError."""
        if self._master is None:
            raise VaultMissingError(_("These notes are locked."), _("Unlock them first."))
        return _connect(self.folder / "vault.db", self._master, read_only=read_only)

    def close(self) -> None:
        """Drop the key and let other windows in. Connections are closed by those who made them."""
        self._master = None
        self._lock.release()


def exists(folder: Path) -> bool:
    """Whether the folder holds a vault, or anything of one."""
    return any((folder / name).exists() for name in ("vault.db", "vault.keys", "vault.keys.copy"))


def create(
    folder: Path,
    passphrase: str,
    *,
    cost: keys.Cost | None = None,
    fill: Callable[[Connection], object] | None = None,
) -> Vault:
    """Make a vault in an empty place. Never writes over anything that is there.

    `fill` writes what the vault holds from the first moment, before anybody can see it.
    """
    if exists(folder):
        raise VaultInUseError(
            _("There are notes in this place already."),
            _("Open them, or choose another place. Nothing was changed."),
        )
    master = secrets.token_bytes(32)
    vault_id = uuid.uuid4().hex
    half_made = folder.with_name(f".{folder.name}.{vault_id[:8]}")
    try:
        make_private_folder(half_made)
        connection = _connect(half_made / "vault.db", master, read_only=False)
        migrate.migrate(connection)
        if fill is not None:
            with transaction(connection):
                fill(connection)
        connection.close()
        sealed = keys.seal_with_passphrase(master, passphrase, vault_id, cost or keys.calibrate())
        keys.write_keyslots(half_made, sealed)
        _take_place(half_made, folder)
        return Vault(folder, vault_id, master, _take_lock(folder))
    except OSError as error:
        shutil.rmtree(half_made, ignore_errors=True)
        raise StorageFullError(
            _("The notes could not be made in this place."),
            _("Make room on the disk, or choose a folder that you may write to."),
        ) from error


def _take_place(half_made: Path, folder: Path) -> None:
    """Give the finished vault its name, so that nobody ever sees half of one."""
    if folder.is_dir():
        folder.rmdir()
    half_made.rename(folder)


def unlock(folder: Path, passphrase: str) -> Vault:
    """Open a vault. Raises WrongPassphraseError, VaultDamagedError, VaultNewerError and others.

    Every refusal leaves the folder as it was.
    """
    if not (folder / "vault.db").exists():
        raise VaultMissingError(
            _("There are no notes in this place."),
            _("Look for the folder that holds vault.db, or restore a backup."),
        )
    keyslots = keys.read_keyslots(folder)
    lock = _take_lock(folder)
    try:
        master = keys.unseal_with_passphrase(keyslots, passphrase)
        connection = _connect(folder / "vault.db", master, read_only=False)
        migrate.migrate(connection)
        connection.close()
    except AppError:
        lock.release()
        raise
    return Vault(folder, keyslots.vault_id, master, lock)


@contextmanager
def transaction(connection: Connection) -> Generator[None]:
    """All of it or none. Raises StorageFullError when the disk does not take it."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except dbapi2.OperationalError as error:
        raise StorageFullError(
            _("The last change could not be saved."),
            _("Make room on the disk. What you typed is still on the screen."),
        ) from error
    finally:
        _roll_back(connection)


def _roll_back(connection: Connection) -> None:
    """Undo what was not committed; after a commit there is nothing to undo."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _take_lock(folder: Path) -> FileLock:
    # Not bound to a thread: the key is made on one, and the window closes the vault on another.
    lock = FileLock(folder / "vault.lock", mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise VaultInUseError(
            _("These notes are open in another window."),
            _("Use that window, or close it and try again."),
        ) from error
    return lock


def _connect(path: Path, master: bytes, *, read_only: bool) -> Connection:
    raw = keys.derive(master, "database").hex()
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    # The raw-key form through set_key: 0.2 ms, and no copy of it stays in SQL text.
    connection.set_key(f"x'{raw}'".encode())
    connection.row_factory = dbapi2.Row
    try:
        connection.execute("PRAGMA cipher_log = off")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -16000")
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except dbapi2.DatabaseError as error:
        connection.close()
        raise VaultDamagedError(
            _("The notes are there, but their file is damaged."),
            _("Restore a backup, or fetch the cases from your office. Nothing was changed."),
        ) from error
    return connection


def cipher_version() -> str:
    """Which SQLCipher this is."""
    connection = dbapi2.connect(":memory:")
    version = str(connection.execute("PRAGMA cipher_version").fetchone()[0])
    connection.close()
    return version


def keyring_name() -> str:
    """The system keyring that would be used; it is a convenience and may be missing."""
    return type(keyring.get_keyring()).__module__
