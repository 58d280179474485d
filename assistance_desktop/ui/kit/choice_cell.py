# ruff: noqa: D102 - Qt documents the methods that it calls
"""Choices side by side: marks with their words under them, or under one common head.

Where there is no room for that they are choice rows, one below the other.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from .choice_row import ChoiceRow
from .paint import paint_box, painter_of
from .theme import look

_LEAST = 76
"""Pixels at 100 % that a mark in a line takes at least."""
_GAP = 8


class ChoiceCell(ChoiceRow):
    """A choice that is a row, a column (the words under the mark), or a mark alone."""

    def __init__(
        self,
        text: str,
        *,
        key: str = "",
        mark: str = "radio",
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, key=key, mark=mark, quiet=quiet, enter=False, parent=parent)
        self._shape = "row"

    def take_shape(self, shape: str) -> None:
        """Be a `row`, a `column` or a `mark`."""
        self._shape = shape
        policy = self.sizePolicy()
        expanding, ignored = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        policy.setHorizontalPolicy(expanding if shape == "row" else ignored)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    def least_width(self) -> int:
        """The width that its longest word needs in a column."""
        return max(look().px(_LEAST), self._words.least_width() + 2 * 8)

    def heightForWidth(self, width: int) -> int:
        if self._shape == "row":
            return super().heightForWidth(width)
        if self._shape == "mark":
            return look().px(44)
        return 12 + look().size("mark") + 6 + self._words.height(max(1, width - 2 * 8)) + 10

    def sizeHint(self) -> QSize:
        if self._shape == "row":
            return super().sizeHint()
        return QSize(self.least_width(), self.heightForWidth(self.least_width()))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() if self._shape == "row" else QSize(0, look().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shape == "row":
            super().paintEvent(event)
            return
        painter = painter_of(self)
        alone, side = self._shape == "mark", look().size("mark")
        if not alone:
            self._paint_ground(painter)
        elif self.underMouse() and self.isEnabled():
            paint_box(painter, QRectF(self.rect()), 8, "hover")
        top = (self.height() - side) / 2 if alone else 12
        square = QRectF(round((self.width() - side) / 2), round(top), side, side)
        self._paint_mark(painter, square)
        if not alone:
            below = 12 + side + 6
            place = QRectF(8, below, self.width() - 2 * 8, self.height() - below)
            self._words.paint(painter, place, "text", centred=True)


class ChoiceStrip(QWidget):
    """Choices in one line of equal widths, or stacked as rows when a word would not fit.

    With `bare` they are marks alone in columns of at least that many pixels: a line of a grid,
    whose head says what each column means.
    """

    def __init__(
        self, cells: Sequence[ChoiceCell], *, bare: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cells, self._bare, self._shape = list(cells), bare, ""
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for cell in self._cells:
            self._line.addWidget(cell, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fit()

    def fits(self, width: int) -> bool:
        """Whether the longest words have room side by side."""
        return width >= self._needed()

    def sizeHint(self) -> QSize:
        # Not the layout's: it asks how high the words are where they have no width at all.
        if self._shape == "row":
            return super().sizeHint()
        return QSize(self._needed(), self.heightForWidth(self._needed()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> int:
        """The width of all in one line."""
        gaps = 0 if self._bare else _GAP * (len(self._cells) - 1)
        least = self._bare or max((cell.least_width() for cell in self._cells), default=0)
        return gaps + least * len(self._cells)

    def _fit(self) -> None:
        flat = self.fits(self.width())
        shape = ("mark" if self._bare else "column") if flat else "row"
        if shape == self._shape:
            return
        self._shape = shape
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        self._line.setSpacing(0 if shape == "mark" else _GAP)
        for cell in self._cells:
            cell.take_shape(shape)
        self.updateGeometry()
