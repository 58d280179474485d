"""JSON with one spelling only, for everything that is signed or counted.

Keys sorted, no blanks, UTF-8, no number that is not finite; what another spelling would mean
is never asked: it is refused. So no two readers can see two different things in signed bytes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn, TypeAlias, cast

Plain: TypeAlias = "bool | int | float | str | Sequence[Plain] | Mapping[str, Plain] | None"

_DEEPEST = 32
_LARGEST = 2**53 - 1  # the largest integer that every JSON reader keeps exact


def encode(value: Plain) -> bytes:
    """The one spelling of a value. Raises ValueError for what JSON cannot hold."""
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def decode(data: bytes) -> Plain:
    """The value of its one spelling. Raises ValueError for every other spelling."""
    try:
        value = cast("Plain", json.loads(data.decode(), parse_constant=_no_constant))
        if encode(value) != data:
            raise ValueError("another spelling")
    except RecursionError:
        raise ValueError("too deep") from None
    _check(value, _DEEPEST)
    return value


def decode_object(data: bytes) -> dict[str, Plain]:
    """As `decode`, for what must be an object."""
    value = decode(data)
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one exception for any wrong bytes
    return value


def _check(value: Plain, depth: int) -> None:
    if depth == 0:
        raise ValueError("too deep")
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise ValueError("an integer is too large")
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        for part in cast("Iterable[Plain]", inside):
            _check(part, depth - 1)


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("not a number")
