"""What must be seen at once, over whatever question is open: danger, and somebody who hears.

They stay while the answers say so. Only the threat is told and never the file (S39).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import danger
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.words import Words


class Alarms(QWidget):
    """The red banner of a serious threat and the amber one of somebody in the room.

    `alone_again` tells that nobody else is in the room any more, `steps_wanted` that somebody
    wants to see to the threat.
    """

    alone_again = Signal()
    steps_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.threat = _threat_banner()
        self.steps = Button(_("See to it"), size="small")
        self.steps.clicked.connect(self.steps_wanted)
        self.threat.row.addWidget(self.steps)
        self.overheard = Banner(_overheard_words(), "amber", rich=True)
        now_alone = Button(_("Now alone"), size="small")
        now_alone.clicked.connect(self.alone_again)
        self.overheard.row.addWidget(now_alone)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(40, 16, 40, 0)
        column.setSpacing(8)
        column.addWidget(self.threat)
        column.addWidget(self.overheard)
        self.hide()

    def set_margin(self, margin: int) -> None:
        """Stand as far from the sides as the question does."""
        self._column.setContentsMargins(margin, 16, margin, 0)

    def show_answers(self, filling: Filling, *, in_steps: bool) -> None:
        """Show what the answers say now; in the steps of a threat they say it themselves."""
        threat = filling.is_in_danger and not in_steps
        self.steps.setVisible(filling.is_intake)
        overheard = danger.is_overheard(filling.value_of)
        self.threat.setVisible(threat)
        self.overheard.setVisible(overheard)
        self.setVisible(threat or overheard)


def _threat_banner() -> Banner:
    banner = Banner(_("Is someone in danger right now? Call 112 first."), "red", bold=True)
    duty = _(
        "The Assistance system must inform the police of a serious threat to the life, health or"
        " freedom of the client, a worker or another victim. Only the threat is told, not the file."
    )
    banner.stack.addWidget(Words(duty))
    banner.stack.addWidget(
        Words(_("Source: leaflet of the Assistance system, S39"), "small", "text_2")
    )
    return banner


def _overheard_words() -> str:
    start = _("Do not go on yet.")
    rest = _(
        "Talk about something ordinary. Ask the other person to wait elsewhere, or offer another"
        " day. The client’s panel shows small talk until you are alone."
    )
    return f"<b>{start}</b> {rest}"
