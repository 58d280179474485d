"""What the worker writes for this one print: title, appointments, whom to ask for, notes.

None of it is kept (facts.md 7: log that a print was made, not its text).
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.documents.order import Appointment, Details, Part
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.field import Field, LineField, TextField
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.paper.appointments import AppointmentList


class DetailsCard(Card):
    """Fields for what is ticked. `changed` tells at every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Written for this paper"), meta=_("Not kept"), parent=parent)
        self.title = LineField(
            _("Title, if the client wants another"), hint=_("In the language of the paper")
        )
        self.appointments_head = Words(_("Next appointments"), bold=True)
        self.appointments = AppointmentList()
        self.initial = LineField(_("Ask for"))
        self.phone = LineField(
            _("Number to call"), hint=_("As the client wants it written"), icon="phone"
        )
        self.notes = TextField(_("Notes"), hint=_("In the language of the paper"))
        for widget in self._widgets():
            self.body.addWidget(widget)
            if isinstance(widget, Field | AppointmentList):
                widget.changed.connect(self.changed)

    def start(self, worker: str, coming: Sequence[Appointment]) -> None:
        """Empty everything but what is to come; the worker is named by the first letter."""
        for field in (self.title, self.phone, self.notes):
            field.set_text("")
        self.initial.set_text(worker[:1])
        self.appointments.start(coming)

    def show_for(self, parts: frozenset[Part], *, notes: bool, discreet: bool) -> None:
        """Ask for what these parts need."""
        self.title.setVisible(not discreet)
        self.appointments_head.setVisible(Part.APPOINTMENTS in parts)
        self.appointments.setVisible(Part.APPOINTMENTS in parts)
        self.appointments.set_discreet(discreet)
        self.initial.setVisible(Part.CONTACTS in parts)
        self.phone.setVisible(Part.CONTACTS in parts)
        self.notes.setVisible(notes)
        self.setVisible(any(not widget.isHidden() for widget in self._widgets()))

    def details(self, *, with_notes: bool) -> Details:
        """What is written."""
        return Details(
            appointments=self.appointments.appointments,
            phone=self.phone.text,
            worker_initials=self.initial.text,
            notes=self.notes.text if with_notes else "",
            title=self.title.text,
        )

    def _widgets(self) -> Iterator[QWidget]:
        yield self.title
        yield self.appointments_head
        yield self.appointments
        yield self.initial
        yield self.phone
        yield self.notes
