# ruff: noqa: D102 - Qt documents the methods that it calls
"""What every set-up is: pages one after the other in one frame, over a vault that may be open.

Whoever leaves before the end leaves nothing unlocked and nothing of what was typed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.kit.step_list import StepPanel
from assistance_desktop.ui.session import Jobs
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow, SetUpFoot, scrolled


class Page(QWidget):
    """A page of a set-up. `check` tells whether it is answered, and if not says where and why.

    `clear` leaves nothing of what was typed or shown, `take_over` goes on where the same page in
    another language was left.
    """

    @property
    def note(self) -> tuple[str, str]:
        """What stands at the foot: an icon and a sentence."""
        raise NotImplementedError

    def check(self) -> bool:
        return True

    def clear(self) -> None:
        pass

    def take_over(self, before: "Page") -> None:
        pass


class SetUp(QWidget):
    """The frame: steps, language, page, foot. A set-up says what its pages are and what follows.

    `language_chosen` tells the language that was picked, which is shown already.
    """

    language_chosen = Signal(str)

    page: Page
    steps: StepPanel
    languages: LanguageRow
    foot: SetUpFoot

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._vault: Vault | None = None
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        # A shortcut, since the scrolled page would take the arrow for itself.
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self._on_back_key)

    @property
    def holds_open(self) -> bool:
        """Whether a vault is open behind the pages."""
        return self._vault is not None

    def leave(self) -> None:
        """End before the end: the vault is locked, if it is open."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.leave()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.foot.next.click()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """What follows when the page is answered."""
        raise NotImplementedError

    def go_back(self) -> None:
        """What comes before the page."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Make the page that is shown in another language, with what was typed."""
        raise NotImplementedError

    def show_page(
        self, page: Page, names: Sequence[str], here: int, onward: str, *, first: bool = False
    ) -> None:
        """Put a page into the frame: the steps, which one is here, what the way on is called.

        On the `first` page of all every language can be seen.
        """
        while (item := self._whole.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.page = page
        self.steps = StepPanel(names)
        self.steps.go(here)
        self.languages = LanguageRow(first=first)
        self._dress(page.note, onward)
        body = self._make_body()
        self._whole.addWidget(self.steps)
        self._whole.addWidget(body, 1)
        for each in (self.steps, body):
            each.show()  # a layout shows it later, and Tab would go past it until then

    def wait(self, *, waiting: bool) -> None:
        """Nothing else can be pressed while something is being made."""
        for each in (self.foot.back, self.foot.next, self.languages):
            each.setEnabled(not waiting)

    def _dress(self, note: tuple[str, str], onward: str) -> None:
        self.foot = SetUpFoot()
        self.foot.say(note, onward)
        self.foot.back.clicked.connect(self.go_back)
        self.foot.next.clicked.connect(self._on_next)

    def _make_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.languages.chosen.connect(self._on_language_chosen)
        column.addWidget(self.languages)
        column.addWidget(scrolled(self.page), 1)
        column.addWidget(self.foot)
        return body

    def _on_next(self) -> None:
        if self.foot.next.isEnabled() and self.page.check():
            self.go_on()

    def _on_back_key(self) -> None:
        if self.foot.back.isVisible() and self.foot.back.isEnabled():
            self.go_back()

    def _on_language_chosen(self, code: str) -> None:
        i18n.use_language(code)
        self.show_again()
        self.language_chosen.emit(code)
