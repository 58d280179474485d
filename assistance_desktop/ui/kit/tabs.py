# ruff: noqa: D102 - Qt documents the methods that it calls
"""Tabs under a page header: the views of one case, with counts where useful."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from .paint import mirror, paint_rule, painter_of
from .ring import keep_ring
from .theme import look


class _Tab(QAbstractButton):
    """One view."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._count = text, ""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keep_ring(self, 4)

    def set_count(self, count: int | None) -> None:
        self._count = "" if count is None else str(count)
        self.setAccessibleDescription(self._count)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look().font(bold=True)).horizontalAdvance(self._words)
        count = QFontMetricsF(look().font("small")).horizontalAdvance(self._count)
        return QSize(round(words + (count + 8 if self._count else 0)), look().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        on = self.isChecked()
        font = look().font(bold=on)
        words = QFontMetricsF(font).horizontalAdvance(self._words)
        painter.setFont(font)
        painter.setPen(look().colour("accent_text" if on else "text_2"))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
        painter.drawText(mirror(self, QRectF(0, 0, words, self.height())), flags, self._words)
        if self._count:
            painter.setFont(look().font("small"))
            painter.setPen(look().colour("text_3" if not on else "accent_text"))
            count = QFontMetricsF(look().font("small")).horizontalAdvance(self._count)
            place = QRectF(words + 8, 0, count, self.height())
            painter.drawText(mirror(self, place), flags, self._count)
        if on:
            bar = QRectF(0, self.height() - 3, self.width(), 3)
            painter.fillRect(bar, look().colour("accent"))


class Tabs(QWidget):
    """Views side by side; `items` are pairs of place and words. `went` tells the one chosen."""

    went = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabs: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(24)
        for place, words in items:
            tab = _Tab(words, self)
            tab.clicked.connect(lambda _on=False, place=place: self.went.emit(place))
            self._tabs[place] = tab
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)

    def go(self, place: str) -> None:
        """Show this view as the one where we are."""
        self._tabs[place].setChecked(True)

    def set_count(self, place: str, count: int | None) -> None:
        """Show a count beside a view's words."""
        self._tabs[place].set_count(count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        y = self.height() - look().line_width
        paint_rule(painter_of(self), QPointF(0, y), QPointF(self.width(), y))
