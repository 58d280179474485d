"""A backup becomes the notes on this computer: a new laptop, or notes that are damaged.

Nothing is opened here: the unlock page follows. What lay in the place stays beside it.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import backup_shelf, restore, vault
from assistance_desktop.storage.backup_shelf import Found
from assistance_desktop.ui.session import HELSINKI, Jobs, now
from assistance_desktop.ui.unlock.backup_form import BackupForm
from assistance_desktop.ui.unlock.entrance_page import EntrancePage


class BackupPage(EntrancePage):
    """Puts a backup into `place`. `placed` tells that it lies there now, `left` to go back.

    `found` tells that a folder was looked through.
    """

    placed = Signal()
    left = Signal()
    found = Signal()

    def __init__(self, place: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._jobs = place, jobs
        self.show_again()

    def look_in(self, folder: Path) -> None:
        """Look for backups in a folder."""
        self._jobs.start(
            lambda: backup_shelf.found(folder), self, self._on_found, self.form.notices.refuse
        )

    def show_again(self) -> None:
        """Make the form in the language of the screens."""
        self.form = BackupForm(is_damaged=vault.exists(self._place))
        self.form.folder_asked.connect(self._on_folder_asked)
        self.form.asked.connect(self._on_asked)
        self.form.left.connect(self.left)
        self.show_form(self.form)

    def _on_folder_asked(self) -> None:
        title = _("Where are the backups?")
        if folder := QFileDialog.getExistingDirectory(self, title):
            self.look_in(Path(folder))

    def _on_found(self, found: list[Found]) -> None:
        self.form.show_found(found, now().astimezone(HELSINKI).date())
        self.found.emit()

    def _on_asked(self, chosen: Found) -> None:
        self.form.show_working(working=True)
        place, today = self._place, now().astimezone(HELSINKI).date()
        self._jobs.start(
            lambda: restore.put_in_place(chosen.path, place, today),
            self,
            lambda _nothing: self.placed.emit(),
            self._on_refused,
        )

    def _on_refused(self, refusal: AppError) -> None:
        self.form.show_working(working=False)
        self.form.notices.refuse(refusal)
