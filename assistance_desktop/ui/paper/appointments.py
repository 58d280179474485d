"""The appointments that a paper names: those to come, and others written for this print alone.

What is changed here changes the paper and not the case. A time is written as clocks show it; a
row without a day is not on the paper yet.
"""

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases import agenda
from assistance_desktop.cases.agenda import Kept
from assistance_desktop.cases.case import Case
from assistance_desktop.documents.order import Appointment
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button, IconButton
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.scroll import empty

_TIME = re.compile(r"(\d{1,2})[.:](\d{2})")


class AppointmentList(QWidget):
    """Rows for a day, a time, and where or what for. `changed` tells that one was written."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AppointmentRow] = []
        self._discreet = False
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.add_button = Button(_("Add an appointment"), icon="plus", size="small")
        self.add_button.clicked.connect(self._on_add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self._column)
        whole.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """What is written so far."""
        found = (row.appointment for row in self.rows)
        return tuple(one for one in found if one is not None)

    def start(self, coming: Sequence[Appointment]) -> None:
        """Begin with those to come."""
        self.rows.clear()
        empty(self._column)
        for one in coming:
            self.add(one.day, one.time, one.text)

    def add(self, day: date | None = None, time: str = "", text: str = "") -> "AppointmentRow":
        """Add a row, filled or empty."""
        row = AppointmentRow(len(self.rows) + 1, day, time, text)
        row.changed.connect(self.changed)
        row.removed.connect(self._on_removed)
        row.set_discreet(self._discreet)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Ask for days and times only."""
        self._discreet = discreet
        for row in self.rows:
            row.set_discreet(discreet)

    def _on_add(self) -> None:
        row = self.add()
        row.show()
        row.day.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, AppointmentRow):
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self.add_button.setFocus()
            self.changed.emit()


class AppointmentRow(QWidget):
    """One appointment. `removed` tells that it was taken out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, number: int, day: date | None, time: str, text: str) -> None:
        super().__init__()
        self.day = DateField("", day, name=_("Day of appointment {number}").format(number=number))
        self.time = LineField(
            "", time, hint="09:00", name=_("Time of appointment {number}").format(number=number)
        )
        self.text = LineField(
            "",
            text,
            hint=_("Where, and what for"),
            name=_("Words for appointment {number}").format(number=number),
        )
        self._remove = IconButton("x", _("Take out appointment {number}").format(number=number))
        self._lay_out()
        self._remove.clicked.connect(self.removed)
        for field in (self.day, self.time, self.text):
            field.changed.connect(self.changed)
        self.time.finished.connect(self._on_time_left)

    @property
    def appointment(self) -> Appointment | None:
        """What is written; None without a day."""
        day = self.day.day
        return Appointment(day, read_time(self.time.text) or "", self.text.text) if day else None

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Words stay off a discreet note."""
        self.text.setVisible(not discreet)

    def _on_time_left(self) -> None:
        written = self.time.text
        time = read_time(written)
        if time:
            self.time.set_text(time)
        elif written:
            self.time.show_error(_("Write a time such as 09:00."))

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day, 3)
        when.addWidget(self.time, 1)
        when.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(when)
        whole.addWidget(self.text)


def coming(case: Case, today: date) -> list[Appointment]:
    """The appointments of the case from today on that nobody called off, in words for paper."""
    return [
        Appointment(one.day, one.time, ". ".join(filter(None, (one.what, one.where))))
        for one in agenda.appointments(case)
        if one.day is not None and one.day >= today and one.state is Kept.OPEN
    ]


def read_time(written: str) -> str | None:
    """A clock time as `09:00`; None when it is none."""
    found = _TIME.fullmatch(written.strip())
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return f"{int(found[1]):02}:{found[2]}"
