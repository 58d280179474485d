"""Whether a rule can ever be true, and whether it is ever reached: checked when a pack is read.

The small vocabulary makes it decidable: every fact that a condition names takes the values that
it is held against, their neighbours, something else, and unknown. What cannot be tried in
reasonable time counts as possible, so no rule that could be true is ever refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations, product
from math import prod

from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.fields import UNKNOWN
from assistance_desktop.guidance.readings import Day, Value
from assistance_desktop.guidance.rules import Condition, Fact, IsUnknown, Not, Surely, Together

_MOST = 50_000
"""Situations that are tried before a condition counts as possible."""

_TODAY = date(2026, 11, 23)
_ELSE = "something else"


@dataclass(frozen=True)
class _Situation(Day):
    """A day on which every path has a value that is simply assumed."""

    assumed: Mapping[str, Value] = field(default_factory=dict[str, Value])

    def value(self, path: str) -> Value:
        """The value that is assumed."""
        return self.assumed[path]


def can_be_true(condition: Condition) -> bool:
    """Whether there is a situation in which the condition is true."""
    tried = _situations([condition])
    return tried is None or any(condition.judge(one).truth for one in tried)


def is_reached(condition: Condition, before: Sequence[Condition]) -> bool:
    """Whether it is ever true while none of those before it is."""
    tried = _situations([condition, *before])
    if tried is None:
        return True
    return any(
        condition.judge(one).truth and not any(earlier.judge(one).truth for earlier in before)
        for one in tried
    )


def _situations(conditions: Sequence[Condition]) -> Iterator[_Situation] | None:
    """Every situation that could make a difference; None when there are too many."""
    named: dict[str, list[tuple[str, object]]] = {}
    for condition in conditions:
        for path, operation, operand in _atoms(condition):
            named.setdefault(path, []).append((operation, operand))
    values = {path: _values(uses) for path, uses in named.items()}
    if prod(len(one) for one in values.values()) > _MOST:
        return None
    return (
        _Situation(Facts({}), _TODAY, 6, dict(zip(values, chosen, strict=True)))
        for chosen in product(*values.values())
    )


def _atoms(condition: Condition) -> Iterator[tuple[str, str, object]]:
    match condition:
        case Fact(path, operation, operand):
            yield path, operation, operand
        case IsUnknown(path):
            yield path, "unknown", None
        case Not(part) | Surely(part):
            yield from _atoms(part)
        case Together(parts):
            for part in parts:
                yield from _atoms(part)
        case _:
            return


def _values(uses: Iterable[tuple[str, object]]) -> list[Value]:
    """The values that could make a difference to how a path is used."""
    found: list[object] = [UNKNOWN]
    included: list[object] = []
    for operation, operand in uses:
        match operation, operand:
            case "one_of", tuple():
                found += operand
            case "includes", _:
                included.append(operand)
            case "before", _:
                found += [_TODAY - timedelta(days=1), _TODAY]
            case (("under" | "at_least" | "at_most" | "is"), _):
                found.append(operand)
            case _:
                pass
    found += [near for one in found for near in _neighbours(one)]
    found += _lists(included, found)
    if not any(isinstance(one, bool | int | date | tuple) for one in found):
        found.append(_ELSE)
    return list(dict.fromkeys(found))  # pyright: ignore[reportReturnType] - of the facts' kinds


def _neighbours(value: object) -> tuple[object, ...]:
    """What lies beside a value: a rule may hold for every other one."""
    match value:
        case bool():
            return (not value,)
        case int():
            return (value - 1, value + 1)
        case date():
            return (value - timedelta(days=1), value + timedelta(days=1))
        case _:
            return ()


def _lists(included: Sequence[object], found: Sequence[object]) -> Iterator[tuple[object, ...]]:
    """Lists with each choice of the entries that count, alone and beside something else."""
    written = [one for one in found if isinstance(one, tuple)]
    if included or written:
        for size in range(len(included) + 1):
            for chosen in combinations(included, size):
                yield chosen
                yield (*chosen, _ELSE)
