"""Numbered groups of signs in a frame, large and set wide, or squares for the same by hand."""

from collections.abc import Sequence
from dataclasses import replace

from assistance_desktop.documents.layout import faces
from assistance_desktop.documents.layout.column import Column, Span
from assistance_desktop.documents.layout.lines import BLACK, Line, Piece, Type
from assistance_desktop.documents.layout.paper import GREY, SOFT
from assistance_desktop.documents.layout.runs import plain
from assistance_desktop.documents.layout.strips import Square, Stack, Strip

_ACROSS = 2
_NUMBER = Span(20.0, 28.0)
_SIGNS = 42.0
"""Where signs begin, from the start of a half."""

_ROW, _PAD = 42.0, 13.0
_HAND_ROW, _HAND_PAD = 33.0, 9.0
_SIDE, _STEP = 25.0, 30.0
"""A square and the way to the next one, in points."""

_SPREAD = 0.2
"""Room between two signs, as a share of their size, so that an eye can keep its place."""

_LENGTH = 5


def framed(column: Column, groups: Sequence[str]) -> Strip:
    """The groups in rows of two; squares where there is no group. Never cut by a page."""
    by_hand = not any(groups)
    row, pad = (_HAND_ROW, _HAND_PAD) if by_hand else (_ROW, _PAD)
    stacks: list[Stack] = []
    squares: list[Square] = []
    for place, group in enumerate(groups):
        down, across = divmod(place, _ACROSS)
        half = column.halves(0.0)[across]
        stacks.append(_number(column, half, place + 1, row, down))
        if by_hand:
            squares += _squares(column, half, pad + down * row)
        else:
            stacks.append(_large(column, half, group, row, down))
    return Strip(
        tuple(stacks),
        gap=5.0 if by_hand else 18.0,
        pad_top=pad,
        pad_bottom=pad,
        whole=True,
        frames=(column.edges(column.whole),),
        frame_ink=GREY if by_hand else BLACK,
        squares=tuple(squares),
    )


def _number(column: Column, half: Span, number: int, row: float, down: int) -> Stack:
    kind = replace(column.look.body, leading=row, ink=SOFT)
    span = Span(half.start + _NUMBER.start, _NUMBER.width)
    (line,) = column.lines(plain(str(number)), kind, span.width)
    return column.stack([replace(line, space=down * row)], span)


def _large(column: Column, half: Span, group: str, row: float, down: int) -> Stack:
    """One group as one piece, so that what reads the page reads five signs together."""
    face = faces.monospace()
    shape = faces.spread(faces.shape(group, face, rtl=False), _SPREAD)
    kind = Type(24.0, row, bold=True)
    pieces = (Piece(group, face, 0, shape),)
    line = Line(pieces, shape.advance * kind.size, kind, space=down * row)
    return column.stack([line], Span(half.start + _SIGNS, half.width - _SIGNS))


def _squares(column: Column, half: Span, top: float) -> list[Square]:
    left = column.edges(Span(half.start + _SIGNS, _STEP * _LENGTH))[0]
    lowered = top + (_HAND_ROW - _SIDE) / 2
    return [Square(left + sign * _STEP, lowered, _SIDE) for sign in range(_LENGTH)]
