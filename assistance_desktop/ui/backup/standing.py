"""How the backups of this vault stand: where they lie, which can be looked into. Plain values."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistance_desktop.storage import backup_plan, backup_shelf
from assistance_desktop.storage.backup_plan import Last, Place, Plan
from assistance_desktop.storage.database import VaultDamagedError
from assistance_desktop.storage.vault import Connection, Vault
from assistance_desktop.ui import volumes
from assistance_desktop.ui.session import HELSINKI

MOST = 40
"""Backups that the list shows."""


@dataclass(frozen=True, slots=True)
class PlaceNow:
    """A place of the plan: where it is now, None while it is away; `on_same_disk` as the notes."""

    place: Place
    path: Path | None
    on_same_disk: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup in the list. `at` is aware; `changes` is None when it cannot be read.

    `of` is the neutral name of another worker whose notes it holds, "" for a backup of this vault;
    `is_ours` tells them apart.
    """

    path: Path
    where: PlaceNow
    at: datetime
    changes: int | None
    is_ours: bool = True
    of: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it."""

    plan: Plan
    last: Last | None
    places: tuple[PlaceNow, ...]
    kept: tuple[Kept, ...]

    def place(self, path: str) -> PlaceNow | None:
        """A place of the plan by its path."""
        return next((each for each in self.places if each.place.path == path), None)


def read(connection: Connection, opened: Vault, elsewhere: Path | None) -> Standing:
    """How things stand now, with the backups in a folder `elsewhere` that a person chose."""
    plan = backup_plan.read(connection)
    mounted = volumes.mounted()
    places = tuple(_place_now(each, opened, mounted) for each in plan.places)
    kept = [one for each in places for one in _in_place(opened, each)]
    if elsewhere is not None:
        chosen = _place_now(volumes.place_of(elsewhere, mounted), opened, mounted)
        known = {one.path for one in kept}
        found = (_kept(opened, one, chosen) for one in backup_shelf.found(elsewhere))
        kept += [one for one in found if one.path not in known]
    kept.sort(key=lambda one: one.at, reverse=True)
    return Standing(plan, backup_plan.read_last(connection), places, tuple(kept[:MOST]))


def _place_now(place: Place, opened: Vault, mounted: list[volumes.Volume]) -> PlaceNow:
    path = volumes.find(place, opened.id, mounted)
    same = path is not None and volumes.is_same_disk(path, opened.folder)
    return PlaceNow(place, path, same)


def _in_place(opened: Vault, where: PlaceNow) -> list[Kept]:
    if where.path is None:
        return []
    return [
        _kept(opened, one, where)
        for one in backup_shelf.found(backup_shelf.home(where.path, opened.id))
    ]


def _kept(opened: Vault, found: backup_shelf.Found, where: PlaceNow) -> Kept:
    on = found.on.replace(tzinfo=HELSINKI)
    if found.vault_id != opened.id:
        return Kept(found.path, where, on, None, is_ours=False, of=found.worker)
    try:
        held = backup_shelf.read(opened, found.path)
    except VaultDamagedError:
        return Kept(found.path, where, on, None)
    return Kept(found.path, where, held.at, held.changes)
