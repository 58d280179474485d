"""The turns in the life of a case: proposed, decided, closed, taken up again; and each threat."""

from collections.abc import Iterator
from datetime import date, datetime

from assistance_desktop.cases import admission, life, threat
from assistance_desktop.cases.admission import PROPOSAL, Status
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.case_view.happening import Happening, at_moment, on_day, short
from assistance_desktop.ui.closing_words import reason_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI


def turns(case: Case, content: Content, today: date) -> Iterator[Happening]:
    """Everything that turned the case, from its proposal to its closing."""
    yield from _system(case, content, today)
    yield from _closings(case, today)
    yield from _threats(case, today)


def _system(case: Case, content: Content, today: date) -> Iterator[Happening]:
    """What the Assistance system was asked and what it decided, by the days on record."""
    path = content.of(case).paths.get("customer", "")
    found = admission.admission(case, path)
    if found.sent_on is not None:
        yield on_day(found.sent_on, today, _("Proposed to the Assistance system"), "", "out")
    if found.decided_on is not None:
        decided = case.text(PROPOSAL, "decision")
        if decided == Status.ADMITTED:
            title, line = _("Admitted to the Assistance system"), ""
        elif decided == Status.REFUSED:
            title, line = _("The Assistance system did not admit"), _appeal(found.appeal_until)
        else:
            title, line = _("The Assistance system decided"), ""
        yield on_day(found.decided_on, today, title, line, "lifebuoy", "done")
    if found.left_on is not None:
        yield on_day(found.left_on, today, _("Left the Assistance system"), "", "lifebuoy")


def _appeal(until: date | None) -> str:
    if until is None:
        return ""
    return _("Appeal at the latest on {day}").format(day=show_date(until, style="long"))


def _closings(case: Case, today: date) -> Iterator[Happening]:
    """Each time it was closed and taken up again; only the last closing says why."""
    last = life.closing(case)
    changes = [one for one in case.changes if (one.record, one.field) == (CASE, life.CLOSED_ON)]
    for change in changes:
        holds = last is not None and change in case.heads(CASE, life.CLOSED_ON)
        if not change.value:
            yield at_moment(change.at, today, _("Case taken up again"), "", "undo", "done")
        elif last is not None and holds:
            said = (reason_words(last.reason), short(last.note))
            line = ". ".join(one for one in said if one)
            yield at_moment(change.at, today, _("Case closed"), line, "archive", "done")
        else:
            yield at_moment(change.at, today, _("Case closed"), "", "archive")


def _threats(case: Case, today: date) -> Iterator[Happening]:
    """Each threat with its steps; who was told of it stands among the tellings."""
    for one in threat.threats(case):
        steps = (
            (one.raised_at, _("Serious threat raised"), one.what, "alert"),
            (one.called_112_at, _("112 was called"), "", "phone"),
            (one.not_serious_at, _("Not a serious threat"), one.not_serious_reason, "check"),
        )
        for moment, title, line, icon in steps:
            at = _at(moment)
            if at is not None:
                yield at_moment(at, today, title, short(line), icon)


def _at(moment: str) -> datetime | None:
    """A moment as records hold it, by the clock on the wall in Finland."""
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=HELSINKI)
