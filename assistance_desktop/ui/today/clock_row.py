# ruff: noqa: D102 - Qt documents the methods that it calls
"""A clock that runs in a case, in a short row: what is left, until what, whose, and the bar."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.clock import Segments, days_left, is_near
from assistance_desktop.ui.kit.paint import paint_box, paint_rule, painter_of
from assistance_desktop.ui.kit.ring import keep_ring
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.today.running import Running

_LEFT = 72
"""The width of what is left at 100 %; "96 days" in the head size fits."""


class ClockRow(QAbstractButton):
    """The whole row is a button; `clicked` opens the plan of the case."""

    def __init__(
        self, running: Running, today: date, *, first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.running, self._first = running, first
        left = days_left(running.end, today)
        end = show_date(running.end, style="long")
        self.setAccessibleName(f"{running.name}: {left} {running.what}")
        self.setAccessibleDescription(end)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(_head(running, left, end, near=is_near(running.end, today)))
        column.addWidget(Segments(running.start, running.end, today))
        keep_ring(self, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self.isDown() or self.underMouse():
            ground = "pressed" if self.isDown() else "hover"
            paint_box(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, ground)
        if not self._first:
            paint_rule(painter, QPointF(16, 0), QPointF(self.width() - 16, 0))


def _head(running: Running, left: str, end: str, *, near: bool) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(12)
    words = Words(left, "head", "amber_text" if near else "text")
    words.setMinimumWidth(look().px(_LEFT))
    head.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Words(running.what))
    whose = _("<b>{name}</b>, {day}").format(name=running.name, day=end)
    column.addWidget(Words(whose, "small", "text_2", rich=True))
    head.addLayout(column, 1)
    if near:
        head.addWidget(Picture("hourglass", "amber_text"))
    return head
