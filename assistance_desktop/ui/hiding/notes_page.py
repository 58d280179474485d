# ruff: noqa: D102 - Qt documents the methods that it calls
"""What is seen while everything is hidden: ordinary, empty notes in which one can type.

Nothing typed here is kept anywhere: not on the disk, not after the page is left. It knows
nothing of the vault, so there is nothing behind it to find (mock-up 17).
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.hiding.hide_keys import is_hide_key
from assistance_desktop.ui.kit.ground import Ground
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.menu_strip import MenuStrip

SMALLEST = 9
"""Pixels; no letter becomes smaller."""

_Deed = tuple[str, str, Callable[[], object]]


class NotesPage(Ground):
    """Notes. `returned` tells that the person wants back in, which takes the passphrase.

    The way back is the way there, F9 or Ctrl H, and Open in the menu. No other shortcut of the
    window works while the notes are shown.
    """

    returned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self.sheet = QPlainTextEdit()
        self.sheet.setAccessibleName(_("Notes"))
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setTabChangesFocus(True)
        self.sheet.document().setDocumentMargin(0)
        self.sheet.viewport().setAutoFillBackground(False)
        self.strip = MenuStrip()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        page = QVBoxLayout()
        page.setContentsMargins(32, 24, 8, 8)
        page.addWidget(self.sheet)
        whole.addLayout(page, 1)
        self._add_menus()
        self.setFocusProxy(self.sheet)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # The keys belong to the notes: nothing of the window behind them answers.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_hide_key(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # whoever holds the key down wants to be here
            self._leave()

    def _leave(self) -> None:
        self._empty()
        self.returned.emit()

    def _empty(self) -> None:
        self.sheet.setPlainText("")  # which, unlike clear(), leaves nothing to undo

    def _zoom(self, pixels: int) -> None:
        # Qt's own zoom knows points only, and our letters are measured in pixels.
        font = self.sheet.font()
        font.setPixelSize(max(SMALLEST, font.pixelSize() + pixels))
        self.sheet.setFont(font)

    def _add_menus(self) -> None:
        sheet = self.sheet
        _fill(
            self.strip.add(_("File")),
            (_("New"), "", self._empty),
            (_("Open…"), "", self._leave),
        )
        _fill(
            self.strip.add(_("Edit")),
            (_("Undo"), "Ctrl+Z", sheet.undo),
            (_("Cut"), "Ctrl+X", sheet.cut),
            (_("Copy"), "Ctrl+C", sheet.copy),
            (_("Paste"), "Ctrl+V", sheet.paste),
            (_("Select all"), "Ctrl+A", sheet.selectAll),
        )
        _fill(
            self.strip.add(_("View")),
            (_("Larger text"), "", lambda: self._zoom(2)),
            (_("Smaller text"), "", lambda: self._zoom(-2)),
        )


def _fill(menu: Menu, *deeds: _Deed) -> None:
    """Offer deeds; the keys are those that the text itself answers to, so they are only shown."""
    for words, keys, deed in deeds:
        action = menu.offer(words, deed)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
