"""When something is asked, as a person could say it: formulas read into few plain conditions.

What cannot be said plainly stays in as `Unsaid` with the questions that it looks at; nothing of
a rule is dropped. What is left open is no answer, as in the formulas themselves.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from assistance_desktop.forms.expressions.syntax import (
    Call,
    Literal,
    Number,
    Operation,
    Path,
    Syntax,
)
from assistance_desktop.forms.expressions.values import as_number, number_text
from assistance_desktop.forms.references import Shape, references


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of these choices is the answer, or among the answers."""

    path: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """There is an answer."""

    path: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer is `=` to a text or number, or `<`, `<=`, `>`, `>=` than a number."""

    path: str
    sign: str
    value: str | float


@dataclass(frozen=True, slots=True)
class Counted:
    """So many choices are among the answers."""

    path: str
    sign: str
    value: float


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something that only the formula can say; what it looks at."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; it also holds where there is no answer."""

    part: "Chosen | Answered | Compared | Counted"


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these holds; of none, always."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of these holds; of none, never."""

    parts: tuple["Condition", ...]


Condition: TypeAlias = Chosen | Answered | Compared | Counted | Unsaid | Not | All | Either

ALWAYS = All(())
NEVER = Either(())

_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_ORDER: dict[str, Callable[[float, float], bool]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def together(parts: Iterable[Condition]) -> Condition:
    """Every one of the conditions, without what always holds."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, All) else (part,))]
    return _single(All(tuple(dict.fromkeys(flat)))) if NEVER not in flat else NEVER


def any_of(parts: Iterable[Condition]) -> Condition:
    """At least one of the conditions; several choices of one question become one."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Either) else (part,))]
    if ALWAYS in flat:
        return ALWAYS
    chosen: dict[str, tuple[str, ...]] = {}
    for part in flat:
        if isinstance(part, Chosen):
            chosen[part.path] = tuple(dict.fromkeys((*chosen.get(part.path, ()), *part.names)))
    joined = [Chosen(p.path, chosen[p.path]) if isinstance(p, Chosen) else p for p in flat]
    return _single(Either(tuple(dict.fromkeys(joined))))


def opposite(condition: Condition) -> Condition:
    """What holds exactly when the condition does not."""
    match condition:
        case All(parts):
            return any_of(opposite(part) for part in parts)
        case Either(parts):
            return together(opposite(part) for part in parts)
        case Not(part):
            return part
        case Unsaid():
            return condition
        case _:
            return Not(condition)


def _single(condition: All | Either) -> Condition:
    return condition.parts[0] if len(condition.parts) == 1 else condition


def looked_at(condition: Condition) -> Iterator[str]:
    """The paths that a condition speaks of."""
    match condition:
        case All(parts) | Either(parts):
            for part in parts:
                yield from looked_at(part)
        case Not(part):
            yield from looked_at(part)
        case Unsaid(paths):
            yield from paths
        case _:
            yield condition.path


def holds(
    condition: Condition, known: Mapping[str, tuple[str, ...]], true: frozenset[Condition]
) -> bool | None:
    """Whether a condition holds when this much is known, whatever all else is; None: unknown.

    `known` are whole answers (nothing is blank), `true` are conditions that hold.
    """
    if condition in true:
        return True
    match condition:
        case All(parts):
            found = {holds(part, known, true) for part in parts}
            return False if False in found else None if None in found else True
        case Either() | Not():
            contrary = holds(opposite(condition), known, true)
            return None if contrary is None else not contrary
        case Unsaid():
            return None
        case _:
            return _atom_holds(condition, known, true)


def _atom_holds(
    atom: Chosen | Answered | Compared | Counted,
    known: Mapping[str, tuple[str, ...]],
    true: frozenset[Condition],
) -> bool | None:
    if Not(atom) in true:
        return False
    return _is_so(atom, known[atom.path]) if atom.path in known else None


def _is_so(atom: Chosen | Answered | Compared | Counted, answer: tuple[str, ...]) -> bool:
    match atom:
        case Chosen(_path, names):
            return any(name in names for name in answer)
        case Answered():
            return bool(answer)
        case Counted(_path, sign, value):
            return _ORDER[sign](len(answer), value)
        case Compared(_path, sign, value):
            text = " ".join(answer)
            if isinstance(value, str):
                return text == value
            return _ORDER[sign](as_number(text), value)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the formulas of one form: its shape, and the choices of its questions."""

    shape: Shape
    choices: Mapping[str, tuple[str, ...]]
    """By path, of every question that has choices: their names."""
    many: frozenset[str]
    """The questions that may have several answers at once."""

    def condition(self, syntax: Syntax, place: str) -> Condition:
        """The condition that a formula standing at a path means."""
        found = self._call(syntax, place) if isinstance(syntax, Call) else None
        if isinstance(syntax, Operation):
            found = self._operation(syntax, place)
        return found if found is not None else self._unsaid(syntax, place)

    def _unsaid(self, syntax: Syntax, place: str) -> Unsaid:
        found = references(syntax, place, self.shape)
        return Unsaid(tuple(dict.fromkeys(reference.path for reference in found)))

    def _call(self, call: Call, place: str) -> Condition | None:
        match call:
            case Call("true", ()):
                return ALWAYS
            case Call("false", ()):
                return NEVER
            case Call("not", (inner,)):
                return opposite(self.condition(inner, place))
            case Call("selected", (Path() as where, Literal(name))):
                path = self._one(where, place)
                return Chosen(path, (name.strip(),)) if path in self.choices else None
            case _:
                return None

    def _operation(self, syntax: Operation, place: str) -> Condition | None:
        sides = (syntax.left, syntax.right)
        if syntax.operator == "and":
            return together(self.condition(side, place) for side in sides)
        if syntax.operator == "or":
            return any_of(self.condition(side, place) for side in sides)
        if syntax.operator not in _MIRRORED:
            return None
        value = _constant(syntax.right)
        if value is not None:
            return self._comparison(syntax.left, syntax.operator, value, place)
        value = _constant(syntax.left)
        if value is not None:
            return self._comparison(syntax.right, _MIRRORED[syntax.operator], value, place)
        return None

    def _comparison(
        self, what: Syntax, sign: str, value: str | float, place: str
    ) -> Condition | None:
        if sign == "!=":
            same = self._comparison(what, "=", value, place)
            return None if same is None else opposite(same)
        match what:
            case Path():
                path = self._one(what, place)
                return self._compared(path, sign, value) if path else None
            case Call("string-length", (Path() as where,)) if isinstance(value, float):
                return self._measured(self._one(where, place), sign, value)
            case Call("count-selected", (Path() as where,)) if isinstance(value, float):
                path = self._one(where, place)
                return Counted(path, sign, value) if path in self.choices else None
            case _:
                return None

    def _compared(self, path: str, sign: str, value: str | float) -> Condition | None:
        if value == "" and sign == "=":
            return Not(Answered(path))
        if path in self.choices and sign == "=":
            return None if path in self.many else self._one_chosen(path, value)
        if isinstance(value, str) and sign != "=":
            return None
        return Compared(path, sign, value)

    def _one_chosen(self, path: str, value: str | float) -> Condition:
        if isinstance(value, str):
            return Chosen(path, (value,))
        fitting = tuple(name for name in self.choices[path] if as_number(name) == value)
        return Chosen(path, fitting or (number_text(value),))

    @staticmethod
    def _measured(path: str, sign: str, length: float) -> Condition | None:
        """Whether there is any text at all; other lengths cannot be said."""
        if not path:
            return None
        if (sign, length) in ((">", 0.0), (">=", 1.0)):
            return Answered(path)
        return Not(Answered(path)) if (sign, length) in (("=", 0.0), ("<", 1.0)) else None

    def _one(self, path: Path, place: str) -> str:
        """The one question that a path means, in the same instance; empty when it is not so."""
        found = references(path, place, self.shape)
        if len(found) != 1 or found[0].loose or found[0].own:
            return ""
        here = found[0].path
        return here if self.shape.innermost_repeat(here) == found[0].shared else ""


def _constant(syntax: Syntax) -> str | float | None:
    match syntax:
        case Literal(text):
            return text
        case Number(number):
            return number
        case Operation("negate", _left, Number(number)):
            return -number
        case _:
            return None
