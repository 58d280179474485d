"""How a function of the expression language is declared: how many arguments, and what it does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import Value, as_number, as_text
from assistance_desktop.forms.expressions.world import Scope

Apply: TypeAlias = Callable[[Scope, Sequence[Evaluate]], Value]
ANY_NUMBER = 1_000


@dataclass(frozen=True, slots=True)
class Signature:
    """What a function takes and does; arguments come unevaluated, for `if` and `once`."""

    apply: Apply
    fewest: int
    most: int


def lazily(apply: Apply, fewest: int, most: int | None = None) -> Signature:
    """A function that decides itself which arguments it evaluates."""
    return Signature(apply, fewest, fewest if most is None else most)


def on_texts(compute: Callable[..., Value], fewest: int, most: int | None = None) -> Signature:
    """A function of texts."""
    return lazily(
        lambda scope, given: compute(*(as_text(one(scope)) for one in given)), fewest, most
    )


def on_numbers(compute: Callable[..., Value], fewest: int, most: int | None = None) -> Signature:
    """A function of numbers."""
    return lazily(
        lambda scope, given: compute(*(as_number(one(scope)) for one in given)), fewest, most
    )


def of_text(compute: Callable[[str], Value]) -> Signature:
    """A function of one text."""
    return lazily(lambda scope, given: compute(as_text(given[0](scope))), 1)


def of_two_texts(compute: Callable[[str, str], Value]) -> Signature:
    """A function of two texts."""
    return lazily(
        lambda scope, given: compute(as_text(given[0](scope)), as_text(given[1](scope))), 2
    )


def of_number(compute: Callable[[float], float]) -> Signature:
    """A function of one number."""
    return lazily(lambda scope, given: compute(as_number(given[0](scope))), 1)


def each_text(scope: Scope, given: Sequence[Evaluate]) -> list[str]:
    """The texts of all arguments, a set of nodes giving one text for each node."""
    texts: list[str] = []
    for one in given:
        value = one(scope)
        if isinstance(value, list):
            texts.extend(node.value for node in value)
        else:
            texts.append(as_text(value))
    return texts
