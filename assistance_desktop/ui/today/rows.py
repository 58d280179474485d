"""Rows of the day: an appointment with its time, a task to tick, a step of a plan, a threat.

A row names the case by its pseudonym only; what can be done with it stands at its end.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.cases.agenda import Appointment, Kept, Task
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.more_button import MoreButton
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.switch import TickBox
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.today.standing import Whose

_COLUMN = 52
"""The width of the column of times and ticks at 100 %."""


class AppointmentRow(Row):
    """An appointment. `opened` is its case; `said` what became of it; `changing` its form."""

    opened = Signal(str)
    said = Signal(str, str, str)
    changing = Signal(str, str)

    def __init__(
        self, whose: Whose[Appointment], today: date, *, following: bool, first: bool
    ) -> None:
        met = whose.what
        title = met.what or _("Appointment")
        aside = _("with {name}").format(name=whose.name) if whose.name else ""
        past = met.day is not None and met.day < today
        line = _about(met, show_date(met.day) if past and met.day else "")
        super().__init__(title, line, aside=aside, icon="speech", tone="", first=first)
        self.whose = whose
        self._put_before(_when(met))
        self._add_state(met, following=following, past=past)
        self.open_button = Button(_("Open"), size="small")
        name = _("Open the case of {name}").format(name=whose.name)
        self.open_button.setAccessibleName(name)
        self.open_button.clicked.connect(lambda: self.opened.emit(whose.case_id))
        self.end.addWidget(self.open_button)
        self.more = MoreButton(_("More about {what}").format(what=title), self._fill)
        self.end.addWidget(self.more)

    def _put_before(self, column: QWidget) -> None:
        if isinstance(layout := self.layout(), QHBoxLayout):
            layout.insertWidget(0, column)

    def _add_state(self, met: Appointment, *, following: bool, past: bool) -> None:
        if met.state is Kept.KEPT:
            self.end.addWidget(Chip(_("Took place"), icon="check"))
        elif met.state is Kept.MISSED:
            self.end.addWidget(Chip(_("Did not come"), "outline"))
        elif past:
            self.end.addWidget(Chip(_("Did it take place?"), "amber", icon="help"))
        elif following:
            self.end.addWidget(Chip(_("Next"), "accent"))

    def _fill(self, menu: Menu) -> None:
        """What became of it, and its form."""
        case_id, record = self.whose.case_id, self.whose.what.record

        def say(state: Kept) -> Callable[[], None]:
            return lambda: self.said.emit(case_id, record, state.value)

        state = self.whose.what.state
        if state is not Kept.KEPT:
            menu.offer(_("It took place"), say(Kept.KEPT), icon="check")
        if state is not Kept.MISSED:
            menu.offer(_("Did not come"), say(Kept.MISSED), icon="minus")
        menu.offer(_("It is cancelled"), say(Kept.CANCELLED), icon="x")
        if state is not Kept.OPEN:
            menu.offer(_("It is still to come"), say(Kept.OPEN), icon="undo")
        menu.addSeparator()
        change = lambda: self.changing.emit(case_id, record)  # noqa: E731 - one of several deeds
        menu.offer(_("Change or put in a calendar"), change, icon="pencil")


class TaskRow(Row):
    """A task. `done` tells that it was ticked; `changing` asks for its form."""

    done = Signal(str, str)
    changing = Signal(str, str)

    def __init__(self, whose: Whose[Task], today: date, *, first: bool) -> None:
        task = whose.what
        super().__init__(task.what or _("Task"), whose.name, first=first)
        self.whose = whose
        self.tick = TickBox("", tidy=True)
        self.tick.setAccessibleName(
            _("{task}, {name}: done").format(task=task.what, name=whose.name)
        )
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tick.clicked.connect(lambda: self.done.emit(whose.case_id, task.record))
        if isinstance(layout := self.layout(), QHBoxLayout):
            layout.insertWidget(0, _in_column(self.tick))
        self.end.addWidget(due_chip(task.due, task.time, today))
        self.more = MoreButton(
            _("More about {what}").format(what=task.what),
            lambda menu: menu.offer(_("Change"), self._on_change, icon="pencil"),
        )
        self.end.addWidget(self.more)

    def _on_change(self) -> None:
        self.changing.emit(self.whose.case_id, self.whose.what.record)


class StepRow(Row):
    """The next step of a plan that is due; the row opens the plan."""

    opened = Signal(str)

    def __init__(self, row: CaseRow, today: date, *, first: bool) -> None:
        line = _("{name}, next step of the plan").format(name=row.pseudonym)
        super().__init__(row.next_step, line, opens=True, first=first)
        if isinstance(layout := self.layout(), QHBoxLayout):
            layout.insertWidget(0, _in_column(Picture("flag", "text_3")))
        self.end.addWidget(due_chip(row.due, "", today))
        self.clicked.connect(lambda: self.opened.emit(row.case_id))


class ThreatRow(Row):
    """A case in which a serious threat stands; the row opens the case."""

    opened = Signal(str)

    def __init__(self, row: CaseRow, *, first: bool) -> None:
        super().__init__(
            row.pseudonym,
            _("What must be done is not all recorded yet."),
            aside=row.number,
            icon="alert",
            tone="red",
            opens=True,
            first=first,
        )
        self.set_ground("red_soft")
        self.end.addWidget(Chip(_("Serious threat"), "red", icon="alert"))
        self.clicked.connect(lambda: self.opened.emit(row.case_id))


def due_chip(due: date | None, time: str, today: date) -> Chip:
    """When something is due: overdue, at a time today, today, or its day."""
    if due is not None and due < today:
        words = _("Overdue since {day}").format(day=show_date(due))
        return Chip(words, "amber", icon="clock")
    if due == today and time:
        return Chip(_("Due {time}").format(time=time), "amber", icon="clock")
    shown = phrases.day(due, today) if due is not None else _("No date")
    return Chip(" ".join(part for part in (shown, time) if part))


def _when(met: Appointment) -> QWidget:
    made = QWidget()
    made.setFixedWidth(look().px(_COLUMN))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(Words(met.time or _("All day"), bold=True))
    if met.time:
        minutes = ngettext("{count} min", "{count} min", met.minutes).format(count=met.minutes)
        column.addWidget(Words(minutes, "small", "text_2"))
    column.addStretch(1)
    return made


def _about(met: Appointment, day: str) -> str:
    parts = [
        day,
        _("Interpreter: {who}").format(who=met.interpreter) if met.interpreter else "",
        _("{worker} goes along").format(worker=met.who) if met.who else "",
        met.where,
    ]
    return ". ".join(part for part in parts if part)


def _in_column(inner: QWidget) -> QWidget:
    """Put a mark where the times stand."""
    made = QWidget()
    made.setFixedWidth(look().px(_COLUMN))
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
    return made
