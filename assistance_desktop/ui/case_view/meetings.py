"""Appointments and tasks in the timeline: what is to come, what was kept and done."""

from collections.abc import Iterator
from datetime import date, datetime, time

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import Appointment, Kept, Task
from assistance_desktop.cases.case import Case
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.happening import Happening, moment_of
from assistance_desktop.ui.kit.timeline import Event


def meetings(case: Case, today: date) -> Iterator[Happening]:
    """Every appointment with a day, and every task that is due or done."""
    for appointment in agenda.appointments(case):
        if appointment.day is not None:
            yield _met(appointment, appointment.day, today)
    for task in agenda.tasks(case):
        day = task.done_on if task.done else task.due
        if day is not None:
            yield _to_do(task, day, today)


def _met(appointment: Appointment, day: date, today: date) -> Happening:
    """`where` is told neutrally, as it was typed; nothing of the case is added."""
    said = {
        Kept.KEPT: _("Kept"),
        Kept.MISSED: _("Missed"),
        Kept.CANCELLED: _("Cancelled"),
    }.get(appointment.state, "")
    to_come = not said and day >= today
    goes_along = _("{worker} goes along").format(worker=appointment.who) if appointment.who else ""
    interpreter = appointment.interpreter
    with_one = _("interpreter {interpreter}").format(interpreter=interpreter) if interpreter else ""
    parts = (said, appointment.where, goes_along, with_one)
    state = "next" if to_come else "done" if appointment.state is Kept.KEPT else ""
    title = appointment.what or _("Appointment")
    icon = "calendar" if to_come else "person"
    at = moment_of(day, appointment.time, time.max)
    event = Event(title, ". ".join(_upper(one) for one in parts if one), "", icon, state)
    return _timed(event, at, appointment.time, today)


def _to_do(task: Task, day: date, today: date) -> Happening:
    late = not task.done and day < today
    line = _("Done") if task.done else _("To do. Overdue") if late else _("To do")
    state = "done" if task.done else "next"
    at = moment_of(day, "" if task.done else task.time, time.max)
    event = Event(task.what or _("Task"), line, "", "check" if task.done else "today", state)
    return _timed(event, at, "" if task.done else task.time, today)


def _timed(event: Event, at: datetime, clock: str, today: date) -> Happening:
    when = phrases.moment(at, today) if clock else phrases.day(at.date(), today)
    return Happening(at, Event(event.title, event.line, when, event.icon, event.state))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
