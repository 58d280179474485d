"""Something that happened in a case, or is to come, with the moment that orders it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from assistance_desktop.cases.case import Case
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.timeline import Event
from assistance_desktop.ui.session import HELSINKI


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the timeline and its moment."""

    at: datetime
    event: Event


def newest_first(happenings: Iterable[Happening]) -> list[Event]:
    """The events in the order of the timeline: what is to come on top."""
    return [one.event for one in sorted(happenings, key=lambda one: one.at, reverse=True)]


def at_moment(
    at: datetime, today: date, title: str, line: str = "", icon: str = "note", state: str = ""
) -> Happening:
    """Something written at a moment."""
    return Happening(at, Event(title, line, phrases.moment(at, today), icon, state))


def on_day(
    day: date,
    today: date,
    title: str,
    line: str = "",
    icon: str = "note",
    state: str = "",
    *,
    clock: str = "",
) -> Happening:
    """Something of a day, at a time (HH:MM) if one is known, else before all else of the day."""
    at = moment_of(day, clock, time.min)
    when = phrases.moment(at, today) if clock else phrases.day(day, today)
    return Happening(at, Event(title, line, when, icon, state))


def moment_of(day: date, clock: str, otherwise: time) -> datetime:
    """A day with a time as records hold it; another when there is none or it cannot be read."""
    try:
        return datetime.combine(day, time.fromisoformat(clock) if clock else otherwise, HELSINKI)
    except ValueError:
        return datetime.combine(day, otherwise, HELSINKI)


def written_at(case: Case, record: str, field: str) -> datetime | None:
    """When a field was last written."""
    heads = case.heads(record, field)
    return heads[-1].at if heads else None


def short(text: str) -> str:
    """Words on one line, at most 160 signs of them."""
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"


def day_of(text: str) -> date | None:
    """A day as records hold it; None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
