"""The end of the interview: what is open, one row a question and one click away.

Finishing is never blocked. An open question is not a no.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import N_, _
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.standing import Standing, place_in_words, standings
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.chip import Chip, FilterChip
from assistance_desktop.ui.kit.progress import Count
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words

_STATES: Mapping[str, tuple[str, str, str]] = {
    "wrong": (N_("To mend"), "amber", "alert"),
    "blank": (N_("Skipped"), "", ""),
    "refused": (N_("Prefers not to say"), "outline", ""),
    "unknown": (N_("Not known yet"), "outline", ""),
}


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
        column.setSpacing(12)
        column.addWidget(Words(_("Review"), "small", "text_2"))
        title = _("Review {name}’s answers").format(name=name) if name else _("Review the answers")
        column.addWidget(Words(title, "title"))
        column.addLayout(self._make_filters())
        self._card = Card(padded=False)
        column.addWidget(self._card)
        column.addStretch(1)
        self._list()

    @property
    def counts(self) -> dict[str, int]:
        """How many steps stand in each state."""
        found = dict.fromkeys(("answered", *_STATES), 0)
        for one in self._all:
            found[one.state] += 1
        return found

    def take_focus(self) -> None:
        """Give the keyboard to the first filter."""
        self._chips[""].setFocus()

    def _make_filters(self) -> QVBoxLayout:
        """The filters in lines of three: five of them are wider than a small window's middle."""
        lines = QVBoxLayout()
        lines.setSpacing(8)
        counts = self.counts
        open_ones = sum(counts[state] for state in _STATES)
        self._chips = {"": FilterChip(_("All open"), open_ones)}
        for state, (words, _tone, _icon) in _STATES.items():
            if counts[state]:
                self._chips[state] = FilterChip(_(words), counts[state])
        chips = list(self._chips.values())
        for state, chip in self._chips.items():
            chip.setAutoExclusive(True)
            chip.setChecked(not state)
            chip.clicked.connect(partial(self._on_filter, state))
        for start in range(0, len(chips), 3):
            row = QHBoxLayout()
            row.setSpacing(8)
            for chip in chips[start : start + 3]:
                row.addWidget(chip)
            row.addStretch(1)
            lines.addLayout(row)
        return lines

    def _on_filter(self, state: str) -> None:
        self._shown = state
        self._list()

    def _list(self) -> None:
        while (item := self._card.body.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        order = list(_STATES)
        rows = [one for one in self._all if one.state in order]
        rows = [one for one in rows if self._shown in ("", one.state)]
        for at, one in enumerate(sorted(rows, key=lambda one: order.index(one.state))):
            self._card.body.addWidget(self._row(one, first=not at))
        if not rows:
            self._card.body.addWidget(Words(_("Nothing is open."), tone="text_2"))

    def _row(self, one: Standing, *, first: bool) -> Row:
        interview = self._filling.interview
        words, tone, icon = _STATES[one.state]
        line = place_in_words(self._filling, one.step)
        row = Row(interview.label(one.step.path).text, line, opens=True, first=first)
        for path in one.step.questions:
            if problem := self._filling.problem(path):
                row.body.insertWidget(row.body.count() - 1, Words(problem, "small", "amber_text"))
                row.setAccessibleDescription(f"{line}. {problem}")
        row.end.addWidget(Chip(_(words), tone, icon=icon))
        row.clicked.connect(partial(self.chosen.emit, one.step.path))
        return row


class ReviewAside(QWidget):
    """Beside the review: the counts, and that finishing is always possible."""

    def __init__(self, counts: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        whole = sum(counts.values())
        card = Card()
        count = Count(
            _("{done} of {count} answered").format(done=counts["answered"], count=whole), bold=True
        )
        count.show_count(counts["answered"], whole, " ")
        card.body.addWidget(count)
        rows = {"answered": (_("Answered"), "check", "accent_text")}
        icons = {"wrong": "alert", "blank": "minus", "refused": "ban", "unknown": "help"}
        rows |= {
            state: (_(words), icons[state], "amber_text" if state == "wrong" else "text_2")
            for state, (words, _tone, _icon) in _STATES.items()
        }
        for state, (words, icon, tone) in rows.items():
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(Picture(icon, tone, 18))
            line.addWidget(Words(words, tone="amber_text" if state == "wrong" else "text"), 1)
            line.addWidget(Words(str(counts[state]), bold=True))
            card.body.addLayout(line)
        column.addWidget(card)
        banner = _(
            "You can finish now. An unanswered question is never read as no, and every answer"
            " can change later."
        )
        column.addWidget(Banner(banner, "accent", icon="leaf"))
        column.addStretch(1)
