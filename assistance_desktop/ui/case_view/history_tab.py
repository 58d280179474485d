"""Everything that was written in a case, the newest first: from what to what, by whom, when.

A change can be corrected and never rewritten; the times are those of the devices, also wrong
ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import history
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.history import Step
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view import wording
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.chip import FilterChip
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.row_cell import RowCell
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import HELSINKI, Session


class Sort(StrEnum):
    """What a change is about."""

    ALL = "all"
    ANSWERS = "answers"
    PLAN = "plan"
    OTHER = "other"


_SORTS = {
    Sort.ALL: N_("All"),
    Sort.ANSWERS: N_("Answers"),
    Sort.PLAN: N_("Plan"),
    Sort.OTHER: N_("Other"),
}
_ICONS = {
    "intake": "pencil",
    "repeat": "pencil",
    "plan": "check",
    "note": "note",
    "consent": "speech",
    "print": "printer",
    "told": "people",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in words."""

    step: Step
    title: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        """The kind of its record."""
        return self.step.change.record.partition("/")[0]

    @property
    def sort(self) -> Sort:
        """Under which filter it stands."""
        if self.kind in ("intake", "repeat"):
            return Sort.ANSWERS
        return Sort.PLAN if self.kind == "plan" else Sort.OTHER

    def says(self, words: str) -> bool:
        """Whether every word is in it."""
        change = self.step.change
        text = f"{self.title} {self.before} {self.after} {change.author}".casefold()
        return all(word in text for word in words.casefold().split())


class HistoryTab(QWidget):
    """The changes of one case. `opened` carries record and field of the one that was opened."""

    opened = Signal(str, str)

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self.search = LineField(
            "", hint=_("A question, a value, a name"), icon="search", name=_("Search the history")
        )
        self.chips = {sort: FilterChip(_(words), 0) for sort, words in _SORTS.items()}
        columns = [Column(_("When"), 120), Column(_("What")), Column(_("Who"), 216)]
        self.table = RowTable(columns, name=_("History"))
        self._lay_out()
        self.search.changed.connect(self._list)
        self.table.opened.connect(self._on_opened)

    def show_case(self, case: Case) -> None:
        """Show the changes of a case."""
        steps = reversed(history.steps(case))
        self._entries = [self._entry(case, step) for step in steps]
        for sort, chip in self.chips.items():
            count = sum(sort in (Sort.ALL, entry.sort) for entry in self._entries)
            chip.say(_(_SORTS[sort]), count)
        self._list()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            tools.addWidget(chip)
        self.chips[Sort.ALL].setChecked(True)
        group.buttonClicked.connect(self._list)
        whole.addLayout(tools)
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

    def _entry(self, case: Case, step: Step) -> Entry:
        change = step.change

        def words(value: Answer) -> tuple[str, str]:
            return wording.describe(case, self._content, change.record, change.field, value)

        title, after = words(change.value)
        before = dict.fromkeys(words(value)[1] for value in step.before)
        return Entry(step, title, _(" or ").join(before), after)

    def _list(self) -> None:
        sort = next(sort for sort, chip in self.chips.items() if chip.isChecked())
        words = self.search.text
        self._shown = [
            entry for entry in self._entries if sort in (Sort.ALL, entry.sort) and entry.says(words)
        ]
        self.table.show_source(len(self._shown), self._row)

    def _row(self, place: int) -> tuple[str, Sequence[RowCell]]:
        entry = self._shown[place]
        return entry.step.change.id, _cells(entry, self._session.today, self._session.author.device)

    def _on_opened(self, change_id: str) -> None:
        change = next(e.step.change for e in self._shown if e.step.change.id == change_id)
        self.opened.emit(change.record, change.field)


def _cells(entry: Entry, today: date, here: str) -> Sequence[RowCell]:
    change = entry.step.change
    local = change.at.astimezone(HELSINKI)
    came = _("From {before} to {after}").format(before=entry.before, after=entry.after)
    desk = _("This computer") if change.device == here else _("Another desk")
    return (
        RowCell(i18n.show_time(local), phrases.day(local.date(), today)),
        RowCell(
            entry.title,
            came if entry.before else entry.after,
            bold=True,
            line_tone="text_2",
            icon=_ICONS.get(entry.kind, "cases"),
            icon_tone="text_2",
        ),
        RowCell(change.author, desk),
    )
