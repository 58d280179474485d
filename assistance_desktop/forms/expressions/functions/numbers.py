"""Functions that compute with numbers (ODK XForms specification, number functions)."""

import math
from collections.abc import Callable, Sequence

from assistance_desktop.forms.expressions.functions.signature import (
    ANY_NUMBER,
    Signature,
    lazily,
    of_number,
    on_numbers,
)
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import NAN, Value, as_number
from assistance_desktop.forms.expressions.world import Scope


def _number(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return as_number(given[0](scope) if given else scope.node.value)


def _all(scope: Scope, given: Sequence[Evaluate]) -> list[float]:
    numbers: list[float] = []
    for one in given:
        value = one(scope)
        if isinstance(value, list):
            numbers.extend(as_number(node.value) for node in value)
        else:
            numbers.append(as_number(value))
    return numbers


def _sum(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return float(sum(_all(scope, given)))


def _extreme(choose: Callable[[list[float]], float]) -> Signature:
    def apply(scope: Scope, given: Sequence[Evaluate]) -> Value:
        numbers = _all(scope, given)
        if not numbers or any(map(math.isnan, numbers)):
            return NAN
        return choose(numbers)

    return lazily(apply, 0, ANY_NUMBER)


def _round(number: float, decimals: float = 0.0) -> float:
    """Halves away from zero for the given decimals, as ODK rounds."""
    if math.isnan(number) or math.isnan(decimals) or math.isinf(number):
        return number if not math.isnan(decimals) else NAN
    scale = 10.0 ** max(min(decimals, 15), -15)
    return math.copysign(math.floor(abs(number) * scale + 0.5) / scale, number)


def _whole(number: float) -> float:
    return number if not math.isfinite(number) else float(math.trunc(number))


def _careful(compute: Callable[[float], float]) -> Callable[[float], float]:
    """What mathematics has no answer to is NaN, not an error."""

    def careful(number: float) -> float:
        try:
            return float(compute(number))
        except ValueError:
            return NAN
        except OverflowError:
            return math.inf

    return careful


def _ln(number: float) -> float:
    return -math.inf if number == 0 else math.log(number)


def _log10(number: float) -> float:
    return -math.inf if number == 0 else math.log10(number)


def _power(base: float, exponent: float) -> float:
    try:
        result: object = base**exponent
    except ZeroDivisionError:
        return math.inf
    except OverflowError:
        return math.inf
    return result if isinstance(result, float) else NAN


FUNCTIONS: dict[str, Signature] = {
    "number": lazily(_number, 0, 1),
    "random": lazily(lambda s, _given: s.world.chance.random(), 0),
    "int": of_number(_whole),
    "round": on_numbers(_round, 1, 2),
    "floor": of_number(_careful(lambda n: float(math.floor(n)))),
    "ceiling": of_number(_careful(lambda n: float(math.ceil(n)))),
    "sum": lazily(_sum, 1),
    "max": _extreme(max),
    "min": _extreme(min),
    "pow": on_numbers(_power, 2),
    "log": of_number(_careful(_ln)),
    "log10": of_number(_careful(_log10)),
    "abs": of_number(math.fabs),
    "sin": of_number(_careful(math.sin)),
    "cos": of_number(_careful(math.cos)),
    "tan": of_number(_careful(math.tan)),
    "asin": of_number(_careful(math.asin)),
    "acos": of_number(_careful(math.acos)),
    "atan": of_number(_careful(math.atan)),
    "atan2": on_numbers(math.atan2, 2),
    "sqrt": of_number(_careful(math.sqrt)),
    "exp": of_number(_careful(math.exp)),
    "exp10": of_number(_careful(lambda n: _power(10.0, n))),
    "pi": lazily(lambda _s, _given: math.pi, 0),
}
