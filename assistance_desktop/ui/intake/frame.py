"""The frame of the interview: the head with the name, the foot, and how the parts are laid out.

In a small window, or with large letters, the client's panel is a drawer over the question.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.intake.alarms import Alarms
from assistance_desktop.ui.intake.beside import Beside
from assistance_desktop.ui.intake.client_panel import ClientPanel
from assistance_desktop.ui.intake.middle import Middle
from assistance_desktop.ui.intake.parts import Parts
from assistance_desktop.ui.kit.button import Button, HideButton, IconButton
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

_ROOMY, _LEAST = 1240, 1120
"""Widths at 100 % under which the panel gets narrower, and becomes a drawer."""


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

    def say(self, name: str, number: str) -> None:
        """Show the name and number of the case."""
        self._name.say(f"<b>{name}</b> <muted>{number}</muted>")


class Foot(Ground):
    """What is saved, and Skip, Back and Next; 72 high."""

    skipped = Signal()
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", line="top", parent=parent)
        self.setMinimumHeight(look().size("intake_footer"))
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)
        self.save_line = SaveLine()
        self._skip = Button(_("Skip for now"), "quiet")
        self._skip.clicked.connect(self.skipped)
        self._back = Button(_("Back"), icon="arrow-l")
        self._back.clicked.connect(self.back_asked)
        self._next = Button(_("Next"), "primary", icon="arrow-r", icon_after=True)
        self._finish = Button(
            _("Finish, show the plan"), "primary", icon="arrow-r", icon_after=True
        )
        for button in (self._next, self._finish):
            button.clicked.connect(self.next_asked)
        self.row.addWidget(self.save_line, 1)
        for button in (self._skip, self._back, self._next, self._finish):
            self.row.addWidget(button)

    def show_place(self, *, first: bool, review: bool) -> None:
        """Which buttons lead on from here."""
        self._back.setEnabled(not first)
        self._skip.setVisible(not review)
        self._next.setVisible(not review)
        self._finish.setVisible(review)

    def hold(self, *, held: bool) -> None:
        """Nothing leads on while somebody else may hear."""
        for button in (self._next, self._skip):
            button.setEnabled(not held)
            button.setToolTip(_("First be alone with the client.") if held else "")


class Frame(QWidget):
    """Head above, parts at the side, the question in the middle with the foot, a panel beside."""

    def __init__(self, actions: Actions, panel: ClientPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.side, self.foot = Head(actions), Parts(), Foot()
        self.alarms, self.middle = Alarms(), Middle()
        self.panel, self.beside = panel, Beside(panel)
        self.head.drawer.toggled.connect(self._on_drawer)
        self._row = QHBoxLayout()
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._fit()

    @property
    def has_drawer(self) -> bool:
        """Whether there is no room for a column beside the question."""
        return self.width() < look().px(_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self.alarms)
        centre.addWidget(self.middle, 1)
        centre.addWidget(self.foot)
        self._row.setSpacing(0)
        self._row.addWidget(self.side)
        self._row.addLayout(centre, 1)
        self._row.addWidget(self.beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._row, 1)

    def _fit(self) -> None:
        roomy = self.width() >= look().px(_ROOMY)
        self.beside.fit(wide=roomy or self.has_drawer)
        margin = 40 if roomy or self.has_drawer else 24
        self.middle.body.setContentsMargins(margin, 24, margin, 24)
        self.foot.row.setContentsMargins(margin, 0, margin, 0)
        self.alarms.set_margin(margin)
        self.head.drawer.setVisible(self.has_drawer)
        if self.has_drawer:
            self._row.removeWidget(self.beside)
            self.beside.setVisible(self.head.drawer.isChecked())
            top = self.head.sizeHint().height()
            width = self.beside.width()
            self.beside.setGeometry(self.width() - width, top, width, self.height() - top)
            self.beside.raise_()
        elif self._row.indexOf(self.beside) < 0:
            self._row.addWidget(self.beside)
            self.beside.show()

    def _on_drawer(self) -> None:
        self._fit()
