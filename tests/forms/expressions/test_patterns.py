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


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        (r"^(?=.*\d)(?=.*[a-z]).{8,}$", "abcdefg1", True),
        (r"^(?=.*\d)(?=.*[a-z]).{8,}$", "abcdefgh", False),
        (r"^(?!.*(admin|root)).+$", "aurora", True),
        (r"^(?!.*(admin|root)).+$", "the admin", False),
        (r"(.)\1", "abba", True),
        (r"(.)\1", "abab", False),
        (r"(?<=a)b", "ab", True),
    ],
)
def test_patterns_look_around_and_refer_back(pattern, text, fits):
    assert found(text, pattern) is fits


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a*a*a*a*a*b", "a" * 10_000),
        ("(.*,){9}P", "1," * 5_000),
        ("(a?){30}a{30}", "a" * 29),
        ("a?" * 30 + "a" * 30, "a" * 29),
        ("(a|ab)(c|bcd)" * 12 + "x", "abcd" * 12),
        (r"^(?=.*\d)(?=.*[a-z]).{8,}x$", "a1" * 5_000),
        ("(?=(a+)+b)", "a" * 40),
        (r"(.+)(.+)(.+)\1\2\3x", "ab" * 5_000),
        ("[a-z]+@[a-z]+[.][a-z]+$", "a" * 10_000),
    ],
)
def test_no_pattern_holds_the_program_up(pattern, text):
    started = time.monotonic()
    assert not found(text, pattern)
    assert time.monotonic() - started < 2
