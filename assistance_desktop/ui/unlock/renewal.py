# ruff: noqa: D102 - Qt documents the methods that it calls
"""After the recovery sheet opened the notes: a new passphrase, and a new sheet if it was seen.

Both can be put off. What opened the notes goes on doing so until its successor is on the disk;
a new sheet has to prove itself like the first one.
"""

from PySide6.QtCore import Signal

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import vault
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.seen_page import SeenPage
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.sheet_set_up import SheetSetUp


class Renewal(SheetSetUp):
    """Over an open vault; `finished` hands it on. Whoever leaves before leaves it locked."""

    finished = Signal(object)

    def __init__(self, opened: Vault, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._vault = opened
        self._show(self._passphrase_page())

    def go_on(self) -> None:
        page = self.page
        if isinstance(page, PassphrasePage):
            self._change_passphrase(page)
        elif isinstance(page, RecoveryPage):
            self._renew_sheet(page)
        elif isinstance(page, SeenPage) and page.wants_new:
            self._go(self._new_sheet_page())
        else:
            self._finish()

    def go_back(self) -> None:
        """From a new sheet back to the question; from the passphrase on to the notes."""
        if isinstance(self.page, RecoveryPage):
            self._go(SeenPage())
        else:
            self._finish()

    def show_again(self) -> None:
        before = self.page
        if isinstance(before, PassphrasePage):
            page = self._passphrase_page()
        elif isinstance(before, RecoveryPage):
            page = self._new_sheet_page()
        else:
            page = SeenPage()
        self._show(page)
        page.take_over(before)
        before.clear()

    def _go(self, page: Page) -> None:
        self.page.clear()
        self._show(page)

    def _show(self, page: Page) -> None:
        on_sheet = isinstance(page, RecoveryPage)
        names = (_("New passphrase"), _("Recovery sheet"))
        here = 0 if isinstance(page, PassphrasePage) else 1
        self.show_page(page, names, here, _("Try the sheet and finish") if on_sheet else _("Next"))
        if isinstance(page, PassphrasePage):
            self.foot.back.say(_("Later"))
            self.foot.back.set_icon("")
        self.foot.back.setVisible(not isinstance(page, SeenPage))
        self.setFocusProxy(page)
        self.setFocus()

    def _passphrase_page(self) -> PassphrasePage:
        lead = _(
            "The sheet has opened your notes. Choose the passphrase that opens them from now on. "
            "The old one then stops working."
        )
        working = _("Changing the passphrase. This takes a few seconds.")
        page = PassphrasePage(_("Choose a new passphrase"), lead, working)
        page.entered.connect(self._on_next)
        return page

    def _new_sheet_page(self) -> RecoveryPage:
        page = self._recovery_page(_("The old sheet works until you finish here"))
        page.entered.connect(self._on_next)
        return page

    def _change_passphrase(self, page: PassphrasePage) -> None:
        opened, passphrase = self._vault, page.passphrase
        if opened is None:
            return
        page.hide_error()
        page.show_working(True)
        self.wait(waiting=True)
        self._jobs.start(
            lambda: opened.change_passphrase(passphrase),
            self,
            lambda _nothing: self._go(SeenPage()),
            self._on_refused,
        )

    def _renew_sheet(self, page: RecoveryPage) -> None:
        opened, sheet = self._vault, self._sheet
        if opened is None or sheet is None:
            return
        page.notices.clear()
        page.show_working(True)
        self.wait(waiting=True)
        self._jobs.start(
            lambda: vault.replace_sheet(opened, sheet.secret),
            self,
            lambda _nothing: self._finish(),
            self._on_refused,
        )

    def _on_refused(self, error: AppError) -> None:
        self.wait(waiting=False)
        if isinstance(self.page, PassphrasePage | RecoveryPage):
            self.page.show_working(False)
            self.page.show_error(error)

    def _finish(self) -> None:
        opened, self._vault, self._sheet = self._vault, None, None
        self.page.clear()
        if opened is not None:
            self.finished.emit(opened)
