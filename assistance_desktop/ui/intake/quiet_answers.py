"""The two answers that stand beside every question, never smaller than 44 px, never hidden."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.choice_cell import ChoiceCell


class QuietAnswers(QWidget):
    """Two quiet rows, "Prefers not to say" and "Not known yet"; `left` carries which it is."""

    left = Signal(object)

    def __init__(self, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = (_("Prefers not to say"), _("Not known yet"))
        self.rows = [
            ChoiceCell(said, key=key, quiet=True) for said, key in zip(words, keys, strict=True)
        ]
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for row, why in zip(self.rows, (Unanswered.REFUSED, Unanswered.UNKNOWN), strict=True):
            row.clicked.connect(partial(self._on_clicked, row, why))
            line.addWidget(row, 1)

    @property
    def is_chosen(self) -> bool:
        """Whether one of them stands."""
        return any(row.isChecked() for row in self.rows)

    def show_state(self, state: str) -> None:
        """Show `refused` or `unknown`, or neither."""
        for row, name in zip(self.rows, ("refused", "unknown"), strict=True):
            row.setChecked(True) if state == name else row.clear()

    def clear(self) -> None:
        """Choose neither."""
        self.show_state("")

    def _on_clicked(self, row: ChoiceCell, why: Unanswered) -> None:
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit(why)
