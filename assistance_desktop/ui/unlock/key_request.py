# ruff: noqa: D102 - Qt documents the methods that it calls
"""Getting the key back from the office: a new passphrase, the request, the answer.

The way for who forgot passphrase and sheet, and for who comes back from a journey. The new
passphrase is chosen first, so that the answer is of use to nobody else. Afterwards the notes
have that passphrase; a new recovery sheet is made in the settings.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import asking, keyslots, vault
from assistance_desktop.storage.files import write_whole
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.opened import today
from assistance_desktop.storage.vault import StorageFullError, Vault
from assistance_desktop.sync import escrow
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.request_page import RequestPage
from assistance_desktop.ui.unlock.set_up import Page, SetUp


class KeyRequest(SetUp):
    """Over the locked vault in `folder`. `finished` gives the open vault, `left` that none is.

    `asked` tells that a request is ready, `saved` the path that it went to.
    """

    finished = Signal(object)
    left = Signal()
    asked = Signal()
    saved = Signal(object)

    def __init__(self, folder: Path, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._folder = folder
        self._show(self._first())

    def go_on(self) -> None:
        page = self.page
        if isinstance(page, PassphrasePage):
            self._ask(page)
        else:
            self.go_back()

    def go_back(self) -> None:
        self.page.clear()
        self.left.emit()

    def show_again(self) -> None:
        before = self.page
        page = self._passphrase_page() if isinstance(before, PassphrasePage) else self._first()
        self._show(page)
        page.take_over(before)
        before.clear()

    def save(self, path: Path) -> None:
        """Write the request into a file, for the office."""
        folder = self._folder
        self._jobs.start(lambda: _save(folder, path), self, self._on_saved, self._on_refused)

    def open_answer(self, path: Path) -> None:
        """Open the notes with the office's answer and the passphrase in the field."""
        page = self.page
        if not isinstance(page, RequestPage):
            return
        page.notices.clear()
        page.show_working(True)
        self.wait(waiting=True)
        folder, passphrase = self._folder, page.field.passphrase
        self._jobs.start(
            lambda: _open(folder, path, passphrase), self, self._on_opened, self._on_refused
        )

    def _first(self) -> Page:
        """The request that waits, or the passphrase for a new one."""
        waiting = asking.request(self._folder)
        try:
            request = escrow.read_request(waiting)
        except escrow.UnreadableRequestError:
            return self._passphrase_page()
        page = RequestPage(request.words, _day(asking.since(self._folder)))
        page.request_wanted.connect(self.save)
        page.answer_wanted.connect(self.open_answer)
        page.anew.connect(lambda: self._show(self._passphrase_page()))
        return page

    def _show(self, page: Page) -> None:
        names = (_("New passphrase"), _("Request and answer"))
        here = 0 if isinstance(page, PassphrasePage) else 1
        self.show_page(page, names, here, _("Make the request"))
        self.foot.next.setVisible(not here)
        self.foot.back.say(_("Later") if here else _("Cancel"))
        self.foot.back.set_icon("")
        self.setFocusProxy(page)
        self.setFocus()

    def _passphrase_page(self) -> PassphrasePage:
        lead = _("It will open your notes once your office has answered. Nobody else learns it.")
        working = _("Making the request. This takes a few seconds.")
        page = PassphrasePage(_("Choose a new passphrase"), lead, working)
        page.entered.connect(self._on_next)
        return page

    def _ask(self, page: PassphrasePage) -> None:
        page.hide_error()
        page.show_working(True)
        self.wait(waiting=True)
        folder, passphrase = self._folder, page.passphrase
        self._jobs.start(lambda: _ask(folder, passphrase), self, self._on_asked, self._on_refused)

    def _on_asked(self, _nothing: object) -> None:
        self.page.clear()
        self._show(self._first())
        self.asked.emit()

    def _on_saved(self, path: Path) -> None:
        if isinstance(self.page, RequestPage):
            title = _("The request is saved. Give it to your office.")
            self.page.notices.say(title, _("Its name is {name}.").format(name=path.name))
        self.saved.emit(path)

    def _on_opened(self, opened: Vault) -> None:
        self.page.clear()
        self.finished.emit(opened)

    def _on_refused(self, error: AppError) -> None:
        self.wait(waiting=False)
        if isinstance(self.page, PassphrasePage | RequestPage):
            self.page.show_working(False)
            self.page.show_error(error)


def _ask(folder: Path, passphrase: str) -> None:
    slots = keyslots.read(folder)[0]

    def request(secret: bytes) -> bytes:
        return escrow.ask(slots, HybridIdentity(secret)).encode()

    asking.begin(folder, passphrase, today(), request)


def _save(folder: Path, path: Path) -> Path:
    try:
        write_whole(path, asking.request(folder))
    except OSError as error:
        raise StorageFullError(
            _("The file could not be saved there."),
            _("Nothing is lost. Choose another folder and save it again."),
        ) from error
    return path


def _open(folder: Path, path: Path, passphrase: str) -> Vault:
    identity = HybridIdentity(asking.recall(folder, passphrase))
    try:
        with path.open("rb") as file:
            answer = file.read(escrow.LARGEST + 1)
    except OSError:
        answer = b""
    opened = vault.unlock_with(
        folder, Kind.ESCROW, lambda slots: escrow.take(slots, answer, identity)
    )
    try:
        opened.change_passphrase(passphrase)
    except AppError:
        opened.close()
        raise
    asking.end(folder)
    return opened


def _day(iso: str) -> str:
    return i18n.show_date(date.fromisoformat(iso), style="long")
