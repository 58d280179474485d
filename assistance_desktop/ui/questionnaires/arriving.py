"""How a workbook comes in: what may be dropped, where its pictures lie, and why it was refused."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from assistance_desktop.errors import AppError
from assistance_desktop.forms.remarks import FormRefused
from assistance_desktop.i18n import _

KINDS = ("xlsx", "xlsm", "xls", "csv", "md", "xml")
"""What a questionnaire may be called, in the dialog that picks one."""


def media_of(path: Path) -> Path:
    """The folder of a form's pictures, sounds and lists: FILE-media beside it, or its own."""
    beside = path.with_name(f"{path.stem}-media")
    return beside if beside.is_dir() else path.parent


def dropped(data: QMimeData) -> Path | None:
    """The one file that is dropped, if it is one."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def with_place(refusal: AppError, file: str) -> AppError:
    """A refusal that names the file, and the sheet, row and column when it is about a cell."""
    place = [file]
    if isinstance(refusal, FormRefused):
        remark = refusal.remark
        if remark.sheet:
            place.append(_("sheet {sheet}").format(sheet=remark.sheet))
        if remark.row:
            place.append(_("row {number}").format(number=remark.row))
        if remark.column:
            place.append(_("column {column}").format(column=remark.column))
    where = ", ".join(place)
    return AppError(f"{where}: {refusal.problem}", refusal.hint)
