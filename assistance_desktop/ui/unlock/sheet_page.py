"""Unlocking with the recovery sheet instead of the passphrase; the work is beside the window.

No pause follows a wrong sheet: nobody guesses 160 bits.
"""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import vault
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.kit.landscape import Landscape
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.entrance_side import entrance_side
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow
from assistance_desktop.ui.unlock.sheet_form import SheetForm

_UNSPOKEN_MS = 300
"""Work that is shorter than this is not spoken of."""


class SheetPage(QWidget):
    """Opens the vault in `folder`.

    `opened` gives the open vault, `left` tells that the passphrase is to be used after all,
    `language_chosen` the language that was picked, which is shown already.
    """

    opened = Signal(object)
    left = Signal()
    language_chosen = Signal(str)

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._patience = QTimer(self, interval=_UNSPOKEN_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(Landscape(), 7)
        self._side = QWidget()
        self._show()

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.form.clear()

    def _show(self) -> None:
        """Make the side with the words, in the language of the screens."""
        self._side.hide()
        self._side.deleteLater()
        self.form = SheetForm()
        self.form.asked.connect(self._on_asked)
        self.form.left.connect(self._on_left)
        self.languages = LanguageRow(first=False)
        self.languages.chosen.connect(self._on_language_chosen)
        self._side = entrance_side(self.languages, self.form)
        self._whole.addWidget(self._side, 9)
        self._side.show()
        follow_layout(self)
        self.setFocusProxy(self.form)
        self.setFocus()

    def _on_language_chosen(self, code: str) -> None:
        typed = self.form.typed.groups
        self.clear()
        i18n.use_language(code)
        self._show()
        self.form.typed.put(typed)
        self.language_chosen.emit(code)

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
        if working:
            self._patience.start()
        else:
            self._patience.stop()

    def _on_patience_ended(self) -> None:
        self.form.wait.say(_("Opening your notes"))
