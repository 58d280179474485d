"""The card of the timeline: the newest events, and all of them when somebody asks."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases import agenda
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.more_button import MoreButton
from assistance_desktop.ui.kit.timeline import Event, Timeline

SHOWN = 12
"""Events that are shown before somebody asks for the rest, so that what follows is in reach."""

_STEP = 100
"""Events that each further press shows; each is a widget, and a page must open at once."""


class TimelineCard(Card):
    """What happened and what is to come; `writing` is where a note is written.

    `agenda_asked` carries "appointment" or "task", for a new one.
    """

    agenda_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Timeline"), parent=parent)
        self._events: list[Event] = []
        self._shown = SHOWN
        self.timeline = Timeline()
        self.writing = QVBoxLayout()
        self.add_note = Button(_("Add a note"), "quiet", icon="plus", size="small")
        self.more = Button("", "quiet", icon="down", size="small")
        self.more.clicked.connect(self._on_more_asked)
        self.plan = MoreButton(_("New appointment or task"), self._fill, icon="calendar")
        self.header.addWidget(self.add_note)
        self.header.addWidget(self.plan)
        self.header.setContentsMargins(15, 0, 5, 0)
        self.body.addLayout(self.writing)
        self.body.addWidget(self.timeline)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def fold(self) -> None:
        """Show only the newest again."""
        self._shown = SHOWN

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let something be added, or not: the case is closed."""
        self.add_note.setVisible(is_open)
        self.plan.setVisible(is_open)

    def show_events(self, events: list[Event]) -> None:
        """Show these events, the newest first, as many as were asked for."""
        if events[: self._shown] != self._events[: self._shown] or not events:
            self.timeline.show_events(events[: self._shown])
        self._events = events
        left = len(events) - self._shown
        self.more.setVisible(left > 0)
        self.more.say(_("Show earlier, {count} more").format(count=left))

    def _on_more_asked(self) -> None:
        self._shown += _STEP
        self.timeline.show_events(self._events[: self._shown])
        self.show_events(self._events)

    def _fill(self, menu: Menu) -> None:
        for kind, words, icon in (
            (agenda.APPOINTMENT, _("New appointment"), "calendar"),
            (agenda.TASK, _("New task"), "today"),
        ):
            menu.offer(words, partial(self.agenda_asked.emit, kind), icon=icon)
