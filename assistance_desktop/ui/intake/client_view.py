"""The question alone on the whole screen, large, for the client's eyes.

Nothing of the case and no hint for the worker is in it; its buttons are the worker's way back.
The keys of the interview still work: digits choose, Enter leads on.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.button import Button, HideButton
from assistance_desktop.ui.kit.client_sheet import ClientBoard, Shown
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.theme import look


class ClientView(QDialog):
    """A full screen for the client; Esc ends it, and hiding and locking work from it.

    `digit_pressed` carries 1 to 9, `enter_pressed` tells that the worker goes on.
    """

    digit_pressed = Signal(int)
    enter_pressed = Signal()

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Workspace"))
        for name in ("hide", "lock"):
            self.addAction(actions[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 40)
        column.setSpacing(0)
        column.addLayout(self._make_buttons(actions))
        self._board = ClientBoard()
        self._board.setMaximumWidth(look().px(928))
        self._scroll = Scroll(_("For the client"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._board, 1_000_000)  # all there is, up to its width
        row.addStretch(1)
        self._scroll.body.addLayout(row)
        column.addWidget(self._scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # no ring before somebody presses Tab

    def show_words(self, shown: Shown, chosen: Sequence[int]) -> None:
        """Show what the panel shows, from its top."""
        self._board.show_words(shown)
        self._board.choose(chosen)
        self._scroll.setAccessibleName(shown.question)

    def choose(self, chosen: Sequence[int]) -> None:
        """Mark other answers to the same question."""
        self._board.choose(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 and Enter go to the interview; Esc ends the view."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif event.text() in tuple("123456789"):
            self.digit_pressed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _make_buttons(self, actions: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        back = Button(_("Back"), icon="arrow-l", key="Esc")
        back.clicked.connect(self.close)
        hide = HideButton()
        hide.clicked.connect(actions["hide"].trigger)
        for button in (back, hide):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row
