# ruff: noqa: D102 - Qt documents the methods that it calls
"""The first start: from the language to an open vault, one question at a time.

Nothing is on the disk before the recovery sheet has proved itself, and nothing that was typed
or drawn stays in a widget afterwards (mock-ups 18 to 20).
"""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import place
from assistance_desktop.storage.place import PlaceRefusedError
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.name_page import NamePage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.ready_page import ReadyPage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.sheet_set_up import SheetSetUp
from assistance_desktop.ui.unlock.start import Start, found
from assistance_desktop.ui.unlock.welcome_page import WelcomePage


class _Place(IntEnum):
    """The pages, in order."""

    WELCOME = 0
    NAMES = 1
    PASSPHRASE = 2
    RECOVERY = 3
    READY = 4


_STEPS = (0, 0, 1, 2, 3)
"""The step in the list that each page belongs to: welcome and names are one."""


class FirstStart(SheetSetUp):
    """Asks, makes the vault in `folder`, and hands it over.

    `vault_made` gives the open vault, when the person starts working; `left` tells that they went
    back to where they came from, which they may where others have notes already, `restore_wanted`
    that they have a backup. Until the vault is made the passphrase and the sheet are here and
    nowhere else.
    """

    vault_made = Signal(object)
    left = Signal()
    restore_wanted = Signal()

    def __init__(self, folder: Path, jobs: Jobs, *, may_leave: bool = False) -> None:
        super().__init__(jobs)
        self._folder, self._may_leave = folder, may_leave
        self._start = Start()
        self._passphrase = ""
        self._place = _Place.WELCOME
        self._show()

    def go_on(self) -> None:
        if isinstance(self.page, WelcomePage) and not self._may_live_here(self.page):
            return
        if self._vault is not None:
            self._hand_over(self._vault)
        elif isinstance(self.page, RecoveryPage):
            self._make_vault(self.page)
        else:
            if isinstance(self.page, PassphrasePage):
                self._passphrase = self.page.passphrase
            self._go(_Place(self._place + 1))

    def _may_live_here(self, page: WelcomePage) -> bool:
        """Whether the vault may be made in its place, asked before anything else is."""
        try:
            place.check(self._folder)
        except PlaceRefusedError as refusal:
            page.show_error(refusal)
            return False
        return True

    def go_back(self) -> None:
        self._passphrase = ""
        if self._place is _Place.WELCOME:
            self.left.emit()
        else:
            self._go(_Place(self._place - 1))

    def show_again(self) -> None:
        before = self.page
        self._show()
        self.page.take_over(before)
        before.clear()

    def leave(self) -> None:
        super().leave()
        self._passphrase = ""

    def _go(self, place: _Place) -> None:
        self._place = place
        self.page.clear()
        self._show()

    def _show(self) -> None:
        """Make the page that is next, in the language of the screens."""
        place = self._place
        names = (
            _("Language and start"),
            _("Passphrase"),
            _("Recovery sheet"),
            _("Ready"),
        )
        onward = {
            _Place.RECOVERY: _("Try the sheet and finish"),
            _Place.READY: _("Start working"),
        }.get(place, _("Next"))
        page = self._make_page()
        self.show_page(page, names, _STEPS[place], onward, first=place is _Place.WELCOME)
        first = _Place.WELCOME if self._may_leave else _Place.NAMES
        self.foot.back.setVisible(first <= place < _Place.READY)
        self.setFocusProxy(self.foot.next if place is _Place.READY else page)
        self.setFocus()

    def _make_page(self) -> Page:
        match self._place:
            case _Place.WELCOME:
                welcome = WelcomePage(self._start)
                welcome.restore_wanted.connect(self.restore_wanted)
                return welcome
            case _Place.NAMES:
                page = NamePage(self._start)
            case _Place.PASSPHRASE:
                page = PassphrasePage(_("Choose a passphrase"), _lead())
            case _Place.RECOVERY:
                page = self._recovery_page()
            case _Place.READY:
                return ReadyPage(self._start)
        page.entered.connect(self._on_next)
        return page

    def _make_vault(self, page: RecoveryPage) -> None:
        if self._sheet is None:
            return
        page.notices.clear()
        page.show_working(True)
        self.wait(waiting=True)
        folder, passphrase, sheet, start = (
            self._folder,
            self._passphrase,
            self._sheet,
            self._start,
        )
        self._jobs.start(
            lambda: found(folder, passphrase, sheet, start), self, self._on_made, self._on_refused
        )

    def _on_made(self, made: Vault) -> None:
        self._vault = made
        self._passphrase, self._sheet = "", None
        self._go(_Place.READY)

    def _on_refused(self, error: AppError) -> None:
        self.wait(waiting=False)
        if isinstance(self.page, RecoveryPage):
            self.page.show_working(False)
            self.page.show_error(error)

    def _hand_over(self, made: Vault) -> None:
        self._vault = None
        self.foot.next.setEnabled(False)
        self.vault_made.emit(made)


def _lead() -> str:
    return _(
        "It opens your notes on this computer. Nobody can look it up for you, so choose one that "
        "you can remember."
    )
