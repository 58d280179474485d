"""The form of an appointment: when, what, where, who goes along; what became of it; a calendar.

The place is written in words that would give nothing away on a screen that somebody sees.
"""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import Appointment, Kept
from assistance_desktop.cases.changes import Answer
from assistance_desktop.i18n import _
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.ui import desk_names, noting
from assistance_desktop.ui.agenda import saving_entry
from assistance_desktop.ui.agenda.calendar_file import CalendarEntry, calendar_file
from assistance_desktop.ui.agenda.calendar_part import CalendarPart
from assistance_desktop.ui.agenda.covers import gives_away
from assistance_desktop.ui.agenda.form import AgendaForm
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import LineField, NumberField
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.time_field import TimeField
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import HELSINKI, Session

_LONGEST = 24 * 60
"""Minutes that an appointment may take."""


class AppointmentForm(AgendaForm):
    """An appointment, new or as it stands."""

    def __init__(
        self, host: QWidget, session: Session, place: tuple[str, str], *, fresh: bool
    ) -> None:
        title = _("New appointment") if fresh else _("Appointment")
        super().__init__(host, session, place, title, width=880, beside=320)
        held = agenda.appointment(session.case(place[0]), place[1])
        self._make_fields(held, fresh=fresh)
        self._lay_out(fresh=fresh)
        self.calendar = CalendarPart(held.cover, self._allows, self.is_complete)
        self.calendar.path_chosen.connect(self._on_path_chosen)
        self.calendar.changed.connect(self.fit)
        self.aside.addWidget(self.calendar)
        self.aside.addStretch(1)
        self.finish_foot(fresh=fresh)
        follow_layout(self)

    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.chooser.field.edit if self.chooser else self.what.edit

    def written(self) -> dict[str, Answer]:
        """What is in the fields, by the fields of the record."""
        day = self.day.day
        return {
            "day": day.isoformat() if day else "",
            "time": self.time.time,
            "minutes": self._minutes(),
            "what": self.what.text,
            "where": self.where.text,
            "who": self.who.text,
            "interpreter": self.interpreter.text,
            "cover": self.calendar.cover,
            "state": "" if self.state.value == "open" else self.state.value,
        }

    def is_complete(self) -> bool:
        """An appointment needs a day, and a time that can be read if there is one."""
        if self.time.text and not self.time.time:
            self.time.edit.setFocus()
            return False
        if not 0 < self._minutes() <= _LONGEST:
            self.minutes.show_error(_("Write minutes, such as 30."))
            return False
        return self._has_day()

    def _make_fields(self, held: Appointment, *, fresh: bool) -> None:
        today = self.session.today
        self.what = LineField(
            _("What it is"), held.what, hint=_("Meeting, clinic visit, legal aid call")
        )
        self.day = DateField(_("Day"), held.day or (today if fresh else None))
        self.time = TimeField(_("Time"), held.time)
        self.minutes = NumberField(_("Minutes"))
        self.minutes.set_text(str(held.minutes))
        self.where = LineField(
            _("Where, in words that give nothing away"),
            held.where,
            hint=_("Side entrance, second floor"),
        )
        optional = _("(if any)")
        self.who = LineField(_("Worker who goes along"), held.who, optional=optional)
        self.interpreter = LineField(_("Interpreter"), held.interpreter, optional=optional)
        states = [
            ("open", _("To come")),
            (Kept.KEPT.value, _("Took place")),
            (Kept.MISSED.value, _("Did not come")),
            (Kept.CANCELLED.value, _("Cancelled")),
        ]
        self.state = ComboField(_("What became of it"), states, held.state.value or "open")
        self.state.setVisible(not fresh)

    def _lay_out(self, *, fresh: bool) -> None:
        self.body.addWidget(self.what)
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.day, 4)
        when.addWidget(self.time, 2)
        when.addWidget(self.minutes, 2)
        self.body.addLayout(when)
        for field in (self.where, self.who, self.interpreter):
            self.body.addWidget(field)
        if not fresh:
            self.body.addWidget(self.state)
        self.body.addStretch(1)

    def _minutes(self) -> int:
        found = self.minutes.number
        if found is None:
            return 0 if self.minutes.text else agenda.USUAL_MINUTES
        return int(found)

    def _has_day(self) -> bool:
        if self.day.day is None:
            self.day.show_error(self.day.error or _("Write the day."))
            self.day.edit.setFocus()
        return self.day.day is not None

    def _allows(self, title: str) -> bool:
        session = self.session
        labels = desk_names.read(session.reader).labels.values()
        typed = (self.what.text, self.where.text, self.who.text, self.interpreter.text)
        others = (*labels, session.author.name, *typed)
        return not gives_away(title, session.case(self.case_id), others)

    def _on_path_chosen(self, path: Path) -> None:
        day, session = self.day.day, self.session
        if day is None:
            return
        place = self.where.text if self.calendar.place.isChecked() else ""
        entry = CalendarEntry(self.calendar.title, day, self.time.time, self._minutes(), place)
        made = calendar_file(entry, HELSINKI, session.new_id(), session.clock())
        session.compute(
            lambda _connection: saving_entry.save(made, path),
            self,
            lambda _nothing: self._on_saved(),
            self.refuse,
        )

    def _on_saved(self) -> None:
        Toast(self, _("Saved for a calendar.")).appear()
        deed = Deed(Kind.EXPORTED, self.case_id, {"what": "calendar"})
        noting.note(self.session, deed, self.refuse)
