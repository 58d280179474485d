# ruff: noqa: D102 - Qt documents the methods that it calls
"""Chips: a state in a word with its icon; and filter chips, which can be on or off."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from .icons import paint_icon
from .paint import mirror, paint_box, painter_of
from .ring import keep_ring
from .theme import look

_TONES = {
    "": ("hover", "line", "text_2"),
    "accent": ("accent_soft", "accent_line", "accent_text"),
    "amber": ("amber_soft", "amber_line", "amber_text"),
    "red": ("red_soft", "red_line", "red_text"),
    "outline": ("", "line", "text_2"),
}
_GAP = 6


def chip_size(text: str, icon: str) -> QSize:
    """How large a chip is with its words."""
    width = QFontMetricsF(look().font("small")).horizontalAdvance(text)
    width += look().px(14) + _GAP if icon else 0
    return QSize(round(width) + 2 * 11, look().size("chip"))


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: str, icon: str = "") -> None:
    """Paint a chip into a place of `chip_size`; in lists and tables as well as alone."""
    fill, line, colour = _TONES[tone]
    if look().high_contrast:
        line = line if tone in ("accent", "amber", "red") else "border"
    paint_box(painter, rect, rect.height() / 2, fill, line, look().line_width)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inside = rect.adjusted(11, 0, -11, 0)
    if icon:
        side = look().px(14)
        x = inside.right() - side if mirrored else inside.left()
        y = rect.y() + round((rect.height() - side) / 2)
        paint_icon(painter, icon, QRectF(x, y, side, side), colour, mirrored=mirrored)
        step = side + _GAP
        inside.adjust(0 if mirrored else step, 0, -step if mirrored else 0, 0)
    painter.setPen(look().colour(colour))
    painter.setFont(look().font("small"))
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)


class Chip(QLabel):
    """A state. Tones: "" (neutral), "accent", "amber", "red", "outline"."""

    def __init__(
        self, text: str, tone: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._tone, self._icon = tone, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: str = "", icon: str = "") -> None:
        """Show another state."""
        self._tone, self._icon = tone, icon
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(painter_of(self), QRectF(self.rect()), self.text(), self._tone, self._icon)


class FilterChip(QAbstractButton):
    """A filter that is on or off, with a tick when it is on; `count` stands after its words."""

    def __init__(
        self, text: str, count: int | None = None, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setCheckable(not icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, count)
        keep_ring(self, 18)

    def say(self, text: str, count: int | None = None) -> None:
        """Show other words or another count."""
        self._words = text if count is None else f"{text}  {count}"
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(text if count is None else f"{text} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(look().font("body", bold=True))
        width = measure.horizontalAdvance(self._words) + 2 * 15
        width += look().px(16) + 8 if self._shown_icon() else 0
        return QSize(round(width), look().size("chip_filter"))

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def checkStateSet(self) -> None:
        super().checkStateSet()
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        on = self.isChecked()
        fill, line, text = (
            ("accent_soft", "accent", "accent_text")
            if on
            else ("hover" if self.underMouse() else "card", "border", "text")
        )
        radius = self.height() / 2
        paint_box(painter, QRectF(self.rect()), radius, fill, line, look().line_width)
        font = look().font("body", bold=on)
        width = QFontMetricsF(font).horizontalAdvance(self._words)
        side = look().px(16)
        beside = side + 8 if self._shown_icon() else 0
        x = (self.width() - width - beside) / 2
        if beside:
            square = QRectF(x, round((self.height() - side) / 2), side, side)
            paint_icon(painter, self._shown_icon(), mirror(self, square), text)
        painter.setPen(look().colour(text))
        painter.setFont(font)
        place = mirror(self, QRectF(x + beside, 0, width, self.height()))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, int(flags), self._words)

    def _shown_icon(self) -> str:
        return self._icon or ("check" if self.isChecked() else "")
