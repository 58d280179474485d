"""Which backup would bring back most of what is missing, of those that can be reached now.

All of it is read only, beside the window; a backup that is damaged is passed over.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.storage import backup_plan, backup_shelf, restore
from assistance_desktop.storage.backup_plan import Place
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui import volumes

_LATEST = 3
"""Backups of one place that are looked into."""


@dataclass(frozen=True, slots=True)
class Helpful:
    """A backup that holds so many changes that the vault lacks; `place` is a name for people."""

    path: Path
    at: datetime
    place: str
    changes: int


def find(opened: Vault) -> Helpful | None:
    """The one that holds most; of several the newest. None when no backup helps."""
    found = list(_look_into_all(opened))
    return max(found, key=lambda each: (each.changes, each.at), default=None)


def _look_into_all(opened: Vault) -> Iterator[Helpful]:
    with contextlib.closing(opened.connect(read_only=True)) as connection:
        plan = backup_plan.read(connection)
        known = [*plan.places, *([Place(plan.daily_place)] if plan.daily_place else [])]
        now = volumes.mounted()
        for place in dict.fromkeys(known):
            folder = volumes.find(place, opened.id, now)
            if folder is None:
                continue
            for backup in backup_shelf.found(backup_shelf.home(folder, opened.id))[:_LATEST]:
                with contextlib.suppress(AppError, OSError):
                    source = restore.open_backup(opened, backup.path)
                    seen = restore.look(connection, source, opened.folder.parent)
                    if seen.changes:
                        name = place.volume or folder.name
                        yield Helpful(backup.path, source.at, name, seen.changes)
