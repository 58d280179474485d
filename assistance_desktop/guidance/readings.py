"""What the facts mean on one day: ages, days left, the state of the reflection period.

A reading is named like a fact and is as unknown as the fact that it is read from. An
explanation names that fact, so nobody has to trust a number that they cannot trace.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias, cast

from assistance_desktop.guidance.deadlines import (
    ReflectionPeriod,
    age,
    birthday,
    reflection_period,
)
from assistance_desktop.guidance.facts import READERS, Facts
from assistance_desktop.guidance.fields import UNKNOWN, Child, Grant, Known, Language, Unknown

Value: TypeAlias = Known | Unknown

OWN_LANGUAGES = ("fi", "sv", "en")
"""What a worker speaks when nobody says (commands.md)."""


@dataclass(frozen=True)
class Day:
    """The facts as they stand on one day."""

    facts: Facts
    on: date
    limit_months: int

    def value(self, path: str) -> Value:
        """The value of a fact or of a reading."""
        if path in _READINGS:
            return _READINGS[path][1](self)
        # A role that is unclear is not known: it closes nothing and opens nothing (D1).
        known = self.facts[path]
        return UNKNOWN if path == "role" and known == "unclear" else known

    def roots(self, path: str) -> tuple[str, ...]:
        """The facts that a path is read from."""
        return _READINGS[path][0] if path in _READINGS else (path,)

    @cached_property
    def children(self) -> tuple[Child, ...] | Unknown:
        """The client's children, in and outside Finland."""
        return cast("tuple[Child, ...] | Unknown", self.facts["children"])

    @cached_property
    def reflection(self) -> ReflectionPeriod | None:
        """The whole reflection period; None when there is none or its days are not known."""
        grants = self.facts["reflection.grants"]
        interrupted = self.facts["reflection.interrupted"]
        if isinstance(grants, Unknown):
            return None
        # An interruption is a decision: without one on file there is none.
        known = interrupted if isinstance(interrupted, date) else None
        return reflection_period(cast("tuple[Grant, ...]", grants), known, self.limit_months)


def knows(path: str) -> bool:
    """Whether a condition may name this path."""
    return path in READERS or path in _READINGS


def _age(day: Day) -> Value:
    born = day.facts["date_of_birth"]
    return age(born, day.on) if isinstance(born, date) else UNKNOWN


def is_counted(child: Child, on: date) -> bool | Unknown:
    """Whether a child is under 18 on the day and in Finland (D2); unknown when that depends."""
    grown = (
        UNKNOWN if isinstance(child.date_of_birth, Unknown) else age(child.date_of_birth, on) >= 18
    )
    if grown is True or child.in_finland is False:
        return False
    return UNKNOWN if UNKNOWN in (grown, child.in_finland) else True


def _counted(day: Day) -> Value:
    if isinstance(day.children, Unknown):
        return UNKNOWN
    return sum(is_counted(child, day.on) is True for child in day.children)


def _unclear_children(day: Day) -> Value:
    if isinstance(day.children, Unknown):
        return UNKNOWN
    return any(is_counted(child, day.on) is UNKNOWN for child in day.children)


def _days_to_18(day: Day) -> Value:
    """Days to the next eighteenth birthday of the client or of a child that is counted."""
    births = [day.facts["date_of_birth"]]
    if not isinstance(day.children, Unknown):
        births += [c.date_of_birth for c in day.children if is_counted(c, day.on) is True]
    ahead = [(birthday(born, 18) - day.on).days for born in births if isinstance(born, date)]
    return min((days for days in ahead if days > 0), default=UNKNOWN)


def _shared_language(day: Day) -> Value:
    """Whether the client's best language is one of the worker's; dialects count as the language."""
    listed = day.facts["languages"]
    if isinstance(listed, Unknown) or not listed:
        return UNKNOWN
    best = cast("tuple[Language, ...]", listed)[0].code
    spoken = day.facts["worker_languages"]
    workers = OWN_LANGUAGES if isinstance(spoken, Unknown) else cast("tuple[str, ...]", spoken)
    return UNKNOWN if isinstance(best, Unknown) else _plain(best) in map(_plain, workers)


def _plain(code: str) -> str:
    return code.lower().partition("-")[0]


def _reflection_state(day: Day) -> Value:
    """`none`, `undated`, or what ReflectionPeriod.state says."""
    grants = day.facts["reflection.grants"]
    if isinstance(grants, Unknown):
        return UNKNOWN
    if not grants:
        return "none"
    return day.reflection.state(day.on) if day.reflection else "undated"


def _of_reflection(read: Callable[[ReflectionPeriod, date], Value]) -> Callable[[Day], Value]:
    return lambda day: read(day.reflection, day.on) if day.reflection else UNKNOWN


def _applied_in_time(day: Day) -> Value:
    """Whether a permit was applied for while the period ran (facts.md 3.3.6)."""
    applied = day.facts["reflection.permit_applied"]
    if isinstance(applied, Unknown) or day.reflection is None:
        return UNKNOWN
    return isinstance(applied, date) and day.reflection.start <= applied <= day.reflection.last_day


def _has_municipality(day: Day) -> Value:
    municipality = day.facts["municipality"]
    return UNKNOWN if isinstance(municipality, Unknown) else municipality is not None


def _stay_days_left(day: Day) -> Value:
    until = day.facts["stay.until"]
    return (until - day.on).days if isinstance(until, date) else UNKNOWN


def _clock_days(day: Day) -> Value:
    """How far the day lies before one that must already have been; 0 when it does not."""
    past = [day.facts["date_of_birth"], day.facts["reflection.permit_applied"]]
    if not isinstance(day.children, Unknown):
        past += [child.date_of_birth for child in day.children]
    grants = day.facts["reflection.grants"]
    if not isinstance(grants, Unknown):
        past += [grant.start for grant in cast("tuple[Grant, ...]", grants)]
    return max(((one - day.on).days for one in past if isinstance(one, date)), default=0)


_GRANTS = ("reflection.grants",)
_READINGS: Mapping[str, tuple[tuple[str, ...], Callable[[Day], Value]]] = {
    "age": (("date_of_birth",), _age),
    "days_to_18": (("date_of_birth", "children"), _days_to_18),
    "children.counted": (("children",), _counted),
    "children.unclear": (("children",), _unclear_children),
    "languages.shared": (("languages",), _shared_language),
    "reflection.state": (_GRANTS, _reflection_state),
    "reflection.days_left": (_GRANTS, _of_reflection(lambda period, on: period.days_left(on))),
    "reflection.days_since": (_GRANTS, _of_reflection(lambda period, on: -period.days_left(on))),
    "reflection.days_granted": (_GRANTS, _of_reflection(lambda period, _: period.granted_days)),
    "reflection.days_over": (_GRANTS, _of_reflection(lambda period, on: (on - period.limit).days)),
    "reflection.over_limit": (_GRANTS, _of_reflection(lambda period, _: period.is_over_limit)),
    "reflection.applied_in_time": (("reflection.permit_applied",), _applied_in_time),
    "municipality.named": (("municipality",), _has_municipality),
    "stay.days_left": (("stay.until",), _stay_days_left),
    "clock.days_behind": (("date_of_birth", "children", "reflection.grants"), _clock_days),
}
"""Every reading: the facts that it is read from, and how."""

READINGS: Collection[str] = tuple(_READINGS)
"""The paths that are read from facts, such as `age`."""
