"""What a paper says, in order, before anybody asks how wide the page is.

The kinds of paper make blocks; `strips.py` lays them out. The same blocks in two languages go
side by side, row by row, and the words of a page can be read without a page (`words_of`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from assistance_desktop.documents.layout.runs import Words, plain, text_of


class Grid(Enum):
    """The columns of a table.

    Their shares of the width in hundredths, how many lead when stacked, and which is in bold.
    """

    APPOINTMENT = ((26, 12, 62), 2, 0)
    CHOICE = ((29, 52, 19), 1, 0)
    CONTACT = ((31, 27, 42), 1, 1)
    TIME = ((74, 26), 1, 1)

    def __init__(self, shares: tuple[int, ...], leading: int, bold: int) -> None:
        self.shares = shares
        self.leading = leading
        self.bold = bold


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a page, with a day beside it if it has one."""

    words: Words
    aside: Words = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading under a line."""

    words: Words


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `apart` leaves more room above it."""

    words: Words
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list."""

    words: Words


@dataclass(frozen=True, slots=True)
class Hint:
    """How to fill in a form, in smaller type."""

    words: Words


@dataclass(frozen=True, slots=True)
class Strong:
    """A line in larger, heavier type: a telephone number on a card."""

    words: Words


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what is said under it. `first` begins a list; `minor` stands in a section."""

    label: Words
    body: tuple[Text | Item, ...]
    first: bool = False
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. A `head` row names the columns."""

    cells: tuple[Words, ...]
    grid: Grid
    head: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Paragraphs under a fine line, such as what was put off after a table."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Framed paragraphs; `room` is the least number of lines, left free for a hand."""

    paragraphs: tuple[Words, ...]
    room: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A sentence with a box to tick."""

    words: Words
    ticked: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form: what it is for, and what stands on it, if known."""

    label: Words
    filled: Words = ()


@dataclass(frozen=True, slots=True)
class Fields:
    """Two lines of a form side by side; `signed` leaves room for a hand."""

    left: Field
    right: Field | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """Numbered groups of signs, two in a row, in a frame; an empty one has squares for a hand."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page, unless less than this share of the page is filled."""

    filled: float = 0.0


Block: TypeAlias = (
    Title | Section | Text | Item | Hint | Strong | Entry | Row | Remark | Box | Tick | Fields
    | Groups | PageBreak
)  # fmt: skip


def words_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of the blocks in reading order: what a stranger would read."""
    for block in blocks:
        yield from (text_of(words) for words in _words(block) if words)


def _words(block: Block) -> tuple[Words, ...]:
    found: tuple[Words, ...] = ()
    match block:
        case Title(words, aside):
            found = (words, aside)
        case Entry(label, body):
            found = (label, *(part.words for part in body))
        case Row(cells):
            found = cells
        case Remark(paragraphs) | Box(paragraphs):
            found = paragraphs
        case Fields(left, right):
            fields = (left, right) if right else (left,)
            found = tuple(words for field in fields for words in (field.label, field.filled))
        case Groups(groups):
            found = tuple(plain(group) for group in groups)
        case PageBreak():
            pass
        case _:
            found = (block.words,)
    return found
