# ruff: noqa: D102 - Qt documents the methods that it calls
"""The cover over the window while another program is in front.

A look over the shoulder, a picture of the screen or the list of open windows then shows a
landscape. It is not a lock: it is gone at once when the window is used again.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from assistance_desktop.ui.kit.landscape import Landscape

AFTER = 1000
"""Milliseconds without the keyboard, so that a glance elsewhere does not make it flicker."""

_WHILE_DRAGGING = 15_000
"""Milliseconds in which something that is dragged here can be dropped where it belongs."""


class Cover(QWidget):
    """Lies over the whole of `window` while no window of the program has the keyboard.

    `is_wanted` turns it off and on. The client's view is a window of its own and stays.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.is_wanted = True
        self._window = window
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Landscape())
        self._wait = QTimer(self, singleShot=True, interval=AFTER)
        self._wait.timeout.connect(self._lay)
        self.hide()
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    def want(self, wanted: bool) -> None:  # noqa: FBT001 - a choice of a person, as a Qt slot
        """Cover the window from now on, or no more."""
        self.is_wanted = wanted
        if not wanted:
            self._take_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Make way for something that is brought from another window."""
        event.ignore()
        self.hide()
        self._wait.start(_WHILE_DRAGGING)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._take_away()
        elif self.is_wanted and not self.isVisible():
            self._wait.start(AFTER)

    def _lay(self) -> None:
        if _prints() or not self.is_wanted:
            return
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def _take_away(self) -> None:
        self._wait.stop()
        self.hide()


def _prints() -> bool:
    """Whether a print dialog is open: that of the system takes the keyboard from the program."""
    windows = QApplication.topLevelWidgets()
    return any(isinstance(each, QAbstractPrintDialog) and each.isVisible() for each in windows)
