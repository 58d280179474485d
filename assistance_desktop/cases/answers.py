"""The answers to a questionnaire as a case holds them.

Answers outside repeats are fields of one record, by question path: `intake` for the interview
that every case has, `questionnaire/<id>` for any other that was filled in. Each instance of a
repeat is a record of its own, `repeat/<id>`, so that two desks may add a child each and neither
is lost; its position is only how it is shown: `/intake/needs/children[2]/child_in_finland`.

Each keeps the version that it is filled in with: a *pin*, the form's id and its version.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer

OTHERS = "questionnaire"
"""The kind of record of a questionnaire besides the intake."""

FORM = "form"
"""The field of the pin: of the case for its intake, of its own record for any other."""

OF = "of"
"""The field of a repeat's instance that holds the path of the repeat."""

WITHIN = "within"
"""The field that holds the record around it: of the questionnaire, or of another instance."""

_OWN_FIELDS = {OF, WITHIN, "removed"}
_POSITION = re.compile(r"\[\d+\]")


def filled(case: Case) -> tuple[str, ...]:
    """The records of the questionnaires of a case: the intake, then the others as begun."""
    return (INTAKE, *case.records(OTHERS))


def pin(case: Case, record: str = INTAKE) -> str:
    """The form and version that a questionnaire of the case is filled in with; "" before."""
    return case.text(*pin_place(record))


def pin_for(form: str, version: str) -> str:
    """What names a version of a form in a case: its last word, for no version has a space."""
    return f"{form} {version}"


def pin_place(record: str = INTAKE) -> tuple[str, str]:
    """The record and field of the pin."""
    return (CASE if record == INTAKE else record), FORM


def answers(case: Case, record: str = INTAKE) -> dict[str, Answer]:
    """Every answer by path, with positions inside repeats."""
    found = {field: value for field, value in case.fields(record).items() if field[:1] == "/"}
    for instance, place in instances(case, record).items():
        repeat = plain(place)
        for field, value in case.fields(instance).items():
            if field not in _OWN_FIELDS:
                found[place + field.removeprefix(repeat)] = value
    return found


def instances(case: Case, record: str = INTAKE) -> Mapping[str, str]:
    """The instances of repeats by record, each with its path and position, parents first."""
    inside: dict[str, list[str]] = {}
    for one in case.records("repeat"):
        inside.setdefault(case.text(one, WITHIN) or INTAKE, []).append(one)
    return dict(_instances_within(case, inside, record, ""))


def around(case: Case, record: str) -> str:
    """The questionnaire that a record belongs to: its own, or that around a repeat's instance."""
    seen: set[str] = set()
    while record.startswith("repeat/") and record not in seen:
        seen.add(record)
        record = case.text(record, WITHIN) or INTAKE
    return record


def plain(path: str) -> str:
    """A path without positions: what the questionnaire calls it."""
    return _POSITION.sub("", path)


def note_record(path: str, record: str = INTAKE) -> str:
    """The record of the note in the client's own words beside a question: one a question."""
    where = path if record == INTAKE else f"{record}{path}"
    return f"note/{where.strip('/').replace('/', '.')}"


def locate(case: Case, path: str, record: str = INTAKE) -> tuple[str, str]:
    """The record and field of a question; KeyError when the instance is not there."""
    inside, bracket, _rest = path.rpartition("]")
    if not bracket:
        return record, path
    by_place = {place: instance for instance, place in instances(case, record).items()}
    return by_place[inside + bracket], plain(path)


def _instances_within(
    case: Case, inside: Mapping[str, Sequence[str]], outer: str, prefix: str
) -> Iterator[tuple[str, str]]:
    """The instances in a record, then those in each; `inside` lists them by what they lie in."""
    positions: dict[str, int] = {}
    for record in inside.get(outer, ()):
        repeat = case.text(record, OF)
        if not repeat:
            continue
        positions[repeat] = positions.get(repeat, 0) + 1
        place = f"{_inside(repeat, prefix)}[{positions[repeat]}]"
        yield record, place
        yield from _instances_within(case, inside, record, place)


def _inside(repeat: str, prefix: str) -> str:
    return prefix + repeat.removeprefix(plain(prefix)) if prefix else repeat
