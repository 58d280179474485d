"""When something is asked, as a person could say it: a few plain conditions.

What cannot be said plainly is `Unsaid` with the questions that it looks at. What is left open is
no answer, as in the formulas themselves.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from assistance_desktop.forms.expressions.values import as_number


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
