"""A column of one language on a sheet: the geometry that every block is set with.

Places are given from the start of the column; in a right-to-left column that is its right
edge, so labels, list marks, boxes and form lines are mirrored by this one module.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistance_desktop.documents.layout.lines import BLACK, Line, Type, break_lines
from assistance_desktop.documents.layout.paper import Look, Sheet, look
from assistance_desktop.documents.layout.runs import Words
from assistance_desktop.documents.layout.strips import Rule, Stack


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the column's width, from its start."""

    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """Where a language stands on the sheet, which way it runs, and whether there is little room."""

    sheet: Sheet
    x: float
    width: float
    rtl: bool
    narrow: bool

    @property
    def look(self) -> Look:
        """The types of this column."""
        return look(self.sheet, rtl=self.rtl, narrow=self.narrow)

    @property
    def whole(self) -> Span:
        """The whole width."""
        return Span(0.0, self.width)

    def halves(self, gap: float) -> tuple[Span, Span]:
        """Two equal parts with a gap between them."""
        width = (self.width - gap) / 2
        return Span(0.0, width), Span(width + gap, width)

    def lines(
        self, words: Words, kind: Type, width: float, indent: float = 0.0, mark: str = ""
    ) -> list[Line]:
        """The words broken to a width; a mark stands in the indent of the first line."""
        broken = break_lines(words, width - indent, kind, rtl=self.rtl)
        made = [replace(line, indent=indent) for line in broken]
        if made and mark:
            made[0] = replace(made[0], mark=mark)
        return made

    def stack(self, lines: Iterable[Line], span: Span, *, at_end: bool = False) -> Stack:
        """Lines one under the other in a part of the column."""
        return Stack(self._left(span), span.width, tuple(lines), ends=self.rtl != at_end)

    def text(self, words: Words, kind: Type, span: Span | None = None) -> Stack:
        """Words in a part of the column, or over all of it."""
        where = span or self.whole
        return self.stack(self.lines(words, kind, where.width), where)

    def rule(self, thickness: float, ink: str = BLACK, spans: Iterable[Span] | None = None) -> Rule:
        """A line over all of the column, or over parts of it."""
        where = [self.whole] if spans is None else spans
        return Rule(tuple(self.edges(span) for span in where), thickness, ink)

    def edges(self, span: Span) -> tuple[float, float]:
        """The left and the right edge of a part, on the page."""
        left = self._left(span)
        return left, left + span.width

    def _left(self, span: Span) -> float:
        if self.rtl:
            return self.x + self.width - span.start - span.width
        return self.x + span.start
