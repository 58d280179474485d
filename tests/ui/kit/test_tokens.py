import json
from dataclasses import fields
from pathlib import Path

import pytest

from assistance_desktop.ui.kit import tokens

DECORATION = ("text-disabled",)
"""Disabled words are exempt from WCAG; they are still kept at 3."""
MARKS = ("amber on", "red on", "control on", "focus on", "focus-rail on", "bar on", "accent on")


def pairs():
    for theme, measured in tokens.read_tokens()["contrast_measured"].items():
        for pair, ratio in measured.items():
            yield pytest.param(theme, pair, ratio, id=f"{theme}, {pair}")


@pytest.mark.parametrize(("theme", "pair", "measured"), list(pairs()))
def test_a_pair_of_colours_can_be_told_apart(theme, pair, measured):
    front, ground = pair.split(" on ")
    colours = tokens.colours(theme)
    ratio = tokens.contrast(colours[front], colours[ground])
    assert ratio == pytest.approx(measured, abs=0.01)
    is_mark = pair.startswith(MARKS) or front in DECORATION
    assert ratio >= (3.0 if is_mark else 4.5)


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_every_token_of_the_file_has_a_name_in_python(theme):
    named = {field.name.replace("_", "-") for field in fields(tokens.Colours)}
    assert named == set(tokens.read_tokens()["color"][theme])


def test_black_on_white_is_21():
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_tokens_are_those_of_the_design_language(shared):
    drawn = json.loads((shared / "mockups" / "tokens.json").read_text(encoding="utf-8"))
    assert tokens.read_tokens() == drawn
    assert Path(tokens.__file__).with_name("tokens.json").is_file()


def test_sizes_are_asked_for_by_name():
    assert (tokens.size("button"), tokens.radius("card"), tokens.space(5)) == (44, 12, 24)
    assert tokens.letters()["body"] == tokens.Letter(15, 22)
