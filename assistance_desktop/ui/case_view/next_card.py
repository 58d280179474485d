"""The card of the one next thing, with the one button that leads there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.next_step import Leads, NextStep
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.words import Words


class NextCard(Card):
    """What comes next. `wanted` carries where it leads (Leads) and the record of an agenda."""

    wanted = Signal(str, str)

    def __init__(self, step: NextStep, parent: QWidget | None = None) -> None:
        super().__init__(_("Next"), icon="today", icon_colour="accent_text", parent=parent)
        self.step = step
        self.body.setSpacing(8)
        self.body.addWidget(Words(step.words, bold=True))
        if step.line:
            tone = "amber_text" if step.late else "text_2"
            self.body.addWidget(Words(step.line, "small", tone))
        self.button = Button(_way(step.leads), icon=_icon(step.leads), size="small")
        self.button.setVisible(step.leads is not Leads.NOWHERE)
        self.button.clicked.connect(lambda: self.wanted.emit(step.leads, step.record))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


def _way(leads: Leads) -> str:
    return {
        Leads.SAFETY: _("Open safety"),
        Leads.INTAKE: _("Go on with the intake"),
        Leads.PLAN: _("Look at the plan"),
        Leads.AGENDA: _("Open it"),
        Leads.CLOSING: _("Close the case"),
    }.get(leads, "")


def _icon(leads: Leads) -> str:
    return {
        Leads.SAFETY: "shield",
        Leads.INTAKE: "pencil",
        Leads.AGENDA: "calendar",
        Leads.CLOSING: "archive",
    }.get(leads, "")
