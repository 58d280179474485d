"""Unlocking with the recovery sheet instead of the passphrase; the work is beside the window.

No pause follows a wrong sheet: nobody guesses 160 bits.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.storage import vault
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.entrance_page import EntrancePage
from assistance_desktop.ui.unlock.sheet_form import SheetForm


class SheetPage(EntrancePage):
    """Opens the vault in `folder`.

    `opened` gives the open vault, `left` tells that the passphrase is to be used after all.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._show()

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.form.clear()

    def show_again(self) -> None:
        """Make the form in the language of the screens, with what was typed."""
        typed = self.form.typed.groups
        self.clear()
        self._show()
        self.form.typed.put(typed)

    def _show(self) -> None:
        self.form = SheetForm()
        self.form.asked.connect(self._on_asked)
        self.form.left.connect(self._on_left)
        self.show_form(self.form)

    def _on_asked(self, sheet: Sheet) -> None:
        self._work(working=True)
        folder = self._folder
        self._jobs.start(
            lambda: vault.unlock_with_sheet(folder, sheet.secret),
            self,
            self._on_opened,
            self._on_refused,
        )

    def _on_opened(self, opened: Vault) -> None:
        self._work(working=False)
        self.clear()
        self.opened.emit(opened)

    def _on_refused(self, error: AppError) -> None:
        self._work(working=False)
        self.form.show_error(error)
        self.form.setFocus()

    def _on_left(self) -> None:
        self.clear()
        self.left.emit()

    def _work(self, *, working: bool) -> None:
        self.form.show_working(working)
        self.languages.setEnabled(not working)
