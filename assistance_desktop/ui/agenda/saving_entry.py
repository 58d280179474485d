"""Saving a calendar entry where the worker says, straight into that file, under a neutral name."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class EntryNotSavedError(AppError):
    """The calendar entry could not be written where it should go."""


def ask_path(window: QWidget, then: Callable[[Path], None]) -> None:
    """Ask where the entry should go; the dialog holds nothing up and locking closes it."""
    dialog = QFileDialog(window, _("Save to calendar"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(_("Calendar entry (*.ics)"))
    dialog.setDefaultSuffix("ics")
    dialog.selectFile(_("entry") + ".ics")

    def tell(path: str) -> None:
        then(Path(path))

    dialog.fileSelected.connect(tell)
    dialog.open()


def save(entry: bytes, path: Path) -> None:
    """Write the entry, for its owner only; what could not be written whole is removed.

    Raises EntryNotSavedError.
    """
    try:
        with open(path, "wb", opener=_private) as file:
            try:
                file.write(entry)
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except OSError:
        raise EntryNotSavedError(
            _("The entry could not be written there."), _("Choose another folder.")
        ) from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
