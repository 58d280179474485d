"""One tick: something was said or read, and it is clear (acknowledge, trigger)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.choice_row import ChoiceRow

OK = "OK"
"""The value of an acknowledgement (ODK XForms specification, trigger)."""


class Acknowledged(Way):
    """A row to tick; ticked it is `OK`, else there is no answer."""

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = ChoiceRow(_("Yes, this is clear"), key=key, mark="tick", enter=False)
        self.row.setAccessibleDescription(name)
        self.row.clicked.connect(self._on_clicked)
        self.column.addWidget(self.row)

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """The one row."""
        return [self.row]

    @property
    def first(self) -> QWidget:
        """The one row."""
        return self.row

    def show_value(self, value: object) -> None:
        """Tick the row for any value."""
        self.row.setChecked(bool(value))

    def _on_clicked(self) -> None:
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(OK if self.row.isChecked() else None)
