import itertools

import pytest
from planning import ON

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.readings import Day
from assistance_desktop.guidance.rules import Always, parse

TRUE = {"fact": "home_safe", "is": True}
FALSE = {"fact": "home_safe", "is": False}
OPEN = {"fact": "losses", "is": True}
TRUTH = {"true": True, "false": False, "open": None}
PARTS = {"true": TRUE, "false": FALSE, "open": OPEN}


def judged(condition, named=None, **facts):
    day = Day(read_facts({"home_safe": True} | facts), ON, 6)
    return parse(condition, named or {}).judge(day)


@pytest.mark.parametrize(("left", "right"), list(itertools.product(PARTS, PARTS)))
def test_all_and_any_are_three_valued(left, right):
    both = {TRUTH[left], TRUTH[right]}
    parts = [PARTS[left], PARTS[right]]
    expected_all = False if False in both else None if None in both else True
    expected_any = True if True in both else None if None in both else False
    assert judged({"all": parts}).truth is expected_all
    assert judged({"any": parts}).truth is expected_any


def test_not_leaves_the_unknown_unknown():
    assert judged({"not": TRUE}).truth is False
    assert judged({"not": OPEN}).truth is None


def test_surely_and_unknown_are_never_unknown():
    assert judged({"surely": OPEN}).truth is False
    assert judged({"surely": OPEN}).missing == ()
    assert judged({"surely": TRUE}).truth is True
    assert judged({"unknown": "losses"}).truth is True
    assert judged({"unknown": "home_safe"}).truth is False


def test_an_explanation_names_what_settled_it_and_what_is_missing():
    assert judged({"any": [FALSE, OPEN]}).missing == ("losses",)
    assert judged({"all": [FALSE, OPEN]}).because == ("home_safe",)
    assert judged({"any": [TRUE, OPEN]}).because == ("home_safe",)
    assert judged({"fact": "age", "under": 18}).missing == ("date_of_birth",)


def test_a_named_condition_is_used_by_name():
    assert judged({"use": "safe"}, {"safe": parse(TRUE, {})}).truth is True
    assert judged({"use": "always"}, {"always": Always()}).truth is True


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ({"fact": "stay.until", "before": "today"}, True),
        ({"fact": "stay.basis", "one_of": ["visa", "permit"]}, True),
        ({"fact": "citizenships", "includes": "FI"}, False),
        ({"fact": "stay.days_left", "at_least": -1}, True),
        ({"fact": "stay.days_left", "at_most": -2}, False),
    ],
)
def test_every_way_to_hold_a_fact_against_a_value(condition, truth):
    facts = {"stay": {"basis": "visa", "until": "2026-11-22"}, "citizenships": ["NG"]}
    assert judged(condition, **facts).truth is truth


@pytest.mark.parametrize(
    "condition",
    [
        {},
        "home_safe",
        {"fact": "home_safe"},
        {"fact": "home_safe", "equals": True},
        {"fact": "home_safe", "is": "yes"},
        {"fact": "homesafe", "is": True},
        {"fact": "stay.basis", "one_of": ["green card"]},
        {"fact": "stay.basis", "one_of": []},
        {"fact": "stay.until", "before": "2026-01-01"},
        {"fact": "age", "under": [18]},
        {"unknown": "weather"},
        {"use": "nothing of the kind"},
        {"all": []},
        {"all": [TRUE], "any": [TRUE]},
    ],
)
def test_a_condition_outside_the_vocabulary_is_refused(condition):
    with pytest.raises(AppError):
        parse(condition, {})
