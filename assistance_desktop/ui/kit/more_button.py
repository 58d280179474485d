"""A small button that opens a menu: three dots for what else can be done, a plus to add."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from .button import IconButton
from .menu import Menu


class MoreButton(IconButton):
    """Opens a menu that `fill` fills anew each time, so that it offers what is possible now."""

    def __init__(
        self,
        name: str,
        fill: Callable[[Menu], object],
        *,
        icon: str = "more",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon, name, size="small", tone="text_2", parent=parent)
        self.menu_ = Menu(self)
        self._fill = fill
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.menu_.clear()
        self._fill(self.menu_)
        left = self.width() - self.menu_.sizeHint().width()
        self.menu_.popup(self.mapToGlobal(QPoint(left, self.height() + 4)))
