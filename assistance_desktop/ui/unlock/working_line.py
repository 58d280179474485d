"""A calm row that says that something takes a few seconds."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.words import Words


class WorkingLine(QWidget):
    """Hidden until there is something to wait for."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Picture("hourglass", "accent_text"))
        row.addWidget(Words(words), 1)
        self.hide()
