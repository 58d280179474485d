"""Several questions with the same answers as a grid: one line a question, one column an answer.

(XLSForm: table-list, and label with list-nolabel.) In little room each line is a small list.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.choice_cell import ChoiceCell, ChoiceStrip
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words


class GridLine(QWidget):
    """One question: its words over a mark for each answer, and for the two quiet ones."""

    def __init__(
        self,
        label: str,
        cells: Sequence[ChoiceCell],
        quiet: Sequence[ChoiceCell],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        every = [*cells, *quiet]
        self.strip = ChoiceStrip(every, bare=_least([cell.words for cell in every]))
        for cell in every:
            cell.setAccessibleName(f"{label}: {cell.words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(label, bold=True))
        column.addWidget(self.strip)


class GridHead(QWidget):
    """What each column means; gone when the lines are lists."""

    def __init__(self, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answers = [*answers, _("Prefers not to say"), _("Not known yet")]
        self._needed = len(answers) * _least(answers)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._words = [Words(each, "small", "text_2", centred=True) for each in answers]
        for words in self._words:
            self._line.addWidget(_ignored(words), 1, Qt.AlignmentFlag.AlignBottom)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As high as its words are when they have the room that they need."""
        return QSize(self._needed, max(0, self.heightForWidth(self._needed)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the columns only when there are columns."""
        super().resizeEvent(event)
        fits = self.width() >= self._needed
        for words in self._words:
            words.setVisible(fits)


def _least(answers: Sequence[str]) -> int:
    """The width of the longest word over a column, and no less than a finger."""
    words = (Words(each, "small").minimumSizeHint().width() for each in answers)
    return max(look().px(44), *words) + 4


def _ignored(words: Words) -> Words:
    policy = words.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    words.setSizePolicy(policy)
    return words
