"""Cells of the kinds of files that an XLSForm comes in, as text, sheet by sheet.

A damaged, encrypted or overlarge file is refused with a sentence; nothing is unpacked unboundedly.
"""

import codecs
import csv
import io
import re
import struct
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import TypeAlias
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from pyxform.xls2json_backends import xls_value_to_unicode, xlsx_value_to_str
from xlrd import open_workbook
from xlrd.biffh import XL_CELL_DATE, XL_CELL_EMPTY, XLRDError
from xlrd.compdoc import CompDocError

from assistance_desktop.forms.packed import check_archive
from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.i18n import _

MOST_ROWS = 30_000
MOST_QUESTIONS = 8_000
"""Rows of the survey sheet; the longest forms in use have a tenth."""
MOST_COLUMNS = 400
_LONGEST_LINE = 1_000_000
"""Characters of one line of a text table."""
Tables: TypeAlias = Iterator[tuple[str, Iterable[list[str]]]]
"""Names of sheets and their rows, as they come."""


def read_cells(data: bytes, *, markdown: bool) -> Tables:
    """The sheets of a file by what it is, and not by what it is called.

    Raises FormRefused, also while the rows are being read.
    """
    if data[:2] == b"PK":
        return _xlsx(data)
    if data[:4] == b"\xd0\xcf\x11\xe0":
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _locked()
        return _xls(data)
    text = _decoded(data)
    return _markdown(text) if markdown or text.lstrip()[:1] in ("|", "#") else _csv(text)


def _decoded(data: bytes) -> str:
    """The text of a table: UTF-8, or UTF-16 as spreadsheet programs mark it."""
    marked = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        if any(sign in data[:4_000] for sign in range(9)):
            raise _not_a_form() from error
        raise FormRefused(
            Remark(_("The text encoding of the file is not known."), _("Save the file as UTF-8."))
        ) from error
    if "\x00" in text:
        raise _not_a_form()
    return text


def _locked() -> FormRefused:
    return FormRefused(
        Remark(
            _("The workbook is protected with a password."),
            _("Open it in a spreadsheet program and save it without the password."),
        )
    )


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


def most_rows(name: str) -> int:
    """How many rows a sheet may have."""
    return MOST_QUESTIONS if name == "survey" else MOST_ROWS


def too_long(name: str) -> FormRefused:
    """A sheet that goes on and on."""
    limit = most_rows(name)
    return FormRefused(
        Remark(
            _("The sheet has more than {limit} rows.").format(limit=limit),
            _("Put long lists into a CSV file beside the form (select_one_from_file)."),
            sheet=name,
            row=limit + 1,
        )
    )


def _xlsx(data: bytes) -> Tables:
    try:
        check_archive(data)
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


def _xls(data: bytes) -> Tables:
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


def _lines(text: str, *, newline: str | None, kind: str) -> Iterator[str]:
    """The lines of a table, whichever system ended them; none that goes on and on."""
    for line in io.StringIO(text, newline=newline):
        if len(line) > _LONGEST_LINE:
            raise _damaged(kind)
        yield line


def _delimiter(text: str) -> str:
    """What parts the cells: where a comma is the decimal sign, programs write semicolons."""
    head = text[:4_000]
    return max(",;\t", key=head.count)


def _csv(text: str) -> Tables:
    """The first column names a sheet; rows below it start with an empty cell."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    try:
        lines = _lines(text, newline="", kind=".csv")
        for number, row in enumerate(csv.reader(lines, delimiter=_delimiter(text))):
            if number > 3 * MOST_ROWS:
                raise too_long(name)
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


def _markdown(text: str) -> Tables:
    r"""Tables whose first column names the sheet; `\|` is a pipe inside a cell."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    for line in _lines(text, newline=None, kind=".md"):
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
                raise too_long(name)
    if not tables:
        raise _not_a_form()
    yield from tables.items()


_PIPE = re.compile(r"(?<!\\)\|")
