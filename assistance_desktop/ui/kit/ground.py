# ruff: noqa: D102 - Qt documents the methods that it calls
"""A ground of one meaning under other widgets, with an optional line on one side."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from .paint import painter_of
from .theme import look


class Ground(QWidget):
    """A plain area: "sidebar", "card" or "window"; `line` is "top", "bottom", "start" or ""."""

    def __init__(self, meaning: str, *, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning, self._line = meaning, line

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.fillRect(self.rect(), look().colour(self._meaning))
        width = look().line_width
        colour = look().colour("line")
        right = self.isRightToLeft()
        if self._line == "top":
            painter.fillRect(0, 0, self.width(), width, colour)
        elif self._line == "bottom":
            painter.fillRect(0, self.height() - width, self.width(), width, colour)
        elif self._line == "start":
            left = self.width() - width if right else 0
            painter.fillRect(left, 0, width, self.height(), colour)
