"""Rows of tables and lines of forms, set into a column.

In a narrow column the cells of a row stand one under the other, the leading ones on one line.
"""

from collections.abc import Iterator
from dataclasses import replace

from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.column import Column, Span
from assistance_desktop.documents.layout.lines import BLACK, Line
from assistance_desktop.documents.layout.paper import GREY
from assistance_desktop.documents.layout.runs import Run, Words, in_bold
from assistance_desktop.documents.layout.strips import Strip

_CELL_GAP = 9.0
_FIELD_GAP = 19.0
_HAND = 42.0
"""The room for a signature, in points."""


def row(column: Column, block: say.Row, before: say.Block | None) -> Iterator[Strip]:
    """A row of a table; the names of the columns are left out of a narrow one."""
    if column.narrow and block.grid is not say.Grid.TIME:
        if not block.head:
            yield _stacked(column, block, before)
        return
    spans = _spans(column, block.grid)
    body = column.look.body
    stacks = tuple(
        column.stack(
            column.lines(
                cell, replace(body, bold=block.head or place == block.grid.bold), span.width
            ),
            span,
            at_end=block.grid is say.Grid.TIME and place == block.grid.bold,
        )
        for place, (cell, span) in enumerate(zip(block.cells, spans, strict=True))
    )
    yield _ruled(column, Strip(stacks, whole=True), block, before)


def _spans(column: Column, grid: say.Grid) -> list[Span]:
    spans: list[Span] = []
    start = 0.0
    for share in grid.shares:
        width = column.width * share / 100
        spans.append(Span(start, width - _CELL_GAP))
        start += width
    spans[-1] = replace(spans[-1], width=spans[-1].width + _CELL_GAP)
    return spans


def _ruled(column: Column, strip: Strip, block: say.Row, before: say.Block | None) -> Strip:
    """Fine lines between rows, a black one under the names; a card has one under every row."""
    above_it = before if isinstance(before, say.Row) else None
    if block.grid is say.Grid.TIME:
        line = column.rule(0.5, GREY)
        above = None if above_it else line
        gap = 0.0 if above_it else 10.0
        return replace(strip, gap=gap, pad_top=6.3, pad_bottom=6.3, above=above, below=line)
    if block.head:
        return replace(strip, pad_bottom=4.0, below=column.rule(0.5, BLACK), keeps=True)
    above = column.rule(0.5, GREY) if above_it and not above_it.head else None
    return replace(strip, pad_top=4.0, pad_bottom=4.0, above=above)


def _stacked(column: Column, block: say.Row, before: say.Block | None) -> Strip:
    cells = [
        in_bold(cell) if place == block.grid.bold else cell
        for place, cell in enumerate(block.cells)
    ]
    leading = block.grid.leading
    first = _joined(cells[:leading])
    lines: list[Line] = []
    for words in (in_bold(first) if block.grid.bold == 0 else first, *cells[leading:]):
        lines += column.lines(words, column.look.body, column.width)
    gap = 7.0 if isinstance(before, say.Row) and not before.head else 0.0
    return Strip((column.stack(lines, column.whole),), gap=gap, whole=True)


def _joined(cells: list[Words]) -> Words:
    joined: list[Run] = []
    for cell in (cell for cell in cells if cell):
        joined += [Run(" "), *cell] if joined else cell
    return tuple(joined)


def fields(column: Column, block: say.Fields) -> Iterator[Strip]:
    """Two lines of a form side by side, or one under the other in a narrow column."""
    both = (block.left, block.right) if block.right else (block.left,)
    if column.narrow:
        for field in both:
            yield _form_lines(column, ((field, column.whole),), signed=block.signed)
        return
    halves = column.halves(_FIELD_GAP)
    places = tuple(zip(both, halves, strict=False))
    yield _form_lines(column, places, signed=block.signed)


def _form_lines(
    column: Column, places: tuple[tuple[say.Field, Span], ...], *, signed: bool
) -> Strip:
    look = column.look
    stacks = tuple(
        column.stack(
            (
                *column.lines(field.label, look.label, span.width),
                *column.lines(field.filled, look.filled, span.width),
            ),
            span,
        )
        for field, span in places
    )
    empty = look.label.leading + look.filled.leading + 6.5
    return Strip(
        stacks,
        gap=2.0,
        pad_top=3.0,
        pad_bottom=3.5,
        below=column.rule(0.5, BLACK if signed else GREY, (span for _field, span in places)),
        least=max(empty, _HAND) if signed else empty,
    )
