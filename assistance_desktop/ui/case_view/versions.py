"""The versions of one answer, the newest first, and the choice of the one that is to stand.

Choosing writes a new change; no version is ever taken away or rewritten.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Change, Unanswered
from assistance_desktop.i18n import _
from assistance_desktop.sync import exchange
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.questions import Answered
from assistance_desktop.ui.desk_names import DeskNames
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.timeline import Event, Timeline
from assistance_desktop.ui.kit.words import Words

_SHOWN = 60
"""Versions that are shown of one answer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A value that may stand, in words, with who wrote it and when."""

    value: Answer
    words: str
    who: str


class VersionsPanel(QWidget):
    """The history of one answer. `picked` carries the value that is to stand from now on."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._question = ""
        self.card = Card(" ", icon="history", icon_colour="text_2")
        self.card.header.setContentsMargins(16, 10, 16, 10)
        self.timeline = Timeline(narrow=True)
        self.earlier = Button(_("Use an earlier one"), icon="undo", size="small")
        self.earlier.clicked.connect(self._on_earlier)
        self._choosing = QVBoxLayout()
        self._choosing.setSpacing(8)
        self.choices: list[ChoiceRow] = []
        scroll = Scroll(_("Versions of the answer"), least=200)
        scroll.body.addWidget(self.card)
        scroll.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.card.body.addWidget(self.timeline)
        self.card.body.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.body.addLayout(self._choosing)

    def show_item(
        self,
        item: Answered,
        case: Case,
        words: Callable[[Answer], str],
        desks: DeskNames,
        today: date,
    ) -> None:
        """Show the versions of an answer."""
        self._question = item.question
        self.card.set_title(item.question)
        versions = _versions(case, item)

        def who(change: Change) -> str:
            return desks.after(change.author, change.device)

        def offer(change: Change, value: Answer) -> Offer:
            when = phrases.moment(change.at, today)
            return Offer(value, words(value), f"{who(change)}, {when}")

        self.timeline.show_events(
            [
                Event(
                    words(change.value),
                    who(change),
                    phrases.moment(change.at, today),
                    _icon(change, item, desks.here),
                    "done" if change in item.heads and not item.differs else "",
                )
                for change in versions[:_SHOWN]
            ]
        )
        self._offers = _offers(item, versions, offer)
        self._put_choices_away()
        self.earlier.setVisible(bool(self._offers) and not item.differs and not item.kept)

    def decide(self) -> None:
        """Ask which of the values is to stand."""
        self.earlier.hide()
        empty(self._choosing)
        self._choosing.addWidget(Words(_("Which one is to stand?"), bold=True))
        self.choices = []
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for offer in self._offers:
            row = ChoiceRow(offer.words, detail=offer.who)
            row.setMinimumWidth(look().px(120))
            row.clicked.connect(partial(self._on_picked, offer.value))
            column.addWidget(row)
            self.choices.append(row)
        self._choosing.addWidget(around)
        kept = _("What is not chosen stays here with its name and time.")
        self._choosing.addWidget(Words(kept, "small", "text_2"))
        leave = Button(_("Leave it as it is"), "quiet", size="small")
        leave.clicked.connect(self._on_left)
        self._choosing.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.timeline.hide()
        if self.choices:
            self.choices[0].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def is_deciding(self) -> bool:
        """Whether somebody is choosing a value."""
        return bool(self.choices)

    def _put_choices_away(self) -> None:
        self.choices = []
        empty(self._choosing)
        self.timeline.show()

    def _on_earlier(self) -> None:
        self.decide()

    def _on_left(self) -> None:
        self._put_choices_away()
        self.earlier.show()
        self.earlier.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, value: Answer) -> None:
        self._put_choices_away()
        self.picked.emit(value)


def _versions(case: Case, item: Answered) -> list[Change]:
    """Every change of the answer, the newest first."""
    found = [c for c in case.changes if c.record == item.record and c.field == item.field]
    return found[::-1]


def _icon(change: Change, item: Answered, here: str) -> str:
    """What a version is marked with: it holds, differs, says nothing, came from elsewhere."""
    if change in item.heads:
        return "both" if item.differs else "check"
    if isinstance(change.value, Unanswered) or change.value is None:
        return "help"
    return "pencil" if change.device == here else "in"


def _offers(
    item: Answered, versions: Sequence[Change], offer: Callable[[Change, Answer], Offer]
) -> list[Offer]:
    """What may be chosen: of an answer that differs its sides, of any other what stood before."""
    if not item.differs:
        present = item.heads[-1].value if item.heads else None
        return _distinct(versions, (present, None, "", Unanswered.NOT_ASKED), offer)
    sides = _distinct(item.heads, (), offer)
    joined = exchange.both([side.value for side in sides])
    if joined is not None:
        both = offer(item.heads[-1], joined)
        sides.append(Offer(joined, both.words, _("Both together")))
    return sides


def _distinct(
    changes: Sequence[Change], without: Sequence[Answer], offer: Callable[[Change, Answer], Offer]
) -> list[Offer]:
    values: list[Answer] = list(without)
    found: list[Offer] = []
    for change in changes:
        if change.value not in values:
            values.append(change.value)
            found.append(offer(change, change.value))
    return found
