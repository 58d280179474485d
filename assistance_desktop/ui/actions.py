"""Every action of the program with its words and shortcut, made once for the window."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from assistance_desktop.i18n import N_, _

SHORTCUTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "hide": (N_("Hide now"), ("F9", "Ctrl+H")),
    "lock": (N_("Lock"), ("Ctrl+L",)),
    "new_intake": (N_("New intake"), ("Ctrl+N",)),
    "search": (N_("Search"), ("Ctrl+K",)),
    "print": (N_("Print"), ("Ctrl+P",)),
    "today": (N_("Today"), ("Ctrl+1",)),
    "cases": (N_("Cases"), ("Ctrl+2",)),
    "sync": (N_("Sync"), ("Ctrl+3",)),
    "devices": (N_("Devices"), ("Ctrl+4",)),
    "settings": (N_("Settings"), ("Ctrl+5",)),
    "client_view": (N_("Show large"), ("F8",)),
}
"""Name -> words and shortcuts (DESIGN_LANGUAGE.md 7)."""


class Actions:
    """The window's actions by name; `retranslate` follows the language."""

    def __init__(self, window: QObject) -> None:
        self._by_name = {name: QAction(window) for name in SHORTCUTS}
        for name, (_words, keys) in SHORTCUTS.items():
            self._by_name[name].setShortcuts([QKeySequence(key) for key in keys])
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> list[QAction]:
        """Every action, for the window to listen to."""
        return list(self._by_name.values())

    def retranslate(self) -> None:
        """Put the words in the language of the screens."""
        for name, (words, _keys) in SHORTCUTS.items():
            self._by_name[name].setText(_(words))
