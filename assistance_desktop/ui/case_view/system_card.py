"""How the person stands with the Assistance system: the one answer, its day, and its change."""

from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.cases.admission import Admission, Status
from assistance_desktop.i18n import N_, _, show_date
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.words import Words

_STATUSES = {
    Status.NOT_PROPOSED: N_("Not proposed"),
    Status.PROPOSED: N_("Proposed, waits for an answer"),
    Status.ADMITTED: N_("Admitted: a customer"),
    Status.REFUSED: N_("The answer was no"),
    Status.LEFT: N_("Left the system"),
}
_WITH_DAY = (Status.PROPOSED, Status.ADMITTED, Status.REFUSED, Status.LEFT)


class SystemCard(Card):
    """The status in words. `change_asked` asks for another, `proposal_asked` for a proposal."""

    change_asked = Signal()
    proposal_asked = Signal()

    def __init__(
        self, found: Admission, today: date, *, changes: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Assistance system"), icon="lifebuoy", icon_colour="accent_text", parent=parent
        )
        self.body.setSpacing(4)
        self.change = Button(_("Change"), "quiet", size="small")
        self.change.setAccessibleName(_("Change how the client stands with the Assistance system"))
        self.change.clicked.connect(self.change_asked)
        self.change.setVisible(changes)
        self.header.addWidget(self.change)
        self.header.setContentsMargins(15, 0, 5, 0)
        self.body.addWidget(Words(_status_words(found), bold=True))
        for line, tone in _lines(found, today):
            self.body.addWidget(Words(line, "small", tone))
        if changes and found.status in (None, Status.NOT_PROPOSED):
            button = Button(_("Write a proposal"), size="small")
            button.clicked.connect(self.proposal_asked)
            row = QHBoxLayout()
            row.setContentsMargins(0, 8, 0, 0)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            row.addStretch(1)
            self.body.addLayout(row)


class StatusQuestion(QObject):
    """The small form for another status. `answered` carries status, day, last day to appeal."""

    answered = Signal(str, object, object)

    def __init__(self, host: QWidget, found: Admission, today: date) -> None:
        super().__init__(host)
        self._found, self._today = found, today
        self.panel = Panel(
            host,
            _("Assistance system"),
            _("Before admission nobody is promised anything."),
            width=480,
        )
        options = [(one.value, _(words)) for one, words in _STATUSES.items()]
        self.status = ComboField(_("How the client stands"), options, found.status or "")
        self.day = DateField(_("Since which day"), found.since or today, not_after=today)
        self.appeal = DateField(
            _("Appeal at the latest"), found.appeal_until, optional=_("as written in the decision")
        )
        self.day.is_loose = self.appeal.is_loose = True
        for field in (self.status, self.day, self.appeal):
            self.panel.body.addWidget(field)
        self.save, keep = Button(_("Save"), "primary"), Button(_("Keep as it is"))
        self.panel.add_deeds(keep, self.save)
        keep.clicked.connect(self.panel.leave)
        self.save.clicked.connect(self._on_saved)
        self.status.changed.connect(self._on_status_chosen)
        self.panel.destroyed.connect(self.deleteLater)
        self._on_status_chosen()

    def open_now(self) -> None:
        """Show the form, with the keyboard at the status."""
        self.panel.open_now(self.status.combo)

    def _on_status_chosen(self) -> None:
        chosen = self.status.value
        status = Status(chosen) if chosen else None
        self.save.setEnabled(status is not None)
        self.day.setVisible(status in _WITH_DAY)
        self.appeal.setVisible(status is Status.REFUSED)
        self.panel.fit()

    def _on_saved(self) -> None:
        for field in (self.day, self.appeal):
            if field.isVisible() and field.text and field.day is None:
                field.edit.editingFinished.emit()  # the field says itself what is wrong with it
                field.edit.setFocus()
                return
        status = self.status.value
        self.panel.leave()
        self.answered.emit(status, self.day.day, self.appeal.day)


def _status_words(found: Admission) -> str:
    return _(_STATUSES[found.status]) if found.status is not None else _("Not known yet")


def _lines(found: Admission, today: date) -> list[tuple[str, str]]:
    """Since when, and until when an appeal is possible."""
    lines: list[tuple[str, str]] = []
    if found.since is not None:
        lines.append((_("On {day}").format(day=show_date(found.since, style="long")), "text_2"))
    until = found.appeal_until
    if found.status is Status.REFUSED and until is not None:
        day = show_date(until, style="long")
        past = until < today
        words = _("The time to appeal ended on {day}") if past else _("Appeal by {day}")
        lines.append((words.format(day=day), "text_2" if past else "amber_text"))
    return lines
