"""From syntax to a function: each expression is compiled once and evaluated many times."""

import math
import operator
from collections.abc import Callable
from functools import lru_cache

from assistance_desktop.forms.expressions.functions import call
from assistance_desktop.forms.expressions.grammar import parse
from assistance_desktop.forms.expressions.paths import Evaluate, compile_path
from assistance_desktop.forms.expressions.syntax import (
    Call,
    Literal,
    Number,
    Operation,
    Path,
    Syntax,
)
from assistance_desktop.forms.expressions.values import (
    NAN,
    Value,
    as_boolean,
    as_number,
    differs,
    ordered,
    same,
    unite,
)
from assistance_desktop.forms.expressions.world import Scope


@lru_cache(maxsize=20_000)
def compile_expression(source: str) -> tuple[Syntax, Evaluate]:
    """Read an expression and make the function that evaluates it.

    Raises ExpressionError when it cannot be read, calls a function that does not exist, or gives
    a function too few or too many arguments.
    """
    syntax = parse(source)
    return syntax, compile_syntax(syntax)


def compile_syntax(syntax: Syntax) -> Evaluate:
    """The function that evaluates one piece of syntax."""
    if isinstance(syntax, Literal):
        text = syntax.text
        return lambda _scope: text
    if isinstance(syntax, Number):
        number = syntax.number
        return lambda _scope: number
    if isinstance(syntax, Path):
        return compile_path(syntax, compile_syntax)
    if isinstance(syntax, Call):
        return call(syntax.name, [compile_syntax(argument) for argument in syntax.arguments])
    return _operation(syntax)


def _operation(syntax: Operation) -> Evaluate:
    left, right = compile_syntax(syntax.left), compile_syntax(syntax.right)
    if syntax.operator == "and":
        return lambda scope: as_boolean(left(scope)) and as_boolean(right(scope))
    if syntax.operator == "or":
        return lambda scope: as_boolean(left(scope)) or as_boolean(right(scope))
    if syntax.operator == "|":
        return lambda scope: _union(left(scope), right(scope))
    if syntax.operator == "negate":
        return lambda scope: -as_number(right(scope))
    return _computed(syntax.operator, left, right)


def _computed(sign: str, left: Evaluate, right: Evaluate) -> Evaluate:
    if sign in _ORDER:
        return _ordered(left, right, _ORDER[sign])
    if sign in _ARITHMETIC:
        return _arithmetic(left, right, _ARITHMETIC[sign])
    compare = same if sign == "=" else differs
    return lambda scope: compare(left(scope), right(scope))


def _ordered(left: Evaluate, right: Evaluate, holds: Callable[[float, float], bool]) -> Evaluate:
    def evaluate(scope: Scope) -> bool:
        return ordered(left(scope), right(scope), holds)

    return evaluate


def _arithmetic(
    left: Evaluate, right: Evaluate, compute: Callable[[float, float], float]
) -> Evaluate:
    def evaluate(scope: Scope) -> float:
        try:
            return compute(as_number(left(scope)), as_number(right(scope)))
        except OverflowError:
            return math.inf

    return evaluate


def _union(left: Value, right: Value) -> Value:
    return unite(left if isinstance(left, list) else [], right if isinstance(right, list) else [])


def _divide(a: float, b: float) -> float:
    if b:
        return a / b
    return NAN if not a or math.isnan(a) else math.copysign(math.inf, a * math.copysign(1, b))


def _remainder(a: float, b: float) -> float:
    """The sign is that of the first, as in XPath and unlike Python."""
    if not b or math.isinf(a) or math.isnan(a) or math.isnan(b):
        return NAN
    return math.fmod(a, b)


_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divide,
    "mod": _remainder,
}
