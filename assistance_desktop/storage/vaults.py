"""The vaults of several workers on one computer: one folder each, side by side.

Before anything is unlocked they differ by the neutral name alone. None of them opens, changes
or removes anything of another.
"""

from dataclasses import dataclass
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.storage import keyslots, leaving, vault

FIRST = "notes"
"""The folder of the first vault; later ones are called notes-2, notes-3 and so on."""


@dataclass(frozen=True, slots=True)
class Found:
    """A vault on this computer. `name` is "" when the key file does not tell."""

    folder: Path
    name: str
    closed_for_journey: bool


def find(data_folder: Path) -> list[Found]:
    """The vaults, by name; half a vault counts, so that nothing is ever made over it."""
    try:
        folders = [path for path in data_folder.iterdir() if _is_place(path)]
    except OSError:
        return []
    found = [_found(path) for path in folders if vault.exists(path)]
    return sorted(found, key=lambda each: (each.name.casefold(), each.folder.name))


def next_place(data_folder: Path) -> Path:
    """The folder for one more vault; nothing is there yet."""
    number, place = 1, data_folder / FIRST
    while place.exists() and any(place.iterdir()):
        number += 1
        place = data_folder / f"{FIRST}-{number}"
    return place


def _is_place(path: Path) -> bool:
    stem, _dash, number = path.name.partition("-")
    return stem == FIRST and (number == "" or number.isdecimal()) and path.is_dir()


def _found(folder: Path) -> Found:
    try:
        name = keyslots.read(folder)[0].name
    except AppError:
        name = ""
    return Found(folder, name, leaving.is_closed_for_journey(folder))
