"""The cases that were worked on last, and the way to all of them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import N_, _, ngettext
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.stages import stage_chip

_NEXT = {
    "": N_("Go on with the intake"),
    "intake": N_("Go on with the intake"),
    "plan": N_("Agree on the next step"),
    "agreed": N_("Agree on the next step"),
    "with_office": N_("The office decides"),
}


class RecentCard(Card):
    """A few cases; a row opens one. `opened` carries it, `cases_wanted` asks for the list."""

    opened = Signal(str)
    cases_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Recent cases"), padded=False, parent=parent)
        self.all_button = Button("", "quiet", size="small")
        self.all_button.clicked.connect(self.cases_wanted)
        self.header.addWidget(self.all_button)
        self.header.setContentsMargins(16, 0, 4, 0)
        self.rows: list[Row] = []

    def show_rows(self, recent: tuple[CaseRow, ...], cases: int) -> None:
        """Show the cases of these rows, and how many there are in all."""
        words = ngettext("All {count} case", "All {count} cases", cases)
        self.all_button.say(words.format(count=cases) if cases > 1 else _("All cases"))
        empty(self.body)
        self.rows = [_make(row, first=not number) for number, row in enumerate(recent)]
        for made, row in zip(self.rows, recent, strict=True):
            made.clicked.connect(partial(self.opened.emit, row.case_id))
            self.body.addWidget(made)
        self.setVisible(bool(recent))


def _make(row: CaseRow, *, first: bool) -> Row:
    made = Row(
        row.pseudonym,
        _next(row),
        aside=row.number,
        letter=row.pseudonym,
        tone="" if row.stage == "closed" else "accent",
        opens=True,
        first=first,
    )
    words, tone = stage_chip(row.stage)
    chip = Chip(_("Serious threat"), "red", icon="alert") if row.threat else Chip(words, tone)
    made.end.addWidget(chip)
    return made


def _next(row: CaseRow) -> str:
    if row.next_step and row.stage != "closed":
        return _("Next: {step}").format(step=row.next_step)
    words = _NEXT.get(row.stage)
    return _(words) if words else row.worker
