"""Conditions as a lawyer writes them in a pack, and what they come to on the facts of a day.

Three-valued: a condition is true, false, or unknown while a fact that decides it is unknown.
The explanation is what the evaluation looked at; there is no second text (issue 4).

The whole vocabulary, as TOML tables: `all`, `any`, `not`, `use` (a named condition), `unknown`,
`surely` (unknown counts as false), and `fact` with one of `is`, `one_of`, `includes`,
`before = "today"`, `under`, `at_least`, `at_most`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, cast

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import READERS
from assistance_desktop.guidance.fields import UNKNOWN, Known
from assistance_desktop.guidance.readings import Day, knows
from assistance_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class Finding:
    """What a condition came to: None while unknown; the facts that decided it, or are missing."""

    truth: bool | None
    because: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Condition(Protocol):
    """Something that is true, false or unknown of the facts of a day."""

    def judge(self, day: Day) -> Finding:
        """What the condition comes to."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    """True, whatever the facts."""

    def judge(self, day: Day) -> Finding:
        """Needs no fact."""
        del day
        return Finding(truth=True)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, or a reading of one, held against a value."""

    path: str
    operation: str
    operand: object

    def judge(self, day: Day) -> Finding:
        """Unknown while the fact is."""
        value = day.value(self.path)
        if value is UNKNOWN:
            return Finding(None, missing=day.roots(self.path))
        truth = _OPERATIONS[self.operation](value, self.operand, day)
        return Finding(truth, because=day.roots(self.path))


@dataclass(frozen=True, slots=True)
class IsUnknown:
    """Whether nobody has said yet. Never itself unknown."""

    path: str

    def judge(self, day: Day) -> Finding:
        """Explained by the fact when there is one."""
        if day.value(self.path) is UNKNOWN:
            return Finding(truth=True)
        return Finding(truth=False, because=day.roots(self.path))


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Condition

    def judge(self, day: Day) -> Finding:
        """Unknown stays unknown."""
        found = self.part.judge(day)
        truth = None if found.truth is None else not found.truth
        return Finding(truth, found.because, found.missing)


@dataclass(frozen=True, slots=True)
class Surely:
    """Whether something is known to be so; while it is unknown, it is not. Never unknown."""

    part: Condition

    def judge(self, day: Day) -> Finding:
        """Unknown counts as false, and asks for nothing."""
        found = self.part.judge(day)
        return Finding(found.truth is True, found.because)


@dataclass(frozen=True, slots=True)
class Together:
    """`all` of the parts (one false part settles it), or `any` (one true part does)."""

    parts: tuple[Condition, ...]
    settled_by: bool

    def judge(self, day: Day) -> Finding:
        """The settling parts explain; without one, what is missing decides."""
        found = [part.judge(day) for part in self.parts]
        settling = [one for one in found if one.truth is self.settled_by]
        if settling:
            return Finding(self.settled_by, _union(one.because for one in settling))
        open_ones = [one for one in found if one.truth is None]
        truth = None if open_ones else not self.settled_by
        return Finding(
            truth,
            _union(one.because for one in found),
            _union(one.missing for one in open_ones),
        )


def parse(source: object, named: Mapping[str, Condition]) -> Condition:
    """The condition that a pack writes as a table; `named` are those that `use` may name.

    Raises AppError when a word, a fact or a value in it is not known.
    """
    table = cast("Mapping[str, object]", source) if isinstance(source, dict) else {}
    words = set(table)
    if words in ({"all"}, {"any"}):
        word = words.pop()
        return Together(tuple(parse(part, named) for part in _listed(table[word])), word == "any")
    if words == {"not"}:
        return Not(parse(table["not"], named))
    if words == {"surely"}:
        return Surely(parse(table["surely"], named))
    if words == {"unknown"}:
        return IsUnknown(_path(table["unknown"]))
    if words == {"use"} and table["use"] in named:
        return named[cast("str", table["use"])]
    if len(words) == 2 and "fact" in words:
        operation = (words - {"fact"}).pop()
        if operation in _OPERATIONS:
            path = _path(table["fact"])
            return Fact(path, operation, _operand(path, operation, table[operation]))
    raise AppError(
        _("A condition cannot be understood."),
        _("Use all, any, not, unknown, surely, use, or fact with one of: {names}.").format(
            names=", ".join(_OPERATIONS)
        ),
    )


def _path(source: object) -> str:
    if isinstance(source, str) and knows(source):
        return source
    raise AppError(
        _("A condition names an unknown fact, {name}.").format(name=source),
        _("Use a fact of the manual, such as stay.basis."),
    )


def _listed(source: object) -> Sequence[object]:
    if isinstance(source, list) and source:
        return cast("list[object]", source)
    raise AppError(_("A condition has no parts."), _("Write its parts in square brackets."))


def _operand(path: str, operation: str, source: object) -> object:
    """The value to hold a fact against, read as the fact itself is read."""
    reader = READERS.get(path)
    if operation == "one_of":
        listed = _listed(source)
        return tuple(reader(path, one) for one in listed) if reader else tuple(listed)
    if reader and operation == "is":
        return reader(path, source)
    if reader and operation == "includes":
        return cast("tuple[object, ...]", reader(path, [source]))[0]
    fits = source == "today" if operation == "before" else isinstance(source, bool | int | str)
    if not fits:
        raise AppError(
            _("A condition on {name} has a value that does not fit.").format(name=path),
            _("Use a number, a word, true or false; before takes today."),
        )
    return source


def _is_before(value: Known, _operand: object, day: Day) -> bool:
    return isinstance(value, date) and value < day.on


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


_OPERATIONS: Mapping[str, Callable[[Known, object, Day], bool]] = {
    "is": lambda value, operand, _day: value == operand,
    "one_of": lambda value, operand, _day: value in cast("Collection[object]", operand),
    "includes": lambda value, operand, _day: operand in cast("Collection[object]", value),
    "before": _is_before,
    "under": lambda value, operand, _day: _number(value) < _number(operand),
    "at_least": lambda value, operand, _day: _number(value) >= _number(operand),
    "at_most": lambda value, operand, _day: _number(value) <= _number(operand),
}


def _union(lists: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for one in lists for path in one))
