"""Regular expressions that a form author wrote, run so that none can hang the program.

Java's, JavaScript's and Python's dialects differ little; a pattern that cannot be read matches
nothing. Python's engine can take very long where repetitions are nested or follow each other
("regex bombs"), so beyond a length that is known to be harmless an automaton is run that cannot.
It neither looks around nor refers back: such a pattern matches nothing then.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from assistance_desktop.forms.expressions.functions.automaton import TooHard, build
from assistance_desktop.forms.expressions.functions.repetition import longest, looks_around

_LONGEST_TEXT = 10_000
_LONGEST_PATTERN = 2_000
_Search: TypeAlias = Callable[[str], object]


def found(text: str, pattern: str) -> bool:
    """Whether the pattern occurs in the text, as JavaScript's `test` says."""
    return bool(_compiled(pattern)(text[:_LONGEST_TEXT]))


@lru_cache(maxsize=2_000)
def _compiled(pattern: str) -> _Search:
    if len(pattern) > _LONGEST_PATTERN:
        return _never
    translated = _translated(pattern)
    try:
        quick = re.compile(translated).search
    except (re.error, RecursionError, OverflowError):
        return _never
    harmless = longest(translated)
    if harmless >= _LONGEST_TEXT:
        return quick
    return lambda text: quick(text) if len(text) <= harmless else _steady(translated)(text)


@lru_cache(maxsize=500)
def _steady(pattern: str) -> _Search:
    try:
        return _never if looks_around(pattern) else build(pattern).found
    except TooHard:
        return _never


def _never(_text: str) -> bool:
    return False


_CLASSES = {
    r"\p{L}": r"[^\W\d_]",
    r"\p{Lu}": r"[A-ZÅÄÖÉÜ]",
    r"\p{Ll}": r"[a-zåäöéü]",
    r"\p{N}": r"\d",
    r"\p{Nd}": r"\d",
}


def _translated(pattern: str) -> str:
    for theirs, ours in _CLASSES.items():
        pattern = pattern.replace(theirs, ours)
    return re.sub(r"(?<!\\)\$$", r"\\Z", pattern)
