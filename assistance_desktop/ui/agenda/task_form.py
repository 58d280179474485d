"""The form of a task: what is to be done, by which day, and a reminder if wanted."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.cases import agenda
from assistance_desktop.cases.changes import Answer
from assistance_desktop.i18n import _
from assistance_desktop.ui.agenda.form import AgendaForm
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.time_field import TimeField
from assistance_desktop.ui.session import Session


class TaskForm(AgendaForm):
    """A task; `service` is the code of the service that a new one is for, or ""."""

    def __init__(
        self,
        host: QWidget,
        session: Session,
        place: tuple[str, str],
        *,
        fresh: bool,
        service: str = "",
    ) -> None:
        super().__init__(host, session, place, _("New task") if fresh else _("Task"), width=520)
        held = agenda.task(session.case(place[0]), place[1])
        self._service = held.service or service
        self.what = LineField(_("What is to be done"), held.what)
        self.due = DateField(_("By which day"), held.due or (session.today if fresh else None))
        self.time = TimeField(_("Time"), held.time, optional=_("(if it matters)"))
        self.body.addWidget(self.what)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.due, 3)
        when.addWidget(self.time, 2)
        self.body.addLayout(when)
        self.body.addStretch(1)
        self.finish_foot(fresh=fresh)
        follow_layout(self)

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.chooser.field.edit if self.chooser else self.what.edit

    def written(self) -> dict[str, Answer]:
        """What is in the fields, by the fields of the record."""
        due = self.due.day
        return {
            "what": self.what.text,
            "due": due.isoformat() if due else "",
            "time": self.time.time,
            "service": self._service,
        }

    def is_complete(self) -> bool:
        """A task needs its words and a day that can be read."""
        if not self.what.text:
            self.what.show_error(_("Write what is to be done."))
            self.what.edit.setFocus()
            return False
        if self.due.day is None:
            self.due.show_error(_("Write the day, so that it is not forgotten."))
            self.due.edit.setFocus()
            return False
        return not (self.time.text and not self.time.time)
