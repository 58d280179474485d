"""Everything that lies over or beside the window: hidden at once, closed, and outlived by nothing.

A dialog that runs a loop of its own returns into the page that asked it. Such a page is deleted
only when the loop has ended.
"""

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

_LOOK_AGAIN = 20
"""Milliseconds."""


def hide_others(window: QWidget) -> None:
    """Hide every other window of the program: dialogs, menus, lists, the client's view.

    A dialog that runs a loop of its own ends it, as if nothing had been chosen. Another desk in
    the same process, as in the walkthrough, looks after itself.
    """
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and not isinstance(other, QMainWindow):
            other.hide()


def close_dialogs(window: QWidget) -> None:
    """Close every dialog of the window without asking, so that it hands over what it holds."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
        dialog.hide()


def let_go(page: QWidget) -> None:
    """Delete a page, once no dialog can return into it."""
    if QThread.currentThread().loopLevel() > 1:
        QTimer.singleShot(_LOOK_AGAIN, page, lambda: let_go(page))
    else:
        page.deleteLater()
