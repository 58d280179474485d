"""The cells of a list of cases: two lines, a glyph, a chip or an icon, painted without widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from .chip import chip_size, paint_chip
from .icons import paint_icon
from .mark import paint_glyph
from .theme import look

_GAP = 12


@dataclass(frozen=True, slots=True)
class RowCell:
    """What stands in a cell of a row.

    `glyph` is a letter in a square (tone "accent" or "" for a quiet one), `chip` the tone of a
    chip around the words, `icon` an icon before them in the tone of `icon_tone`. `ground` tints
    the cell: "amber" for what is to be looked at. `spoken` is what a screen reader says when the
    words alone do not tell.
    """

    words: str
    line: str = ""
    bold: bool = False
    tone: str = "text"
    line_tone: str = "text_3"
    small: bool = False
    glyph: str = ""
    glyph_tone: str = "accent"
    chip: str | None = None
    icon: str = ""
    icon_tone: str = ""
    ground: str = ""
    spoken: str = ""

    @property
    def said(self) -> str:
        """All that the cell says."""
        return self.spoken or " ".join(each for each in (self.words, self.line) if each)


def paint_cell(painter: QPainter, place: QRectF, cell: RowCell) -> None:
    """Paint a cell into its place, from the side where reading begins."""
    if cell.chip is not None:
        _paint_chip(painter, place, cell)
        return
    if cell.glyph:
        place = _paint_glyph(painter, place, cell)
    elif cell.icon:
        place = _paint_icon(painter, place, cell)
    letters = [("small" if cell.small else "body", cell.words, cell.bold, cell.tone)]
    if cell.line:
        letters.append(("small", cell.line, False, cell.line_tone))
    heights = [look().letter(letter).line for letter, *_rest in letters]
    top = place.y() + round((place.height() - sum(heights)) / 2)
    for height, (letter, words, bold, tone) in zip(heights, letters, strict=True):
        rect = QRectF(place.x(), top, place.width(), height)
        _paint_words(painter, rect, words, letter, tone, bold=bold)
        top += height


def shortened(cell: RowCell, width: float) -> str:
    """What a cell says when its words are cut at a width, "" when all of it can be read."""
    used = look().px(40) + _GAP if cell.glyph else look().px(18) + 8 if cell.icon else 0
    measure = QFontMetricsF(look().font("small" if cell.small else "body", bold=cell.bold))
    lines = [(measure, cell.words), (QFontMetricsF(look().font("small")), cell.line)]
    cut = any(each.horizontalAdvance(words) > width - used for each, words in lines)
    return cell.said if cut else ""


def _paint_words(
    painter: QPainter, rect: QRectF, words: str, letter: str, tone: str, *, bold: bool
) -> None:
    font = look().font(letter, bold=bold)
    painter.setFont(font)
    painter.setPen(look().colour(tone))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if _mirrored(painter) else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, int(flags), shown)


def _paint_chip(painter: QPainter, place: QRectF, cell: RowCell) -> None:
    size = chip_size(cell.words, cell.icon)
    x = place.right() - size.width() if _mirrored(painter) else place.x()
    y = place.y() + round((place.height() - size.height()) / 2)
    rect = QRectF(x, y, size.width(), size.height())
    paint_chip(painter, rect, cell.words, cell.chip or "", cell.icon)


def _paint_glyph(painter: QPainter, place: QRectF, cell: RowCell) -> QRectF:
    side = look().px(40)
    paint_glyph(painter, _leading(painter, place, side), cell.glyph_tone, letter=cell.glyph)
    return _after(painter, place, side + _GAP)


def _paint_icon(painter: QPainter, place: QRectF, cell: RowCell) -> QRectF:
    side = look().px(18)
    square = _leading(painter, place, side)
    tone = cell.icon_tone or cell.tone
    paint_icon(painter, cell.icon, square, tone, mirrored=_mirrored(painter))
    return _after(painter, place, side + 8)


def _leading(painter: QPainter, place: QRectF, side: float) -> QRectF:
    x = place.right() - side if _mirrored(painter) else place.x()
    return QRectF(x, place.y() + round((place.height() - side) / 2), side, side)


def _after(painter: QPainter, place: QRectF, step: float) -> QRectF:
    if _mirrored(painter):
        return place.adjusted(0, 0, -step, 0)
    return place.adjusted(step, 0, 0, 0)


def _mirrored(painter: QPainter) -> bool:
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
