# ruff: noqa: D102 - Qt documents the methods that it calls
"""Everything that was written in a case, the newest first: from what to what, by whom, when.

A change can be corrected and never rewritten; the times are those of the devices, also wrong
ones.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.history import Step
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui import desk_names, phrases
from assistance_desktop.ui.case_view.entries import Entries, Entry, Sort, kind_of, sort_of
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.chip import FilterChip
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI, Session

_SORTS = {
    Sort.ALL: N_("All"),
    Sort.ANSWERS: N_("Answers"),
    Sort.PLAN: N_("Plan"),
    Sort.OTHER: N_("Other"),
}
_ICONS = {
    "intake": "pencil",
    "repeat": "pencil",
    "questionnaire": "form",
    "plan": "check",
    "note": "note",
    "consent": "speech",
    "print": "printer",
    "told": "people",
    "appointment": "calendar",
    "task": "today",
    "threat": "alert",
    "contact": "phone",
    "proposal": "lifebuoy",
}


_ONE_ROW = 1120
"""The width from which the field and the chips stand in one row, at 100 %."""


class HistoryTab(QWidget):
    """The changes of one case. `opened` carries record and field of the one that was opened."""

    opened = Signal(str, str)

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._entries: Entries | None = None
        self._shown: list[Step] = []
        self._desks = DeskNames()
        self.search = LineField(
            "", hint=_("A question, a value, a name"), icon="search", name=_("Search the history")
        )
        self.authors = Combo([("", _("Everyone"))], "", name=_("Who wrote it"), icon="person")
        self.devices = Combo(
            [("", _("All devices"))], "", name=_("On which device"), icon="devices"
        )
        self.chips = {sort: FilterChip(_(words), 0) for sort, words in _SORTS.items()}
        columns = [Column(_("When"), 120), Column(_("What")), Column(_("Who"), 216)]
        self.table = RowTable(columns, name=_("History"))
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.search.changed.connect(self._list)
        self.authors.chosen.connect(self._list)
        self.devices.chosen.connect(self._list)
        self.table.opened.connect(self._on_opened)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        along = QBoxLayout.Direction
        narrow = self.width() < look().px(_ONE_ROW)
        self._tools.setDirection(along.TopToBottom if narrow else along.LeftToRight)

    def show_case(self, case: Case) -> None:
        """Show the changes of a case."""
        self._desks = desk_names.read(self._session.reader)
        self._entries = Entries(case, self._content)
        counted = Counter(sort_of(step) for step in self._entries.steps)
        for sort, chip in self.chips.items():
            count = counted.total() if sort is Sort.ALL else counted[sort]
            chip.say(_(_SORTS[sort]), count)
        self._offer(self._entries.steps)
        self._list()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addLayout(self._tools)
        self._tools.setSpacing(8)
        seek, sorts = QHBoxLayout(), QHBoxLayout()
        for row in (seek, sorts):
            row.setSpacing(8)
            self._tools.addLayout(row)
        self._tools.setStretch(0, 1)
        seek.addWidget(self.search, 1)
        seek.addWidget(self.authors)
        seek.addWidget(self.devices)
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            sorts.addWidget(chip)
        sorts.addStretch(1)
        self.chips[Sort.ALL].setChecked(True)
        group.buttonClicked.connect(self._list)
        card = Card(padded=False)
        card.body.addWidget(self.table)
        whole.addWidget(card, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Picture("shield", "text_3", 16))
        said = _(
            "A change can be corrected, never rewritten; only an erasure removes it. Times come"
            " from the device that wrote the change, and may differ."
        )
        foot.addWidget(Words(said, "small", "text_3"), 1)
        whole.addLayout(foot)

    def _list(self) -> None:
        sort = next(sort for sort, chip in self.chips.items() if chip.isChecked())
        if self._entries is None:
            return
        self._shown = self._entries.find(
            sort, self.authors.value, self.devices.value, self.search.text
        )
        self.table.show_source(len(self._shown), self._row)

    def _offer(self, steps: Sequence[Step]) -> None:
        """Offer the people and the desks that wrote; what was chosen stays if it still can."""
        author, device = self.authors.value, self.devices.value
        authors = sorted({step.change.author for step in steps} - {""})
        devices = sorted({step.change.device for step in steps}, key=self._desks.name)
        self.authors.offer([("", _("Everyone")), *((one, one) for one in authors)])
        self.devices.offer(
            [("", _("All devices")), *((one, self._desks.name(one)) for one in devices)]
        )
        self.authors.pick(author if author in authors else "")
        self.devices.pick(device if device in devices else "")

    def _row(self, place: int) -> tuple[str, Sequence[RowCell]]:
        step = self._shown[place]
        entry = self._entries.entry(step) if self._entries else None
        cells = _cells(entry, self._session.today, self._desks) if entry else ()
        return step.change.id, cells

    def _on_opened(self, change_id: str) -> None:
        change = next(one.change for one in self._shown if one.change.id == change_id)
        self.opened.emit(change.record, change.field)


def _cells(entry: Entry, today: date, desks: DeskNames) -> Sequence[RowCell]:
    change = entry.step.change
    local = change.at.astimezone(HELSINKI)
    came = _("From {before} to {after}").format(before=entry.before, after=entry.after)
    return (
        RowCell(i18n.show_time(local), phrases.day(local.date(), today)),
        RowCell(
            entry.title,
            came if entry.before else entry.after,
            bold=True,
            line_tone="text_2",
            icon=_ICONS.get(kind_of(entry.step), "cases"),
            icon_tone="text_2",
        ),
        RowCell(change.author, desks.name(change.device)),
    )
