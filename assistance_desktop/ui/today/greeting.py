"""The line under the day: what the day holds, and a greeting by the hour."""

from datetime import date, datetime

from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.ui.today.standing import Standing

_MORNING_ENDS, _DAY_ENDS = 11, 17


def title(day: date) -> str:
    """The day as the head of the page: "Tuesday 13 October"."""
    shown = show_date(day, style="day")
    return shown[:1].upper() + shown[1:]


def line(standing: Standing, now: datetime | None, worker: str) -> str:
    """What today holds, and the greeting by the hour of `now`; without one, no greeting."""
    met = len(standing.met_on(standing.today))
    due = len(standing.due_on(standing.today)) + len(standing.steps_on(standing.today))
    if now is None:
        return _counts(met, due)
    return _("{day} {greeting}").format(day=_counts(met, due), greeting=_greet(now, worker))


def _counts(met: int, due: int) -> str:
    appointments = ngettext("{count} appointment", "{count} appointments", met).format(count=met)
    tasks = ngettext("{count} task", "{count} tasks", due).format(count=due)
    if met and due:
        return _("{appointments} and {tasks} today.").format(appointments=appointments, tasks=tasks)
    if met or due:
        return _("{count} today.").format(count=appointments if met else tasks)
    return _("Nothing is planned for today.")


def _greet(now: datetime, worker: str) -> str:
    if now.hour < _MORNING_ENDS:
        words = _("Good morning, {name}.") if worker else _("Good morning.")
    elif now.hour < _DAY_ENDS:
        words = _("Good day, {name}.") if worker else _("Good day.")
    else:
        words = _("Good evening, {name}.") if worker else _("Good evening.")
    return words.format(name=worker)
