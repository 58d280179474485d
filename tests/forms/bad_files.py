"""Files that are no forms, or would take all time or memory; made when they are needed."""

import io
import itertools
import zipfile

from openpyxl import Workbook

GOOD = "survey,,,\n,type,name,label\n,text,word,Äiti\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XLSX = b"PK\x03\x04"
_SHEET = "xl/worksheets/sheet1.xml"
_SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook(survey, choices=()):
    """An .xlsx file of rows."""
    book = Workbook(write_only=True)
    for name, rows in (("survey", survey), ("choices", choices)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def small_workbook():
    """One that opens."""
    return workbook([["type", "name", "label"], ["text", "word", "Word"]])


def repacked(change, *extra):
    """The small workbook with its parts changed: None leaves one out; `extra` come beside."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(small_workbook())) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = change(part.filename, old.read(part))
            if content is not None:
                new.writestr(part.filename, content)
        for name, content in extra:
            new.writestr(name, content)
    return target.getvalue()


def with_sheet(head, unit, number, tail):
    """The small workbook with a first sheet that repeats a piece again and again."""
    target = io.BytesIO(repacked(lambda name, content: None if name == _SHEET else content))
    with (
        zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as book,
        book.open(_SHEET, "w", force_zip64=True) as sheet,
    ):
        sheet.write(b"<worksheet " + _SPACE + b"><sheetData>" + head)
        for _piece in range(number):
            sheet.write(unit)
        sheet.write(tail + b"</sheetData></worksheet>")
    return target.getvalue()


def entities(around):
    """XML that says “lol” three thousand million times."""
    names = "abcdefghij"
    grown = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names)
    )
    return f'<!DOCTYPE x [<!ENTITY a "lol">{grown}]><{around}>&j;</{around}>'


def table(*rows):
    """A text table with the columns that formulas stand in."""
    heads = "type | name | label | relevant | calculation | repeat_count"
    return "\n".join(["| survey |", f"| | {heads} |", *(f"| | {row} |" for row in rows)])


def in_each_other(kind, number):
    """So many groups or repeats inside each other."""
    rows = [
        f"begin_{kind} | g{n} | G | | | {1000 if kind == 'repeat' else ''}" for n in range(number)
    ]
    return table(*rows, "text | word | W", *[f"end_{kind}"] * number)
