"""Functions that decide, and those about selected choices (ODK XForms specification)."""

import math
from collections.abc import Sequence

from assistance_desktop.forms.expressions.functions.signature import (
    ANY_NUMBER,
    Signature,
    lazily,
    of_text,
    of_two_texts,
)
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import (
    Value,
    as_boolean,
    as_number,
    as_text,
)
from assistance_desktop.forms.expressions.world import Scope


def _if(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return given[1](scope) if as_boolean(given[0](scope)) else given[2](scope)


def _coalesce(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """The first text that is not empty; any number of arguments, as Enketo allows."""
    for one in given:
        text = as_text(one(scope))
        if text:
            return text
    return ""


def _once(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return scope.node.value or as_text(given[0](scope))


def _each(scope: Scope, given: Sequence[Evaluate]) -> list[Value]:
    values: list[Value] = []
    for one in given:
        value = one(scope)
        if isinstance(value, list):
            values.extend(node.value for node in value)
        else:
            values.append(value)
    return values


def _ticked(value: Value) -> bool:
    """True, or what converts to a number above zero."""
    if isinstance(value, bool):
        return value
    number = as_number(value)
    return as_text(value) == "true" if math.isnan(number) else number > 0


def _between(total: float, fewest: float, most: float) -> bool:
    return (fewest == -1 or total >= fewest) and (most == -1 or total <= most)


def _checklist(scope: Scope, given: Sequence[Evaluate]) -> Value:
    fewest, most = as_number(given[0](scope)), as_number(given[1](scope))
    return _between(sum(map(_ticked, _each(scope, given[2:]))), fewest, most)


def _weighted(scope: Scope, given: Sequence[Evaluate]) -> Value:
    fewest, most = as_number(given[0](scope)), as_number(given[1](scope))
    ticks, weights = _each(scope, given[2::2]), _each(scope, given[3::2])
    total = sum(
        as_number(weight) for tick, weight in zip(ticks, weights, strict=False) if _ticked(tick)
    )
    return _between(total, fewest, most)


def _selected_at(scope: Scope, given: Sequence[Evaluate]) -> Value:
    words = as_text(given[0](scope)).split()
    place = as_number(given[1](scope))
    return words[int(place)] if 0 <= place < len(words) else ""


FUNCTIONS: dict[str, Signature] = {
    "true": lazily(lambda _s, _given: True, 0),
    "false": lazily(lambda _s, _given: False, 0),
    "boolean": lazily(lambda s, given: as_boolean(given[0](s)), 1),
    "boolean-from-string": of_text(lambda text: text in ("1", "true")),
    "not": lazily(lambda s, given: not as_boolean(given[0](s)), 1),
    "if": lazily(_if, 3),
    "coalesce": lazily(_coalesce, 2, ANY_NUMBER),
    "once": lazily(_once, 1),
    "checklist": lazily(_checklist, 2, ANY_NUMBER),
    "weighted-checklist": lazily(_weighted, 2, ANY_NUMBER),
    "selected": of_two_texts(lambda words, one: one.strip() in words.split()),
    "selected-at": lazily(_selected_at, 2),
    "count-selected": of_text(lambda words: float(len(words.split()))),
}
