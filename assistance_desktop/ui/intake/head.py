"""The head of the interview: who is being interviewed, and the ways out."""

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.button import Button, HideButton, IconButton
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words


class Head(Ground):
    """Who is being interviewed, and Pause and Hide; 64 high."""

    closed = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("card", line="bottom", parent=parent)
        self.setMinimumHeight(look().size("intake_header"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        close = IconButton("x", _("Close the intake"))
        close.clicked.connect(self.closed)
        self._name = Words("", rich=True)
        self.drawer = Button(_("For the client"), icon="speech")
        self.drawer.setCheckable(True)
        pause = Button(_("Pause"), icon="pause")
        pause.clicked.connect(self.closed)
        hide = HideButton()
        hide.clicked.connect(actions["hide"].trigger)
        row.addWidget(close)
        row.addWidget(self._name, 1)
        for button in (self.drawer, pause, hide):
            row.addWidget(button)

    def say(self, name: str, number: str, questionnaire: str = "") -> None:
        """Show the name and number of the case, and the questionnaire when it is not the intake."""
        after = f" <muted>{number}</muted>" if number else ""
        which = f" {escape(questionnaire)}" if questionnaire else ""
        self._name.say(f"<b>{escape(name)}</b>{after}{which}")
