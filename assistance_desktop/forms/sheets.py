"""The cells of an XLSForm, whatever file they come in, read within bounds.

Rows keep their place: the heading is row 1, empty rows count. Whether a sheet makes sense is not
decided here.
"""

import csv
import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pyxform.constants import SUPPORTED_SHEET_NAMES
from pyxform.xls2json_backends import xls_value_to_unicode, xlsx_value_to_str
from xlrd import open_workbook
from xlrd.biffh import XL_CELL_DATE, XL_CELL_EMPTY, XLRDError
from xlrd.compdoc import CompDocError

from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.i18n import _

MOST_ROWS = 30_000
MOST_COLUMNS = 400
_LARGEST_UNPACKED = 150_000_000
_EMPTY_ROWS = 60
"""After so many the sheet is over; spreadsheets carry formatting far below their content."""
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
    if data[:2] == b"PK":
        return _assemble(_xlsx(data))
    if data[:4] == b"\xd0\xcf\x11\xe0":
        return _assemble(_xls(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_a_form() from error
    if "\x00" in text[:4_000]:
        raise _not_a_form()
    if path.suffix.lower() == ".md" or text.lstrip()[:1] in ("|", "#"):
        return _assemble(_markdown(text))
    return _assemble(_csv(text))


def _not_a_form() -> FormRefused:
    return FormRefused(
        Remark(
            _("The file is not a form: it is no workbook, no text table and no XForm."),
            _("Choose an .xlsx, .xls, .csv, .md or .xml file."),
        )
    )


def _damaged(kind: str) -> FormRefused:
    return FormRefused(
        Remark(
            _("The {kind} file is damaged or cut off.").format(kind=kind),
            _("Copy or export it again."),
        )
    )


def _assemble(tables: Iterable[tuple[str, Iterable[list[str]]]]) -> Sheets:
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
        found = {head: row[place] for place, head in columns if place < len(row) and row[place]}
        empty = 0 if found else empty + 1
        if empty > _EMPTY_ROWS:
            break
        sheet.rows.append(found)
        if len(sheet.rows) > MOST_ROWS:
            raise _too_long(name)
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
    return sheet


def _too_long(name: str) -> FormRefused:
    return FormRefused(
        Remark(
            _("The sheet has more than {limit} rows.").format(limit=MOST_ROWS),
            _("Put long lists into a CSV file beside the form (select_one_from_file)."),
            sheet=name,
            row=MOST_ROWS + 1,
        )
    )


def _xlsx(data: bytes) -> Iterator[tuple[str, Iterable[list[str]]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_UNPACKED:
                raise _too_long("survey")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's, about formatting that we do not read
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for name in book.sheetnames:
                rows = book[name].iter_rows(max_col=MOST_COLUMNS, values_only=True)
                yield name, ([_xlsx_cell(value) for value in row] for row in rows)
            book.close()
    except DefusedXmlException as error:
        raise _entities() from error
    except _BROKEN_XLSX as error:
        raise _damaged(".xlsx") from error


_BROKEN_XLSX = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    OSError,
    EOFError,
    ParseError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl and zipfile raise on damaged or encrypted archives; they have no common class."""


def _entities() -> FormRefused:
    return FormRefused(
        Remark(
            _("The workbook defines XML entities; such files are not opened."),
            _("Save it again with a spreadsheet program."),
        )
    )


def _xlsx_cell(value: object) -> str:
    text = "" if value is None else xlsx_value_to_str(value)
    return text.strip()


def _xls(data: bytes) -> Iterator[tuple[str, Iterable[list[str]]]]:
    try:
        book = open_workbook(file_contents=data, logfile=io.StringIO())
        for sheet in book.sheets():
            rows = (
                [_xls_cell(cell.value, cell.ctype, book.datemode) for cell in sheet.row(number)]
                for number in range(sheet.nrows)
            )
            yield sheet.name, rows
    except _BROKEN_XLS as error:
        raise _damaged(".xls") from error


_BROKEN_XLS = (
    XLRDError,
    CompDocError,
    AssertionError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    struct.error,
)
"""What xlrd raises on damaged files; they have no common class."""


def _xls_cell(value: object, kind: int, datemode: int) -> str:
    if kind == XL_CELL_EMPTY or value in ("", None):
        return ""
    if kind == XL_CELL_DATE and not isinstance(value, float):
        return str(value)
    return xls_value_to_unicode(value, kind, datemode).strip()


def _csv(text: str) -> Iterator[tuple[str, Iterable[list[str]]]]:
    """The first column names a sheet; rows below it start with an empty cell."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""))):
            if number > 3 * MOST_ROWS:
                raise _too_long(name)
            head = row[0].strip() if row else ""
            if head:
                name = head
                tables.setdefault(name, [])
            cells = [cell.strip() for cell in row[1:]]
            if name and any(cells):
                tables[name].append(cells)
    except csv.Error as error:
        raise _damaged(".csv") from error
    if not tables or not any(len(rows) for rows in tables.values()):
        raise _not_a_form()
    yield from tables.items()


def _markdown(text: str) -> Iterator[tuple[str, Iterable[list[str]]]]:
    r"""Tables whose first column names the sheet; `\|` is a pipe inside a cell."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    for line in text.splitlines():
        stripped = line.strip()
        end = stripped.rfind("|")
        if not stripped.startswith("|") or end < 1:
            continue
        row = [cell.strip().replace("\\|", "|") for cell in _PIPE.split(stripped[1:end])]
        if all(not cell.strip("-: ") for cell in row) and any("-" in cell for cell in row):
            continue
        if row[0]:
            name = row[0]
            tables.setdefault(name, [])
        if name and any(row[1:]):
            tables[name].append(row[1:])
            if len(tables[name]) > MOST_ROWS + 1:
                raise _too_long(name)
    if not tables:
        raise _not_a_form()
    yield from tables.items()


_PIPE = re.compile(r"(?<!\\)\|")
