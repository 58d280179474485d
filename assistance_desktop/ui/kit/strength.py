# ruff: noqa: D102 - Qt documents the methods that it calls
"""Strength bars: four bars, filled as far as a passphrase is strong.

The bars never stand alone: a sentence beside them says the same.
"""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .paint import mirror, paint_box, painter_of
from .theme import look

_GAP = 4


class StrengthBars(QWidget):
    """Four bars; amber while the passphrase is refused. `width` fixes them for a legend."""

    def __init__(
        self,
        filled: int = 0,
        *,
        refused: bool = False,
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filled, self._refused, self._fixed = filled, refused, width
        across = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def show_strength(self, filled: int, *, refused: bool) -> None:
        """Fill so many of the four bars."""
        self._filled, self._refused = filled, refused
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._fixed or 120), look().px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        each = (self.width() - 3 * _GAP) / 4
        for place in range(4):
            colour = "amber" if self._refused else "accent"
            bar = mirror(self, QRectF(place * (each + _GAP), 0, each, self.height()))
            filled = place < self._filled
            line = "border" if look().high_contrast and not filled else ""
            paint_box(painter, bar, bar.height() / 2, colour if filled else "track", line)
