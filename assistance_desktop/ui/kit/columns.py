# ruff: noqa: D102 - Qt documents the methods that it calls
"""Equal columns: as many as were asked for and as the widest of the widgets lets fit."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget


class Columns(QWidget):
    """Widgets in rows of up to `most` columns, filled in reading order."""

    def __init__(
        self, widgets: Sequence[QWidget], *, most: int, gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._widgets, self._most, self._count = list(widgets), most, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max((each.sizeHint().width() for each in self._widgets), default=1)
        gap = self._grid.spacing()
        fitting = (self.width() + gap) // (widest + gap)
        self._arrange(max(1, min(self._most, fitting, len(self._widgets))))

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        for column in range(self._count):
            self._grid.setColumnStretch(column, 0)
        self._count = count
        for at, each in enumerate(self._widgets):
            self._grid.addWidget(each, at // count, at % count)
        for column in range(count):
            self._grid.setColumnStretch(column, 1)
        self.updateGeometry()
