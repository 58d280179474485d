"""The question alone on the whole screen, large, for the client's eyes.

Nothing of the case and no hint for the worker is in it; its buttons are the worker's way back.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button, HideButton
from assistance_desktop.ui.kit.client_sheet import ClientSheet
from assistance_desktop.ui.kit.scroll import Scroll


@dataclass(frozen=True, slots=True)
class Shown:
    """What the client sees, in the language with this code; `stop` is the calm word under it.

    Answers are `numbered` when the same digits choose them on the keyboard.
    """

    code: str = "en"
    question: str = ""
    answers: Sequence[str] = ()
    stop: str = ""
    numbered: bool = True


class ClientView(QDialog):
    """A full screen for the client; Esc ends it, and hiding and locking work from it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Workspace"))
        for name in ("hide", "lock"):
            self.addAction(actions[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(24)
        column.addLayout(self._make_buttons(actions))
        self._sheet = ClientSheet(large=True)
        self._stop = Banner("", "accent", icon="pause")
        scroll = Scroll(_("For the client"))
        scroll.body.setContentsMargins(128, 0, 128, 0)
        scroll.body.setSpacing(24)
        scroll.body.addWidget(self._sheet)
        scroll.body.addWidget(self._stop)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # no ring before somebody presses Tab

    def show_question(self, shown: Shown, chosen: Sequence[int]) -> None:
        """Show what the panel shows."""
        self._sheet.show_question(
            shown.code, shown.question, shown.answers, numbered=shown.numbered
        )
        self._sheet.choose(chosen)
        self._stop.setVisible(bool(shown.stop))
        self._stop.say(shown.stop)

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
