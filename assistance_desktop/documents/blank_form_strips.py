"""The parts of a blank form set into strips: a number, a question, boxes, lines to write on.

Measures after mock-up P8. Whatever belongs to one question stays on one page when half a page
can hold it. A text runs in its own direction; the sheet is mirrored by the form's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistance_desktop.documents.layout.column import Column, Span
from assistance_desktop.documents.layout.lines import BLACK, Line, Type, break_lines
from assistance_desktop.documents.layout.paper import GREY, SOFT
from assistance_desktop.documents.layout.runs import Words, value
from assistance_desktop.documents.layout.strips import Rule, Strip

_NUMBER = Span(0.0, 33.0)
_START = 33.6
_GAP = 13.0
_TICK = 22.0
_BOX_PAD = 11.0
_CELL = 17.0
"""The width of a box for one digit."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words and which way they run."""

    words: Words
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to tick: its words, and the same in a second language."""

    first: Spoken
    second: Spoken | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A column that questions are set into."""

    column: Column

    @property
    def body(self) -> Span:
        """The room beside the numbers."""
        return Span(_START, self.column.width - _START)

    @property
    def question_type(self) -> Type:
        """A little larger than the answers, semibold."""
        body = self.column.look.body
        return Type(body.size * 1.1, body.leading * 1.11, bold=True)

    def title(self, title: Spoken, aside: Spoken) -> Strip:
        """The heading of a part, and where the number of the sheet and the day go."""
        look = self.column.look
        free = _width(aside, look.body) + 1
        heading = Span(0.0, self.column.width - free - _GAP)
        first, *others = self._lines(aside, look.body, free)
        fits = _width(title, look.title) <= heading.width
        drop = (look.title.leading - look.body.leading) * 0.8
        if not fits:
            heading = self.column.whole
            drop = sum(line.height for line in self._lines(title, look.title, heading.width))
        day = Span(self.column.width - free, free)
        return Strip(
            (
                self.column.stack(self._lines(title, look.title, heading.width), heading),
                self.column.stack((replace(first, space=drop), *others), day, at_end=True),
            ),
            gap=24.0,
            pad_bottom=3.0,
            whole=True,
            keeps=True,
        )

    def paragraph(self, said: Spoken, gap: float = 2.0, kind: Type | None = None) -> Strip:
        """Words over the whole width."""
        lines = self._lines(said, kind or self.column.look.body, self.column.width)
        return Strip((self.column.stack(lines, self.column.whole),), gap=gap, keeps=True)

    def heading(self, texts: Sequence[Spoken]) -> list[Strip]:
        """What a group is called, under a line."""
        first, *others = texts
        strip = self.paragraph(first, gap=8.0, kind=self.column.look.section)
        strip = replace(strip, pad_top=6.0, above=self.column.rule(1.0, self.column.sheet.accent))
        return [strip, *(self.paragraph(one, 0.0, self.column.look.hint) for one in others)]

    def condition(self, said: Spoken, *, after_heading: bool) -> Strip:
        """When all that follows is asked; under a line of its own where there is no heading."""
        strip = self.paragraph(said, kind=self.column.look.label)
        if after_heading:
            return strip
        return replace(strip, gap=8.0, pad_top=5.0, above=self._line_above(strong=True))

    def question(self, number: str, text: Spoken, *, after_heading: bool) -> Strip:
        """The number and the question itself, under a fine line."""
        kind = self.question_type
        line = Line((), 0.0, kind)
        lines = self._lines(text, kind, self.body.width) or [line]
        digits = self.column.lines(value(number), kind, _NUMBER.width)
        return Strip(
            (self.column.stack(digits, _NUMBER), self.column.stack(lines, self.body)),
            gap=6.0,
            pad_top=7.0,
            above=self._line_above(strong=after_heading),
            whole=True,
            keeps=True,
        )

    def under(self, said: Spoken, *, larger: bool = False) -> Strip:
        """Smaller words under a question: a hint, a rule, the second language."""
        look = self.column.look
        lines = self._lines(said, look.hint if larger else look.label, self.body.width)
        return Strip((self.column.stack(lines, self.body),), gap=0.5, keeps=True)

    def note(self, said: Spoken, *, after_heading: bool) -> Strip:
        """Words that nobody answers, under a fine line."""
        strip = self.question("", said, after_heading=after_heading)
        lines = self._lines(said, self.column.look.body, self.body.width)
        return replace(strip, stacks=(self.column.stack(lines, self.body),), whole=False)

    def options(self, options: Sequence[Option]) -> tuple[list[Strip], int]:
        """Answers to tick in as many columns as they fit into, and how many columns these are."""
        count = self._columns(options)
        return list(self.rows(options, count)), count

    def quiet(self, options: Sequence[Option], columns: int) -> Strip:
        """The two quiet answers, lighter, below the others."""
        (row,) = self.rows(options, columns, quiet=True)
        return replace(row, gap=4.0)

    def rows(
        self, options: Sequence[Option], columns: int, *, quiet: bool = False
    ) -> Iterable[Strip]:
        """Answers to tick in this many columns, row by row."""
        spans = self._spans(columns)
        for start in range(0, len(options), columns):
            row = zip(options[start : start + columns], spans, strict=False)
            stacks = tuple(
                self.column.stack(self._option(one, span.width, quiet=quiet), span)
                for one, span in row
            )
            yield Strip(stacks, gap=4.0 if start == 0 else 2.5, whole=True, keeps=True)

    def names(self, names: Sequence[Spoken]) -> Iterable[Strip]:
        """A long list in three columns of small type, each read downwards."""
        third = (self.column.width - 2 * _GAP) / 3
        spans = [Span(place * (third + _GAP), third) for place in range(3)]
        kind = self.column.look.label
        deep = -(-len(names) // 3)
        for start in range(deep):
            row = zip(names[start::deep], spans, strict=False)
            stacks = (self.column.stack(self._lines(one, kind, s.width), s) for one, s in row)
            yield Strip(tuple(stacks), gap=1.0, whole=True)

    def write_on(self, count: int) -> list[Strip]:
        """Lines to write on."""
        rule = self.column.rule(0.5, GREY, (self.body,))
        return [Strip(least=25.0, below=rule, keeps=True, whole=True) for _ in range(count)]

    def digits(self, groups: Sequence[int], hint: Spoken) -> Strip:
        """Boxes for digits in groups, such as 2, 2 and 4 for a day, and what goes into them."""
        wide = sum(groups) * _CELL + (len(groups) - 1) * 7.0
        left, _right = self.column.edges(Span(_START, wide))
        frames: list[tuple[float, float]] = []
        for group in groups:
            for _digit in range(group):
                frames.append((left, left + _CELL))
                left += _CELL
            left += 7.0
        return self._boxes(frames, wide, hint)

    def box(self, width: float, hint: Spoken) -> Strip:
        """One box, for a number."""
        return self._boxes([self.column.edges(Span(_START, width))], width, hint)

    def framed(self, said: Spoken) -> Strip:
        """A framed paragraph over the whole width."""
        inside = Span(_BOX_PAD, self.column.width - 2 * _BOX_PAD)
        lines = self._lines(said, self.column.look.body, inside.width)
        return Strip(
            (self.column.stack(lines, inside),),
            gap=11.0,
            pad_top=8.0,
            pad_bottom=8.0,
            whole=True,
            frames=(self.column.edges(self.column.whole),),
        )

    def _boxes(self, frames: list[tuple[float, float]], width: float, hint: Spoken) -> Strip:
        span = Span(_START + width + 8.0, self.body.width - width - 8.0)
        lines = self._lines(hint, self.column.look.label, span.width)
        return Strip(
            (self.column.stack(lines, span),),
            gap=5.0,
            pad_top=4.0,
            least=22.0,
            frames=tuple(frames),
            frame_ink=SOFT,
            whole=True,
            keeps=True,
        )

    def _option(self, option: Option, width: float, *, quiet: bool) -> list[Line]:
        look = self.column.look
        kind = replace(look.body, ink=SOFT if quiet else BLACK)
        lines = self._lines(option.first, kind, width - _TICK)
        if option.second is not None:
            lines += self._lines(option.second, look.label, width - _TICK)
        made = [replace(line, indent=_TICK) for line in lines]
        made[0] = replace(made[0], mark="quiet" if quiet else "box")
        return made

    def _columns(self, options: Sequence[Option]) -> int:
        texts = [text for one in options for text in (one.first, one.second) if text]
        widest = max((_width(text, self.column.look.body) for text in texts), default=0.0)
        for columns in (3, 2):
            fits = widest + _TICK <= self._spans(columns)[0].width
            if fits and (columns == 2 or len(options) not in (1, 2, 4)):
                return columns
        return 1

    def _spans(self, columns: int) -> list[Span]:
        width = (self.body.width - (columns - 1) * _GAP) / columns
        return [Span(_START + place * (width + _GAP), width) for place in range(columns)]

    def _line_above(self, *, strong: bool) -> Rule:
        return (
            self.column.rule(1.0, self.column.sheet.accent)
            if strong
            else self.column.rule(0.5, GREY)
        )

    @staticmethod
    def _lines(said: Spoken, kind: Type, width: float) -> list[Line]:
        return break_lines(said.words, width, kind, rtl=said.rtl)


def together(strips: Sequence[Strip], room: float) -> list[Strip]:
    """Strips that stay on one page when half a page can hold them.

    Of others the first two stay together, and the last two.
    """
    if sum(strip.gap + strip.height for strip in strips) <= room / 2:
        loose = {len(strips) - 1}
    else:
        loose = {*range(1, len(strips) - 2), len(strips) - 1}
    return [
        replace(strip, keeps=False) if place in loose else strip
        for place, strip in enumerate(strips)
    ]


def _width(said: Spoken, kind: Type) -> float:
    lines = break_lines(said.words, 10_000.0, kind, rtl=said.rtl)
    return max((line.width for line in lines), default=0.0)
