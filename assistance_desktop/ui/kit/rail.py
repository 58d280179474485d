# ruff: noqa: D102 - Qt documents the methods that it calls
"""The navigation rail: where one can go, what waits to be sent, and Lock at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext

from .icons import paint_icon
from .paint import is_mirrored, mirror, paint_box, painter_of
from .ring import keep_ring
from .theme import look


class RailItem(QAbstractButton):
    """A place to go: icon over word, and a badge with a count."""

    def __init__(
        self, icon: str, text: str, *, checkable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._words, self._badge = icon, text, 0
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_ring(self, 8, "focus_rail")

    def set_badge(self, count: int) -> None:
        """Show how many things wait; 0 shows none."""
        self._badge = count
        waiting = ngettext("{count} waits", "{count} wait", count).format(count=count)
        self.setAccessibleDescription(waiting if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look().font("small", bold=True)).horizontalAdvance(self._words)
        return QSize(max(look().px(80), round(words) + 8), look().size("rail_item"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        on = self.isChecked()
        fill = "rail_sel" if on else "rail_hover" if self.underMouse() or self.isDown() else ""
        if fill:
            paint_box(painter, QRectF(self.rect()), 8, fill)
        colour = "rail_on" if on else "rail_text"
        side, line = look().size("icon_nav"), look().letter("small").line
        top = round((self.height() - side - 4 - line) / 2)
        square = QRectF((self.width() - side) / 2, top, side, side)
        paint_icon(painter, self._icon, square, colour, mirrored=is_mirrored(self))
        painter.setPen(look().colour(colour))
        painter.setFont(look().font("small", bold=on))
        place = QRectF(0, top + side + 4, self.width(), line)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(place, int(flags), self._words)
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        font = look().font("small", bold=True)
        height = look().px(20)
        words = str(self._badge) if self._badge < 100 else "99+"
        width = max(height, round(QFontMetricsF(font).horizontalAdvance(words)) + 10)
        place = mirror(self, QRectF(self.width() - 10 - width, 6, width, height))
        line = "amber_text" if look().high_contrast else ""
        paint_box(painter, place, height / 2, "amber_soft", line, look().line_width)
        painter.setPen(look().colour("amber_text"))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QWidget):
    """The rail; `items` are triples of place, icon and words.

    `went` tells the place that a person chose, `lock_asked` that Lock was pressed.
    """

    went = Signal(str)
    lock_asked = Signal()

    def __init__(
        self, items: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 12, 8, 12)
        self._column.setSpacing(4)
        self._column.addWidget(_Mark(self))
        for place, icon, words in items:
            self._add(place, icon, words)
        self._column.addStretch(1)
        lock = RailItem("lock", _("Lock"), checkable=False)
        lock.clicked.connect(self.lock_asked)
        self._column.addWidget(lock)

    def go(self, place: str) -> None:
        """Show this place as the one where we are."""
        self._items[place].setChecked(True)

    def set_badge(self, place: str, count: int) -> None:
        """Show how many things wait at a place."""
        self._items[place].set_badge(count)

    def sizeHint(self) -> QSize:
        return QSize(max(look().px(96), super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_of(self).fillRect(self.rect(), look().colour("rail"))

    def _add(self, place: str, icon: str, words: str) -> None:
        item = RailItem(icon, words)
        item.clicked.connect(lambda: self.went.emit(place))
        self._items[place] = item
        self._group.addButton(item)
        self._column.addWidget(item)


class _Mark(QWidget):
    """The spruce at the top; decoration."""

    def sizeHint(self) -> QSize:
        return QSize(look().px(80), look().px(48) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        side = look().px(28)
        place = QRectF((self.width() - side) / 2, (look().px(48) - side) / 2, side, side)
        paint_icon(painter, "spruce", place, "rail_text")
