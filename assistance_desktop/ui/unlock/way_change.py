# ruff: noqa: D102 - Qt documents the methods that it calls
"""Changing a way in from the settings: the passphrase of today, then the new passphrase or sheet.

The notes stay open behind it. What opened them goes on doing so until its successor is on the
disk; a new sheet has opened a copy before the old one stops working.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keyslots, vault
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.current_page import CurrentPage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.sheet_set_up import SheetSetUp


class WayChange(SheetSetUp):
    """Over an open vault, to change PASSPHRASE or SHEET.

    `finished` tells the way that was changed, `left` that none was.
    """

    finished = Signal(object)
    left = Signal()

    def __init__(self, opened: Vault, way: Kind, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._opened, self._way = opened, way
        self._show(CurrentPage())

    def go_on(self) -> None:
        page = self.page
        if isinstance(page, CurrentPage):
            page.field.show_error("")
            slots, typed = self._opened.keyslots, page.field.passphrase
            self._work(lambda: keyslots.unseal_passphrase(slots, typed), self._on_known)
        elif isinstance(page, PassphrasePage):
            page.hide_error()
            page.show_working(True)
            opened, passphrase = self._opened, page.passphrase
            self._work(lambda: opened.change_passphrase(passphrase), self._finish)
        elif isinstance(page, RecoveryPage) and self._sheet is not None:
            page.notices.clear()
            page.show_working(True)
            opened, secret = self._opened, self._sheet.secret
            self._work(lambda: vault.replace_sheet(opened, secret), self._finish)

    def go_back(self) -> None:
        self.page.clear()
        self._sheet = None
        self.left.emit()

    def show_again(self) -> None:
        before = self.page
        page = CurrentPage() if isinstance(before, CurrentPage) else self._new_page()
        self._show(page)
        page.take_over(before)
        before.clear()

    def _on_known(self, _master: object = None) -> None:
        self.wait(waiting=False)
        self.page.clear()
        self._show(self._new_page())

    def _new_page(self) -> Page:
        return self._recovery_page() if self._way is Kind.SHEET else self._passphrase_page()

    def _show(self, page: Page) -> None:
        on_sheet = isinstance(page, RecoveryPage)
        second = _("Recovery sheet") if self._way is Kind.SHEET else _("New passphrase")
        names = (_("Present passphrase"), second)
        here = 0 if isinstance(page, CurrentPage) else 1
        onward = _("Try the sheet and finish") if on_sheet else _("Change")
        self.show_page(page, names, here, onward if here else _("Next"))
        self.foot.back.say(_("Cancel"))
        self.foot.back.set_icon("")
        if isinstance(page, CurrentPage | PassphrasePage | RecoveryPage):
            page.entered.connect(self._on_next)
        self.setFocusProxy(page)
        self.setFocus()

    def _passphrase_page(self) -> PassphrasePage:
        lead = _("It opens your notes from the next time on. The old one then stops working.")
        working = _("Changing the passphrase. This takes a few seconds.")
        return PassphrasePage(_("Choose a new passphrase"), lead, working)

    def _work(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        self.wait(waiting=True)
        self._jobs.start(job, self, then, self._on_refused)

    def _on_refused(self, error: AppError) -> None:
        self.wait(waiting=False)
        page = self.page
        if isinstance(page, CurrentPage):
            page.field.show_error(str(error))
            page.setFocus()
            page.field.edit.selectAll()
        elif isinstance(page, PassphrasePage | RecoveryPage):
            page.show_working(False)
            page.show_error(error)

    def _finish(self, _nothing: object = None) -> None:
        self.page.clear()
        self._sheet = None
        self.finished.emit(self._way)
