"""What a list of rules comes to on the facts of a day.

Rules are tried in order and the first that is true decides. While a rule on the way is unknown
its status stays possible: where the possible ones differ, the verdict is a question and never
a guess (commands.md: unknown is never no).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistance_desktop.guidance.content import Rule
from assistance_desktop.guidance.fields import UNKNOWN
from assistance_desktop.guidance.readings import Day
from assistance_desktop.guidance.rules import Always


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status, the facts that decided it, the facts that are missing, and the rule if one did."""

    status: str
    because: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    rule: Rule | None = None


def first_true(rules: Iterable[Rule], day: Day) -> Verdict | None:
    """The first rule that is true for sure, if any."""
    for rule in rules:
        found = rule.when.judge(day)
        if rule.is_valid(day.on) and found.truth:
            return Verdict(rule.status, found.because, rule=rule)
    return None


def decide(shared: Sequence[Rule], own: Sequence[Rule], day: Day) -> Verdict:
    """The verdict of shared rules and then a service's own, of which the last always holds.

    A rule that says `ask` does not end the reading: what else is missing is asked as well.
    """
    possible: set[str] = set()
    because: list[str] = []
    missing: list[str] = []
    asking: Rule | None = None
    refuted: list[str] = []
    for rule in (rule for rule in (*shared, *own) if rule.is_valid(day.on)):
        found = rule.when.judge(day)
        if found.truth is None:
            possible.add(rule.status)
            missing += found.missing
        elif not found.truth:
            refuted += found.because if rule in own else ()
        elif rule.status == "ask":
            possible.add("ask")
            asking = asking or rule
            because += found.because
            missing += _still_open(rule, missing, day)
        elif possible <= {rule.status}:
            why = refuted if rule.when == Always() else found.because
            return Verdict(rule.status, _once(why), rule=rule)
        else:
            break
    return Verdict("ask", _once(because), _once(missing), asking)


def _still_open(rule: Rule, missing: Sequence[str], day: Day) -> Iterable[str]:
    """What a rule asks; the rule that always holds asks no fact that is known already."""
    if rule.when != Always() or not missing:
        return rule.ask
    return (path for path in rule.ask if day.value(path) is UNKNOWN)


def _once(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))
