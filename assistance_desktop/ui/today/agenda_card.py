"""The card of the day: appointments by their times, then what is due; or the whole week.

Nothing is ever quietly missing: a threat stands first, what is overdue stands under today.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from assistance_desktop.cases.agenda import APPOINTMENT, TASK, Appointment, Kept
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.more_button import MoreButton
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.today.rows import AppointmentRow, StepRow, TaskRow, ThreatRow
from assistance_desktop.ui.today.standing import WEEK, Standing, Whose

_FIRST = 25
"""Rows of a day that are shown at once; the rest when somebody asks for it."""


class AgendaCard(Card):
    """What the day, or the week, holds. The signals carry a case, and a record where there is one.

    `opened` a case, `plan_wanted` its plan; `said` what became of an appointment; `done` a task
    that was ticked; `changing` the form of an appointment or a task.
    """

    opened = Signal(str)
    plan_wanted = Signal(str)
    said = Signal(str, str, str)
    done = Signal(str, str)
    changing = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Today"), padded=False, parent=parent)
        self._standing: Standing | None = None
        self._now = ""
        self._here: int | None = None
        self._is_whole = False
        self.week = Button(_("Week view"), "quiet", size="small")
        self.week.clicked.connect(self._on_turned)
        self.add = MoreButton(_("Add an appointment or a task"), self._fill, icon="plus")
        self.header.addWidget(self.week)
        self.header.addWidget(self.add)
        self.header.setContentsMargins(16, 0, 4, 0)
        self.is_week = False
        self.rows: list[Row] = []

    def show_standing(self, standing: Standing, now: str) -> None:
        """Show how the day stands; `now` is the clock time as HH:MM."""
        self._standing, self._now = standing, now
        self.redraw()

    def redraw(self) -> None:
        """Show it as it was read, whatever was ticked meanwhile."""
        if self._standing is None:
            return
        self._here = self._place_of_focus()
        empty(self.body)
        self.rows = []
        if self.is_week:
            self._show_week(self._standing)
        else:
            self._show_rows(self._of_today(self._standing), _("Nothing is planned for today."))

    def give_back_focus(self) -> None:
        """Let the keyboard be at the place where it was before the rows were made anew."""
        if self._here is not None and self.rows:
            row = self.rows[min(self._here, len(self.rows) - 1)]
            stops = row.findChildren(QAbstractButton)
            (stops[0] if stops else row).setFocus()
        self._here = None

    def _place_of_focus(self) -> int | None:
        """The row that has the keyboard, by its place."""
        here = self.window().focusWidget()
        held = [here in (row, *row.findChildren(QAbstractButton)) for row in self.rows]
        return held.index(True) if True in held else None

    def _on_turned(self) -> None:
        self.is_week = not self.is_week
        self.set_title(_("Seven days") if self.is_week else _("Today"))
        self.week.say(_("Today only") if self.is_week else _("Week view"))
        self.redraw()

    def _fill(self, menu: Menu) -> None:
        """What can be added; whose it is, the form asks."""
        menu.offer(_("Appointment"), lambda: self.changing.emit("", APPOINTMENT), icon="calendar")
        menu.offer(_("Task"), lambda: self.changing.emit("", TASK), icon="check")

    def _show_week(self, standing: Standing) -> None:
        for number in range(WEEK):
            day = standing.today + timedelta(days=number)
            if number:
                self.body.addWidget(Rule())
            self.body.addWidget(_day_head(day, standing.today))
            found = self._of_today(standing) if not number else self._of_day(standing, day)
            self._show_rows(found, _("Nothing planned"), quiet=True)

    def _show_rows(self, found: Iterator[Row], nothing: str, *, quiet: bool = False) -> None:
        before = len(self.rows)
        for row in islice(found, None if self._is_whole else _FIRST):
            self.rows.append(row)
            self.body.addWidget(row)
        if len(self.rows) == before:
            self.body.addWidget(_nothing(nothing, quiet=quiet))
        elif next(found, None) is not None:
            self.body.addWidget(Rule())
            self.body.addWidget(self._make_rest(), 0, Qt.AlignmentFlag.AlignLeft)

    def _make_rest(self) -> Button:
        """The way to what does not stand here yet."""
        rest = Button(_("Show everything"), "quiet", size="small", icon="down")
        rest.clicked.connect(self._on_rest_wanted)
        return rest

    def _on_rest_wanted(self) -> None:
        self._is_whole = True
        self.redraw()

    def _of_today(self, standing: Standing) -> Iterator[Row]:
        first = True
        for row in standing.threats:
            threat = ThreatRow(row, first=first)
            threat.opened.connect(self.opened)
            first = False
            yield threat
        yield from self._of_day(standing, standing.today, first=first)

    def _of_day(self, standing: Standing, day: date, *, first: bool = True) -> Iterator[Row]:
        today = standing.today
        later = [
            one.what.record
            for one in standing.met_on(today)
            if one.what.state is Kept.OPEN and one.what.time >= self._now
        ]
        for one in standing.met_on(day):
            following = one.what.record in later[:1]
            yield self._appointment(one, today, first=first, following=following)
            first = False
        for one in standing.unsaid if day == today else ():
            yield self._appointment(one, today, first=first)
            first = False
        for one in standing.due_on(day):
            task = TaskRow(one, today, first=first)
            task.done.connect(self.done)
            task.changing.connect(self.changing)
            first = False
            yield task
        for row in standing.steps_on(day):
            step = StepRow(row, today, first=first)
            step.opened.connect(self.plan_wanted)
            first = False
            yield step

    def _appointment(
        self, one: Whose[Appointment], today: date, *, first: bool, following: bool = False
    ) -> AppointmentRow:
        row = AppointmentRow(one, today, following=following, first=first)
        row.opened.connect(self.opened)
        row.said.connect(self.said)
        row.changing.connect(self.changing)
        return row


def _day_head(day: date, today: date) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 10, 16, 6)
    shown = phrases.day(day, today) if day == today else show_date(day, style="day")
    row.addWidget(Words(shown[:1].upper() + shown[1:], bold=True, tone="text_2"), 1)
    return made


def _nothing(words: str, *, quiet: bool) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 0 if quiet else 16, 16, 10 if quiet else 16)
    row.addWidget(Words(words, "small" if quiet else "body", "text_3" if quiet else "text_2"), 1)
    return made
