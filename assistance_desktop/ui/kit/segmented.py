# ruff: noqa: D102 - Qt documents the methods that it calls
"""The segmented choice: two to four answers of equal width and equal look.

Declining looks exactly as accepting does; the chosen one has a tick and a line, not a colour
of its own.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from .icons import paint_icon
from .paint import is_mirrored, mirror, paint_box, paint_rule, painter_of
from .ring import keep_ring
from .theme import look


class _Segment(QAbstractButton):
    """One of the answers."""

    def __init__(self, value: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value, self._words = value, text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        keep_ring(self, 8)

    def needed(self) -> int:
        """The width with the tick, so that choosing moves nothing."""
        measure = QFontMetricsF(look().font("body", bold=True))
        words = measure.horizontalAdvance(self._words)
        return max(look().px(84), round(words) + look().px(16) + 4 + 2 * 8)

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), look().size("segment"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        on, full = self.isChecked(), look().high_contrast
        text = ("accent_text" if on else "text_2") if self.isEnabled() else "text_disabled"
        if on:
            fill = "accent" if full else "accent_soft"
            paint_box(painter, QRectF(self.rect()), 8, fill, "accent", 2)
            text = "on_accent" if full else text
        elif self.underMouse() and self.isEnabled():
            inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            paint_box(painter, inside, 6, "pressed" if self.isDown() else "hover")
        self._paint_words(painter, text, on=on)

    def _paint_words(self, painter: QPainter, colour: str, *, on: bool) -> None:
        font = look().font("body", bold=on)
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        side = look().px(16)
        x = (self.width() - width - (side + 4 if on else 0)) / 2
        if on:
            square = QRectF(x, round((self.height() - side) / 2), side, side)
            paint_icon(painter, "check", mirror(self, square), colour)
            x += side + 4
        painter.setPen(look().colour(colour))
        painter.setFont(font)
        place = mirror(self, QRectF(x, 0, width, self.height()))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, int(flags), self._words)


class Segmented(QWidget):
    """Two to four answers side by side; `options` are pairs of value and words.

    `chosen` tells the value when a person picks one; `pick` sets it without telling.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each, text in options:
            segment = _Segment(each, text, self)
            segment.clicked.connect(self._on_clicked)
            self._group.addButton(segment)
            row.addWidget(segment, 1)
        self.pick(value)

    @property
    def value(self) -> str:
        """The value of the chosen one, "" when none is."""
        return next((each.value for each in self._segments() if each.isChecked()), "")

    def pick(self, value: str) -> None:
        """Show this value as chosen; one that is not offered takes the choice away."""
        self._group.setExclusive(False)
        for each in self._segments():
            each.setAutoExclusive(False)
            each.setChecked(each.value == value)
            each.setAutoExclusive(True)
        self._group.setExclusive(True)
        self.update()

    def sizeHint(self) -> QSize:
        widest = max((each.needed() for each in self._segments()), default=0)
        return QSize(widest * len(self._segments()), look().size("segment"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect, thin = QRectF(self.rect()), look().line_width
        fill = "card" if self.isEnabled() else "sunken"
        paint_box(painter, rect, 8, fill, "border", thin)
        colour = "border" if look().high_contrast else "line"
        for each in self._segments()[1:]:
            x = each.x() + (each.width() if is_mirrored(self) else 0)
            paint_rule(painter, QPointF(x, 0), QPointF(x, self.height()), colour)

    def _on_clicked(self) -> None:
        self.update()
        self.chosen.emit(self.value)

    def _segments(self) -> list[_Segment]:
        return [each for each in self._group.buttons() if isinstance(each, _Segment)]
