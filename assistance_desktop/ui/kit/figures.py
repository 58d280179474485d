"""Figures side by side: each a large number over its word, with hairlines between."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n

from .paint import paint_rule, painter_of
from .scroll import empty
from .words import Words


class Figures(QWidget):
    """Numbers that sum a matter up; `show_figures` replaces them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(0)

    def show_figures(self, figures: Sequence[tuple[int, str]]) -> None:
        """Show these numbers, each with its word."""
        empty(self._row)
        for number, words in figures:
            self._row.addWidget(_Figure(number, words, first=self._row.count() == 0), 1)


class _Figure(QWidget):
    """One number over its word, with a line before it unless it is the first."""

    def __init__(self, number: int, words: str, *, first: bool) -> None:
        super().__init__()
        self._first = first
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 8, 0)
        column.setSpacing(0)
        column.addWidget(Words(i18n.show_number(number), "title"))
        column.addWidget(Words(words, "small", "text_2"))
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._first:
            return
        x = float(self.width() - 1 if self.isRightToLeft() else 0)
        paint_rule(painter_of(self), QPointF(x, 0), QPointF(x, self.height()))
