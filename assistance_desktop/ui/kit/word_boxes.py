# ruff: noqa: D102 - Qt documents the methods that it calls
"""Words in boxes of one size, to be taken in at a glance and made a story of."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .paint import mirror, paint_box, painter_of
from .theme import look

_GAP = 8
_PAD = 12


class WordBoxes(QWidget):
    """The words in one row, or in as few rows as the widest of them lets be."""

    def __init__(self, words: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(words)

    def show_words(self, words: Sequence[str]) -> None:
        """Show other words; none leaves nothing here."""
        self.words = tuple(words)
        self.setAccessibleName(", ".join(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-max(1, len(self.words)) // self._across(width))
        return rows * look().size("button_large") + (rows - 1) * _GAP

    def sizeHint(self) -> QSize:
        return QSize(look().px(480), self.heightForWidth(max(self.width(), look().px(480))))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), look().size("button_large"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        across = self._across(self.width())
        width = (self.width() - (across - 1) * _GAP) / across
        height = look().size("button_large")
        painter.setFont(look().font("head", bold=True))
        for number, word in enumerate(self.words):
            row, column = divmod(number, across)
            corner = QPointF(round(column * (width + _GAP)), row * (height + _GAP))
            place = mirror(self, QRectF(corner.x(), corner.y(), round(width), height))
            paint_box(painter, place, 8, "window", "border", look().line_width)
            painter.setPen(look().colour("text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def _across(self, width: int) -> int:
        measure = QFontMetricsF(look().font("head", bold=True))
        widest = max((measure.horizontalAdvance(word) for word in self.words), default=0.0)
        fitting = int((width + _GAP) // (widest + 2 * _PAD + _GAP))
        return max(1, min(fitting, len(self.words)))
