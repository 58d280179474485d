"""Blocks set into a column: headings, paragraphs, entries, boxes. Tables lie in `tables.py`.

The same blocks make the same number of strips in every language, so two languages stay
aligned row by row. Distances follow mock-ups P1 to P6 and papers.css.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout import groups, tables
from assistance_desktop.documents.layout.column import Column, Span
from assistance_desktop.documents.layout.lines import Line
from assistance_desktop.documents.layout.paper import GREY, MM
from assistance_desktop.documents.layout.runs import Words
from assistance_desktop.documents.layout.strips import Strip

_LABEL = Span(0.0, 44 * MM)
_LABEL_GAP = 5.5 * MM
_ITEM_INDENT = 15.0
_TICK_INDENT = 25.0
_BOX_PAD = 11.0


def set_blocks(column: Column, blocks: Sequence[say.Block]) -> Iterator[Strip]:
    """The strips of the blocks, in order."""
    before: say.Block | None = None
    for block in blocks:
        yield from _set(column, block, before)
        before = block


def _set(column: Column, block: say.Block, before: say.Block | None) -> Iterator[Strip]:
    match block:
        case say.Title():
            yield _title(column, block)
        case say.Section(words):
            yield _section(column, words, gap=15.0)
        case say.Entry():
            yield from _entry(column, block, before)
        case say.Row():
            yield from tables.row(column, block, before)
        case say.Fields():
            yield from tables.fields(column, block)
        case say.Box():
            yield _box(column, block)
        case say.Groups(listed):
            yield groups.framed(column, listed)
        case say.PageBreak(filled):
            yield Strip(breaks_page=filled)
        case _:
            yield _running_text(column, block, before)


def _running_text(
    column: Column,
    block: say.Text | say.Item | say.Tick | say.Hint | say.Strong | say.Remark,
    before: say.Block | None,
) -> Strip:
    match block:
        case say.Text(words, apart):
            follows_heading = isinstance(before, say.Title | say.Section)
            gap = 16.0 if apart else 0.0 if follows_heading else 4.8
            return _paragraphs(column, (words,), gap)
        case say.Item(words):
            return _marked(column, words, "bullet", _ITEM_INDENT, gap=2.0)
        case say.Tick(words, ticked):
            return _marked(column, words, "ticked" if ticked else "box", _TICK_INDENT, gap=5.0)
        case say.Hint(words):
            return Strip((column.text(words, column.look.hint),), gap=1.0, keeps=True)
        case say.Strong(words):
            return Strip((column.text(words, column.look.strong),), gap=3.0)
        case say.Remark(paragraphs):
            strip = _paragraphs(column, paragraphs, gap=6.0)
            return replace(strip, pad_top=6.0, above=column.rule(0.5, GREY))


def _title(column: Column, block: say.Title) -> Strip:
    look = column.look
    if column.narrow or not block.aside:
        under = column.lines(block.aside, look.body, column.width)
        lines = [*column.lines(block.words, look.title, column.width), *under]
        return Strip((column.stack(lines, column.whole),), gap=20.0, pad_bottom=3.0, keeps=True)
    day = Span(column.width * 0.74, column.width * 0.26)
    first, *others = column.lines(block.aside, look.body, day.width)
    # Both stand on one base line.
    lowered = replace(first, space=(look.title.leading - look.body.leading) * 0.8)
    return Strip(
        (
            column.text(block.words, look.title, Span(0.0, column.width * 0.72)),
            column.stack((lowered, *others), day, at_end=True),
        ),
        pad_bottom=3.0,
        keeps=True,
    )


def _section(column: Column, words: Words, gap: float) -> Strip:
    return Strip(
        (column.text(words, column.look.section),),
        gap=gap,
        pad_top=6.0,
        pad_bottom=4.0,
        above=column.rule(1.0, column.sheet.accent),
        keeps=True,
    )


def _paragraphs(column: Column, paragraphs: Sequence[Words], gap: float) -> Strip:
    lines = [
        line for words in paragraphs for line in column.lines(words, column.look.body, column.width)
    ]
    return Strip((column.stack(lines, column.whole),), gap=gap)


def _marked(column: Column, words: Words, mark: str, indent: float, gap: float) -> Strip:
    lines = column.lines(words, column.look.body, column.width, indent, mark)
    return Strip((column.stack(lines, column.whole),), gap=gap)


def _entry(column: Column, block: say.Entry, before: say.Block | None) -> Iterator[Strip]:
    """Label and text side by side; in a narrow column the label becomes a heading."""
    follows_section = isinstance(before, say.Section)
    if column.narrow:
        yield from _stacked_entry(column, block, follows_section=follows_section)
        return
    start = _LABEL.width + _LABEL_GAP
    body = Span(start, column.width - start)
    label = column.lines(block.label, replace(column.look.body, bold=True), _LABEL.width)
    spans = (_LABEL, body)
    above = column.rule(0.5, GREY, spans)
    if block.first:
        above = column.rule(1.0, column.sheet.accent, spans)
    yield Strip(
        (column.stack(label, _LABEL), column.stack(_body(column, block, body.width), body)),
        gap=12.0 if block.first else 0.0,
        pad_top=0.0 if follows_section else 4.5,
        pad_bottom=5.5,
        above=None if follows_section else above,
    )


def _stacked_entry(column: Column, block: say.Entry, *, follows_section: bool) -> Iterator[Strip]:
    body = _body(column, block, column.width)
    if block.minor:
        label = column.lines(block.label, column.look.filled, column.width)
        gap = 0.0 if follows_section else 8.0
        yield Strip((column.stack((*label, *body), column.whole),), gap=gap)
        return
    yield _section(column, block.label, gap=7.0)
    yield Strip((column.stack(body, column.whole),))


def _body(column: Column, block: say.Entry, width: float) -> list[Line]:
    lines: list[Line] = []
    for part in block.body:
        is_item = isinstance(part, say.Item)
        indent, mark = (_ITEM_INDENT, "bullet") if is_item else (0.0, "")
        made = column.lines(part.words, column.look.body, width, indent, mark)
        if lines and made:
            made[0] = replace(made[0], space=2.5)
        lines += made
    return lines


def _box(column: Column, block: say.Box) -> Strip:
    inside = Span(_BOX_PAD, column.width - 2 * _BOX_PAD)
    body = column.look.body
    lines = [line for words in block.paragraphs for line in column.lines(words, body, inside.width)]
    return Strip(
        (column.stack(lines, inside),),
        gap=9.0,
        pad_top=8.5,
        pad_bottom=8.5,
        whole=True,
        frames=(column.edges(column.whole),),
        frame_ink=GREY if block.room else column.sheet.accent,
        least=block.room * body.leading + 17.0 if block.room else 0.0,
    )
