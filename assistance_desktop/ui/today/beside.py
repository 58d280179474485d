"""What stands beside the day: the clocks that run, and what is not sent yet."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.at_hand import Unsent
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.today.clock_row import ClockRow
from assistance_desktop.ui.today.running import Running


class ClocksCard(Card):
    """The clocks that run, the nearest end first. `opened` carries the case of one."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Running clocks"), padded=False, parent=parent)
        self.rows: list[ClockRow] = []

    def show_clocks(self, clocks: tuple[Running, ...], today: date) -> None:
        """Show them; the card hides when none runs."""
        empty(self.body)
        self.rows = [
            ClockRow(running, today, first=not number) for number, running in enumerate(clocks)
        ]
        for row in self.rows:
            row.clicked.connect(partial(self.opened.emit, row.running.case_id))
            self.body.addWidget(row)
        self.setVisible(bool(clocks))


class UnsentCard(Card):
    """What is not sent yet. `sync_wanted` asks for the page where it can be."""

    sync_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Nothing to send"), icon="sync", icon_colour="text", parent=parent)
        self._said = Words("", "small", "text_2")
        self._open = Button(_("Open sync"), size="small")
        self._open.clicked.connect(self.sync_wanted)
        self.body.addWidget(self._said)
        self.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)

    def show_unsent(self, unsent: Unsent, today: date) -> None:
        """Show it; the card hides when nothing waits."""
        title = ngettext("{count} change not sent", "{count} changes not sent", unsent.changes)
        self.set_title(title.format(count=unsent.changes))
        cases = ngettext("In {count} case.", "In {count} cases.", unsent.cases)
        parts = [cases.format(count=unsent.cases), _("They are saved and encrypted here.")]
        if unsent.exchanged_at is not None:
            at = phrases.moment(unsent.exchanged_at, today)
            parts.append(_("Last exchange: {moment}.").format(moment=at))
        self._said.say(" ".join(parts))
        self.setVisible(bool(unsent.changes))
