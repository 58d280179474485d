"""What happened in a case and what comes next, for the timeline: the newest first.

Only what was written is told; answers are counted, never shown.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from assistance_desktop import i18n
from assistance_desktop.cases.case import Case
from assistance_desktop.guidance.deadlines import Deadline
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.disclosures import disclosures
from assistance_desktop.ui.case_view.happening import (
    Happening,
    at_moment,
    day_of,
    newest_first,
    on_day,
    short,
    written_at,
)
from assistance_desktop.ui.case_view.meetings import meetings
from assistance_desktop.ui.case_view.sittings import sittings
from assistance_desktop.ui.case_view.turns import turns
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.timeline import Event
from assistance_desktop.ui.session import HELSINKI


def events(
    case: Case,
    content: Content,
    deadlines: tuple[Deadline, ...],
    today: date,
    besides: Iterable[Happening] = (),
) -> list[Event]:
    """The story of a case: what is to come on top, the first meeting at the bottom.

    `besides` is what happened to the case outside its changes.
    """
    return newest_first(
        [
            *_planned(case, content, today),
            *meetings(case, today),
            *_periods(deadlines, today),
            *sittings(case, content, today),
            *_notes(case, today),
            *disclosures(case, content, today),
            *turns(case, content, today),
            *besides,
        ]
    )


def _planned(case: Case, content: Content, today: date) -> Iterator[Happening]:
    for record in case.records("plan"):
        step, due = case.text(record, "next_step"), day_of(case.text(record, "due"))
        if not step or due is None or case.text(record, "state") in ("done", "ended"):
            continue
        service = content.pack.services.get(record.partition("/")[2])
        name = in_language(service.name, i18n.language()) if service else ""
        line = _("{service}. Overdue").format(service=name) if due < today else name
        when = phrases.day(due, today)
        at = datetime.combine(due, time.max, HELSINKI)
        yield Happening(at, Event(step, line, when, "calendar", "next"))


def _periods(deadlines: tuple[Deadline, ...], today: date) -> Iterator[Happening]:
    for deadline in deadlines:
        yield on_day(deadline.start, today, _("Reflection period began"), "", "hourglass")


def _notes(case: Case, today: date) -> Iterator[Happening]:
    for record in case.records("note"):
        at, text = written_at(case, record, "text"), case.text(record, "text")
        if at is not None and text:
            yield at_moment(at, today, _("Note"), short(text), "note")
