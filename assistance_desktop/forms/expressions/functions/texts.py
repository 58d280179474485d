"""Functions that make and take apart text (ODK XForms specification, string functions)."""

import base64
import binascii
import hashlib
import uuid
from collections.abc import Sequence

from assistance_desktop.forms.expressions.functions.patterns import found
from assistance_desktop.forms.expressions.functions.signature import (
    ANY_NUMBER,
    Signature,
    each_text,
    lazily,
    of_text,
    of_two_texts,
    on_texts,
)
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import Value, as_number, as_text
from assistance_desktop.forms.expressions.world import Scope

_LONGEST_UUID = 10_000
_LONGEST = 1_000_000
"""Characters of a text that is put together; one that doubles in each question has no end."""


def _of_context(scope: Scope, given: Sequence[Evaluate]) -> str:
    return as_text(given[0](scope)) if given else scope.node.value


def _concat(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return _joined("", each_text(scope, given))


def _join(scope: Scope, given: Sequence[Evaluate]) -> Value:
    return _joined(as_text(given[0](scope)), each_text(scope, given[1:]))


def _joined(between: str, texts: Sequence[str]) -> str:
    """The texts in a row; nothing when that is longer than any answer."""
    size = sum(len(text) for text in texts) + len(between) * len(texts)
    return between.join(texts) if size <= _LONGEST else ""


def _whole(value: Value) -> int | None:
    number = as_number(value)
    return int(number) if abs(number) < 1e15 else None


def _substr(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Counted from 0; a negative place counts from the end."""
    text = as_text(given[0](scope))
    start = _whole(given[1](scope))
    end = _whole(given[2](scope)) if len(given) > 2 else len(text)
    if start is None or end is None:
        return ""
    return text[_inside(start, len(text)) : _inside(end, len(text))]


def _inside(place: int, length: int) -> int:
    return min(max(0, place + length if place < 0 else place), length)


def _substring(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Counted from 1, with the rounding of XPath 1.0 section 4.2."""
    text = as_text(given[0](scope))
    start = _rounded(as_number(given[1](scope)))
    length = _rounded(as_number(given[2](scope))) if len(given) > 2 else float("inf")
    end = start + length
    return "".join(c for place, c in enumerate(text, start=1) if start <= place < end)


def _rounded(number: float) -> float:
    return number if abs(number) == float("inf") or number != number else (number + 0.5) // 1  # noqa: PLR0124 - NaN


def _before(text: str, mark: str) -> str:
    head, found_mark, _tail = text.partition(mark) if mark else ("", "", "")
    return head if found_mark else ""


def _after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _translate(text: str, old: str, new: str) -> str:
    table: dict[int, str | None] = {}
    for place, char in enumerate(old):
        table.setdefault(ord(char), new[place] if place < len(new) else None)
    return text.translate(table)


_DIGESTS = {
    "md5": "md5",
    "sha-1": "sha1",
    "sha-256": "sha256",
    "sha-384": "sha384",
    "sha-512": "sha512",
}


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    name = _DIGESTS.get(algorithm.lower())
    if name is None:
        return ""
    raw = hashlib.new(name, text.encode(), usedforsecurity=False).digest()
    return raw.hex() if encoding.lower() == "hex" else base64.b64encode(raw).decode()


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _uuid(scope: Scope, given: Sequence[Evaluate]) -> Value:
    def fresh() -> str:
        return str(uuid.UUID(int=scope.world.chance.getrandbits(128), version=4))

    if not given:
        return fresh()
    wanted = min(_whole(given[0](scope)) or 0, _LONGEST_UUID)
    return "".join(fresh() for _part in range(wanted // 36 + 1))[: max(wanted, 0)]


FUNCTIONS: dict[str, Signature] = {
    "string": lazily(_of_context, 0, 1),
    "concat": lazily(_concat, 0, ANY_NUMBER),
    "join": lazily(_join, 1, ANY_NUMBER),
    "substr": lazily(_substr, 2, 3),
    "substring": lazily(_substring, 2, 3),
    "substring-before": of_two_texts(_before),
    "substring-after": of_two_texts(_after),
    "translate": on_texts(_translate, 3),
    "string-length": lazily(lambda s, given: float(len(_of_context(s, given))), 0, 1),
    "normalize-space": lazily(lambda s, given: " ".join(_of_context(s, given).split()), 0, 1),
    "contains": of_two_texts(lambda text, part: part in text),
    "starts-with": of_two_texts(lambda text, part: text.startswith(part)),
    "ends-with": of_two_texts(lambda text, part: text.endswith(part)),
    "upper-case": of_text(str.upper),
    "lower-case": of_text(str.lower),
    "trim": of_text(str.strip),
    "digest": on_texts(_digest, 2, 3),
    "base64-decode": of_text(_decoded),
    "uuid": lazily(_uuid, 0, 1),
    "regex": of_two_texts(found),
    "itext": lazily(lambda s, given: s.world.words(as_text(given[0](s))), 1),
    "property": lazily(lambda s, given: s.world.property(as_text(given[0](s))), 1),
    "version": lazily(lambda s, _given: s.world.version, 0),
}
