"""The vault: one folder with an encrypted database, its keyslots, its anchor and a lock file.

The only translator of what SQLCipher and the file system report into sentences. The database
has a random raw key derived from the master key; WAL with synchronous=FULL, so that a commit
that was acknowledged survives a power cut (vault-and-sync.md 1).
"""

import contextlib
import secrets
import shutil
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import anchor, keys, keyslots, migrate, place, reserve
from assistance_desktop.storage.anchor import Record
from assistance_desktop.storage.database import (
    Connection,
    StorageFailingError,
    StorageFullError,
    VaultDamagedError,
    cipher_version,
    connect,
    transaction,
    unreadable,
)
from assistance_desktop.storage.examining import BEFORE, examine
from assistance_desktop.storage.files import half_made, half_made_before, remove, settle
from assistance_desktop.storage.keyslots import Keyslots, Kind, Slot
from assistance_desktop.storage.opened import (
    DATABASE,
    Vault,
    VaultMissingError,
    put_anchor,
    today,
)

__all__ = [
    "Connection",
    "StorageFailingError",
    "StorageFullError",
    "Vault",
    "VaultDamagedError",
    "VaultMissingError",
    "cipher_version",
    "transaction",
]

LOCK = "vault.lock"
KEEP_BEFORE = 30 * 86_400
"""Seconds for which a database from before an update is kept."""


class VaultInUseError(AppError):
    """Another window of the program has the vault open."""


def exists(folder: Path) -> bool:
    """Whether the folder holds a vault, or anything of one."""
    return any((folder / name).exists() for name in (DATABASE, *keyslots.FILES))


def create(
    folder: Path,
    passphrase: str,
    *,
    sheet: bytes | None = None,
    name: str = "",
    cost: keys.Cost | None = None,
    fill: Callable[[Connection], object] | None = None,
) -> Vault:
    """Make a vault in an empty place. Never writes over anything that is there.

    `sheet` is the secret of the recovery sheet, `name` the worker's neutral name. `fill` writes
    what the vault holds from the first moment, before anybody can see it.
    Raises VaultInUseError, PlaceRefusedError and StorageFullError.
    """
    if exists(folder):
        raise VaultInUseError(
            _("There are notes in this place already."),
            _("Open them, or choose another place. Nothing was changed."),
        )
    place.check(folder)
    master = secrets.token_bytes(32)
    vault_id = uuid.uuid4().hex
    try:
        with half_made(folder) as half:
            database = connect(half / DATABASE, keys.derive(master, "database"), read_only=False)
            migrate.migrate(database)
            if fill is not None:
                with transaction(database):
                    fill(database)
            database.close()
            first = _first_slots(master, vault_id, passphrase, sheet, cost or keys.calibrate())
            slots = Keyslots(vault_id, first, name)
            keyslots.write(half, slots, master)
            put_anchor(half, vault_id, master, Record())
            reserve.keep(half)
            _take_place(half, folder)
            return Vault(folder, slots, master, take_lock(folder))
    except OSError as error:
        raise StorageFullError(
            _("The notes could not be made in this place."),
            _("Make room on the disk, or choose a folder that you may write to."),
        ) from error


def unlock(folder: Path, passphrase: str) -> Vault:
    """Open a vault. Raises WrongPassphraseError, VaultDamagedError, VaultNewerError and others.

    Every refusal leaves the folder as it was.
    """
    return _open(
        folder, Kind.PASSPHRASE, lambda slots: keyslots.unseal_passphrase(slots, passphrase)
    )


def unlock_with_sheet(folder: Path, secret: bytes) -> Vault:
    """Open a vault with the secret of its recovery sheet. Raises WrongSheetError, else as above."""
    return _open(folder, Kind.SHEET, lambda slots: keyslots.unseal_sheet(slots, secret))


def unlock_with(folder: Path, kind: Kind, unseal: Callable[[Keyslots], bytes]) -> Vault:
    """Open a vault in another way. Raises what `unseal` raises, else as above."""
    return _open(folder, kind, unseal)


def _open(folder: Path, kind: Kind, unseal: Callable[[Keyslots], bytes]) -> Vault:
    try:
        return _open_kept(folder, kind, unseal)
    except StorageFailingError:
        raise
    except StorageFullError:
        # Reading what is there does not wait for room: opening gets what was kept for it.
        if not reserve.give_up(folder):
            raise
        return _open_kept(folder, kind, unseal)
    except OSError as error:
        raise unreadable() from error


def _open_kept(folder: Path, kind: Kind, unseal: Callable[[Keyslots], bytes]) -> Vault:
    if not (folder / DATABASE).exists():
        raise VaultMissingError(
            _("There are no notes in this place."),
            _("Look for the folder that holds vault.db, or restore a backup."),
        )
    place.check(folder)
    copies = keyslots.read(folder)
    lock = take_lock(folder)
    try:
        slots, master = unseal_first(copies, unseal)
        record = anchor.read(folder, slots.vault_id, master)
        gap = examine(folder, slots.vault_id, master, record)
        if not slots.is_genuine(master):
            gap = replace(gap, keyslots_touched=True)
        opened = Vault(folder, slots, master, lock, opened_by=kind, record=record, gap=gap)
        _settle(opened, master, copies)
    except BaseException:
        lock.release()
        raise
    return opened


def unseal_first(
    copies: Sequence[Keyslots], unseal: Callable[[Keyslots], bytes]
) -> tuple[Keyslots, bytes]:
    """The first copy that opens and is genuine, else the first that opens. Raises as `unseal`."""
    opened: list[tuple[Keyslots, bytes]] = []
    refusal: AppError | None = None
    for copy in copies:
        try:
            opened.append((copy, unseal(copy)))
        except AppError as error:
            refusal = refusal or error
        else:
            if copy.is_genuine(opened[-1][1]):
                return opened[-1]
    if opened:
        return opened[0]
    raise refusal or VaultMissingError(_("There are no notes in this place."))


def _settle(opened: Vault, master: bytes, copies: Sequence[Keyslots]) -> None:
    """Mend what can be mended in silence, and tell the anchor that the vault is open.

    A disk that does not take it now takes it next time; nothing depends on it.
    """
    folder = opened.folder
    for half in half_made_before(folder):
        shutil.rmtree(half, ignore_errors=True)
    reserve.keep(folder)
    for copy in folder.glob(f"{BEFORE}*"):
        if time.time() - copy.stat().st_mtime > KEEP_BEFORE:
            remove(copy)
    if not opened.gap.is_none:
        return
    whole = all((folder / name).exists() for name in keyslots.FILES)
    if len(copies) > 1 or not whole or not opened.keyslots.seal:
        with contextlib.suppress(OSError):
            keyslots.write(folder, opened.keyslots, master)
    opened.begin_anchor()


def prove_sheet(opened: Vault, secret: bytes) -> None:
    """Open a scratch copy of the vault with the sheet, and remove it again.

    Raises WrongSheetError, VaultDamagedError or StorageFullError when the sheet is of no use.
    """
    _prove(opened, opened.keyslots, secret)


def replace_sheet(opened: Vault, secret: bytes) -> None:
    """Let a new recovery sheet open the vault, once it has opened a copy.

    Raises as `prove_sheet`; the old sheet then opens as before.
    """
    slot = opened.seal_slot(
        lambda master, vault_id: keyslots.seal_sheet(master, secret, vault_id, today())
    )
    _prove(opened, opened.keyslots.having(slot), secret)
    opened.put_slot(lambda _master, _vault_id: slot)


def _prove(opened: Vault, slots: Keyslots, secret: bytes) -> None:
    try:
        with half_made(opened.folder) as copy:
            with contextlib.closing(opened.connect()) as connection:
                connection.execute("VACUUM INTO ?", (str(copy / DATABASE),))
            opened.seal_keyslots(copy, slots)
            unlock_with_sheet(copy, secret).close()
    except (OSError, dbapi2.OperationalError) as error:
        raise StorageFullError(
            _("The sheet could not be tried."),
            _("Make room on the disk and try again."),
        ) from error


def _first_slots(
    master: bytes, vault_id: str, passphrase: str, sheet: bytes | None, cost: keys.Cost
) -> tuple[Slot, ...]:
    made = today()
    first = keyslots.seal_passphrase(master, passphrase, vault_id, cost, made)
    if sheet is None:
        return (first,)
    return first, keyslots.seal_sheet(master, sheet, vault_id, made)


def _take_place(half_made: Path, folder: Path) -> None:
    """Give the finished vault its name, so that nobody ever sees half of one."""
    if folder.is_dir():
        folder.rmdir()
    half_made.rename(folder)
    settle(folder.parent)


def take_lock(folder: Path) -> FileLock:
    """Keep other windows out of a folder until it is released. Raises VaultInUseError."""
    # Not bound to a thread: the key is made on one, and the window closes the vault on another.
    lock = FileLock(folder / LOCK, mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise VaultInUseError(
            _("These notes are open in another window."),
            _("Use that window, or close it and try again."),
        ) from error
    return lock
