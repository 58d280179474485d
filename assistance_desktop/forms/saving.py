"""A form as a workbook that an office can open and change.

Our own forms are text tables, so that a change can be reviewed; a spreadsheet program reads .xlsx.
"""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.forms.sheets import Sheet, read_sheets
from assistance_desktop.i18n import _

_WIDEST = 60
_NARROWEST = 10
_ORDER = ("survey", "choices", "settings", "entities", "external_choices", "osm")


def save_workbook(form_file: Path, workbook_file: Path) -> None:
    """Write the sheets of a form (.md, .csv, .xls or .xlsx) into an .xlsx workbook.

    Raises FormRefused when the form's file holds no sheets, AppError when nothing can be written.
    """
    try:
        sheets = read_sheets(form_file.read_bytes(), form_file)
    except OSError as error:
        raise FormRefused(
            Remark(_("The file cannot be read."), _("Check its name and that you may open it."))
        ) from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in sorted(sheets.by_name, key=_ORDER.index):
        _write(book, name, sheets.by_name[name])
    try:
        book.save(workbook_file)
    except OSError as error:
        raise FormRefused(
            Remark(
                _("{file} cannot be written.").format(file=workbook_file.name),
                _("Choose another folder, or close the file in the other program."),
            )
        ) from error


def _write(book: Workbook, name: str, sheet: Sheet) -> None:
    page = book.create_sheet(name)
    page.append(sheet.headings)
    for cell in page[1]:
        cell.font = Font(bold=True)
    for row in sheet.rows:
        page.append([row.get(heading) for heading in sheet.headings])
        for cell in page[page.max_row]:
            if cell.value is not None:
                cell.data_type = "s"  # a cell that starts with = is text, not a formula
    page.freeze_panes = "A2"
    for number, heading in enumerate(sheet.headings, start=1):
        longest = max([len(heading), *(len(row.get(heading, "")) for row in sheet.rows)])
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(number)].width = width
