"""From the start of the program to open notes: whose they are, the first start, unlocking.

It makes the pages that lead there and tells the window which one to show. A vault that is being
opened while its page is left is closed again; one that lacks something waits for a person.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.storage import vaults
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.backup_page import BackupPage
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.gap_page import GapPage
from assistance_desktop.ui.unlock.gap_view import GapWay
from assistance_desktop.ui.unlock.unlock_page import UnlockPage


class Entrance(QObject):
    """The pages before the notes of one of the workers in `data_folder`.

    `shown` gives a page to be put in front, `opened` the vault and the GapWay by which it was
    opened. `hide_asked` and `language_chosen` as of any page.
    """

    shown = Signal(object)
    opened = Signal(object, object)
    hide_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, data_folder: Path, jobs: Jobs, keyring_jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._data_folder, self._jobs = data_folder, jobs
        self._keyring_jobs: Jobs | None = keyring_jobs
        self._last: Path | None = None
        self.backup: Path | None = None
        """The backup that a vault with a gap was opened for."""
        self.page: FirstStart | UnlockPage | GapPage | BackupPage | None = None

    @property
    def holds_open(self) -> bool:
        """Whether a vault is open already on the page that is in front."""
        here = self.page
        return isinstance(here, FirstStart | UnlockPage | GapPage) and here.holds_open

    def begin(self) -> None:
        """Show the first page: unlocking, or the first start where there are no notes."""
        people = vaults.find(self._data_folder)
        here = [each.folder for each in people]
        if not here:
            self._start_anew(may_leave=False)
        else:
            self._unlock(self._last if self._last in here else here[0])

    def leave(self) -> None:
        """Something else is in front; a vault that is still being opened is closed again."""
        if isinstance(self.page, UnlockPage):
            self.page.leave()
        self.page = None

    def _unlock(self, folder: Path) -> None:
        self._last = folder
        people = vaults.find(self._data_folder)
        page = UnlockPage(folder, self._jobs, people, keyring_jobs=self._keyring_jobs)
        page.unlocked.connect(partial(self._on_opened, page))
        page.other_chosen.connect(self._unlock)
        page.another_wanted.connect(partial(self._start_anew, may_leave=True))
        page.restore_wanted.connect(partial(self._bring_backup, folder))
        self._show(page)

    def _start_anew(self, *, may_leave: bool) -> None:
        place = vaults.next_place(self._data_folder)
        page = FirstStart(place, self._jobs, may_leave=may_leave)
        page.vault_made.connect(partial(self._on_opened, page))
        page.left.connect(self.begin)
        page.restore_wanted.connect(partial(self._bring_backup, place))
        self._show(page)

    def _bring_backup(self, place: Path) -> None:
        """A backup for a place that holds nothing, or nothing that opens."""
        page = BackupPage(place, self._jobs)
        page.left.connect(self.begin)
        page.placed.connect(partial(self._unlock, place))
        self._show(page)

    def _show(self, page: FirstStart | UnlockPage | GapPage | BackupPage) -> None:
        page.language_chosen.connect(self.language_chosen)
        self.page = page
        self.shown.emit(page)

    def _on_opened(self, page: QWidget, opened: Vault) -> None:
        if page is not self.page:
            opened.close()
        elif opened.gap.is_none:
            self._hand_over(opened, GapWay.ANYWAY)
        else:
            self._show_gap(opened)

    def _show_gap(self, opened: Vault) -> None:
        page = GapPage(opened, self._jobs)
        page.accepted.connect(partial(self._on_gap_accepted, page))
        page.refused.connect(self.begin)
        page.hide_asked.connect(self.hide_asked)
        self._show(page)

    def _on_gap_accepted(self, page: GapPage, opened: Vault, way: GapWay) -> None:
        if page is self.page:
            self.backup = page.backup
            self._hand_over(opened, way)
        else:
            opened.close()

    def _hand_over(self, opened: Vault, way: GapWay) -> None:
        self.page = None
        self._last = opened.folder
        self._keyring_jobs = None  # from now on it takes the passphrase
        self.opened.emit(opened, way)
