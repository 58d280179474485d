"""Bringing back what a backup holds: joined to what is here, or put where there is nothing.

Joining never replaces: what the vault lacks is added, what is newer stays. Everything is looked
into first without writing, and a backup that is not whole is refused as a whole.
"""

import contextlib
import shutil
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2

from assistance_desktop.cases.changes import Change
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import (
    anchor,
    attachments,
    backup_shelf,
    case_store,
    gap,
    keys,
    keyslots,
    migrate,
    questionnaires,
    still,
    vault,
)
from assistance_desktop.storage.anchor import Record
from assistance_desktop.storage.change_rows import change_from
from assistance_desktop.storage.database import (
    Connection,
    StorageFullError,
    VaultDamagedError,
    connect,
)
from assistance_desktop.storage.files import flush, half_made, remove, settle
from assistance_desktop.storage.keyslots import Keyslots
from assistance_desktop.storage.opened import ASIDE, DATABASE, Vault
from assistance_desktop.storage.questionnaires import State

_BATCH = 2_000
"""Changes that are looked for at once."""


class BackupDamagedError(AppError):
    """The backup is not what was written."""


class OtherVaultError(AppError):
    """The backup is of other notes: only their passphrase or sheet opens it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A backup that was opened and read as a whole; `at` is the moment it was made, aware."""

    folder: Path
    key: bytes
    at: datetime
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """So many changes of a case that come back, by the name that the backup knows."""

    case_id: str
    pseudonym: str
    changes: int


@dataclass(frozen=True, slots=True)
class Look:
    """What joining would do. `first` and `last` are the days of what comes, None without any.

    `newer` changes are here and not in the backup: they stay.
    """

    at: datetime
    coming: tuple[Coming, ...]
    newer: int
    files: int
    questionnaires: int
    first: date | None
    last: date | None

    @property
    def changes(self) -> int:
        """How many changes come back."""
        return sum(each.changes for each in self.coming)

    @property
    def is_nothing(self) -> bool:
        """Whether everything in the backup is here already."""
        return not (self.changes or self.files or self.questionnaires)


def open_backup(opened: Vault, folder: Path) -> Source:
    """A backup of the open vault: its own key opens it, whatever the passphrase was then.

    Raises OtherVaultError for one of other notes, and BackupDamagedError.
    """
    if all(copy.vault_id != opened.id for copy in _keyslots_of(folder)):
        raise OtherVaultError(
            _("This backup is of other notes."),
            _("Type the passphrase that opened them, or the signs of their recovery sheet."),
        )
    record = opened.anchor_of(folder)
    return _checked(folder, opened.key("database"), record, is_ours=True)


def open_other(folder: Path, unseal: Callable[[Keyslots], bytes]) -> Source:
    """A backup of other notes, with their passphrase or sheet.

    Raises what `unseal` raises, and BackupDamagedError.
    """
    copies = _keyslots_of(folder)
    slots, master = vault.unseal_first(copies, unseal)
    record = anchor.read(folder, slots.vault_id, master)
    return _checked(folder, keys.derive(master, "database"), record, is_ours=False)


def look(connection: Connection, source: Source, scratch: Path) -> Look:
    """What joining would do; writes nothing into the vault.

    `scratch` is a folder of this computer for a backup of an older program, which is brought up
    to this one there. Raises VaultNewerError, BackupDamagedError.
    """
    with _reading(source, scratch) as held:
        counted: Counter[str] = Counter()
        first, last = date.max, date.min
        for change in _lacking(connection, held):
            counted[change.case] += 1
            first, last = min(first, change.at.date()), max(last, change.at.date())
        in_backup, here = (backup_shelf.count(each)[1] for each in (held, connection))
        return Look(
            at=source.at,
            coming=_named(held, counted),
            newer=here - (in_backup - counted.total()),
            files=sum(1 for _each in _files_lacking(connection, held)),
            questionnaires=sum(1 for _each in _forms_lacking(connection, held)),
            first=first if counted else None,
            last=last if counted else None,
        )


def bring_back(connection: Connection, source: Source, scratch: Path) -> int:
    """Add what the vault lacks, inside `vault.transaction`; how many changes were new.

    A second time adds nothing. Raises as `look`.
    """
    with _reading(source, scratch) as held:
        sealed = {row[0] for row in held.execute("SELECT id FROM change WHERE sealed = 1")}
        lacking = list(_lacking(connection, held))
        gap.mend(connection, lacking)
        new = case_store.add(connection, (c for c in lacking if c.id in sealed), sealed=True)
        new += case_store.add(connection, (c for c in lacking if c.id not in sealed))
        _bring_files(connection, held)
        for entry in list(_forms_lacking(connection, held)):
            _bring_form(connection, held, entry)
        return new


def put_in_place(folder: Path, place: Path, day: date) -> None:
    """Let a backup be the vault in `place`; what lies there is moved aside and never removed.

    It is unlocked as usual then, and begins with a new device. Only for a place that nobody has
    open. Raises BackupDamagedError, VaultInUseError and StorageFullError; nothing is changed
    then.
    """
    _keyslots_of(folder)
    if not (folder / anchor.FILE).is_file():
        raise _damaged()  # without it nobody would know that this is a copy
    try:
        with half_made(place) as half:
            for name in backup_shelf.FILES:
                if (folder / name).exists():
                    shutil.copyfile(folder / name, half / name)
                    (half / name).chmod(0o600)
                    flush(half / name)
            settle(half)
            _move_aside(place, day)
            half.rename(place)
            settle(place.parent)
    except OSError as error:
        raise StorageFullError(
            _("The backup could not be copied to this computer."),
            _("Make room on the disk and try again. Nothing was changed."),
        ) from error


def _keyslots_of(folder: Path) -> tuple[Keyslots, ...]:
    if not (folder / DATABASE).is_file():
        raise _damaged()
    try:
        return keyslots.read(folder)
    except keyslots.KeyslotsDamagedError as error:
        raise _damaged() from error


def _checked(folder: Path, key: bytes, record: Record | None, *, is_ours: bool) -> Source:
    """The backup, if it is to the letter what was written and compared."""
    try:
        digest = anchor.hash_database(folder / DATABASE, whole=True)
    except OSError as error:
        raise _damaged() from error
    if record is None or record.database != digest or not record.copied:
        raise _damaged()
    return Source(folder, key, datetime.fromisoformat(record.copied), is_ours)


@contextlib.contextmanager
def _reading(source: Source, scratch: Path) -> Generator[Connection]:
    """What the backup holds, by this program's schema."""
    path = source.folder / DATABASE
    try:
        with still.reading(path, source.key) as held:
            if migrate.present(held) == migrate.newest():
                yield held
                return
        with _brought_up(path, source.key, scratch) as held:
            yield held
    except VaultDamagedError as error:
        raise _damaged() from error


@contextlib.contextmanager
def _brought_up(path: Path, key: bytes, scratch: Path) -> Generator[Connection]:
    """A copy of a database of an older program, brought up to this one and removed again."""
    try:
        with half_made(scratch / "backup") as folder:
            shutil.copyfile(path, folder / DATABASE)
            copy = connect(folder / DATABASE, key, read_only=False)
            with contextlib.closing(copy) as held:
                migrate.migrate(held)
                yield held
    except (OSError, dbapi2.OperationalError) as error:
        raise StorageFullError(
            _("The backup is of an older program and could not be read here."),
            _("Make room on the disk and try again. Nothing was changed."),
        ) from error


def _lacking(connection: Connection, held: Connection) -> Iterable[Change]:
    """The changes of the backup that the vault does not hold, the oldest first."""
    rows = iter(held.execute("SELECT * FROM change ORDER BY n"))
    while batch := list(islice(rows, _BATCH)):
        known = case_store.known(connection, [row["id"] for row in batch])
        yield from (change_from(row) for row in batch if row["id"] not in known)


def _named(held: Connection, counted: Mapping[str, int]) -> tuple[Coming, ...]:
    """Where the most comes back stands first."""
    names = dict(held.execute("SELECT case_id, pseudonym FROM case_row").fetchall())
    coming = [Coming(case_id, names.get(case_id, ""), n) for case_id, n in counted.items()]
    return tuple(sorted(coming, key=lambda one: (-one.changes, one.pseudonym, one.case_id)))


def _files_lacking(
    connection: Connection, held: Connection
) -> Iterable[tuple[str, attachments.Attachment]]:
    for row in held.execute("SELECT DISTINCT case_id FROM attachment WHERE state = 'kept'"):
        here = {one.hash for one in attachments.of_case(connection, row[0])}
        kept = attachments.of_case(held, row[0])
        yield from ((row[0], one) for one in kept if one.hash not in here)


def _bring_files(connection: Connection, held: Connection) -> None:
    for case_id, one in list(_files_lacking(connection, held)):
        pieces = held.execute(
            "SELECT hash, n, content FROM attachment_piece WHERE hash = ? ORDER BY n", (one.hash,)
        )
        connection.executemany(
            "INSERT OR IGNORE INTO attachment_piece (hash, n, content) VALUES (?, ?, ?)",
            (tuple(row) for row in pieces),
        )
        connection.execute(
            "INSERT INTO attachment (case_id, hash, name, media_type, size, original)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, hash) DO UPDATE SET state = 'kept'",
            (case_id, one.hash, one.name, one.media_type, one.size, one.original),
        )


def _forms_lacking(connection: Connection, held: Connection) -> Iterable[questionnaires.Entry]:
    here = {(entry.form, entry.version) for entry in questionnaires.entries(connection)}
    for entry in reversed(questionnaires.entries(held)):
        if (entry.form, entry.version) not in here:
            yield entry


def _bring_form(connection: Connection, held: Connection, entry: questionnaires.Entry) -> None:
    """With its state; where another version is in use here, that one stays in use."""
    content = questionnaires.read(held, entry.form, entry.version)
    if content is None:
        return
    in_use = questionnaires.published(connection, entry.form)
    questionnaires.add(connection, entry, content)
    if entry.state is not State.LOADED and entry.published_at is not None:
        questionnaires.publish(connection, entry.form, entry.version, entry.published_at)
    if entry.state is State.REPLACED:
        questionnaires.withdraw(connection, entry.form, entry.version)
    if in_use is not None and in_use.published_at is not None:
        questionnaires.publish(connection, in_use.form, in_use.version, in_use.published_at)


def _move_aside(place: Path, day: date) -> None:
    """Make room for the backup: what is there stays beside it under another name."""
    if vault.exists(place):
        vault.take_lock(place).release()  # nobody has it open
    elif place.is_dir():
        remove(place / vault.LOCK)
        with contextlib.suppress(OSError):
            place.rmdir()
    if place.exists():
        place.rename(_aside(place, day))


def _aside(place: Path, day: date) -> Path:
    name = f"{place.name}{ASIDE}{day.isoformat()}"
    path, n = place.with_name(name), 1
    while path.exists():
        n += 1
        path = place.with_name(f"{name}-{n}")
    return path


def _damaged() -> BackupDamagedError:
    return BackupDamagedError(
        _("This backup is damaged."),
        _("Take another one. Nothing was changed."),
    )
