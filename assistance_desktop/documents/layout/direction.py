"""Which way each character runs, by the Unicode bidirectional algorithm.

Names, numbers and days that were put into a sentence are isolated from it: they cannot turn
the words around them, and `+358 2954 63177` stays in its order (DESIGN_LANGUAGE.md 8).
"""

import unicodedata
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar, cast

from bidi import algorithm

from assistance_desktop.documents.layout.runs import Words, text_of

_TURNING = frozenset({"R", "AL", "AN"})
_STAND_IN = "\ufffc"
"""One neutral character in the place of an isolated value."""


class _Levelled(Protocol):
    @property
    def level(self) -> int: ...


_Segment = TypeVar("_Segment", bound=_Levelled)


def levels(words: Words, *, rtl: bool) -> list[int]:
    """The embedding level of every character; even runs left to right, odd right to left."""
    text = text_of(words)
    if not rtl and not any(unicodedata.bidirectional(one) in _TURNING for one in text):
        return [0] * len(text)
    sentence = "".join(_STAND_IN if run.apart else run.text for run in words)
    outer = iter(_resolve(sentence, int(rtl)))
    found: list[int] = []
    for run in words:
        if run.apart:
            found += _isolated(run.text, next(outer))
        else:
            found += [next(outer) for _ in run.text]
    return found


def visual_order(segments: Sequence[_Segment]) -> list[_Segment]:
    """The segments of a line from left to right (rule L2)."""
    ordered = list(segments)
    highest = max((one.level for one in ordered), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end].level >= level:
                end += 1
            ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return ordered


def _isolated(text: str, around: int) -> list[int]:
    base = int(algorithm.get_base_level(text))
    embedded = around + 1 if (around + 1) % 2 == base else around + 2
    return [level + embedded - base for level in _resolve(text, base)]


def _resolve(text: str, base: int) -> list[int]:
    storage: dict[str, Any] = cast("Any", algorithm).get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return [int(one["level"]) for one in storage["chars"]]
