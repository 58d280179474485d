"""The activity log as a table in a file: when, what, which case, who.

For a spreadsheet: with a byte order mark, semicolons as in Finland, and no cell that a
spreadsheet would take for a formula (vault-and-sync.md 8).
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _
from assistance_desktop.storage import activity
from assistance_desktop.storage.activity import Filters, Line
from assistance_desktop.storage.files import write_whole
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import desk_names
from assistance_desktop.ui.activity import wording
from assistance_desktop.ui.activity.rows import case_words
from assistance_desktop.ui.session import HELSINKI

NAME = "List.csv"
"""What the file is called unless a person calls it otherwise: it says nothing."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class TableNotSavedError(AppError):
    """The file could not be written where it should go."""


def save(connection: Connection, filters: Filters, pack: Pack, path: Path) -> int:
    """Write the lines that are looked at into a file; how many they are.

    Raises TableNotSavedError.
    """
    names = desk_names.read(connection)
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=";")
    table.writerow([_("When"), _("What"), _("Case"), _("Who")])
    count = 0
    for line in _lines(connection, filters):
        when = line.at.astimezone(HELSINKI).strftime("%Y-%m-%d %H:%M:%S")
        said = wording.sentence(line.deed, names, pack)
        row = (when, said, case_words(line), line.who or _("Not known"))
        table.writerow([harmless(each) for each in row])
        count += 1
    try:
        write_whole(path, text.getvalue().encode("utf-8-sig"))
    except OSError:
        raise TableNotSavedError(
            _("The file could not be saved there."),
            _("Nothing is lost. Choose another folder and save it again."),
        ) from None
    return count


def harmless(words: str) -> str:
    """Words as a spreadsheet shows them, and never runs them."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _lines(connection: Connection, filters: Filters) -> Iterator[Line]:
    before: int | None = None
    while page := activity.read(connection, filters, before):
        yield from page
        before = page[-1].n
