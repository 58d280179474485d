"""Menus: what else can be done with a thing, each with its icon."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from .icons import icon as icon_of


class Menu(QMenu):
    """A menu with round corners; add what it offers with `offer`, then `popup` or `setMenu`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        self.setWindowFlags(self.windowFlags() | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def offer(self, words: str, then: Callable[[], object], *, icon: str = "") -> QAction:
        """Add something that can be done."""
        action = QAction(words.replace("&", "&&"), self)
        if icon:
            action.setIcon(icon_of(icon))
        action.triggered.connect(lambda _checked=False: then())
        self.addAction(action)
        return action
