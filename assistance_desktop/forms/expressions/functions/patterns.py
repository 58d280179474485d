"""Regular expressions that a form author wrote, run so that none can hang the program.

Java's, JavaScript's and Python's dialects differ little; a pattern that cannot be read matches
nothing. Python's engine can take exponential time on nested repetition ("regex bombs"), so such
patterns are run on an automaton that cannot.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from assistance_desktop.forms.expressions.functions.automaton import TooHard, build

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
        searched = re.compile(translated).search
        return build(translated).found if is_bomb(translated) else searched
    except (re.error, RecursionError, OverflowError, TooHard):
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


def is_bomb(pattern: str) -> bool:
    """Whether a repeated group holds a repetition or alternatives: `(a+)+`, `(a|a)*`, `(.*x){20}`.

    A guess that errs towards yes; the automaton then gives the same answer more slowly.
    """
    open_groups: list[bool] = []
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if sign == "[":
            at = _after_class(pattern, at)
            continue
        if sign == "(":
            open_groups.append(False)
        elif sign == ")" and open_groups:
            risky = open_groups.pop()
            many = _repeats_much(pattern, at + 1)
            if risky and many:
                return True
            if open_groups and (risky or many):
                open_groups[-1] = True
        elif open_groups and (sign == "|" or (sign in "*+{" and _repeats_much(pattern, at))):
            open_groups[-1] = True
        at += 1
    return False


def _after_class(pattern: str, at: int) -> int:
    end = at + 1
    if pattern[end : end + 1] == "^":
        end += 1
    end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end + 1


def _repeats_much(pattern: str, at: int) -> bool:
    """Whether a repetition without an end, or with more than ten turns, starts here."""
    sign = pattern[at : at + 1]
    if sign in ("*", "+"):
        return True
    match = re.match(r"\{(\d*)(,?)(\d*)\}", pattern[at:])
    if match is None:
        return False
    fewest, comma, most = match.groups()
    return (bool(comma) and not most) or int(most or fewest or 0) > 10
