"""The frame of the interview: the head with the name, the rail of parts, the foot, the sides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.button import Button, HideButton, IconButton
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.progress import Count
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.section_rail import SectionRail
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words

REVIEW = "review"
"""The place of the review in the rail."""


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
        pause = Button(_("Pause"), icon="pause")
        pause.clicked.connect(self.closed)
        hide = HideButton()
        hide.clicked.connect(actions["hide"].trigger)
        row.addWidget(close)
        row.addWidget(self._name, 1)
        row.addWidget(pause)
        row.addWidget(hide)

    def say(self, name: str, number: str) -> None:
        """Show the name and number of the case."""
        self._name.say(f"<b>{name}</b> <muted>{number}</muted>")


class Side(SectionRail):
    """The parts with their counts, the place in the whole above, a calm word under."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(look().size("section_rail"))
        self._count = Count(_("Your place in the intake"), bold=True)
        self.above.addWidget(self._count)
        words = _("Any order is fine. Skipped questions wait in Review.")
        self.under.addWidget(Words(words, "small", "text_2"))

    def show_place(self, done: int, whole: int) -> None:
        """How many questions have an answer."""
        self._count.show_count(done, whole, f"{done}/{whole}")


class Foot(Ground):
    """What is saved, and Skip, Back and Next; 72 high."""

    skipped = Signal()
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", line="top", parent=parent)
        self.setMinimumHeight(look().size("intake_footer"))
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 0, 40, 0)
        row.setSpacing(12)
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
        row.addWidget(self.save_line, 1)
        for button in (self._skip, self._back, self._next, self._finish):
            row.addWidget(button)

    def show_place(self, *, first: bool, review: bool) -> None:
        """Which buttons lead on from here."""
        self._back.setEnabled(not first)
        self._skip.setVisible(not review)
        self._next.setVisible(not review)
        self._finish.setVisible(review)


class Frame(QWidget):
    """Head above, parts at the side, the question in the middle with the foot, a panel beside."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Head(actions)
        self.side = Side()
        self.foot = Foot()
        self.middle = Scroll(_("The question"))
        self.middle.body.setContentsMargins(40, 24, 40, 24)
        self.notices = QVBoxLayout()
        self.beside = QVBoxLayout()
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addLayout(self.notices)
        centre.addWidget(self.middle, 1)
        centre.addWidget(self.foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(centre, 1)
        row.addLayout(self.beside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_step(self, widget: QWidget) -> None:
        """Put a step into the middle, from its top."""
        empty(self.middle.body)
        self.middle.body.addWidget(widget)
        self.middle.verticalScrollBar().setValue(0)
