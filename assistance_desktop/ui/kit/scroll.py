# ruff: noqa: D102 - Qt documents the methods that it calls
"""What does not fit scrolls: the body of a page or of a card, on the ground that it lies on."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .theme import look


class Scroll(QScrollArea):
    """A body that scrolls upright. Put content into `body`; `least` is its least height at 100 %.

    The widget that has the keyboard is brought into view.
    """

    def __init__(self, name: str, *, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        page = QWidget()
        page.setObjectName("page")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.setWidget(page)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_moved)

    def clear(self) -> None:
        """Take everything out."""
        empty(self.body)

    def set_least(self, pixels: int) -> None:
        """Never be lower than this at 100 %."""
        self._least = pixels
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(self._least))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(super().sizeHint().width(), 0))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.verticalScrollBar().setSingleStep(look().px(24))

    def _on_focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        page: QWidget | None = self.widget()
        if now is not None and page is not None and page.isAncestorOf(now):
            self.body.activate()
            self.ensureWidgetVisible(now)


def empty(layout: QBoxLayout) -> None:
    """Take every widget, row and stretch out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget: QObject | None = item.widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QBoxLayout):
            empty(inner)
