# ruff: noqa: D102 - Qt documents the methods that it calls
"""Two columns of a page: the second beside the first, or under it when there is no room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from .theme import look


class TwoColumns(QWidget):
    """`first` takes what room there is, `second` is `aside` wide; the other way round if `leading`.

    In less than `least` the second stands under the first. Both are pixels at 100 %.
    """

    def __init__(
        self,
        *,
        aside: int = 336,
        least: int = 1040,
        gap: int = 16,
        leading: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._aside, self._least, self._gap = aside, least, gap
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.first, before = _column()
        self.second, after = _column()
        self._side = before if leading else after
        self._box.addWidget(before, 0 if leading else 1)
        self._box.addWidget(after, 1 if leading else 0)
        self._fit()

    @property
    def is_stacked(self) -> bool:
        """Whether the second column stands under the first."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        room = self.width() >= look().px(self._least)
        along = QBoxLayout.Direction
        self._box.setDirection(along.LeftToRight if room else along.TopToBottom)
        self._box.setSpacing(self._gap if room else 16)
        self._side.setMinimumWidth(look().px(self._aside) if room else 0)
        self._side.setMaximumWidth(look().px(self._aside) if room else 16777215)


def _column() -> tuple[QVBoxLayout, QWidget]:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(16)
    return layout, widget
