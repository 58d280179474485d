# ruff: noqa: D102 - Qt documents the methods that it calls
"""Buttons: primary, secondary, quiet, caution and the red one for a threat to life.

A view has at most one primary button; nobody uses "life" but the safety flow.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from assistance_desktop.i18n import _

from .icons import paint_icon
from .paint import is_mirrored, key_cap_width, mirror, paint_box, paint_key_cap, painter_of
from .ring import keep_ring
from .theme import look


@dataclass(frozen=True, slots=True)
class _Dress:
    """The colours of a kind of button, by meaning."""

    fill: str
    line: str
    text: str
    hover: str = "hover"
    pressed: str = "pressed"


_DRESSES = {
    "primary": _Dress("accent", "", "on_accent", "accent_hover", "accent_pressed"),
    "secondary": _Dress("card", "border", "text"),
    "quiet": _Dress("", "", "accent_text"),
    "caution": _Dress("card", "amber_line", "amber_text"),
    "life": _Dress("red", "", "on_red", "red_hover", "red_hover"),
}
_SIZES = {
    "small": ("button_small", 12),
    "normal": ("button", 16),
    "large": ("button_large", 20),
    "hero": ("button_hero", 24),
}
_GAP = 8

_Part = tuple[float, Callable[[QPainter, QRectF], None]]


class Button(QPushButton):
    """A button that says what it does.

    Kinds: primary, secondary, quiet, caution, life. Sizes: small (card headers), normal, large
    (at decisions), hero (New intake). `key` is shown as a key cap; it does not bind the key.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        icon_after: bool = False,
        size: str = "normal",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._icon_after = kind, icon, icon_after
        self._size, self._key = size, key
        self._bold, self._chosen = True, False
        self._dress = _DRESSES[kind]
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.say(text)
        keep_ring(self, 12 if size == "hero" else 8)

    def say(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon of resources/icons; "" for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Line the button as the one of several that was chosen."""
        self._chosen = chosen
        self.setAccessibleDescription(_("chosen") if chosen else "")
        self.update()

    def sizeHint(self) -> QSize:
        name, padding = _SIZES[self._size]
        height = look().size(name)
        if not self._words:
            return QSize(height, height)
        return QSize(round(self._content_width()) + 2 * padding, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_ground(painter)
        x = (self.width() - self._content_width()) / 2
        for width, paint in self._parts():
            height = self.height()
            paint(painter, mirror(self, QRectF(x, 0, width, height)))
            x += width + _GAP

    def _paint_ground(self, painter: QPainter) -> None:
        dress, radius = self._dress, 12 if self._size == "hero" else 8
        width = look().line_width
        if not self.isEnabled():
            paint_box(painter, QRectF(self.rect()), radius, "sunken", "line", width)
            return
        if self._chosen:
            paint_box(painter, QRectF(self.rect()), radius, "accent_soft", "accent", 2)
            return
        fill = dress.fill
        if self.isDown() or self.isChecked():
            fill = dress.pressed
        elif self.underMouse():
            fill = dress.hover
        paint_box(painter, QRectF(self.rect()), radius, fill, dress.line, width)

    def _parts(self) -> list[_Part]:
        parts: list[_Part] = []
        if self._words:
            measure = QFontMetricsF(self._font())
            parts.append((measure.horizontalAdvance(self._words), self._paint_words))
        if self._icon:
            side = float(look().size("icon"))
            parts.insert(len(parts) if self._icon_after else 0, (side, self._paint_icon))
        if self._key:
            parts.append((key_cap_width(self._key), self._paint_key))
        return parts

    def _content_width(self) -> float:
        widths = [width for width, _paint in self._parts()]
        return sum(widths) + _GAP * (len(widths) - 1)

    def _font(self) -> QFont:
        return look().font("head" if self._size == "hero" else "body", bold=self._bold)

    def _text_colour(self) -> str:
        return self._dress.text if self.isEnabled() else "text_disabled"

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(look().colour(self._text_colour()))
        painter.setFont(self._font())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, int(flags), self._words)

    def _paint_icon(self, painter: QPainter, place: QRectF) -> None:
        side = look().size("icon")
        square = QRectF(place.x(), round((place.height() - side) / 2), side, side)
        paint_icon(painter, self._icon, square, self._text_colour(), mirrored=is_mirrored(self))

    def _paint_key(self, painter: QPainter, place: QRectF) -> None:
        height = look().px(20)
        cap = QRectF(place.x(), round((place.height() - height) / 2), place.width(), height)
        if not self.isEnabled():
            paint_key_cap(painter, cap, self._key, "text_disabled")
        elif self._kind == "primary":
            paint_key_cap(painter, cap, self._key, "on_accent", "bar")
        else:
            paint_key_cap(painter, cap, self._key)


class IconButton(Button):
    """A button with an icon alone; its name is spoken and shown as a tooltip."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: str = "quiet",
        *,
        size: str = "normal",
        tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon=icon, size=size, parent=parent)
        self._tone = tone
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _text_colour(self) -> str:
        return self._tone if self._tone and self.isEnabled() else super()._text_colour()


class HideButton(Button):
    """Hide now: at the top right of every page, with its key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Hide"), icon="hide", key="F9", parent=parent)
        self._bold = False
        self._dress = _Dress("card", "border", "text_2")
