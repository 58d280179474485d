"""The one next thing in a case: a threat, what is late, an open question, a step to come.

In this order, and only one of them; nothing is made up when there is nothing to do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import Kept
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.stage import INTAKE_OPEN, stage
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.ui.case_view.danger import stands
from assistance_desktop.ui.case_view.happening import day_of
from assistance_desktop.ui.case_view.standing import Standing


class Leads(StrEnum):
    """Where the next thing is done."""

    SAFETY = "safety"
    INTAKE = "intake"
    PLAN = "plan"
    AGENDA = "agenda"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, in words; where it leads, and the record of the agenda if there."""

    words: str
    line: str
    leads: Leads
    record: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class _Dated:
    """A step with its day, from the plan or from the agenda."""

    day: date
    words: str
    leads: Leads
    record: str


def next_step(case: Case, standing: Standing, questions_left: int, today: date) -> NextStep:
    """What comes next in an open case."""
    if stands(case):
        words = _("See to the serious threat")
        return NextStep(words, _("It stays until it is settled."), Leads.SAFETY)
    first = min(_steps(case), key=lambda one: one.day, default=None)
    if first is not None and first.day < today:
        return _late(first)
    return _to_ask(case, standing, questions_left) or _to_do(first, standing)


def _to_ask(case: Case, standing: Standing, questions_left: int) -> NextStep | None:
    """What the client has not been asked yet: questions, facts, choices."""
    left = ngettext("{count} question is open", "{count} questions are open", questions_left)
    left = left.format(count=questions_left) if questions_left else ""
    if stage(case) == INTAKE_OPEN:
        said = left or _("Every question is answered or left")
        return NextStep(_("Go on with the intake"), said, Leads.INTAKE)
    if standing.unclear:
        return NextStep(_unclear(standing.unclear), left, Leads.PLAN)
    if standing.open:
        return NextStep(_to_talk_over(standing.open), left, Leads.PLAN)
    return None


def _to_do(first: _Dated | None, standing: Standing) -> NextStep:
    """The step that comes first, or what to do when there is none."""
    if first is not None:
        return NextStep(first.words, show_date(first.day, style="long"), first.leads, first.record)
    if standing.is_declined:
        words = _("Nothing is planned. The offer stays open.")
        line = _("You can close the case kindly. No name is needed, and nothing is lost.")
        return NextStep(words, line, Leads.CLOSING)
    return NextStep(_("Keep the next steps up to date"), "", Leads.PLAN)


def _steps(case: Case) -> Iterator[_Dated]:
    """Everything with a day that nobody has done yet."""
    for record in case.records("plan"):
        words, due = case.text(record, "next_step"), day_of(case.text(record, "due"))
        over = case.text(record, "state") in ("done", "ended")
        declined = case.text(record, "decision") == "declines"
        if words and due is not None and not over and not declined:
            yield _Dated(due, words, Leads.PLAN, record)
    for task in agenda.tasks(case):
        if task.due is not None and not task.done:
            yield _Dated(task.due, task.what or _("Task"), Leads.AGENDA, task.record)
    for met in agenda.appointments(case):
        if met.day is not None and met.state is Kept.OPEN:
            yield _Dated(met.day, met.what or _("Appointment"), Leads.AGENDA, met.record)


def _late(step: _Dated) -> NextStep:
    line = _("Overdue since {day}").format(day=show_date(step.day))
    return NextStep(step.words, line, step.leads, step.record, late=True)


def _unclear(count: int) -> str:
    words = ngettext("{count} service needs an answer", "{count} services need an answer", count)
    return words.format(count=count)


def _to_talk_over(count: int) -> str:
    words = ngettext("{count} service to talk over", "{count} services to talk over", count)
    return words.format(count=count)
