"""Strips: full-width slices of a page, with everything on them in its place.

A strip knows its height, can be cut between two lines when a page ends, and two strips of two
languages become one with a hairline between them. Measures in points, from the left margin of
the page and from the top of the strip.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from assistance_desktop.documents.layout.lines import BLACK, Line

FEWEST_LINES = 2
"""No page begins or ends with fewer lines of a paragraph than this."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines one under the other in a column; `ends` sets them against its end."""

    x: float
    width: float
    lines: tuple[Line, ...]
    ends: bool = False

    @property
    def height(self) -> float:
        """The height of all the lines."""
        return sum(line.height for line in self.lines)

    def fitting(self, room: float) -> int:
        """How many of the lines fit into the room."""
        count, used = 0, 0.0
        for line in self.lines:
            used += line.height
            if used > room:
                break
            count += 1
        return count


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page, in one or more spans from x to x."""

    spans: tuple[tuple[float, float], ...]
    thickness: float = 0.5
    ink: str = BLACK


@dataclass(frozen=True, slots=True)
class Square:
    """A square for one sign of a hand: its left edge, and its top below that of the strip."""

    x: float
    top: float
    side: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A slice of a page.

    `gap` is dropped at the top of a page. A `whole` strip is cut only when no page can hold it.
    One that `keeps` stays with the one after it; one that `breaks_page` ends the page once this
    share of it is filled.
    """

    stacks: tuple[Stack, ...] = ()
    gap: float = 0.0
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    above: Rule | None = None
    below: Rule | None = None
    frames: tuple[tuple[float, float], ...] = ()
    frame_ink: str = BLACK
    squares: tuple[Square, ...] = ()
    hairline: float | None = None
    least: float = 0.0
    whole: bool = False
    keeps: bool = False
    breaks_page: float | None = None

    @property
    def height(self) -> float:
        """The height without the gap above."""
        text = max((stack.height for stack in self.stacks), default=0.0)
        return max(self.least, self.pad_top + text + self.pad_bottom)

    @property
    def least_start(self) -> float:
        """The height of the smallest part that may begin on a page."""
        longest = max((len(stack.lines) for stack in self.stacks), default=0)
        if self.whole or longest < 2 * FEWEST_LINES:
            return self.height
        first = max(
            sum(line.height for line in stack.lines[:FEWEST_LINES]) for stack in self.stacks
        )
        return self.pad_top + first

    def cut(self, room: float) -> "tuple[Strip, Strip] | None":
        """The part that fits into the room and the rest; None when no fair part fits."""
        longest = max(self.stacks, key=lambda stack: stack.height, default=None)
        if longest is None:
            return None
        fits = min(longest.fitting(room - self.pad_top), len(longest.lines) - FEWEST_LINES)
        if fits < FEWEST_LINES:
            return None
        depth = sum(line.height for line in longest.lines[:fits])
        heads = tuple(_lines(stack, 0, stack.fitting(depth)) for stack in self.stacks)
        rests = tuple(
            _lines(stack, len(head.lines), None)
            for stack, head in zip(self.stacks, heads, strict=True)
        )
        return (
            replace(self, stacks=heads, pad_bottom=0.0, below=None, least=0.0),
            replace(self, stacks=rests, gap=0.0, pad_top=0.0, above=None, least=0.0),
        )


def _lines(stack: Stack, start: int, end: int | None) -> Stack:
    return replace(stack, lines=stack.lines[start:end])


def beside(left: Strip, right: Strip, hairline: float | None) -> Strip:
    """Two strips of two languages as one, aligned at the top."""
    return replace(
        left,
        stacks=left.stacks + right.stacks,
        gap=max(left.gap, right.gap),
        pad_top=max(left.pad_top, right.pad_top),
        pad_bottom=max(left.pad_bottom, right.pad_bottom),
        above=_joined(left.above, right.above, hairline),
        below=_joined(left.below, right.below, None),
        frames=left.frames + right.frames,
        hairline=hairline,
        least=max(left.least, right.least),
    )


def _joined(left: Rule | None, right: Rule | None, hairline: float | None) -> Rule | None:
    """Both lines; one unbroken line where a hairline parts the languages."""
    if left is None or right is None:
        return left or right
    spans = left.spans + right.spans
    if hairline is not None:
        ends = [end for span in spans for end in span]
        spans = ((min(ends), max(ends)),)
    return replace(left, spans=spans)


Placed: TypeAlias = tuple[float, Strip]
"""A strip and its distance from the top of the page."""


def paginate(strips: Sequence[Strip], room: float) -> list[list[Placed]]:
    """The strips on pages of this height. A strip is cut only when it does not fit as a whole."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    waiting = deque(strips)
    while waiting:
        strip = waiting.popleft()
        at_top = not pages[-1]
        if strip.breaks_page is not None:
            if used > room * strip.breaks_page:
                pages.append([])
                used = 0.0
            continue
        top = used + (0.0 if at_top else strip.gap)
        is_cut = top + strip.height > room and not (strip.whole and strip.height <= room)
        parts = strip.cut(room - top) if is_cut else None
        if parts:
            strip, rest = parts
            waiting.appendleft(rest)
        elif not at_top and top + _needed(strip, waiting) > room:
            pages.append([])
            used = 0.0
            waiting.appendleft(strip)
            continue
        pages[-1].append((top, strip))
        used = top + strip.height
    return pages


def _needed(strip: Strip, after: Iterable[Strip]) -> float:
    """The room for a strip and for the beginning of what must stand with it."""
    needed = strip.height
    for follower in after:
        if not strip.keeps:
            break
        needed += follower.gap + (follower.height if follower.keeps else follower.least_start)
        strip = follower
    return needed
