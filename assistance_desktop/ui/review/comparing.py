"""One conflict: both values with who, where and when, and the choice between them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases import history
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.card import Card, Picture, Rule
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.review.deciding import BOTH, OWN, Deliberation, Describe, Side


class ComparePanel(QWidget):
    """A conflict to decide; `decided` tells every change of the choice."""

    decided = Signal()

    def __init__(
        self,
        deliberation: Deliberation,
        describe: Describe,
        desks: Mapping[str, str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deliberation, self._describe = deliberation, describe
        self._cards = [
            _side_card(side, self._text(side), desks, today) for side in deliberation.sides
        ]
        self.choices: dict[int, ChoiceRow] = {}
        self.own = LineField(_("What should stand there?"), deliberation.own)
        self.note = LineField(
            _("Note for the team"),
            deliberation.note,
            optional=_("optional"),
            hint=_("Why you chose this"),
        )
        self.own.is_loose = self.note.is_loose = True
        self.own.changed.connect(self._on_own_written)
        self.note.changed.connect(self._on_note_written)
        self._lay_out()
        self._show_choice()

    def choose(self, number: int) -> bool:
        """Choose by the number beside a row, from 1; False when there is none such."""
        rows = list(self.choices.values())
        if not 0 < number <= len(rows):
            return False
        rows[number - 1].setFocus()
        rows[number - 1].click()
        return True

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in the order of reading."""
        return (*self.choices.values(), self.own.edit, self.note.edit)

    def _text(self, side: Side) -> str:
        return self._words(side.value)

    def _words(self, value: Answer) -> str:
        conflict, case = self._deliberation.conflict, self._deliberation.case.case
        return self._describe(conflict.record, conflict.field, value, case)[1]

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(15, 16, 15, 15)
        whole.setSpacing(16)
        whole.addWidget(Words(self._before(), tone="text_2", rich=True))
        grid = QGridLayout()
        grid.setSpacing(12)
        for number, card in enumerate(self._cards):
            grid.addWidget(card, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
        whole.addLayout(grid)
        whole.addLayout(self._lay_out_choices())
        whole.addWidget(self.own)
        kept = _("The value you do not keep stays in the case history with its name and time.")
        whole.addWidget(Banner(kept, icon="history"))
        whole.addStretch(1)
        whole.addWidget(self.note)

    def _lay_out_choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        for kept, words in self._offered():
            choice = ChoiceRow(words, key=str(len(self.choices) + 1), quiet=kept == OWN)
            choice.setParent(self)
            choice.clicked.connect(lambda _on=True, kept=kept: self._on_kept(kept))
            self.choices[kept] = choice
            (column if kept == OWN else row).addWidget(choice)
        column.insertLayout(0, row)
        return column

    def _offered(self) -> list[tuple[int, str]]:
        """The choices in the order of reading: between two sides stands both."""
        sides = len(self._deliberation.sides)
        if sides == 2:
            offered = [(0, _("Keep left")), (1, _("Keep right"))]
        else:
            offered = [
                (place, _("Keep number {number}").format(number=place + 1))
                for place in range(sides)
            ]
        if self._deliberation.joined is not None:
            both = (BOTH, _("Keep both") if sides == 2 else _("Keep all"))
            offered.insert(1 if sides == 2 else sides, both)
        if self._deliberation.may_write(self._describe):
            offered.append((OWN, _("Write another value")))
        return offered

    def _before(self) -> str:
        conflict, case = self._deliberation.conflict, self._deliberation.case.case
        before = history.last_before(case, conflict.record, conflict.field)
        if before is Unanswered.NOT_ASKED:
            return _(
                "This was written in two places after the last exchange. Before, it was empty."
            )
        return _(
            "This was changed in two places after the last exchange."
            " Before both changes it said: <b>{value}</b>"
        ).format(value=self._words(before))

    def _show_choice(self) -> None:
        kept = self._deliberation.kept
        if kept is not None:
            self.choices[kept].setChecked(True)
        for place, card in enumerate(self._cards):
            card.set_chosen(kept in (place, BOTH))
        self.own.setVisible(kept == OWN)

    def _on_kept(self, kept: int) -> None:
        self._deliberation.kept = kept
        self._show_choice()
        if kept == OWN:
            self.own.edit.setFocus()
        self.decided.emit()

    def _on_own_written(self) -> None:
        self._deliberation.own = self.own.text
        self.decided.emit()

    def _on_note_written(self) -> None:
        self._deliberation.note = self.note.text


def _side_card(side: Side, text: str, desks: Mapping[str, str], today: date) -> Card:
    card = Card()
    where = _("On this computer") if side.here else _("In the bundle")
    card.body.setSpacing(4)
    card.body.addWidget(Words(where, "small", "text_2"))
    card.body.addWidget(Words(text, "head"))
    card.body.addStretch(1)
    card.body.addSpacing(8)
    card.body.addWidget(Rule())
    card.body.addSpacing(4)
    for head in side.heads:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Picture("person", "text_2", 18))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Words(head.author, bold=True))
        names.addWidget(Words(desks.get(head.device, _("Another computer")), "small", "text_3"))
        row.addLayout(names, 1)
        row.addWidget(Words(phrases.moment(head.at, today), "small", "text_2"))
        card.body.addLayout(row)
    return card
