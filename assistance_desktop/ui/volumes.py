"""Sticks and disks that are in now, and which of them a known place lies on.

A stick may be shown under another path tomorrow: it is known by its name and by the folder on
it. All of it may take a moment, so it is asked beside the window.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from assistance_desktop.storage import backup_shelf
from assistance_desktop.storage.backup_plan import Place


@dataclass(frozen=True, slots=True)
class Volume:
    """A disk or stick: where it is shown, and what people called it."""

    root: Path
    name: str


def mounted() -> list[Volume]:
    """Those that are in and can be used now."""
    return [
        Volume(Path(each.rootPath()), each.name())
        for each in QStorageInfo.mountedVolumes()
        if each.isValid() and each.isReady()
    ]


def place_of(folder: Path, volumes: Sequence[Volume]) -> Place:
    """A folder as a place that is found again."""
    folder = folder.absolute()
    holding = [one for one in volumes if one.name and folder.is_relative_to(one.root)]
    if not holding:
        return Place(str(folder))
    volume = max(holding, key=lambda one: len(one.root.parts))
    return Place(str(folder), volume.name, folder.relative_to(volume.root).as_posix())


def find(place: Place, vault_id: str, volumes: Sequence[Volume]) -> Path | None:
    """Where a place is now; None while its stick is not in.

    On a stick of the same name elsewhere only where backups of this vault lie already.
    """
    path = Path(place.path)
    named = [one for one in volumes if one.name == place.volume and place.volume]
    if path.is_dir() and (not place.volume or any(path.is_relative_to(v.root) for v in named)):
        return path
    for volume in named:
        moved = volume.root / place.within
        if backup_shelf.home(moved, vault_id).is_dir():
            return moved
    return None


def is_same_disk(path: Path, folder: Path) -> bool:
    """Whether both lie on one disk, so that both are lost with it."""
    try:
        return os.stat(path).st_dev == os.stat(folder).st_dev  # noqa: PTH116 - as said
    except OSError:
        return False
