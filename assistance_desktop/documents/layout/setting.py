"""Blocks set into a column: headings, paragraphs, entries, boxes. Tables lie in `tables.py`.

The same blocks make the same number of strips in every language, so two languages stay
aligned row by row. Distances follow mock-ups P1 to P6 and papers.css.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout import tables
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
        case say.Text(words):
            gap = 0.0 if isinstance(before, say.Title | say.Section) else 4.8
            yield _paragraphs(column, (words,), gap)
        case say.Item(words):
            yield _marked(column, words, "bullet", _ITEM_INDENT, gap=2.0)
        case say.Tick(words, ticked):
            yield _marked(column, words, "ticked" if ticked else "box", _TICK_INDENT, gap=5.0)
        case say.Hint(words):
            yield Strip((column.text(words, column.look.hint),), gap=1.0, keeps=True)
        case say.Strong(words):
            yield Strip((column.text(words, column.look.strong),), gap=3.0)
        case say.Entry():
            yield from _entry(column, block)
        case say.Row():
            yield from tables.row(column, block, before)
        case say.Fields():
            yield from tables.fields(column, block)
        case say.Remark(paragraphs):
            strip = _paragraphs(column, paragraphs, gap=4.0)
            yield replace(strip, pad_top=6.0, above=column.rule(0.5, GREY))
        case say.Box(paragraphs):
            yield _box(column, paragraphs)
        case say.PageBreak():
            yield Strip(breaks_page=True)


def _title(column: Column, block: say.Title) -> Strip:
    look = column.look
    if column.narrow or not block.aside:
        under = column.lines(block.aside, look.body, column.width)
        lines = [*column.lines(block.words, look.title, column.width), *under]
        return Strip((column.stack(lines, column.whole),), pad_bottom=3.0, keeps=True)
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


def _entry(column: Column, block: say.Entry) -> Iterator[Strip]:
    """Label and text side by side; in a narrow column the label becomes a heading."""
    if column.narrow:
        yield _section(column, block.label, gap=7.0)
        yield Strip((column.stack(_body(column, block, column.width), column.whole),))
        return
    start = _LABEL.width + _LABEL_GAP
    body = Span(start, column.width - start)
    label = column.lines(block.label, replace(column.look.body, bold=True), _LABEL.width)
    spans = (_LABEL, body)
    yield Strip(
        (column.stack(label, _LABEL), column.stack(_body(column, block, body.width), body)),
        gap=12.0 if block.first else 0.0,
        pad_top=4.5,
        pad_bottom=5.5,
        above=column.rule(1.0, column.sheet.accent, spans)
        if block.first
        else column.rule(0.5, GREY, spans),
    )


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


def _box(column: Column, paragraphs: Sequence[Words]) -> Strip:
    inside = Span(_BOX_PAD, column.width - 2 * _BOX_PAD)
    strip = _paragraphs(column, (), gap=9.0)
    lines = [
        line for words in paragraphs for line in column.lines(words, column.look.body, inside.width)
    ]
    return replace(
        strip,
        stacks=(column.stack(lines, inside),),
        pad_top=8.5,
        pad_bottom=8.5,
        frames=(column.edges(column.whole),),
        frame_ink=column.sheet.accent,
    )
