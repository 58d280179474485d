# ruff: noqa: D102 - Qt documents the methods that it calls
"""A band across a card: a line above it, a tint when it is chosen or wants to be looked at."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .paint import painter_of
from .theme import look


class Band(QWidget):
    """Put a layout into it. `line` is the colour of the line above by meaning, "" for none."""

    def __init__(self, ground: str = "", line: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._line = ground, line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def ground(self) -> str:
        """The tint by meaning, "" for none."""
        return self._ground

    def set_ground(self, meaning: str) -> None:
        """Tint the band: "" (none), "accent_soft" (chosen), "amber_soft" (to look at)."""
        self._ground = meaning
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self._ground:
            painter.fillRect(self.rect(), look().colour(self._ground))
        if self._line:
            painter.fillRect(0, 0, self.width(), look().line_width, look().colour(self._line))
