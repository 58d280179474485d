# ruff: noqa: D102 - Qt documents the methods that it calls
"""Switches and tick boxes: something is on or off; the whole row of words is the target."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from .paint import mirror, paint_box, paint_tick, painter_of
from .ring import keep_ring
from .theme import look
from .words import Paragraph

_GAP = 8


class TickBox(QCheckBox):
    """A box to tick, with its words; `tidy` makes it as high as its line, for rows of boxes."""

    def __init__(self, text: str, *, tidy: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tidy = tidy
        self.say(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keep_ring(self, 5)

    def say(self, text: str) -> None:
        """Show other words; without any the mark stands alone and its row names it."""
        self._words = Paragraph(text)
        self._gap = _GAP if text else 0
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    @property
    def mark_width(self) -> int:
        """Where the words begin, for a line under them that begins there too."""
        return self._mark().width() + self._gap

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        least = look().px(24 if self._tidy else 44)
        return max(least, self._words.height(max(1, width - self._mark().width() - self._gap)))

    def sizeHint(self) -> QSize:
        width = self._words.natural_width() + self._mark().width() + self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._words.least_width() + self._mark().width() + self._gap
        return QSize(width, look().px(24 if self._tidy else 44))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        size = self._mark()
        square = QRectF(0, round((self.height() - size.height()) / 2), size.width(), size.height())
        self._paint_mark(painter, mirror(self, square))
        start = size.width() + self._gap
        place = mirror(self, QRectF(start, 0, self.width() - start, self.height()))
        tone = "text" if self.isEnabled() else "text_disabled"
        self._words.paint(painter, place, tone, middle=True)

    def _mark(self) -> QSize:
        return QSize(look().size("mark"), look().size("mark"))

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        paint_tick(painter, place, on=self.isChecked(), enabled=self.isEnabled())


class Switch(TickBox):
    """Something that is on or off at once, without a further button."""

    def _mark(self) -> QSize:
        return QSize(look().px(44), look().px(24))

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        on, enabled = self.isChecked(), self.isEnabled()
        line = ("accent" if on else "control") if enabled else "line"
        fill = ("accent" if on else "card") if enabled else "sunken"
        paint_box(painter, place, place.height() / 2, fill, line, 2)
        side, inset = look().px(14), look().px(5)
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        x = place.right() - inset - side if at_end else place.left() + inset
        knob = ("on_accent" if on else "control") if enabled else "text_disabled"
        paint_box(painter, QRectF(x, place.y() + inset, side, side), side / 2, knob)
