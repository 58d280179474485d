"""The answers of an interview as a case holds them.

Answers outside repeats are fields of the record `intake`, by question path. Each instance of a
repeat is a record of its own, `repeat/<id>`, so that two desks may add a child each and neither
is lost; its position is only how it is shown: `/intake/needs/children[2]/child_in_finland`.
"""

import re
from collections.abc import Iterator, Mapping

from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer

OF = "of"
"""The field of a repeat's instance that holds the path of the repeat."""

WITHIN = "within"
"""The field that holds the record around it: `intake`, or another instance."""

_OWN_FIELDS = {OF, WITHIN, "removed"}
_POSITION = re.compile(r"\[\d+\]")


def answers(case: Case) -> dict[str, Answer]:
    """Every answer by path, with positions inside repeats."""
    found = {field: value for field, value in case.fields(INTAKE).items() if field[:1] == "/"}
    for record, place in instances(case).items():
        repeat = plain(place)
        for field, value in case.fields(record).items():
            if field not in _OWN_FIELDS:
                found[place + field.removeprefix(repeat)] = value
    return found


def instances(case: Case) -> Mapping[str, str]:
    """The instances of repeats by record, each with its path and position, parents first."""
    return dict(_instances_within(case, INTAKE, ""))


def plain(path: str) -> str:
    """A path without positions: what the questionnaire calls it."""
    return _POSITION.sub("", path)


def locate(case: Case, path: str) -> tuple[str, str]:
    """The record and field of a question; KeyError when the instance is not there."""
    inside, bracket, _rest = path.rpartition("]")
    if not bracket:
        return INTAKE, path
    by_place = {place: record for record, place in instances(case).items()}
    return by_place[inside + bracket], plain(path)


def _instances_within(case: Case, around: str, prefix: str) -> Iterator[tuple[str, str]]:
    positions: dict[str, int] = {}
    for record in case.records("repeat"):
        repeat = case.text(record, OF)
        if not repeat or (case.text(record, WITHIN) or INTAKE) != around:
            continue
        positions[repeat] = positions.get(repeat, 0) + 1
        place = f"{_inside(repeat, prefix)}[{positions[repeat]}]"
        yield record, place
        yield from _instances_within(case, record, place)


def _inside(repeat: str, prefix: str) -> str:
    return prefix + repeat.removeprefix(plain(prefix)) if prefix else repeat
