import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.forms.expressions.functions.automaton import TooHard, build
from assistance_desktop.forms.expressions.functions.patterns import found

PIECES = st.sampled_from(
    [
        "a",
        "b",
        ".",
        "[ab]",
        "[^a]",
        r"\d",
        "(a|b)",
        "(?:ab)",
        "a*",
        "b+",
        "a?",
        "a{2}",
        "(b{1,3})*",
        "^",
        "$",
    ]
)


@given(st.lists(PIECES, max_size=6).map("".join), st.text("ab1 ", max_size=10))
def test_the_automaton_finds_what_python_finds(pattern, text):
    assert build(pattern).found(text) == bool(re.search(pattern, text))


@pytest.mark.parametrize("pattern", [r"(a)\1", "(?=a)", "a**", "(", "[", "(a{999}){999}"])
def test_what_the_automaton_does_not_know_it_says(pattern):
    with pytest.raises(TooHard):
        build(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"^[0-9]{10}$", "0401234567", True),
        (r"^[0-9]{10}$", "04012345678", False),
        (r"^([a-z]+ )*[a-z]+$", "one two three", True),
        (r"^(\w+\.)*\w+@\w+$", "a.b@c", True),
        (r"^\p{L}+$", "Äiti", True),
        ("(", "(", False),
    ],
)
def test_patterns_of_fielded_forms_match(pattern, text, expected):
    assert found(text, pattern) is expected


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "(.*a){20}", "^(a*)*b$", "((a+)+)+$"])
def test_no_pattern_takes_long(pattern):
    started = time.monotonic()
    assert found("a" * 200 + "!", pattern) in (True, False)
    assert time.monotonic() - started < 3
