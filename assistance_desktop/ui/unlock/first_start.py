# ruff: noqa: D102 - Qt documents the methods that it calls
"""The first start: from the language to an open vault, one question at a time.

Nothing is on the disk before the last question is answered, and nothing that was typed stays
in a field afterwards (mock-ups 18 and 19).
"""

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.kit.step_list import StepPanel
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.name_page import NamePage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.ready_page import ReadyPage
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow, SetUpFoot, scrolled
from assistance_desktop.ui.unlock.start import Start, found
from assistance_desktop.ui.unlock.welcome_page import WelcomePage

_Page: TypeAlias = WelcomePage | NamePage | PassphrasePage | ReadyPage

_STEPS = (0, 0, 1, 2)
"""The step in the list that each page belongs to: welcome and names are one."""

_READY = 3


class FirstStart(QWidget):
    """Asks, makes the vault in `folder`, and hands it over.

    `language_chosen` tells the language that was picked, which is shown already; `vault_made`
    the open vault, when the person starts working.
    """

    language_chosen = Signal(str)
    vault_made = Signal(object)

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._start = Start()
        self._vault: Vault | None = None
        self._place = 0
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        # A shortcut, since the scrolled page would take the arrow for itself.
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self._on_back)
        self._show()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete and self._vault is not None:
            # Whoever leaves before starting to work leaves nothing unlocked.
            self._vault.close()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.foot.next.click()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        """Make the page that is next, in the language of the screens."""
        while (item := self._whole.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.page = self._make_page()
        self.steps = StepPanel((_("Language and start"), _("Passphrase"), _("Ready")))
        self.steps.go(_STEPS[self._place])
        self.languages = LanguageRow(first=self._place == 0)
        self.languages.chosen.connect(self._on_language_chosen)
        self.foot = SetUpFoot()
        onward = _("Start working") if self._place == _READY else _("Next")
        self.foot.say(self.page.note, onward)
        self.foot.back.setVisible(0 < self._place < _READY)
        self.foot.back.clicked.connect(self._on_back)
        self.foot.next.clicked.connect(self._on_next)
        self._whole.addWidget(self.steps)
        self._whole.addWidget(self._make_body(), 1)
        self.setFocusProxy(self.foot.next if self._place == _READY else self.page)
        self.setFocus()

    def _make_page(self) -> _Page:
        if self._place == 0:
            return WelcomePage(self._start)
        if self._place == _READY:
            return ReadyPage(self._start)
        page = NamePage(self._start) if self._place == 1 else PassphrasePage()
        page.entered.connect(self._on_next)
        return page

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.languages)
        column.addWidget(scrolled(self.page), 1)
        column.addWidget(self.foot)
        return body

    def _on_language_chosen(self, code: str) -> None:
        before = self.page
        i18n.use_language(code)
        self._show()
        if isinstance(before, PassphrasePage) and isinstance(self.page, PassphrasePage):
            self.page.put(before.typed())
            before.clear()
        self.language_chosen.emit(code)

    def _on_back(self) -> None:
        if not (0 < self._place < _READY and self.foot.back.isEnabled()):
            return
        if isinstance(self.page, PassphrasePage):
            self.page.clear()
        self._place -= 1
        self._show()

    def _on_next(self) -> None:
        if not self.page.check():
            return
        if self._vault is not None:
            self._hand_over(self._vault)
        elif isinstance(self.page, PassphrasePage):
            self._make_vault(self.page)
        else:
            self._place += 1
            self._show()

    def _make_vault(self, page: PassphrasePage) -> None:
        page.hide_error()
        self._wait(page, waiting=True)
        folder, passphrase, start = self._folder, page.passphrase, self._start
        self._jobs.start(
            lambda: found(folder, passphrase, start), self, self._on_made, self._on_refused
        )

    def _wait(self, page: PassphrasePage, *, waiting: bool) -> None:
        page.show_working(waiting)
        for each in (self.foot.back, self.foot.next, self.languages):
            each.setEnabled(not waiting)

    def _on_made(self, made: Vault) -> None:
        if isinstance(self.page, PassphrasePage):
            self.page.clear()
        self._vault = made
        self._place = _READY
        self._show()

    def _on_refused(self, error: AppError) -> None:
        if isinstance(self.page, PassphrasePage):
            self._wait(self.page, waiting=False)
            self.page.show_error(error)
            self.page.setFocus()

    def _hand_over(self, made: Vault) -> None:
        self._vault = None
        self.foot.next.setEnabled(False)
        self.vault_made.emit(made)
