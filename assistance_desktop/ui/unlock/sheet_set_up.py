# ruff: noqa: D102 - Qt documents the methods that it calls
"""A set-up in which a recovery sheet is drawn and has to prove itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.ui.session import HELSINKI, Jobs, now
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.set_up import Page, SetUp


class SheetSetUp(SetUp):
    """One sheet for the whole set-up: paper that was printed before stays right."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, parent)
        self._sheet: Sheet | None = None
        self._asked: tuple[int, ...] = ()

    def leave(self) -> None:
        super().leave()
        self._sheet = None

    def show_page(
        self, page: Page, names: Sequence[str], here: int, onward: str, *, first: bool = False
    ) -> None:
        super().show_page(page, names, here, onward, first=first)
        if isinstance(page, RecoveryPage):
            page.proved.connect(self.foot.next.setEnabled)
            self.foot.next.setEnabled(page.is_proved)

    def _recovery_page(self, foot: str = "") -> RecoveryPage:
        self._sheet = self._sheet or Sheet.draw()
        today = now().astimezone(HELSINKI).date()
        page = RecoveryPage(self._sheet, today, asked_before=self._asked, foot=foot)
        self._asked = page.asked
        return page
