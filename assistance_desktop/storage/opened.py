"""An open vault: connections to it, its ways in, and its anchor, until the key is dropped."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from filelock import FileLock
from sqlcipher3 import dbapi2

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import anchor, chain, keys, keyslots, reserve
from assistance_desktop.storage.anchor import Record
from assistance_desktop.storage.database import Connection, StorageFullError, connect
from assistance_desktop.storage.gap import Gap
from assistance_desktop.storage.keyslots import Keyslots, Kind, Slot

DATABASE = "vault.db"

ASIDE = ".damaged-"
"""Behind the name of notes that a backup has taken the place of."""


class VaultMissingError(AppError):
    """The folder holds no vault, or only half of one."""


class Vault:
    """An open vault; `connect` reaches it until `close` drops the key.

    `opened_by` is the way in that was used, `gap` what was found missing when it was opened.
    """

    def __init__(
        self,
        folder: Path,
        slots: Keyslots,
        master: bytes,
        lock: FileLock,
        *,
        opened_by: Kind = Kind.PASSPHRASE,
        record: Record | None = None,
        gap: Gap | None = None,
    ) -> None:
        self.folder = folder
        self.keyslots = slots
        self.opened_by = opened_by
        self.gap = gap or Gap()
        self._master: bytes | None = master
        self._record = record or Record()
        self._lock = lock
        self._last_note = b""

    @property
    def id(self) -> str:
        """The name of the vault that nothing else has, 32 hexadecimal digits."""
        return self.keyslots.vault_id

    def connect(self, *, read_only: bool = False) -> Connection:
        """A new connection, for the thread that calls. Raises VaultDamagedError."""
        return connect(self.folder / DATABASE, self.key("database"), read_only=read_only)

    def key(self, use: str) -> bytes:
        """A key of this vault for one use. Raises VaultMissingError once it is closed."""
        return keys.derive(self._open_master(), use)

    def remember(self, connection: Connection) -> None:
        """Put into the anchor what the database holds now; nothing while a gap is undecided.

        A disk that does not take it costs sharpness and no data: the next write tries again.
        """
        master = self._open_master()
        if self.gap.is_none:
            record = anchor.take(connection, self._record)
            if record != self._record and put_anchor(self.folder, self.id, master, record):
                self._record = record

    def accept_gap(self, connection: Connection) -> None:
        """A person opens the vault although something is missing: the anchor begins anew."""
        self.gap = Gap()
        self._record = Record()
        self.remember(connection)

    @property
    def is_copy(self) -> bool:
        """Whether this was a backup until now: another copy of it may be at work elsewhere."""
        return bool(self._record.copied)

    def settle_copy(self) -> None:
        """It has become a vault of its own, with a device of its own."""
        self._record = replace(self._record, copied="")
        self.begin_anchor()

    def seal_copy(self, folder: Path, record: Record) -> None:
        """Put the key files and an anchor beside a copy of the database. Raises OSError."""
        self.seal_keyslots(folder, portable(self.keyslots))
        master = self._open_master()
        digest = anchor.hash_database(folder / DATABASE, whole=True)
        anchor.write(folder, self.id, master, replace(record, database=digest))

    def seal_keyslots(self, folder: Path, slots: Keyslots) -> None:
        """Put key files with these ways in beside a copy of the database. Raises OSError."""
        keyslots.write(folder, slots, self._open_master())

    def anchor_of(self, folder: Path) -> Record | None:
        """What the anchor beside a copy of this vault says; None when this vault sealed none."""
        return anchor.read(folder, self.id, self._open_master())

    def begin_anchor(self) -> None:
        """Say in the anchor that the vault is open: from now on its file changes."""
        put_anchor(self.folder, self.id, self._open_master(), self._record)

    def change_passphrase(self, passphrase: str, *, cost: keys.Cost | None = None) -> None:
        """From now on another passphrase opens the vault. Raises StorageFullError."""
        chosen = cost or keys.calibrate()
        self.put_slot(
            lambda master, vault_id: keyslots.seal_passphrase(
                master, passphrase, vault_id, chosen, today()
            )
        )

    def put_slot(self, seal: Callable[[bytes, str], Slot]) -> None:
        """Write one slot, made from the master key and the vault's id; the others stay.

        Raises StorageFullError.
        """
        self._write_slots(self.keyslots.having(self.seal_slot(seal)))

    def seal_slot(self, seal: Callable[[bytes, str], Slot]) -> Slot:
        """A slot made from the master key and the vault's id, which opens nothing yet."""
        return seal(self._open_master(), self.id)

    def rename(self, name: str) -> None:
        """Be known by this neutral name before anything is unlocked. Raises StorageFullError."""
        self._write_slots(replace(self.keyslots, name=name))

    def drop_slots(self, *kinds: Kind) -> None:
        """Let go of these ways in. Raises StorageFullError."""
        self._write_slots(self.keyslots.without(*kinds))

    def hear_witness(self, note: bytes) -> None:
        """Compare with what the keyring remembers: an old file may have come with its old anchor.

        A note that is none, or says no more than what is here, changes nothing.
        """
        told = anchor.read_note(note, self.id, self._open_master())
        if told is None or not self.gap.is_none:
            return
        connection = self.connect(read_only=True)
        try:
            here = chain.tip(connection)
            known = chain.head_at(connection, told.n) == told.head
        finally:
            connection.close()
        if not known:
            self.gap = Gap(missing=max(told.n - here.n, 1))

    @property
    def note(self) -> bytes:
        """What the keyring should remember of the state at locking; b"" before that."""
        return self._last_note

    def give_up_reserve(self) -> bool:
        """Free the room that was kept for a full disk; whether there was any."""
        return reserve.give_up(self.folder)

    def close(self) -> None:
        """Leave the anchor as it must be found, drop the key, let other windows in.

        Connections are closed by those who made them, before.
        """
        if self._master is None:
            return
        master, self._master = self._master, None
        if self.gap.is_none:
            self._leave_anchor(master)
            self._last_note = anchor.seal_note(self.id, master, self._record)
        self._lock.release()

    def _leave_anchor(self, master: bytes) -> None:
        """The last state of the chain, and the hash of the file once its journal is empty.

        A database that cannot be read any more is told of at the next unlock, not here: closing
        goes on.
        """
        key = keys.derive(master, "database")
        with contextlib.suppress(AppError, dbapi2.DatabaseError):
            connection = connect(self.folder / DATABASE, key, read_only=False)
            try:
                record = anchor.take(connection, self._record)
                busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            finally:
                connection.close()
            put_anchor(self.folder, self.id, master, record, at_rest=not busy)
            self._record = record

    def _write_slots(self, slots: Keyslots) -> None:
        try:
            keyslots.write(self.folder, slots, self._open_master())
        except OSError as error:
            raise StorageFullError(
                _("The key file could not be written."),
                _("Make room on the disk. The old way in still works."),
            ) from error
        self.keyslots = slots

    def _open_master(self) -> bytes:
        if self._master is None:
            raise VaultMissingError(_("These notes are locked."), _("Unlock them first."))
        return self._master


def portable(slots: Keyslots) -> Keyslots:
    """The ways into a copy: the keyring of this computer opens none."""
    return slots.without(Kind.KEYRING)


def put_anchor(
    folder: Path, vault_id: str, master: bytes, record: Record, *, at_rest: bool = False
) -> bool:
    """Write the anchor; whether the disk took it.

    `at_rest` tells that nobody has the database open and nothing is in its journal.
    """
    try:
        whole = bool(record.copied)
        digest = anchor.hash_database(folder / DATABASE, whole=whole) if at_rest else ""
        anchor.write(folder, vault_id, master, replace(record, database=digest))
    except OSError:
        return False
    return True


def today() -> str:
    """The day that stands on a slot, for people to read, as ISO."""
    return date.today().isoformat()  # noqa: DTZ011 - by this computer's clock
