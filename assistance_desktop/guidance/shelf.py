"""What every file of a pack may refer to, and the checks that they share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistance_desktop.guidance.content import Source
from assistance_desktop.guidance.facts import READERS
from assistance_desktop.guidance.readings import knows
from assistance_desktop.guidance.rules import Condition
from assistance_desktop.guidance.tables import Table, open_file
from assistance_desktop.i18n import _

GROUNDS = ("leaflet", "law", "other")
"""What a statement may rest on; what is not from the leaflet is marked so."""


@dataclass(frozen=True)
class Shelf:
    """What every file of the pack may refer to."""

    folder: Path
    languages: tuple[str, ...]
    sources: Mapping[str, Source]
    conditions: Mapping[str, Condition]


def fact(table: Table, path: str) -> str:
    """The path of a fact, or an error: the program knows no other facts."""
    if path not in READERS:
        raise table.error(
            _("{name} is not a fact.").format(name=path), _("Use a fact of the manual.")
        )
    return path


def source_ids(shelf: Shelf, table: Table) -> tuple[str, ...]:
    """The ids of the sources of a table, each of which sources.toml must hold."""
    listed = table.texts("source")
    for one in listed:
        if one not in shelf.sources:
            raise table.error(
                _("The source {name} is not in sources.toml.").format(name=one),
                _("Add it there, or mend the id."),
            )
    return listed


def one_of(table: Table, key: str, names: Sequence[str]) -> str:
    """A word out of a few."""
    value = table.text(key)
    if value not in names:
        raise table.error(
            _("{key} cannot be used.").format(key=key),
            _("Use one of: {names}.").format(names=", ".join(filter(None, names))),
        )
    return value


def known_path(table: Table, key: str) -> str:
    """The path of a fact or of a reading of one."""
    path = table.text(key)
    if not knows(path):
        raise table.error(
            _("{name} is not a fact.").format(name=path), _("Use a fact of the manual.")
        )
    return path


def whole(shelf: Shelf, file: str, key: str) -> Sequence[Table]:
    """All the tables of a file that holds nothing else."""
    table = open_file(shelf.folder, file)
    listed = table.tables(key)
    table.finish()
    return listed
