"""What every way to answer a question has in common.

A way shows a value and tells another; it never says what is not known yet or not said, which
stands beside it. What is typed and cannot be read is told as it is, and never lost.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.words import Words


class Way(QWidget):
    """One way to answer. `told` carries a value, None when it is taken back; `half_typed` a text.

    Content goes into `column`; under it stands what is wrong, when something is.
    """

    told = Signal(object)
    half_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        whole.addLayout(self.column)
        self._trouble = QWidget()
        row = QHBoxLayout(self._trouble)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._sentence = Words("", "small", "amber_text")
        row.addWidget(Picture("alert", "amber_text", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        whole.addWidget(self._trouble)
        self._trouble.hide()

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """What the keys 1 to 9 choose, in order; none when digits are typed or mean nothing."""
        return ()

    @property
    def first(self) -> QWidget:
        """What the keyboard goes to."""
        return self

    def press(self, number: int) -> bool:
        """Choose what a key stands for, where `buttons` are not all; whether it did."""
        del number
        return False

    def show_value(self, value: object) -> None:
        """Show an answer, None for none, without telling."""
        raise NotImplementedError

    def show_unread(self, text: str) -> None:
        """Show what was typed and could not be read."""

    def show_problem(self, sentence: str) -> None:
        """Say under the answer what to mend; "" takes it away."""
        self._sentence.say(sentence)
        self._trouble.setVisible(bool(sentence))
        self.first.setAccessibleDescription(sentence)

    @property
    def problem(self) -> str:
        """What is said to be wrong, "" when nothing is."""
        return self._sentence.text()

    def offer_undo(self, done: str, undo: Callable[[], None]) -> None:
        """Say what was done, with a way back for as long as the question is open.

        `undo` is a method of a widget of this question, so that it goes with it.
        """
        toast = Toast(self.window(), done, _("Undo"))
        toast.acted.connect(undo)
        self.destroyed.connect(toast.deleteLater)
        toast.appear()
