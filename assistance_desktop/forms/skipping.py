"""Which questions are asked when, and where to go on after a choice: rules for a paper.

"Go to" is said only where it is certain, whatever all other answers are, and never past a note
that may have to be read; the condition of a question always stands beside it (paper P8).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistance_desktop.forms.blank import Blank
from assistance_desktop.forms.conditions import (
    ALWAYS,
    All,
    Chosen,
    Condition,
    holds,
    looked_at,
    together,
)
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.plainly import Reader
from assistance_desktop.forms.references import references

END = ""
"""After the last question."""


@dataclass(frozen=True, slots=True)
class Skips:
    """The rules of a form."""

    conditions: Mapping[str, Condition]
    """Of every group, repeat and question that is not always asked, its own, by path."""
    jumps: Mapping[str, Mapping[str, str]]
    """From a question and one of its choices to the question to go on at, or the END."""
    sources: Mapping[str, tuple[str, ...]]
    """For each path that no question asks: the questions that it is worked out from."""

    def asked_if(self, path: str) -> Condition:
        """When a question is asked: its own condition and those of all that is around it."""
        return together(self.conditions.get(one, ALWAYS) for one in _line(path))


def read_skips(blank: Blank) -> Skips:
    """The rules of a form."""
    questions = [item for item in blank.form.items() if isinstance(item, Question)]
    names = {
        question.path: tuple(one.name for one in blank.choices(question))
        for question in questions
        if question.choices is not None
    }
    many = frozenset(q.path for q in questions if q.type in ("select_multiple", "rank"))
    ticks = frozenset(q.path for q in questions if q.type == "acknowledge")
    reader = Reader(blank.shape, names, many, ticks)
    conditions = {
        item.path: reader.condition(item.bind.relevant.syntax, item.path)
        for item in blank.form.items()
        if item.bind.relevant is not None
    }
    conditions = {path: found for path, found in conditions.items() if found != ALWAYS}
    paths = {path for condition in conditions.values() for path in looked_at(condition)}
    sources = {path: _sources(path, blank) for path in paths if path not in blank.numbers}
    rules = Skips(conditions, {}, sources)
    shown = [question for question in questions if question.shown]
    return Skips(conditions, dict(_jumps(shown, names, rules, blank)), sources)


def _sources(path: str, blank: Blank) -> tuple[str, ...]:
    """The questions that a value is worked out from, by the way of other values too."""
    items = {item.path: item for item in blank.form.items()}
    found: dict[str, None] = {}
    seen, waiting = {path}, [path]
    while waiting:
        here = waiting.pop()
        item = items.get(here)
        formulas = [item.bind.calculate, item.bind.relevant] if item else []
        for formula in (one for one in formulas if one is not None):
            for reference in references(formula.syntax, here, blank.shape):
                if reference.path in blank.numbers:
                    found[reference.path] = None
                elif reference.path not in seen:
                    seen.add(reference.path)
                    waiting.append(reference.path)
    return tuple(sorted(found, key=lambda one: blank.numbers[one]))


def _jumps(
    shown: list[Question], names: Mapping[str, tuple[str, ...]], rules: Skips, blank: Blank
) -> Iterator[tuple[str, Mapping[str, str]]]:
    order = [
        _Stop(
            question.path,
            rules.asked_if(question.path),
            blank.shape.innermost_repeat(question.path),
            is_note=question.path not in blank.numbers,
        )
        for question in shown
    ]
    of_one = frozenset(question.path for question in shown if question.type == "select_one")
    for place, question in enumerate(shown):
        if question.type != "select_one" or order[place].is_note:
            continue
        path, condition, repeat = question.path, order[place].condition, order[place].repeat
        known, true = _given(condition, of_one)
        walk = _Walk(order[place + 1 :], repeat, known, true)
        found = {name: walk.after(path, name) for name in names[path]}
        jumps = {name: target for name, target in found.items() if target is not None}
        if jumps:
            yield path, jumps


def _given(
    condition: Condition, of_one: frozenset[str]
) -> tuple[dict[str, tuple[str, ...]], frozenset[Condition]]:
    """What is known because a question is asked at all.

    Where several may be chosen, one that was says nothing of the others.
    """
    true = frozenset(condition.parts if isinstance(condition, All) else (condition,))
    return {
        one.path: one.names
        for one in true
        if isinstance(one, Chosen) and len(one.names) == 1 and one.path in of_one
    }, true


@dataclass(frozen=True, slots=True)
class _Stop:
    """A question or a note on the way, and the innermost repeat that it is in."""

    path: str
    condition: Condition
    repeat: str
    is_note: bool


@dataclass(frozen=True, slots=True)
class _Walk:
    """The way from a question to the end of the form, and what is known when it is asked."""

    rest: list[_Stop]
    repeat: str
    known: Mapping[str, tuple[str, ...]]
    true: frozenset[Condition]

    def after(self, path: str, choice: str) -> str | None:
        """Where it certainly goes on after a choice; None when that is the next question."""
        known = {**self.known, path: (choice,)}
        before = dict(self.known)
        skipped = False
        for stop in self.rest:
            if self.repeat and not f"{stop.repeat}/".startswith(f"{self.repeat}/"):
                return None
            asked = holds(stop.condition, known, self.true)
            if asked is False:
                skipped = skipped or holds(stop.condition, before, self.true) is not False
                known[stop.path] = ()
                continue
            certain = asked and skipped and stop.repeat == self.repeat and not stop.is_note
            return stop.path if certain else None
        return END if skipped and not self.repeat else None


def _line(path: str) -> Iterator[str]:
    """The path and everything around it, the outermost first."""
    steps = path.split("/")
    return ("/".join(steps[:end]) for end in range(2, len(steps) + 1))
