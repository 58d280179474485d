"""Whose an appointment or a task is, when it is written from Today: a case found by its words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import at_hand, case_store, search
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.storage.search import Among
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session

_MOST = 3


class CaseChooser(QWidget):
    """A search and the few cases that it finds, the last ones before anything is typed.

    `case_id` is the chosen one, "" before; `chosen` tells it. `grown` tells that the height moved.
    """

    chosen = Signal(str)
    grown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.case_id, self._asked = "", 0
        self.field = LineField(_("Whose is it"), hint=_("Pseudonym or case number"), icon="search")
        self.field.changed.connect(self._find)
        self.rows: list[Row] = []
        self._found = Card(padded=False)
        self._found.body.setContentsMargins(0, 8, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._found)
        self._show(at_hand.latest(session.reader, _MOST))

    def ask(self) -> None:
        """Say that somebody has to be chosen first."""
        self.field.show_error(_("Choose whose it is."))
        self.field.edit.setFocus()

    def _find(self) -> None:
        self._asked += 1
        asked, words, today = self._asked, self.field.text, self._session.today
        self.case_id = ""

        def read(connection: Connection) -> list[CaseRow]:
            if not words:
                return at_hand.latest(connection, _MOST)
            found = search.find(connection, words, Among.ALL, today)
            return case_store.rows(connection, found[:_MOST])

        def show(found: Sequence[CaseRow]) -> None:
            if asked == self._asked:
                self._show(found)

        self._session.compute(read, self, show, self._on_failed)

    def _show(self, found: Sequence[CaseRow]) -> None:
        empty(self._found.body)
        self.rows = []
        for row in found:
            self._add(row)
        if not found:
            self._found.body.addWidget(_nothing())
        self.grown.emit()

    def _add(self, row: CaseRow) -> None:
        made = Row(
            row.pseudonym,
            aside=row.number,
            letter=row.pseudonym,
            chooses=True,
            first=not self.rows,
        )
        made.clicked.connect(lambda: self._choose(made, row.case_id))
        self.rows.append(made)
        self._found.body.addWidget(made)

    def _choose(self, chosen: Row, case_id: str) -> None:
        for row in self.rows:
            row.setChecked(row is chosen)
            row.setVisible(row is chosen)
        self.case_id = case_id
        self.field.show_error("")
        self.grown.emit()
        self.chosen.emit(case_id)

    def _on_failed(self, refusal: AppError) -> None:
        self.field.show_error(refusal.problem)


def _nothing() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(16, 12, 16, 12)
    column.addWidget(Words(_("No case fits"), tone="text_2"))
    return made
