"""The cells of an XLSForm, whatever file they come in, read within bounds.

Rows keep their place: the heading is row 1, empty rows count. Whether a sheet makes sense is not
decided here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pyxform.constants import SUPPORTED_SHEET_NAMES

from assistance_desktop.forms.cells import MOST_COLUMNS, Tables, most_rows, read_cells, too_long
from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.i18n import _

_EMPTY_ROWS = 60
"""After so many the sheet is over; spreadsheets carry formatting far below their content."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that nobody sees and XML cannot hold; they come along when text is copied."""
_BLANKS = re.compile(r"[ \t]+")


@dataclass(slots=True)
class Sheet:
    """One sheet: its headings and its rows by heading; rows[0] is row 2 of the file."""

    headings: list[str] = field(default_factory=list[str])
    rows: list[dict[str, str]] = field(default_factory=list[dict[str, str]])


@dataclass(slots=True)
class Sheets:
    """All sheets that belong to a form, by small-letter name, and the names of all others."""

    by_name: dict[str, Sheet] = field(default_factory=dict[str, Sheet])
    names: list[str] = field(default_factory=list[str])

    def sheet(self, name: str) -> Sheet:
        """The sheet of a name; an empty one when there is none."""
        return self.by_name.get(name, Sheet())

    def for_pyxform(self, stem: str) -> dict[str, object]:
        """The sheets as pyxform's converter takes them."""
        found: dict[str, object] = {"sheet_names": self.names, "fallback_form_name": stem}
        for name, sheet in self.by_name.items():
            found[name] = [dict(row) for row in sheet.rows]
            found[f"{name}_header"] = [dict.fromkeys(sheet.headings)] if sheet.headings else []
        return found


def read_sheets(data: bytes, path: Path) -> Sheets:
    """Read the sheets of a file by what it is, and not by what it is called.

    Raises FormRefused when it is none of the known kinds, damaged, or too large.
    """
    return _assemble(read_cells(data, markdown=path.suffix.lower() == ".md"))


def _assemble(tables: Tables) -> Sheets:
    found = Sheets()
    unknown: list[tuple[str, Sheet]] = []
    for name, rows in tables:
        found.names.append(name)
        known = name.strip().lower()
        if known in SUPPORTED_SHEET_NAMES:
            found.by_name[known] = _sheet(known, rows)
        elif not unknown:
            unknown.append((name, _sheet(known, rows)))
    if "survey" not in found.by_name and len(found.names) == 1 and unknown:
        found.by_name["survey"] = unknown[0][1]
    if not found.by_name.get("survey", Sheet()).headings:
        raise FormRefused(
            Remark(
                _("The file has no sheet “survey” with headings in its first row."),
                _("Name the sheet with the questions “survey”; row 1 holds type, name, label."),
                sheet="survey",
            )
        )
    return found


def _sheet(name: str, rows: Iterable[list[str]]) -> Sheet:
    sheet = Sheet()
    cells = iter(rows)
    columns: list[tuple[int, str]] = []
    for place, cell in enumerate(next(cells, [])[:MOST_COLUMNS]):
        heading = _BLANKS.sub(" ", cell).strip()
        if heading:
            if heading in sheet.headings:
                raise FormRefused(
                    Remark(
                        _("Two columns have the heading “{heading}”.").format(heading=heading),
                        _("Rename or delete one of them."),
                        sheet=name,
                        row=1,
                        column=heading,
                    )
                )
            sheet.headings.append(heading)
            columns.append((place, heading))
    empty = 0
    for row in cells:
        filled = ((head, row[place]) for place, head in columns if place < len(row) and row[place])
        found = {head: cell for head, text in filled if (cell := _UNWRITABLE.sub("", text))}
        empty = 0 if found else empty + 1
        if empty > _EMPTY_ROWS:
            break
        sheet.rows.append(found)
        if len(sheet.rows) > most_rows(name):
            raise too_long(name)
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
    return sheet
