"""The clocks that run over all cases, the nearest end first.

The days that are kept of the cases say where to look; whether a clock runs, and until when, is
said by the rules alone. No more cases are opened than it takes to be sure of the nearest.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from assistance_desktop import i18n
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.life import is_closed
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.deadlines import add_months, birthday
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.services import plan
from assistance_desktop.i18n import _
from assistance_desktop.storage import case_store, dated
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.reflection_clock import last_day

MOST = 4
"""Clocks that the page shows."""

_AHEAD = timedelta(days=184)
"""How far ahead a clock is shown: a whole reflection period at its longest."""

_BEFORE = timedelta(days=60)
"""How long before its end a clock begins of which nobody wrote the first day (facts.md 3.3.5)."""

_OF_AGE = 18
_APPEAL = "appeal_until"


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs in a case: `what` is "until …", `end` its last day."""

    case_id: str
    name: str
    what: str
    start: date
    end: date


def read(connection: Connection, content: Content, today: date) -> tuple[Running, ...]:
    """The nearest clocks."""
    found: list[Running] = []
    for earliest, case_id in _candidates(connection, content.pack, today):
        if len(found) >= MOST and found[MOST - 1].end < earliest:
            break
        case = case_store.load(connection, case_id)
        if not is_closed(case):
            found += [one for one in _of(case, content, today) if one.end - today <= _AHEAD]
            found.sort(key=lambda one: (one.end, one.name, one.case_id))
    return tuple(found[:MOST])


def _of(case: Case, content: Content, today: date) -> list[Running]:
    name = case.text(CASE, "pseudonym")
    facts = content.facts(case, today)
    until, since = _day(case, _APPEAL), _day(case, "decided_on")
    found: list[tuple[str, date | None, date | None]] = [
        (_("until reflection period ends"), one.start, last_day(one))
        for one in plan(facts, content.pack, today, i18n.language()).deadlines
        if one.start <= today
    ]
    found.append((_("until time to appeal ends"), since, until))
    found.append((_("until the right to stay ends"), None, _known(facts, "stay.until")))
    born = _known(facts, "date_of_birth")
    of_age = birthday(born, _OF_AGE) if born is not None else None
    found.append((_("until the 18th birthday"), None, of_age))
    return [
        Running(case.id, name, what, min(start or end - _BEFORE, today), end)
        for what, start, end in found
        if end is not None and end >= today
    ]


def _known(facts: Facts, fact: str) -> date | None:
    value = facts.known.get(fact)
    return value if isinstance(value, date) else None


def _day(case: Case, field: str) -> date | None:
    try:
        return date.fromisoformat(case.text("proposal", field))
    except ValueError:
        return None


def _candidates(connection: Connection, pack: Pack, today: date) -> list[tuple[date, str]]:
    """Every case with a day from which a clock may come, and the earliest day it could end on."""
    asked, last = pack.questions, today + _AHEAD
    grants, months = asked["reflection.grants"].parts, pack.clocks.limit_months
    ends = [grants["end"], _APPEAL]
    ends += [asked[fact].question for fact in ("reflection.interrupted", "stay.until")]
    found = [(one.day, one.case_id) for one in dated.between(connection, today, last, ends)]
    started = dated.between(connection, add_months(today, -months - 1), last, [grants["start"]])
    found += [(add_months(one.day, months), one.case_id) for one in started]
    births = asked["date_of_birth"].question
    born = dated.between(
        connection, add_months(today, -12 * _OF_AGE - 1), add_months(last, -12 * _OF_AGE), [births]
    )
    found += [(birthday(one.day, _OF_AGE), one.case_id) for one in born]
    earliest: dict[str, date] = {}
    for day, case_id in sorted(found):
        if today <= day <= last:
            earliest.setdefault(case_id, day)
    return sorted((day, case_id) for case_id, day in earliest.items())
