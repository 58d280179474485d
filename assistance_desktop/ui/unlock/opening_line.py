"""The line that says what a person waits for while the key is made."""

from PySide6.QtCore import QTimer

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.words import Words

_UNSPOKEN_MS = 300
"""Work that is shorter than this is not spoken of."""


class OpeningLine(Words):
    """Empty until it takes a while."""

    def __init__(self) -> None:
        super().__init__("", "small", "text_2", centred=True)
        self._patience = QTimer(self, interval=_UNSPOKEN_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)

    def follow(self, *, working: bool) -> None:
        """Work began or ended."""
        self.say("")
        if working:
            self._patience.start()
        else:
            self._patience.stop()

    def _on_patience_ended(self) -> None:
        self.say(_("Opening your notes"))
