"""The days of the walk: an appointment and a task are written, and Today holds them."""

from pathlib import Path

from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.ui.agenda.appointment_form import AppointmentForm
from assistance_desktop.ui.agenda.task_form import TaskForm
from assistance_desktop.ui.today.rows import AppointmentRow, TaskRow

_TOLD = (b"Aurora", b"Clinic", b"Side", b"Pihlaja")
"""What a calendar entry must not hold: a name, a worker, the words of the case."""


def plan_the_days(desk: DeskWork, hands: Hands, case_id: str, out: Path) -> None:
    """Write an appointment and a task, put one in a calendar, and tick the other on Today."""
    page = desk.workspace.today_page
    with hands.step("An appointment with a neutral calendar entry, and a task"):
        _write_appointment(desk, hands, case_id, out / "entry.ics")
        _write_task(desk, hands, case_id)
    with hands.step("Today holds them; the task is ticked"):
        desk.workspace.go("today")
        hands.wait(lambda: len(page.agenda.rows) > 1, "Today does not hold them")
        hands.picture(desk.window, "today")
        shown = {type(row) for row in page.agenda.rows}
        hands.check({AppointmentRow, TaskRow} <= shown, "Today lacks one of them")
        ticked = next(row for row in page.agenda.rows if isinstance(row, TaskRow))
        ticked.tick.click()
        hands.wait(lambda: ticked not in page.agenda.rows, "the task was not ticked")
        record = ticked.whose.what.record
        done = desk.session.case(case_id).value(record, "done")
        hands.check(done is True, "the task is not done")


def _write_appointment(desk: DeskWork, hands: Hands, case_id: str, path: Path) -> None:
    desk.workspace.agenda.open(case_id, "appointment")
    form = desk.workspace.agenda.form
    if not isinstance(form, AppointmentForm):
        raise TypeError("no form of an appointment")
    hands.type(form.what.edit, "Clinic visit")
    hands.type(form.time.edit, "12:15")
    hands.type(form.where.edit, "Side entrance")
    hands.picture(desk.window, "appointment")
    form.calendar.path_chosen.emit(path)
    hands.wait(path.exists, "no calendar entry was saved")
    entry = path.read_bytes()
    hands.check(not any(word in entry for word in _TOLD), "the entry gives somebody away")
    form.save_button.click()
    hands.wait(lambda: desk.workspace.agenda.form is None, "the appointment was not saved")


def _write_task(desk: DeskWork, hands: Hands, case_id: str) -> None:
    desk.workspace.agenda.open(case_id, "task")
    form = desk.workspace.agenda.form
    if not isinstance(form, TaskForm):
        raise TypeError("no form of a task")
    hands.type(form.what.edit, "Ask about children in Finland")
    form.save_button.click()
    hands.wait(lambda: desk.workspace.agenda.form is None, "the task was not saved")
