"""The save line: always in words whether what was typed is kept, and how long ago."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext

from .button import Button
from .card import Picture
from .words import Words


class SaveLine(QWidget):
    """That all is saved, and since when; or in amber why it is not saved yet, with one action.

    `acted` tells that the action was chosen.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._picture = Picture("lock", "text_2", 18)
        self._words = Words("", "small", "text_2")
        self._action = Button("", size="small")
        self._action.clicked.connect(self.acted)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.show_saved(0)

    def show_saved(self, seconds: int) -> None:
        """Say that all is saved, and how many seconds ago."""
        self._picture.show_icon("lock", "text_2")
        self._words.set_tone("text_2")
        self._words.say(_saved(seconds))
        self._action.hide()

    def show_words(self, sentence: str) -> None:
        """Say something else about what is kept, calmly."""
        self._picture.show_icon("info", "text_2")
        self._words.set_tone("text_2")
        self._words.say(sentence)
        self._action.hide()

    def show_failed(self, sentence: str, action: str = "") -> None:
        """Say why it is not saved yet; the action is what the person can do."""
        self._picture.show_icon("alert", "amber_text")
        self._words.set_tone("amber_text")
        self._words.say(sentence)
        self._action.say(action or _("Try again"))
        self._action.show()


def _saved(seconds: int) -> str:
    if seconds < 1:
        return _("Saved, encrypted")
    if seconds < 60:
        return _("Saved, encrypted, {seconds} s ago").format(seconds=seconds)
    minutes = seconds // 60
    words = ngettext(
        "Saved, encrypted, {minutes} min ago", "Saved, encrypted, {minutes} min ago", minutes
    )
    return words.format(minutes=minutes)
