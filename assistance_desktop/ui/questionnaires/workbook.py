"""Where the names of a version stand in the workbook that it was loaded from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.forms.sheets import Sheet, read_sheets

_IDS = ("form_id", "id_string")


@dataclass(frozen=True, slots=True)
class Workbook:
    """Rows of the survey by question name, and whether the settings name the form.

    An XForm has no rows, and so has a workbook that came with the program.
    """

    rows: Mapping[str, int] = field(default_factory=dict[str, int])
    is_unnamed: bool = False


def open_workbook(source: bytes, file: str) -> Workbook:
    """Look into the file that a version was loaded from, by its bytes and its name."""
    if not file or source.lstrip()[:1] == b"<":
        return Workbook()
    try:
        sheets = read_sheets(source, Path(file))
    except AppError:
        return Workbook()  # it was read by an older program; only the places are lost
    rows: dict[str, int] = {}
    for number, name in enumerate(_column(sheets.sheet("survey"), "name"), start=2):
        rows.setdefault(name, number)
    settings = sheets.sheet("settings")
    return Workbook(rows, not any(any(_column(settings, name)) for name in _IDS))


def _column(sheet: Sheet, name: str) -> list[str]:
    heading = next((one for one in sheet.headings if one.lower() == name), name)
    return [row.get(heading, "") for row in sheet.rows]
