"""Words broken into lines of a width, each ready to be drawn.

Ragged, never hyphenated, never clipped: a word that is wider than the column is broken between
its letters. A no-break space holds a telephone number or a day together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assistance_desktop.documents.layout import direction, faces
from assistance_desktop.documents.layout.runs import Run, Words, text_of

BLACK = "#000000"

_BREAKS = re.compile(r"[^ \u200b]+[ \u200b]*|[ \u200b]+")
"""A word with the spaces after it. A hyphen is no place to break: it would read as another word."""


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: size and line distance in points, weight and ink."""

    size: float
    leading: float
    bold: bool = False
    ink: str = BLACK


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one face, with the words it came from."""

    text: str
    face: str
    level: int
    shape: faces.Shape


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces from left to right, its width, and a mark that stands before it."""

    pieces: tuple[Piece, ...]
    width: float
    type: Type
    indent: float = 0.0
    mark: str = ""
    space: float = 0.0

    @property
    def height(self) -> float:
        """The line distance and the space above it, in points."""
        return self.type.leading + self.space


@dataclass(frozen=True, slots=True)
class _Letter:
    character: str
    face: str
    level: int


def break_lines(words: Words, width: float, kind: Type, *, rtl: bool) -> list[Line]:
    """The words in lines of at most this width, in points. No words make no lines."""
    return [
        line
        for paragraph in _paragraphs(words)
        for line in _break_paragraph(paragraph, width, kind, rtl=rtl)
    ]


def _paragraphs(words: Words) -> list[Words]:
    """The words between line breaks."""
    paragraphs: list[list[Run]] = [[]]
    for run in words:
        first, *others = run.text.split("\n")
        paragraphs[-1].append(Run(first, run.bold, run.apart))
        paragraphs += [[Run(other, run.bold, run.apart)] for other in others]
    return [tuple(one) for one in paragraphs if text_of(tuple(one)).strip()]


def _break_paragraph(words: Words, width: float, kind: Type, *, rtl: bool) -> Iterator[Line]:
    letters = _letters(words, kind, rtl=rtl)
    start = end = 0
    used = 0.0
    for token_start, token_end in _tokens(letters, width, kind.size):
        token = letters[token_start:token_end]
        needed = _width(token, kind.size)
        if end > start and used + needed > width:
            yield _line(letters[start:end], kind)
            start, used = token_start, 0.0
        used += needed + _hanging(token, kind.size)
        end = token_end
    yield _line(letters[start:end], kind)


def _letters(words: Words, kind: Type, *, rtl: bool) -> list[_Letter]:
    text = text_of(words)
    bolds = [run.bold or kind.bold for run in words for _ in run.text]
    chosen = faces.choose(text)
    found = direction.levels(words, rtl=rtl)
    return [
        _Letter(one, faces.face_name(family, bold=bold), level)
        for one, family, bold, level in zip(text, chosen, bolds, found, strict=True)
    ]


def _tokens(letters: list[_Letter], width: float, size: float) -> Iterator[tuple[int, int]]:
    """Where a line may begin and end."""
    text = "".join(one.character for one in letters)
    for match in _BREAKS.finditer(text):
        start, end = match.span()
        if _width(letters[start:end], size) <= width:
            yield start, end
        else:
            yield from _clusters(letters, start, end)


def _clusters(letters: list[_Letter], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every letter with the marks that belong to it."""
    begin = start
    for place in range(start + 1, end):
        if unicodedata.category(letters[place].character)[0] not in "MC":
            yield begin, place
            begin = place
    yield begin, end


def _width(letters: list[_Letter], size: float) -> float:
    """The width without the spaces at the end."""
    return sum(piece.shape.advance for piece in _pieces(letters)) * size


def _hanging(letters: list[_Letter], size: float) -> float:
    """The width of the spaces at the end."""
    text = "".join(one.character for one in letters)
    spaces = len(text) - len(text.rstrip(" "))
    return spaces * faces.shape(" ", letters[-1].face, rtl=False).advance * size


def _line(letters: list[_Letter], kind: Type) -> Line:
    pieces = _pieces(letters)
    width = sum(piece.shape.advance for piece in pieces) * kind.size
    return Line(tuple(direction.visual_order(pieces)), width, kind)


def _pieces(letters: list[_Letter]) -> list[Piece]:
    """The letters without the spaces that hang over the end, grouped by face and direction."""
    last = len(letters)
    while last and letters[last - 1].character in " \u200b":
        last -= 1
    pieces: list[Piece] = []
    for (face, level), group in groupby(letters[:last], key=lambda one: (one.face, one.level)):
        text = "".join(one.character for one in group).replace("\u200b", "")
        pieces.append(Piece(text, face, level, faces.shape(text, face, rtl=level % 2 == 1)))
    return pieces
