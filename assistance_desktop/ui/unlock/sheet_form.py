"""Opening the notes with the recovery sheet: eight groups, read from the paper in order.

Each group is checked when it is finished; the sheet as a whole is tried when all are right.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.recovery import GROUPS, Sheet
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.opening_line import OpeningLine
from assistance_desktop.ui.unlock.typed_groups import TypedGroups


class SheetForm(QWidget):
    """The groups and a button. `asked` gives the sheet, `left` tells to use the passphrase."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = TypedGroups(range(1, GROUPS + 1), across=2)
        self.button = Button(_("Open with the sheet"), "primary", size="large")
        self.instead = Button(_("Use your passphrase instead"), "quiet")
        self.wait = OpeningLine()
        self.notices = Notices()
        self._lay_out()
        self._stretch()
        self.typed.entered.connect(self.button.click)
        self.button.clicked.connect(self._on_asked)
        self.instead.clicked.connect(self.left)
        self.setFocusProxy(self.typed.fields[1])

    def show_error(self, error: AppError) -> None:
        """Say what keeps the notes closed; what was typed stays."""
        self.notices.refuse(error)

    def hide_error(self) -> None:
        """Take away what was said before."""
        self.notices.clear()

    def show_working(self, working: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Nothing can be pressed while the sheet is tried."""
        for each in (self.typed, self.button, self.instead):
            each.setEnabled(not working)
        self.wait.follow(working=working)

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.typed.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._stretch()
        super().changeEvent(event)

    def _on_asked(self) -> None:
        self.notices.clear()
        if self.typed.show_missing():
            self.asked.emit(Sheet.read(self.typed.groups))

    def _stretch(self) -> None:
        self.setFixedWidth(min(look().px(416), 600))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Use your recovery sheet"), "title"))
        column.addSpacing(4)
        lead = _("Type the eight groups from the paper, in order. You can go on without a space.")
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(8)
        column.addWidget(self.notices)
        column.addSpacing(12)
        column.addWidget(self.typed)
        column.addSpacing(20)
        column.addWidget(self.button)
        column.addSpacing(8)
        column.addWidget(self.instead, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.wait)
        self.button.setSizePolicy(
            self.typed.sizePolicy().horizontalPolicy(), self.button.sizePolicy().verticalPolicy()
        )
