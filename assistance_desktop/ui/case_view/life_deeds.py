"""The deeds that turn a case: close it, take it up again, another status; each asks first."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases import admission, life
from assistance_desktop.cases.admission import Status
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.life import Field, Reason
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view.closing import ClosingQuestion
from assistance_desktop.ui.case_view.system_card import StatusQuestion
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import Session


class LifeDeeds(QObject):
    """Asks and writes over `page`. `failed` carries what to say when nothing was written."""

    failed = Signal(object)

    def __init__(self, page: QWidget, session: Session, content: Content, hide: QAction) -> None:
        super().__init__(page)
        self._page, self._session, self._content, self._hide = page, session, content, hide
        self.closing: ClosingQuestion | None = None
        self.asking: StatusQuestion | None = None

    def close(self, case: Case, *, refused_all: bool) -> None:
        """Ask whether to close a case, and why."""
        called = [case.text(CASE, field) for field in ("pseudonym", "number")]
        line = ", ".join(one for one in called if one)
        asked = ClosingQuestion(self._page.window(), line, refused_all=refused_all)
        asked.dialog.hide_asked.connect(self._hide.trigger)

        def close(reason: str, note: str) -> None:
            closed = life.close(Reason(reason), note, self._session.today)
            self._write(case.id, closed, _("The case is closed."), undo=_as_it_is(case, closed))

        asked.answered.connect(close)
        self.closing = asked
        asked.dialog.open_now()

    def reopen(self, case: Case) -> None:
        """Take a case up again; nothing can be lost by it, so nothing is asked."""
        opened = life.reopen(case)
        self._write(case.id, opened, _("The case is open again."), undo=_as_it_is(case, opened))

    def change_status(self, case: Case) -> None:
        """Ask how the person stands with the Assistance system."""
        path = self._content.of(case).paths["customer"]
        found = admission.admission(case, path)
        asked = StatusQuestion(self._page.window(), found, self._session.today)
        asked.panel.hide_asked.connect(self._hide.trigger)

        def become(status: str, on: date | None, appeal: date | None) -> None:
            fields = admission.become(path, Status(status), on, appeal)
            self._write(case.id, fields, _("Saved."), undo=_as_it_is(case, fields))

        asked.answered.connect(become)
        self.asking = asked
        asked.open_now()

    def _write(
        self, case_id: str, fields: Iterable[Field], words: str, undo: Iterable[Field]
    ) -> None:
        back = [Edit(*one) for one in undo]

        def tell(_changes: object) -> None:
            toast = Toast(self._page, words, _("Undo"))
            toast.acted.connect(
                lambda: self._session.edit(case_id, back, self, lambda _c: None, self._on_failed)
            )
            toast.appear()

        edits = [Edit(*one) for one in fields]
        self._session.edit(case_id, edits, self, tell, self._on_failed)

    def _on_failed(self, refusal: AppError) -> None:
        self.failed.emit(refusal)


def _as_it_is(case: Case, fields: Iterable[Field]) -> list[Field]:
    """What the fields hold now, to put back."""
    return [(record, field, case.value(record, field)) for record, field, _value in fields]
