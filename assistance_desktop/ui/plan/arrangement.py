"""How an accepted service is arranged: who, what next, by when, how it stands, what came of it.

Everything is kept while it is typed. What is written here is for the desks; only the next step,
the person and the day reach the client's paper.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import LineField, TextField
from assistance_desktop.ui.plan.outline import ARRANGING, BEGUN, ENDED, IN_PLACE, Offer

TYPED = ("next_step", "organiser", "person", "outcome", "note")
"""Fields of a plan record that grow letter by letter."""


class Arrangement(QWidget):
    """The fields of one service.

    `edited` tells a field of the plan record and its new value, at every change;
    `agenda_wanted` carries `task` or `appointment`.
    """

    edited = Signal(str, object)
    agenda_wanted = Signal(str)

    def __init__(self, service: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)

        def line(title: str, hint: str = "") -> LineField:
            name = _("{field}: {service}").format(field=title, service=service)
            return LineField(title, hint=hint, name=name)

        self.step = line(_("Next step"))
        self.due = DateField(_("Due day"), name=_("Due day: {service}").format(service=service))
        self.organiser = line(_("Organiser"))
        self.person = line(_("Who takes care of it"), _("First name or role"))
        self.outcome = line(_("What came of it"))
        self.note = TextField(
            _("Notes for the desks"), hint=_("Needs, not what happened. Nothing about offences.")
        )
        states = [
            (BEGUN, _("Not begun")),
            (ARRANGING, _("Being arranged")),
            (IN_PLACE, _("In place")),
            (ENDED, _("Ended")),
        ]
        self.state = ComboField(_("How it stands"), states, BEGUN)
        self.task = Button(_("Add a task"), "quiet", icon="plus", size="small")
        self.appointment = Button(_("Add an appointment"), "quiet", icon="calendar", size="small")
        self._lay_out()
        self._connect()

    def show_offer(self, offer: Offer) -> None:
        """Show what is written, but never over what somebody is typing."""
        for field in TYPED:
            shown = self._typed[field]
            if not shown.edit.hasFocus() and shown.text != getattr(offer, field):
                shown.set_text(getattr(offer, field))
        self.organiser.edit.setPlaceholderText(offer.line.organiser)
        if not self.due.edit.hasFocus() and not self.due.error:
            self.due.set_day(offer.due)
        self.state.combo.pick(offer.state)
        self.outcome.setVisible(offer.is_over or bool(offer.outcome))

    def _lay_out(self) -> None:
        self._typed: dict[str, LineField | TextField] = {
            "next_step": self.step,
            "organiser": self.organiser,
            "person": self.person,
            "outcome": self.outcome,
            "note": self.note,
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        for at, field in enumerate((self.step, self.due, self.organiser, self.person)):
            grid.addWidget(field, at // 2, at % 2, top)
        grid.addWidget(self.note, 2, 0, 2, 1, top)
        grid.addWidget(self.state, 2, 1, top)
        grid.addWidget(self.outcome, 3, 1, top)
        deeds = QHBoxLayout()
        deeds.setSpacing(4)
        deeds.addWidget(self.task)
        deeds.addWidget(self.appointment)
        deeds.addStretch(1)
        grid.addLayout(deeds, 4, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def _connect(self) -> None:
        for name, field in self._typed.items():
            field.changed.connect(lambda name=name, field=field: self.edited.emit(name, field.text))
        self.due.finished.connect(self._on_day_left)
        self.state.changed.connect(lambda: self.edited.emit("state", self.state.value))
        self.task.clicked.connect(lambda: self.agenda_wanted.emit("task"))
        self.appointment.clicked.connect(lambda: self.agenda_wanted.emit("appointment"))

    def _on_day_left(self) -> None:
        if not self.due.error:
            self.edited.emit("due", self.due.day.isoformat() if self.due.day else "")
