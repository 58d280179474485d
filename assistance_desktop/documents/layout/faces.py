"""The typefaces of paper and the glyphs that words become in them.

Noto Sans in two weights, and one Noto for each further script, static files in resources/fonts;
a character is set in the first family that holds it. HarfBuzz shapes; reportlab embeds.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont

from assistance_desktop import paths

_harfbuzz: Any = uharfbuzz
_shaped: Any = ShapedStr
_shape_data: Any = ShapeData
"""What comes without types, or with a signature of its own making."""

FIRST = "NotoSans"
"""The family that everything is set in unless it lacks the character."""

_NO_LIGATURES = {"kern": True, "liga": False, "dlig": False, "clig": False}
"""Simple scripts keep one glyph a letter, so that copied and searched text is what was written."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Shaped text, from left to right, and its advance at a size of one point."""

    drawn: str
    advance: float
    is_plain: bool


@cache
def families() -> tuple[str, ...]:
    """The families that lie in resources/fonts, the first one first; registers their faces."""
    folder = paths.resources() / "fonts"
    found = sorted(
        path.name.removesuffix("-Regular.ttf")
        for path in folder.glob("NotoSans*-Regular.ttf")
        if not path.name.startswith("NotoSansMono")
    )
    for family in found:
        for weight in ("Regular", "SemiBold"):
            name = f"{family}-{weight}"
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    return (FIRST, *(name for name in found if name != FIRST))


@cache
def monospace() -> str:
    """The heavy face in which every sign is as wide as every other; registers it."""
    name = "NotoSansMono-Bold"
    pdfmetrics.registerFont(TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf")))
    return name


def choose(text: str) -> list[str]:
    """The family of every character. What stands between two words stays with the first."""
    chosen: list[str] = []
    current = FIRST
    for character in text:
        if not (_follows(character) and _holds(current, character)):
            current = next((one for one in families() if _holds(one, character)), FIRST)
        chosen.append(current)
    return chosen


def face_name(family: str, *, bold: bool) -> str:
    """The registered name of a face."""
    families()
    return f"{family}-{'SemiBold' if bold else 'Regular'}"


def holds(character: str) -> bool:
    """Whether any family has this character."""
    return any(_holds(family, character) for family in families())


@lru_cache(maxsize=4096)
def shape(text: str, name: str, *, rtl: bool) -> Shape:
    """The glyphs of a stretch of text in one face and one direction."""
    font = _face(name)
    drawer = font.hbFont()
    buffer = _harfbuzz.Buffer()
    buffer.cluster_level = _harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    is_simple = buffer.script in ("Latn", "Cyrl", "Grek", "Zyyy", "Zinh", None)
    _harfbuzz.shape(drawer, buffer, _NO_LIGATURES if is_simple else None)
    characters: list[str] = []
    data: list[ShapeData] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        code = _code_for(font, drawer, info.codepoint, text[info.cluster], position.x_advance)
        characters.append(chr(code))
        moves = (position.x_advance, position.y_advance, position.x_offset, position.y_offset)
        scaled = (font.pdfScale(move) for move in moves)
        data.append(_shape_data(info.cluster, *scaled, font.face.charWidths[code]))
    drawn = "".join(characters)
    advance = sum(one.x_advance for one in data) / 1000
    return Shape(_shaped(drawn, data), advance, drawn == text)


def spread(shape: Shape, by: float) -> Shape:
    """The same glyphs with room after each, as a share of the size. It is read as it was written.

    It no longer counts as plain: readers that take room for a space get the text itself.
    """
    drawn: Any = shape.drawn
    wider = [one._replace(x_advance=one.x_advance + by * 1000) for one in drawn.__shapeData__]
    advance = shape.advance + by * len(wider)
    return Shape(_shaped(str(shape.drawn), wider), advance, is_plain=False)


def _code_for(
    font: Any,  # noqa: ANN401 - reportlab and HarfBuzz come without types
    drawer: Any,  # noqa: ANN401 - the same
    glyph: int,
    written: str,
    advance: int,
) -> int:
    """The character that stands for a glyph in the embedded face: the written one if it can."""
    if font.face.charToGlyph.get(ord(written)) == glyph:
        return ord(written)
    known = font.face.glyphToChar.get(glyph)
    if known:
        return int(known[0])
    return int(font.hbAddPrivate(drawer.glyph_to_string(glyph), glyph, advance))


def _follows(character: str) -> bool:
    return unicodedata.category(character)[0] in "MPZ"


@cache
def _holds(family: str, character: str) -> bool:
    return ord(character) in _face(f"{family}-Regular").face.charToGlyph


def _face(name: str) -> Any:  # noqa: ANN401 - reportlab comes without types
    return pdfmetrics.getFont(name)
