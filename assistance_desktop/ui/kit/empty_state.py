"""What an empty page shows: a drawing, one sentence, and what can be done first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .drawing import Drawing
from .theme import look
from .words import Words


class EmptyState(QWidget):
    """The drawing, a head line, a sentence and room for one or two buttons in `buttons`.

    `foot` is small and stands under the buttons.
    """

    def __init__(
        self,
        head: str,
        sentence: str = "",
        *,
        drawing: str = "snow-field",
        foot: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 48)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Drawing(drawing), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Words(head, "head", centred=True))
        if sentence:
            column.addLayout(_narrow(Words(sentence, tone="text_2", centred=True)))
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        row.addStretch(1)
        row.addLayout(self.buttons)
        row.addStretch(1)
        column.addLayout(row)
        if foot:
            column.addWidget(Words(foot, "small", "text_3", centred=True))
        column.addStretch(1)


def _narrow(words: Words) -> QHBoxLayout:
    """Centre a sentence in at most 472 px, so that it is easy to read."""
    words.setMaximumWidth(look().px(472))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(words, 100)
    row.addStretch(1)
    return row
