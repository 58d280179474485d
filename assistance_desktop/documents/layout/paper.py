"""The sheets that papers are printed on and the type that is set on them.

All measures in points. Grid, type and ink follow DESIGN_LANGUAGE.md 10: black, fine lines in
grey, one accent for section lines, none on a card.
"""

from dataclasses import dataclass

from assistance_desktop.documents.layout.lines import BLACK, Type

MM = 72 / 25.4

ACCENT = "#1D5A55"
GREY = "#9A9A9A"
SOFT = "#333333"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page, its margins, the gap between two languages, and its ink.

    A sheet that `stacks` is too narrow for columns. A `dense` one holds a form or a leaflet. A
    card carries no footer and no colour; it opens nothing by its look. A `plain` one is black.
    """

    width: float
    height: float
    side: float
    top: float
    foot: float
    gap: float
    stacks: bool = False
    dense: bool = False
    is_card: bool = False
    plain: bool = False

    @property
    def inner_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.side

    @property
    def accent(self) -> str:
        """The colour of section lines."""
        if self.plain:
            return BLACK
        return GREY if self.is_card else ACCENT


A4 = Sheet(210 * MM, 297 * MM, 20 * MM, 17 * MM, 12 * MM, 10 * MM)
A4_DENSE = Sheet(210 * MM, 297 * MM, 20 * MM, 14 * MM, 9 * MM, 10 * MM, dense=True)
A4_PLAIN = Sheet(210 * MM, 297 * MM, 20 * MM, 17 * MM, 12 * MM, 10 * MM, plain=True)
A5 = Sheet(148 * MM, 210 * MM, 14 * MM, 13 * MM, 9 * MM, 8 * MM, stacks=True)
CARD = Sheet(105 * MM, 148 * MM, 12 * MM, 13 * MM, 13 * MM, 0, stacks=True, is_card=True)
FOLDED_CARD = Sheet(210 * MM, 148 * MM, 12 * MM, 13 * MM, 13 * MM, 24 * MM, is_card=True)
"""Two cards beside each other: an A5 sheet that is folded once."""


@dataclass(frozen=True, slots=True)
class Look:
    """The types of one language on one sheet."""

    body: Type
    title: Type
    section: Type
    label: Type
    filled: Type
    hint: Type
    strong: Type
    foot: Type


def look(sheet: Sheet, *, rtl: bool, narrow: bool) -> Look:
    """The types: 12 to 12.5 points, Arabic script a little larger on wider lines."""
    size, leading = (1.08, 1.13) if rtl else (1.0, 1.0)

    def kind(points: float, distance: float, *, bold: bool = False, ink: str = BLACK) -> Type:
        return Type(points * size, distance * leading, bold, ink)

    if sheet.is_card:
        body, title = kind(13, 19), kind(16.8, 22, bold=True)
    elif narrow or sheet.dense:
        body, title = kind(12, 16.3), kind(19.5, 25, bold=True)
    else:
        body, title = kind(12.5, 17.2), kind(22, 28, bold=True)
    return Look(
        body=body,
        title=title,
        section=kind(14, 19, bold=True),
        label=kind(10.5, 14.4, ink=SOFT),
        filled=Type(body.size, body.leading, bold=True),
        hint=kind(11, 15.4, ink=SOFT),
        strong=kind(15, 21, bold=True),
        foot=kind(10.5, 14.6, ink=SOFT),
    )
