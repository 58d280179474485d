"""The end of the interview: what is open, one row a question and one click away.

Finishing is never blocked. An open question is not a no.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import N_, _, ngettext
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.standing import Standing, place_in_words, standings
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.chip import Chip, FilterChip
from assistance_desktop.ui.kit.flow import Flow
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.words import Words

STATES: Mapping[str, tuple[str, str, str]] = {
    "wrong": (N_("To mend"), "amber", "alert"),
    "blank": (N_("Skipped"), "", ""),
    "refused": (N_("Prefers not to say"), "outline", ""),
    "unknown": (N_("Not known yet"), "outline", ""),
}
"""How an open question stands, in words, with the tone and the icon of its chip."""

SHOWN_FIRST = 7
"""Rows before "Show more"."""


class ReviewView(QWidget):
    """The open questions by kind. `chosen` carries the path of a step to open."""

    chosen = Signal(str)

    def __init__(self, filling: Filling, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = filling
        self._all = standings(filling)
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(_("Review"), "small", "text_2"))
        title = _("Review {name}’s answers").format(name=name) if name else _("Review the answers")
        column.addWidget(Words(title, "title"))
        column.addSpacing(4)
        column.addLayout(self._make_filters())
        column.addSpacing(4)
        self._card = Card(padded=False)
        column.addWidget(self._card)
        column.addStretch(1)
        self._list()

    @property
    def counts(self) -> dict[str, int]:
        """How many steps stand in each state."""
        found = dict.fromkeys(("answered", *STATES), 0)
        for one in self._all:
            found[one.state] += 1
        return found

    def take_focus(self) -> None:
        """Give the keyboard to the first filter."""
        self._chips[""].setFocus()

    def _make_filters(self) -> Flow:
        filters = Flow()
        counts = self.counts
        open_ones = sum(counts[state] for state in STATES)
        self._chips = {"": FilterChip(_("All open"), open_ones)}
        for state, (words, _tone, _icon) in STATES.items():
            if counts[state]:
                self._chips[state] = FilterChip(_(words), counts[state])
        for state, chip in self._chips.items():
            chip.setAutoExclusive(True)
            chip.setChecked(not state)
            chip.clicked.connect(partial(self._on_filter, state))
            filters.addWidget(chip)
        return filters

    def _on_filter(self, state: str) -> None:
        self._shown = state
        self._list()

    def _list(self, *, whole: bool = False) -> None:
        """Lay out the rows: the first of them, or the whole list."""
        empty(self._card.body)
        order = list(STATES)
        rows = [one for one in self._all if one.state in order]
        rows = [one for one in rows if self._shown in ("", one.state)]
        rows.sort(key=lambda one: order.index(one.state))
        shown = rows if whole or len(rows) <= SHOWN_FIRST + 1 else rows[:SHOWN_FIRST]
        for at, one in enumerate(shown):
            self._card.body.addWidget(self._row(one, first=not at))
        if len(shown) < len(rows):
            self._add_more(len(rows) - len(shown))
        if not rows:
            self._card.body.addWidget(_nothing())

    def _add_more(self, more: int) -> None:
        words = ngettext("Show {count} more", "Show {count} more", more).format(count=more)
        button = Button(words, "quiet", icon="down", icon_after=True)
        button.clicked.connect(self._on_more)
        self._card.body.addWidget(Rule())
        row = QHBoxLayout()
        row.setContentsMargins(4, 2, 4, 2)
        row.addWidget(button)
        row.addStretch(1)
        self._card.body.addLayout(row)

    def _on_more(self) -> None:
        """The rest is shown, and the keyboard stands on the first of it."""
        self._list(whole=True)
        item = self._card.body.itemAt(SHOWN_FIRST)
        row = item.widget() if item is not None else None
        if row is not None:
            row.show()
            row.setFocus()

    def _row(self, one: Standing, *, first: bool) -> Row:
        interview = self._filling.interview
        words, tone, icon = STATES[one.state]
        line = place_in_words(self._filling, one.step)
        row = Row(interview.label(one.step.path).text, line, opens=True, first=first)
        for path in one.step.questions:
            if problem := self._filling.problem(path):
                row.body.insertWidget(row.body.count() - 1, Words(problem, "small", "amber_text"))
                row.setAccessibleDescription(f"{line}. {problem}")
        row.end.addWidget(Chip(_(words), tone, icon=icon))
        row.clicked.connect(partial(self.chosen.emit, one.step.path))
        return row


def _nothing() -> QWidget:
    """What stands in the list when it is empty."""
    words = Words(_("Nothing is open."), tone="text_2")
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(words)
    return ground
