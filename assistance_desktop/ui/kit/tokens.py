"""The design tokens: every colour by its meaning, and every size, in one place.

`tokens.json` is the only source; a widget asks for a meaning ("amber_text"), never for a colour.
"""

import json
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

THEMES = ("light", "dark", "hc")
"""The names of the themes: light, dark, high contrast."""

SCALES = (1.0, 1.25, 1.5)
"""How much larger the user may ask for text and everything that holds it."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme as #RRGGBB, named by meaning (design language, section 2)."""

    window: str
    sidebar: str
    card: str
    sunken: str
    hover: str
    pressed: str
    line: str
    border: str
    control: str
    text: str
    text_2: str
    text_3: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_line: str
    accent_text: str
    amber: str
    amber_soft: str
    amber_line: str
    amber_text: str
    red: str
    red_hover: str
    on_red: str
    red_soft: str
    red_line: str
    red_text: str
    focus: str
    focus_rail: str
    track: str
    bar: str
    bar_2: str
    rail: str
    rail_text: str
    rail_hover: str
    rail_sel: str
    rail_on: str
    titlebar: str
    titlebar_text: str

    def __getitem__(self, meaning: str) -> str:
        """The colour of a meaning, written as in the tokens file or as in Python."""
        return getattr(self, meaning.replace("-", "_"))


@dataclass(frozen=True, slots=True)
class Letter:
    """A size of type: letter height and line height in pixels at 100 %."""

    size: int
    line: int


@cache
def read_tokens() -> dict[str, Any]:
    """The whole tokens file."""
    text = Path(__file__).with_name("tokens.json").read_text(encoding="utf-8")
    return json.loads(text)


@cache
def colours(theme: str) -> Colours:
    """The colours of a theme, one of `THEMES`."""
    named = read_tokens()["color"][theme]
    return Colours(**{field.name: named[field.name.replace("_", "-")] for field in fields(Colours)})


@cache
def letters() -> dict[str, Letter]:
    """The sizes of type by name: small, body, head, title, and those of the client's screens."""
    read = read_tokens()
    found = {name: Letter(**each) for name, each in read["type"]["size_px"].items()}
    for place in ("client_panel", "client_view"):
        for name, each in read["type"][f"{place}_px"].items():
            found[f"{place}_{name}"] = Letter(**each)
    return found


@cache
def size(name: str) -> int:
    """A size in pixels at 100 %, such as "button" or "row"."""
    return read_tokens()["size_px"][name]


@cache
def radius(name: str) -> int:
    """The radius of a corner in pixels, such as "control" or "card"."""
    return read_tokens()["radius_px"][name]


@cache
def space(step: int) -> int:
    """A distance in pixels; steps 1 to 8 are 4, 8, 12, 16, 24, 32, 40, 48."""
    return read_tokens()["space_px"][str(step)]


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
