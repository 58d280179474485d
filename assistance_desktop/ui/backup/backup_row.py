# ruff: noqa: D102 - Qt documents the methods that it calls
"""A row of the list of backups: a mark to choose it, when, where, how much, and its state."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from assistance_desktop.ui.kit.icons import paint_icon
from assistance_desktop.ui.kit.paint import mirror, paint_radio, paint_rule, painter_of
from assistance_desktop.ui.kit.ring import keep_ring
from assistance_desktop.ui.kit.theme import look

_SIDE, _GAP = 16, 16


class BackupRow(QAbstractButton):
    """One of several; `mark` is the icon before its state: check, lock, or alert as a warning."""

    def __init__(
        self,
        when: str,
        where: str,
        count: str,
        state: str,
        *,
        mark: str = "check",
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._when, self._where, self._count, self._state = when, where, count, state
        self._mark, self._first = mark, first
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{when}, {where}")
        self.setAccessibleDescription(f"{count} {state}".strip())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_ring(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(look().px(480), look().px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground:
            painter.fillRect(QRectF(self.rect()), look().colour(ground))
        if not self._first:
            paint_rule(painter, QPointF(0, 0), QPointF(self.width(), 0))
        side = look().size("mark")
        square = QRectF(_SIDE, round((self.height() - side) / 2), side, side)
        paint_radio(painter, mirror(self, square), on=self.isChecked())
        self._paint_words(painter, _SIDE + side + _GAP)

    def _paint_words(self, painter: QPainter, start: float) -> None:
        """The state and the count at the end, the moment and the place share the rest."""
        small = QFontMetricsF(look().font("small"))
        body = QFontMetricsF(look().font())
        icon = look().px(16)
        end = self.width() - _SIDE
        state = small.horizontalAdvance(self._state)
        tone = "amber_text" if self._mark == "alert" else "accent_text"
        self._paint(painter, self._state, end - state, state, tone, "small")
        end -= state + 8 + icon
        square = QRectF(end, round((self.height() - icon) / 2), icon, icon)
        paint_icon(painter, self._mark, mirror(self, square), tone)
        end -= _GAP
        count = body.horizontalAdvance(self._count)
        self._paint(painter, self._count, end - count, count, "text_2", "body")
        end -= count + _GAP
        when = min(max(look().px(166), body.horizontalAdvance(self._when) + _GAP), end - start)
        self._paint(painter, self._when, start, when - 8, "text", "body")
        self._paint(painter, self._where, start + when, end - start - when, "text", "body")

    def _paint(
        self, painter: QPainter, words: str, x: float, width: float, tone: str, letter: str
    ) -> None:
        if width <= 0:
            return
        font = look().font(letter)
        fitted = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width + 1)
        painter.setFont(font)
        painter.setPen(look().colour(tone))
        place = mirror(self, QRectF(x, 0, width + 1, self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitted)
