# ruff: noqa: D102 - Qt documents the methods that it calls
"""The top of a page: its title, one line under it, what can be done, and Hide last of all."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _

from .button import HideButton, IconButton
from .chip import Chip
from .mark import Glyph
from .theme import look
from .words import Words


class PageHeader(QWidget):
    """The head of a page, 80 px high. Add buttons with `add`; they stand before Hide.

    `hide_asked` tells that Hide was pressed, `back_asked` the arrow (only with `back`).
    `letter` shows a case's glyph beside its name.
    """

    hide_asked = Signal()
    back_asked = Signal()

    def __init__(
        self,
        title: str,
        line: str = "",
        *,
        back: bool = False,
        letter: str = "",
        hide: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(12)
        if back:
            self._add_back()
        if letter:
            self._row.addWidget(Glyph(letter, side=48))
        self._title = Words(title, "title")
        self._line = Words(line, "small", "text_2")
        self._beside_title = QHBoxLayout()
        self._beside_line = QHBoxLayout()
        self._add_words()
        self._end = self._row.count()
        if hide:
            button = HideButton()
            button.clicked.connect(self.hide_asked)
            self._row.addWidget(button)
        self.setMinimumHeight(look().px(80))

    def add(self, widget: QWidget) -> None:
        """Put a button or another action before Hide."""
        self._row.insertWidget(self._end, widget)
        self._end += 1

    def add_chip(self, chip: Chip, *, beside_line: bool = False) -> None:
        """Put a state beside the title, or beside the line under it."""
        row = self._beside_line if beside_line else self._beside_title
        row.insertWidget(row.count() - 1, chip)

    def say(self, title: str, line: str = "") -> None:
        """Show another title and line."""
        self._title.say(title)
        self._line.say(line)
        self._line.setVisible(bool(line))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(look().px(80))
        super().changeEvent(event)

    def _add_back(self) -> None:
        button = IconButton("arrow-l", _("Back"))
        button.clicked.connect(self.back_asked)
        self._row.addWidget(button)

    def _add_words(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for row, each in ((self._beside_title, self._title), (self._beside_line, self._line)):
            row.setSpacing(12)
            row.addWidget(each)
            row.addStretch(1)
            words.addLayout(row)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        self._line.setVisible(bool(self._line.text()))  # not before it has a place: no window
