"""Strips, lines and marks drawn on a canvas. The only place that knows which way up a page is.

Text is real text: shaped words carry what was written (`ActualText`), so that a reader, a
search and a screen reader get them in their logical order.
"""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from assistance_desktop.documents.layout.lines import BLACK, Line, Piece
from assistance_desktop.documents.layout.paper import GREY
from assistance_desktop.documents.layout.strips import Rule, Stack, Strip

_BASE_LINE = 0.37
"""How far the base line lies under the middle of a line, as a share of the size (Noto Sans)."""

_BOX = 14.0
"""The side of a box to tick, in points."""


def draw_strip(canvas: Canvas, strip: Strip, top: float, *, at_page_top: bool) -> None:
    """A strip whose upper edge lies at this height of the page."""
    bottom = top - strip.height
    for left, right in strip.frames:
        _set_line(canvas, 1.0, strip.frame_ink)
        canvas.rect(left, bottom, right - left, strip.height, stroke=1, fill=0)
    _set_line(canvas, 0.5, GREY)
    for square in strip.squares:
        canvas.rect(square.x, top - square.top - square.side, square.side, square.side)
    if strip.hairline is not None:
        _set_line(canvas, 0.5, GREY)
        above = 0.0 if at_page_top else strip.gap
        canvas.line(strip.hairline, top + above, strip.hairline, bottom)
    if strip.above:
        _draw_rule(canvas, strip.above, top)
    if strip.below:
        _draw_rule(canvas, strip.below, bottom)
    for stack in strip.stacks:
        draw_stack(canvas, stack, top - strip.pad_top)


def draw_stack(canvas: Canvas, stack: Stack, top: float) -> None:
    """Lines one under the other from this height downwards."""
    for line in stack.lines:
        top -= line.space
        base = top - line.type.leading / 2 - line.type.size * _BASE_LINE
        start = stack.x + line.indent
        if stack.ends:
            start = stack.x + stack.width - line.indent - line.width
        _draw_mark(canvas, stack, line, base)
        _draw_pieces(canvas, line, start, base)
        top -= line.type.leading


def _draw_pieces(canvas: Canvas, line: Line, x: float, base: float) -> None:
    canvas.setFillColor(HexColor(line.type.ink))
    for piece in line.pieces:
        canvas.setFont(piece.face, line.type.size)
        if not piece.shape.is_plain:
            canvas.addLiteral(f"/Span <</ActualText <{_as_hex(piece)}>>> BDC")
        canvas.drawString(x, base, piece.shape.drawn)
        if not piece.shape.is_plain:
            canvas.addLiteral("EMC")
        x += piece.shape.advance * line.type.size


def _as_hex(piece: Piece) -> str:
    return (b"\xfe\xff" + piece.text.encode("utf-16-be")).hex()


def _draw_mark(canvas: Canvas, stack: Stack, line: Line, base: float) -> None:
    """A bullet, a box, a finer (quiet) one, or one with a tick, in the indent of the line."""
    if not line.mark:
        return
    middle = base + line.type.size * 0.36
    if line.mark == "bullet":
        inward = line.indent * 0.45
        x = stack.x + stack.width - inward if stack.ends else stack.x + inward
        canvas.setFillColor(HexColor(line.type.ink))
        canvas.circle(x, middle, 1.9, stroke=0, fill=1)
        return
    left = stack.x + stack.width - _BOX - 0.5 if stack.ends else stack.x + 0.5
    _set_line(canvas, 0.5 if line.mark == "quiet" else 1.0, BLACK)
    canvas.rect(left, middle - _BOX / 2, _BOX, _BOX, stroke=1, fill=0)
    if line.mark == "ticked":
        _set_line(canvas, 1.7, BLACK)
        corner = (left + _BOX * 0.42, middle - _BOX * 0.24)
        canvas.line(left + _BOX * 0.22, middle - _BOX * 0.02, *corner)
        canvas.line(*corner, left + _BOX * 0.78, middle + _BOX * 0.28)


def _draw_rule(canvas: Canvas, rule: Rule, y: float) -> None:
    _set_line(canvas, rule.thickness, rule.ink)
    for left, right in rule.spans:
        canvas.line(left, y, right, y)


def _set_line(canvas: Canvas, thickness: float, ink: str) -> None:
    canvas.setLineWidth(thickness)
    canvas.setStrokeColor(HexColor(ink))
