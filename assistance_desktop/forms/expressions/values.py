"""What expressions compute with: text, number, yes or no, and sets of nodes, and their conversions.

The conversions are those of XPath 1.0 (section 3.2 and 4) with the extension of the ODK XForms
specification: a text that is an ISO day or moment becomes a number of days since 1970-01-01.
"""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from assistance_desktop.forms.expressions.tree import Element

Nodes: TypeAlias = list[Element]
Value: TypeAlias = "str | float | bool | Nodes"

_NUMBER = re.compile(r"[ \t\r\n]*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?[ \t\r\n]*")
_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?)(Z|[+-]\d{2}:\d{2})?)?"
)
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock, without a zone on purpose
NAN = math.nan
DAY_SECONDS = 86_400.0


def as_text(value: Value) -> str:
    """`string()`: the first node, a number without needless decimals, `true` or `false`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].value if value else ""
    return number_text(value)


def number_text(number: float) -> str:
    """A number as text: `12`, `12.5`, `Infinity`, never `1e21`.

    What is no number is nothing, as in both ODK engines; XPath 1.0 would write `NaN`.
    """
    if number != number:  # noqa: PLR0124 - the fastest test for NaN
        return ""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    text = repr(number)
    return text if "e" not in text else f"{number:.20f}".rstrip("0")


def as_number(value: Value) -> float:
    """`number()`: NaN for what is none; days since 1970 for a day or moment."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    text = as_text(value)
    if not text:
        return NAN
    if _NUMBER.fullmatch(text):
        return float(text)
    if len(text) >= 10 and text[4] == "-":
        moment = wall_clock(text)
        if moment is not None:
            return days_of(moment)
    return NAN


def as_boolean(value: Value) -> bool:
    """`boolean()`: not zero and not NaN; not empty; at least one node."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value != 0.0 and not math.isnan(value)
    return bool(value)


def wall_clock(text: str) -> datetime | None:
    """The moment that an ISO text names, on the clock of its own writer; None when it is none."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    day, clock, _offset = match.groups()
    try:
        start = datetime.combine(date.fromisoformat(day), datetime.min.time())
        if not clock:
            return start
        parts = [float(part) for part in clock.split(":")]
        hours, minutes, seconds = parts + [0.0] * (3 - len(parts))
        return start.replace(
            hour=int(hours),
            minute=int(minutes),
            second=int(seconds),
            microsecond=round(seconds % 1 * 1_000_000) % 1_000_000,
        )
    except ValueError:
        return None


def days_of(moment: datetime) -> float:
    """Days since 1970-01-01, the part of the day behind the point."""
    return (moment - _EPOCH).total_seconds() / DAY_SECONDS


def same(left: Value, right: Value) -> bool:
    """The `=` of XPath."""
    return _compare(left, right, lambda a, b: a == b, lambda a, b: a == b)


def differs(left: Value, right: Value) -> bool:
    """The `!=` of XPath, which is not the opposite of `=` for sets of nodes."""
    return _compare(left, right, lambda a, b: a != b, lambda a, b: a != b)


def _compare(
    left: Value,
    right: Value,
    texts: Callable[[str, str], bool],
    numbers: Callable[[float, float], bool],
) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return numbers(as_boolean(left), as_boolean(right))
    # What is not found, as everything irrelevant, is blank, as in both ODK engines; XPath 1.0
    # would say that nothing is neither the same nor different.
    left, right = left if left != [] else "", right if right != [] else ""
    if isinstance(left, list):
        return _any_node(left, right, texts, numbers)
    if isinstance(right, list):
        return _any_node(right, left, texts, numbers)
    if isinstance(left, float) or isinstance(right, float):
        return numbers(as_number(left), as_number(right))
    return texts(as_text(left), as_text(right))


def _any_node(
    nodes: Nodes,
    other: Value,
    texts: Callable[[str, str], bool],
    numbers: Callable[[float, float], bool],
) -> bool:
    if isinstance(other, list):
        others = [node.value for node in other]
        return any(texts(node.value, text) for node in nodes for text in others)
    if isinstance(other, float):
        return any(numbers(as_number(node.value), other) for node in nodes)
    return any(texts(node.value, as_text(other)) for node in nodes)


def ordered(left: Value, right: Value, holds: Callable[[float, float], bool]) -> bool:
    """`<`, `<=`, `>` and `>=`: always between numbers, any node of a set will do."""
    lefts = [as_number(n.value) for n in left] if isinstance(left, list) else [as_number(left)]
    rights = [as_number(n.value) for n in right] if isinstance(right, list) else [as_number(right)]
    return any(holds(a, b) for a in lefts for b in rights)


def unite(left: Nodes, right: Nodes) -> Nodes:
    """The `|` of two sets; the order is left, then what only the right has."""
    seen = {id(node) for node in left}
    return left + [node for node in right if id(node) not in seen]
