"""One small line that says that Caps Lock is on, when it is known to be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.passphrase_field import PassphraseField
from assistance_desktop.ui.kit.words import Words


class CapsLockLine(QWidget):
    """Keeps its room always, so that nothing moves under the fingers."""

    def __init__(self, fields: Sequence[PassphraseField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture("alert", "amber_text", 16)
        self._words = Words("", "small", "text_3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        self._picture.hide()
        for each in fields:
            each.caps_lock_changed.connect(lambda each=each: self._tell(each.caps_lock))

    @property
    def text(self) -> str:
        """What the line says now."""
        return self._words.text()

    def _tell(self, on: bool | None) -> None:  # noqa: FBT001 - three states, one of them unknown
        self._picture.setVisible(on is True)
        self._words.set_tone("amber_text" if on else "text_3")
        self._words.say(_("Caps Lock is on.") if on else _("Caps Lock is off."))
