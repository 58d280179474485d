"""How long Python's engine can at worst take for a pattern, judged from its text.

The judgement errs towards too long; an automaton then gives the same answer, more slowly.
"""

import re

_MOST_STEPS = 4_000_000
"""About a tenth of a second on the slowest machine that we know."""
_MOST_FORKS = 14
_UNIT = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_OPTIONAL = re.compile(r"(?<![(*+?}])\?|\{\d*,\d+\}")
_AROUND = re.compile(r"\(\?<?[=!]|\(\?P=|\\[1-9]")


def longest(pattern: str) -> int:
    """The longest text, in signs, for which the pattern takes no longer than a blink; 0 for bombs.

    With n repetitions one after the other, each place of each may be tried: length ** n.
    """
    if is_bomb(pattern) or _forks(pattern) > _MOST_FORKS:
        return 0
    turns = _repetitions(pattern) + (0 if pattern.startswith("^") else 1)
    return 1_000_000 if turns < 1 else int(_MOST_STEPS ** (1 / turns))


def looks_around(pattern: str) -> bool:
    """Whether a pattern looks ahead or behind, or refers back: what no automaton can follow."""
    return _AROUND.search(pattern.replace("\\\\", "")) is not None


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
            if risky and _repeats_much(pattern, at + 1, harmless=1):
                return True
            if open_groups and (risky or _repeats_much(pattern, at + 1)):
                open_groups[-1] = True
        elif open_groups and (sign == "|" or (sign in "*+{" and _repeats_much(pattern, at))):
            open_groups[-1] = True
        at += 1
    return False


def _forks(pattern: str) -> int:
    """How often a pattern leaves a choice: `a?`, `a{1,3}`, `(a|b)`; they may multiply."""
    plain = _UNIT.sub("", pattern)
    optional = len(_OPTIONAL.findall(plain))
    return optional + min(plain.count("|"), plain.count("("))


def _repetitions(pattern: str) -> int:
    """How many repetitions may have to be tried against each other.

    What looks ahead is tried once and then let be, so of such groups only the worst counts.
    """
    counts = [0]
    apart: list[bool] = []
    worst = 0
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            counts[-1] += pattern[at + 1 : at + 2] in tuple("123456789")
            at += 2
            continue
        if sign == "[":
            at = _after_class(pattern, at)
            continue
        if sign == "(":
            apart.append(re.match(r"\(\?<?[=!]", pattern[at:]) is not None)
            if apart[-1]:
                counts.append(0)
        elif sign == ")" and apart:
            if apart.pop():
                worst = max(worst, counts.pop())
            counts[-1] += _repeats_much(pattern, at + 1)
        elif sign in "*+{":
            counts[-1] += _repeats_much(pattern, at) and pattern[at - 1 : at] != ")"
        at += 1
    return sum(counts) + worst


def _after_class(pattern: str, at: int) -> int:
    end = at + 1
    if pattern[end : end + 1] == "^":
        end += 1
    end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 2 if pattern[end] == "\\" else 1
    return end + 1


def _repeats_much(pattern: str, at: int, harmless: int = 10) -> bool:
    """Whether a repetition without an end, or with more than the harmless turns, starts here."""
    sign = pattern[at : at + 1]
    if sign in ("*", "+"):
        return True
    match = re.match(r"\{(\d*)(,?)(\d*)\}", pattern[at:])
    if match is None:
        return False
    fewest, comma, most = match.groups()
    return (bool(comma) and not most) or int(most or fewest or 0) > harmless
