# ruff: noqa: D102 - Qt documents the methods that it calls
"""Six words in numbered boxes, for two people to read to each other."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistance_desktop.i18n import _

from .paint import mirror, paint_box, painter_of
from .theme import look
from .words import Paragraph

_GAP = 8
_ACROSS = 3


class SixWords(QWidget):
    """The words of a device, three in a row."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words(words)

    def show_words(self, words: Sequence[str]) -> None:
        """Show the words of another device."""
        self.words = tuple(words)
        self.setAccessibleName(_("Six words: {words}").format(words=", ".join(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(look().font("body", bold=True))
        widest = max((measure.horizontalAdvance(word) for word in self.words), default=0)
        box = round(widest) + look().px(20) + 2 * 13
        rows = -(-len(self.words) // _ACROSS)
        height = rows * look().size("field") + (rows - 1) * _GAP
        return QSize(_ACROSS * box + (_ACROSS - 1) * _GAP, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        width = (self.width() - (_ACROSS - 1) * _GAP) / _ACROSS
        for number, word in enumerate(self.words):
            row, column = divmod(number, _ACROSS)
            height = look().size("field")
            corner = QPointF(round(column * (width + _GAP)), row * (height + _GAP))
            place = QRectF(corner.x(), corner.y(), round(width), height)
            self._paint_word(painter, place, number + 1, word)

    def _paint_word(self, painter: QPainter, place: QRectF, number: int, word: str) -> None:
        paint_box(painter, mirror(self, place), 8, "window", "border", look().line_width)
        inside = place.adjusted(13, 0, -12, 0)
        figure = QRectF(inside.x(), inside.y(), look().px(12), inside.height())
        Paragraph(str(number), "small").paint(painter, mirror(self, figure), "text_3", middle=True)
        rest = inside.adjusted(look().px(12) + 5, 0, 0, 0)
        Paragraph(word, bold=True).paint(painter, mirror(self, rest), "text", middle=True)
