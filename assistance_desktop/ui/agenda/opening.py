"""Opening the form of an appointment or a task, over whatever page it was wanted from."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.agenda import APPOINTMENT, TASK
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.agenda.appointment_form import AppointmentForm
from assistance_desktop.ui.agenda.task_form import TaskForm
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import Session


class Agenda(QObject):
    """The forms over `host`; `form` is the one that is open, if any."""

    def __init__(self, host: QWidget, session: Session, actions: Actions) -> None:
        super().__init__(host)
        self._host, self._session, self._actions = host, session, actions
        self.form: AppointmentForm | TaskForm | None = None

    def open(self, case_id: str, record: str) -> None:
        """Open a record of a case, or a new one: `appointment`, `task`, or `task CODE`.

        Without a case, the form asks whose it is.
        """
        kind, _separator, rest = record.partition("/")
        fresh = not rest
        kind, _space, service = kind.partition(" ")
        place = (case_id, f"{kind}/{self._session.new_id()}" if fresh else record)
        if kind == APPOINTMENT:
            self._show(AppointmentForm(self._host, self._session, place, fresh=fresh))
        elif kind == TASK:
            form = TaskForm(self._host, self._session, place, fresh=fresh, service=service)
            self._show(form)

    def _show(self, form: AppointmentForm | TaskForm) -> None:
        self.form = form
        form.hide_asked.connect(self._actions["hide"].trigger)
        form.left.connect(self._on_left)
        form.removed.connect(self._on_removed)
        form.open_now(form.first_field())

    def _on_left(self) -> None:
        self.form = None

    def _on_removed(self, case_id: str, record: str) -> None:
        toast = Toast(self._host, _("Taken out."), _("Undo"))
        toast.acted.connect(lambda: self._put_back(case_id, record))
        toast.appear()

    def _put_back(self, case_id: str, record: str) -> None:
        self._session.edit(
            case_id,
            [Edit(record, "removed", False)],
            self,
            lambda _changes: None,
            lambda refusal: Toast(self._host, refusal.problem, icon="alert").appear(),
        )
