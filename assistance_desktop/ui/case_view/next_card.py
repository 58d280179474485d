"""The card of the one next thing, above all else, with the one button that leads there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view.next_step import Leads, NextStep
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.words import Words


class NextCard(Card):
    """What comes next. `wanted` carries where it leads (Leads) and the record of an agenda."""

    wanted = Signal(str, str)

    def __init__(self, step: NextStep, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.step = step
        self.body.setContentsMargins(16, 12, 16, 12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Glyph(icon=_ICONS[step.leads], tone="amber" if step.late else "accent"))
        said = QVBoxLayout()
        said.setSpacing(0)
        over = step.leads is Leads.CLOSING
        words = step.words if over else _("Next: {step}").format(step=step.words)
        said.addWidget(Words(words, bold=True))
        if step.line:
            said.addWidget(Words(step.line, "small", "amber_text" if step.late else "text_2"))
        row.addLayout(said, 1)
        self.button = Button(_way(step.leads), size="small")
        self.button.clicked.connect(lambda: self.wanted.emit(step.leads, step.record))
        self.button.setVisible(step.leads not in _IN_HEADER)
        row.addWidget(self.button)
        self.body.addLayout(row)


_ICONS = {
    Leads.SAFETY: "shield",
    Leads.INTAKE: "pencil",
    Leads.PLAN: "today",
    Leads.AGENDA: "calendar",
    Leads.CLOSING: "leaf",
}


_IN_HEADER = (Leads.INTAKE, Leads.PLAN)
"""Where the header's own button leads; the same way twice would only ask which one is meant."""


def _way(leads: Leads) -> str:
    return {
        Leads.SAFETY: _("Open safety"),
        Leads.INTAKE: _("Go on with the intake"),
        Leads.PLAN: _("Look at the plan"),
        Leads.AGENDA: _("Open it"),
        Leads.CLOSING: _("Close the case"),
    }[leads]
