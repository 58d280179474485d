"""The backups that lie in a place: which there are, what they hold, and which are old enough to go.

Every vault keeps its backups in a folder of its own, so that two workers may share a stick. What
does not open as this vault is shown by its name and never touched.
"""

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.storage import anchor, keyslots, still
from assistance_desktop.storage.database import Connection, damaged
from assistance_desktop.storage.files import remove
from assistance_desktop.storage.opened import DATABASE, Vault

FILES = (*keyslots.FILES, anchor.FILE, DATABASE)
"""What a backup is made of; the key files are what is removed first."""

PART = ".part"
"""What a backup is called behind its name until it is whole."""

MOMENT = "%Y-%m-%d %H%M"
"""How the moment stands in the name of a backup, by the clock on the wall."""

_NAME = re.compile(r"Backup (\d{4}-\d{2}-\d{2} \d{4})( \d+)?")


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that was written, opened again and compared. `at` is aware."""

    path: Path
    at: datetime
    cases: int
    changes: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that lies in a place, as far as its name tells. `on` is by the clock on the wall.

    `worker` is the neutral name in its key file, "" when it has none.
    """

    path: Path
    vault_id: str
    worker: str
    on: datetime
    bytes: int


def home(place: Path, vault_id: str) -> Path:
    """The folder in a place that holds the backups of one vault and of no other."""
    return place / f"Notes {vault_id[:8]}"


def found(place: Path) -> list[Found]:
    """The backups in a place, or the one that it is itself; the newest first. No key is needed."""
    folders = [place, *_folders(place)]
    inner = [each for folder in folders[1:] for each in _folders(folder)]
    named = (_look_at(each) for each in (*folders, *inner))
    return sorted((one for one in named if one), key=lambda one: (one.on, one.path), reverse=True)


def read(opened: Vault, path: Path) -> Written:
    """What a backup of this vault holds, without reading all of it. Raises VaultDamagedError.

    It was tested when it was written; whether it still is whole, `restore.open_backup` finds.
    """
    record = opened.anchor_of(path)
    if record is None or not record.copied:
        raise damaged()
    with still.reading(path / DATABASE, opened.key("database")) as connection:
        cases, changes = count(connection)
    at = datetime.fromisoformat(record.copied)
    return Written(path, at, cases, changes, size(path))


def prune(opened: Vault, place: Path, at: datetime, *, keep: int, days: int) -> int:
    """Remove the oldest backups of this vault beyond `keep` or older than `days`; how many went.

    The newest always stays, and so does whatever does not open as this vault.
    """
    own = sorted(_own(opened, place), key=lambda one: one[0], reverse=True)
    oldest = at - timedelta(days=days)
    gone = [path for n, (made, path) in enumerate(own) if n and (n >= keep or made < oldest)]
    for path in gone:
        for name in FILES:
            remove(path / name)
        with contextlib.suppress(OSError):
            path.rmdir()
    return sum(not path.exists() for path in gone)


def _own(opened: Vault, place: Path) -> Iterable[tuple[datetime, Path]]:
    for one in found(home(place, opened.id)):
        record = opened.anchor_of(one.path)
        if record is not None and record.copied:
            yield datetime.fromisoformat(record.copied), one.path


def _look_at(path: Path) -> Found | None:
    named = _NAME.fullmatch(path.name)
    if named is None or not (path / DATABASE).is_file():
        return None
    try:
        on = datetime.strptime(named[1], MOMENT)  # noqa: DTZ007 - by the clock on the wall
        slots = keyslots.read(path)[0]
    except (ValueError, AppError):
        return None
    return Found(path, slots.vault_id, slots.name, on, size(path))


def _folders(place: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(each for each in place.iterdir() if each.is_dir())
    return []


def count(connection: Connection) -> tuple[int, int]:
    """How many cases and changes a database holds."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM case_row), (SELECT count(*) FROM change)"
    ).fetchone()
    return int(row[0]), int(row[1])


def size(folder: Path) -> int:
    """Bytes of a backup."""
    return sum(length(folder / name) for name in FILES)


def length(path: Path) -> int:
    """Bytes of a file; 0 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
