"""Writing a note: it is kept in the vault while it is typed, and Done puts the field away."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.field import TextField
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.session import Session


class NoteField(QWidget):
    """One note being written. `done` tells that the person has finished with it."""

    done = Signal()

    def __init__(self, session: Session, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = f"note/{session.new_id()}"
        self._written = False
        self.keeper = Keeper(session, self)
        self.keeper.begin(case_id)
        self.field = TextField(_("Note"), hint=_("What happened, what was agreed"))
        self.line = SaveLine()
        self.line.hide()
        self.button = Button(_("Done"), size="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.line)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        self._connect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl Enter is Done."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_done()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.field.edit.installEventFilter(self)
        self.field.changed.connect(self._on_typed)
        self.button.clicked.connect(self._on_done)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_failed)
        self.line.acted.connect(self.keeper.flush)

    def _on_typed(self) -> None:
        """A note without words is none: nothing is written before the first word."""
        if self.field.text or self._written:
            self._written = True
            self.keeper.keep([Edit(self._record, "text", self.field.text)])

    def _on_saved(self) -> None:
        self.line.show()
        self.line.show_saved(0)

    def _on_failed(self, why: AppError) -> None:
        self.line.show()
        self.line.show_failed(why.problem, _("Try again"))

    def _on_done(self) -> None:
        self.keeper.leave()
        self.done.emit()
