"""Regular expressions that a form author wrote, run so that none can hang the program.

Java's, JavaScript's and Python's dialects differ little; a pattern that Python cannot read
matches nothing. Python's engine can take exponential time on nested repetition ("regex bombs"),
so such patterns are refused when the form is read and never run on long text.
"""

import re
from functools import lru_cache

_LONGEST_TEXT = 10_000
_LONGEST_PATTERN = 2_000


def found(text: str, pattern: str) -> bool:
    """Whether the pattern occurs in the text, as JavaScript's `test` says."""
    compiled = _compiled(pattern)
    return compiled is not None and compiled.search(text[:_LONGEST_TEXT]) is not None


@lru_cache(maxsize=2_000)
def _compiled(pattern: str) -> re.Pattern[str] | None:
    if len(pattern) > _LONGEST_PATTERN or is_bomb(pattern):
        return None
    try:
        return re.compile(_translated(pattern))
    except (re.error, RecursionError, OverflowError):
        return None


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
    """Whether a repeated group holds a repetition or alternatives that can match the same text.

    A careful guess that errs towards refusing: `(a+)+`, `(a|a)*`, `(.*x){20}`.
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
