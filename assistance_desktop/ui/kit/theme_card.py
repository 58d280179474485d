# ruff: noqa: D102 - Qt documents the methods that it calls
"""A theme to choose, with a small picture of a page in that theme's own colours."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from . import tokens
from .paint import mirror, paint_box, paint_radio, painter_of
from .ring import keep_ring
from .theme import look

_INSET = 10
_PICTURE = 76


class ThemeCard(QAbstractButton):
    """One of several themes; those with the same parent exclude each other, as radio rows do."""

    def __init__(self, theme: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self._words = theme, words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_ring(self, 10)

    def clear(self) -> None:
        """Take the choice back."""
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(look().font()).horizontalAdvance(self._words)
        beside = 2 * _INSET + look().size("mark") + 8
        return QSize(round(width) + beside, 3 * _INSET + _PICTURE + look().px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        thin, on = look().line_width, self.isChecked()
        fill = "accent_soft" if on else "hover" if self.underMouse() else "card"
        line = "accent" if on else "border"
        paint_box(painter, QRectF(self.rect()), 10, fill, line, 2 * thin if on else thin)
        self._paint_page(painter, QRectF(_INSET, _INSET, self.width() - 2 * _INSET, _PICTURE))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        side, height = look().size("mark"), look().px(24)
        top = 2 * _INSET + _PICTURE
        square = QRectF(_INSET, top + round((height - side) / 2), side, side)
        paint_radio(painter, mirror(self, square), on=self.isChecked())
        start = _INSET + side + 8
        place = mirror(self, QRectF(start, top, self.width() - start - _INSET, height))
        painter.setPen(look().colour("text"))
        painter.setFont(look().font())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _paint_page(self, painter: QPainter, page: QRectF) -> None:
        """The rail, a line of words, a field and the button, in the colours of the theme."""
        full = 2 if self.theme == "hc" else 1
        outline = QPainterPath()
        outline.addRoundedRect(page, 6, 6)
        painter.save()
        painter.setClipPath(outline)
        painter.fillPath(outline, self._colour("window"))
        painter.fillRect(QRectF(page.x(), page.y(), 18, page.height()), self._colour("rail"))
        left = page.x() + 28
        self._bar(painter, QRectF(left, page.y() + 12, 56, 8), "text")
        field = QRectF(left, page.y() + 28, page.width() - 38, 16)
        self._bar(painter, field, "card")
        painter.setPen(QPen(self._colour("border"), full))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = full / 2
        painter.drawRoundedRect(field.adjusted(half, half, -half, -half), 3, 3)
        self._bar(painter, QRectF(left, page.y() + 52, 36, 14), "accent")
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("border"), full))
        painter.drawRoundedRect(page.adjusted(half, half, -half, -half), 6, 6)

    def _bar(self, painter: QPainter, place: QRectF, meaning: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(meaning))
        painter.drawRoundedRect(place, 3, 3)

    def _colour(self, meaning: str) -> QColor:
        return QColor(tokens.colours(self.theme)[meaning])
