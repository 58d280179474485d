# ruff: noqa: D102 - Qt documents the methods that it calls
"""Choice rows: the whole row is the target, the words wrap, the key that chooses it is shown."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .chip import chip_size, paint_chip
from .mark import paint_glyph
from .paint import (
    key_cap_width,
    mirror,
    paint_box,
    paint_key_cap,
    paint_number,
    paint_radio,
    paint_tick,
    painter_of,
)
from .ring import keep_ring
from .theme import look
from .words import Paragraph

_SIDE = 16
_GAP = 12
_PICTURE = 72
"""The side of the square that a picture fits into, at 100 %."""


class ChoiceRow(QAbstractButton):
    """One answer among others: `mark` "radio" (one of several), "tick" (any of them) or "rank".

    Radio rows with the same parent exclude each other, and the arrow keys go from one to the
    next. `quiet` is the 44 px row of "Prefers not to say" and "Not known yet". `detail` is a
    second line, which makes the words bold (the ways of the first start). With `enter` off the
    Enter key goes to whoever holds the row: in an interview it leads on and never answers.
    """

    def __init__(
        self,
        text: str,
        *,
        key: str = "",
        mark: str = "radio",
        quiet: bool = False,
        detail: str = "",
        icon: str = "",
        enter: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._enter = enter
        self._key, self._mark, self._quiet, self._icon = key, mark, quiet, icon
        self._picture: QPixmap | None = None
        self._number = 0
        self._chip = ("", "")
        self._words = Paragraph(text, bold=bool(detail))
        self._detail = Paragraph(detail) if detail else None
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(mark == "radio")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keep_ring(self, 8)

    @property
    def words(self) -> str:
        """What the row says."""
        return self._words.plain

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture before the words."""
        self._picture = picture
        self.updateGeometry()

    def show_chip(self, text: str, tone: str = "") -> None:
        """Say something short beside the words."""
        self._chip = (text, tone)
        self.setAccessibleDescription(f"{text}. {self.accessibleDescription()}")
        self.update()

    def show_number(self, number: int) -> None:
        """Show the place in an order as the mark; 0 for none."""
        self._number = number
        self.update()

    def clear(self) -> None:
        """Take the choice back, also from a radio row."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(False)
        self.setAutoExclusive(exclusive)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._text_width(width)
        needed = self._words.height(room) + (self._detail.height(room) if self._detail else 0)
        around = 10 if self._quiet else 16
        least = look().px(84 if self._detail else 44 if self._quiet else 56)
        if self._picture is not None:
            least = max(least, look().px(_PICTURE) + 2 * 8)
        return max(least, needed + around)

    def sizeHint(self) -> QSize:
        width = self._words.natural_width() + self._beside()
        if self._detail:
            width = max(width, self._detail.natural_width() + self._beside())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._words.least_width() + self._beside()
        return QSize(width, look().px(44 if self._quiet else 56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and not self._enter:
            event.ignore()
        elif entered and not self.isChecked():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_ground(painter)
        side = look().size("mark")
        square = QRectF(_SIDE, round((self.height() - side) / 2), side, side)
        self._paint_mark(painter, mirror(self, square))
        self._paint_icon(painter)
        self._paint_picture(painter)
        self._paint_words(painter)
        self._paint_key(painter)

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        if self._mark == "rank":
            paint_number(painter, square, self._number)
            return
        paint = paint_radio if self._mark == "radio" else paint_tick
        paint(painter, square, on=self.isChecked(), enabled=self.isEnabled())

    def _paint_ground(self, painter: QPainter) -> None:
        rect, thin = QRectF(self.rect()), look().line_width
        if not self.isEnabled():
            paint_box(painter, rect, 8, "sunken", "line", thin)
        elif self.isChecked():
            paint_box(painter, rect, 8, "accent_soft", "accent", 4 if thin == 2 else 2)
        elif self.isDown():
            paint_box(painter, rect, 8, "pressed", "control", thin)
        elif self.underMouse():
            paint_box(painter, rect, 8, "hover", "control", thin)
        else:
            paint_box(painter, rect, 8, "" if self._quiet else "card", "border", thin)

    def _paint_picture(self, painter: QPainter) -> None:
        if self._picture is None:
            return
        room = look().px(_PICTURE)
        size = self._picture.size().scaled(room, room, Qt.AspectRatioMode.KeepAspectRatio)
        x = _SIDE + look().size("mark") + _GAP + (room - size.width()) // 2
        y = round((self.height() - size.height()) / 2)
        place = mirror(self, QRectF(x, y, size.width(), size.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))

    def _paint_icon(self, painter: QPainter) -> None:
        if not self._icon:
            return
        side = look().px(40)
        x = _SIDE + look().size("mark") + _GAP
        place = mirror(self, QRectF(x, round((self.height() - side) / 2), side, side))
        paint_glyph(painter, place, "accent" if self.isChecked() else "", icon=self._icon)

    def _paint_words(self, painter: QPainter) -> None:
        room = self._text_width(self.width())
        first = self._words.height(room)
        second = self._detail.height(room) if self._detail else 0
        top = round((self.height() - first - second) / 2)
        quiet = self._quiet and not self.isChecked()
        tone = ("text_2" if quiet else "text") if self.isEnabled() else "text_disabled"
        x = self._text_start()
        self._words.paint(painter, mirror(self, QRectF(x, top, room, first)), tone)
        self._paint_chip(painter, QRectF(x, top, room, first))
        if self._detail:
            tone = "text_2" if self.isEnabled() else "text_disabled"
            place = mirror(self, QRectF(x, top + first, room, second))
            self._detail.paint(painter, place, tone)

    def _paint_chip(self, painter: QPainter, line: QRectF) -> None:
        text, tone = self._chip
        size = chip_size(text, "")
        x = line.x() + self._words.natural_width() + 10
        if text and x + size.width() <= line.right():
            y = line.y() + round((line.height() - size.height()) / 2)
            place = QRectF(x, y, size.width(), size.height())
            paint_chip(painter, mirror(self, place), text, tone)

    def _paint_key(self, painter: QPainter) -> None:
        if not self._key:
            return
        width, height = key_cap_width(self._key), look().px(20)
        x, y = self.width() - _SIDE - width, round((self.height() - height) / 2)
        paint_key_cap(painter, mirror(self, QRectF(x, y, width, height)), self._key)

    def _text_start(self) -> int:
        start = _SIDE + look().size("mark") + _GAP
        start += look().px(_PICTURE) + _GAP if self._picture is not None else 0
        return start + (look().px(40) + _GAP if self._icon else 0)

    def _beside(self) -> int:
        """The width of everything that is not words."""
        cap = key_cap_width(self._key) + _GAP if self._key else 0
        return self._text_start() + cap + _SIDE

    def _text_width(self, width: int) -> int:
        return max(1, width - self._beside())
