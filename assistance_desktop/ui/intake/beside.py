"""What stands beside the question: the client's panel, or the counts of the review."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.ui.intake.client_panel import ClientPanel
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.review_aside import ReviewAside
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.theme import look

WIDE, NARROW = 344, 328
"""Pixels at 100 %: with room, and in the smallest window that still has a column for it."""


class Beside(Ground):
    """The panel or the counts, on the ground of the side; `chosen` carries a question's path."""

    chosen = Signal(str)

    def __init__(self, panel: ClientPanel, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", line="start", parent=parent)
        self.panel = panel
        self._counts: ReviewAside | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(panel)
        self.fit(wide=True)

    def fit(self, *, wide: bool) -> None:
        """Be as wide as there is room for."""
        self.setFixedWidth(look().px(WIDE if wide else NARROW))

    def show_panel(self) -> None:
        """Show the question in the client's language."""
        self._drop_counts()
        self.panel.show()

    def show_counts(self, filling: Filling, counts: Mapping[str, int]) -> None:
        """Show how many questions stand how, beside the review."""
        self._drop_counts()
        self.panel.hide()
        self._counts = ReviewAside(filling, counts)
        self._counts.chosen.connect(self.chosen)
        self._column.addWidget(self._counts)

    def _drop_counts(self) -> None:
        if self._counts is not None:
            self._counts.hide()
            self._counts.deleteLater()
            self._counts = None
