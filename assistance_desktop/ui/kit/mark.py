# ruff: noqa: D102 - Qt documents the methods that it calls
"""Small things that stand beside words: the glyph square and the key cap."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .icons import paint_icon
from .paint import key_cap_width, paint_box, paint_key_cap, painter_of
from .theme import look

GLYPH_TONES = {
    "": ("sunken", "text_2"),
    "accent": ("accent_soft", "accent_text"),
    "amber": ("amber_soft", "amber_text"),
    "red": ("red_soft", "red_text"),
    "card": ("card", "accent_text"),
}


def paint_glyph(
    painter: QPainter, rect: QRectF, tone: str, *, letter: str = "", icon: str = ""
) -> None:
    """A square of 40 with a letter or an icon; in high contrast without its ground."""
    fill, text = GLYPH_TONES[tone]
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if not (look().high_contrast and icon):
        line = "border" if look().high_contrast else ""
        paint_box(painter, rect, 10 * rect.width() / 40, fill, line, look().line_width)
    if icon:
        side = look().size("icon") + look().px(2) * (rect.width() > look().px(40))
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        paint_icon(painter, icon, place, text, mirrored=mirrored)
        return
    painter.setPen(look().colour(text))
    painter.setFont(look().font("body", bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)


class Glyph(QWidget):
    """A letter or an icon in a square: the face of a case or a service; decoration.

    Tones: "" (neutral), "accent", "amber", "red", "card".
    """

    def __init__(
        self,
        letter: str = "",
        *,
        icon: str = "",
        tone: str = "accent",
        side: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter, self._icon, self._tone, self._side = letter[:1].upper(), icon, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: str) -> None:
        """Show it in another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side), look().px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_glyph(painter, QRectF(self.rect()), self._tone, letter=self._letter, icon=self._icon)


class KeyCap(QWidget):
    """The name of a key that does the same as what it stands beside."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(key_cap_width(self._key), look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_key_cap(painter_of(self), QRectF(self.rect()), self._key)
