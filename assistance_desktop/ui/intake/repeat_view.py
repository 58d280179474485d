"""A step that is asked again for each of something, such as children: one card for each.

A card can be taken away and brought back; what was written on it is not lost.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button, IconButton
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words


class RepeatView(QWidget):
    """The cards of a repeat. `answered` carries path and value; adding and removing are asked for.

    `removed` carries the path of an instance, `half_typed` path and words that are no answer.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)

    def __init__(
        self, filling: Filling, step: Step, place: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filling = filling
        self.step = step
        self.answerings: list[Answering] = []
        self._open = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        interview = filling.interview
        self.place = Words(place, "small", "text_2")
        self._column.addWidget(self.place)
        self._column.addWidget(Words(interview.label(step.path).text, "title"))
        hint = interview.hint(step.path)
        if hint.text:
            self._column.addWidget(Banner(hint.text, "accent", icon="leaf"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._column.addLayout(self._cards)
        self._make_foot()
        self._column.addStretch(1)
        self.show_cards(self._instances()[-1:])

    def show_cards(self, opened: tuple[str, ...] = ()) -> None:
        """Lay the cards out anew, with one of them open."""
        self._open = opened[0] if opened else ""
        self.answerings = []
        while (item := self._cards.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for number, instance in enumerate(self._instances(), 1):
            opened_here = instance == self._open
            make = self._open_card if opened_here else self._closed_card
            self._cards.addWidget(make(instance, number))

    def take_focus(self) -> None:
        """Give the keyboard to the open card, or to Add."""
        if self.answerings:
            self.answerings[0].take_focus()
        else:
            self._add.setFocus()

    def press(self, number: int) -> None:
        """Keys choose nothing here: a card holds several questions."""

    def write_note(self) -> None:
        """There is no note beside a repeat."""

    def show_problems(self) -> None:
        """Say beside each answer what is wrong with it now."""
        for answering in self.answerings:
            answering.show_problem(self._filling.problem(answering.path))

    def _instances(self) -> tuple[str, ...]:
        return self._filling.interview.instances(self.step.path)

    def _make_foot(self) -> None:
        row = QHBoxLayout()
        self._add = Button(_("Add one"), icon="plus")
        self._add.clicked.connect(lambda: self.added.emit(self.step.path))
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(Words(_("A card can be taken away and brought back"), "small", "text_2"))
        self._column.addLayout(row)

    def _closed_card(self, instance: str, number: int) -> QWidget:
        card = Card(padded=False)
        row = Row(self._called(instance, number), self._progress(instance), icon="person")
        button = Button(_("Open"), size="small")
        button.setAccessibleName(_("Open {card}").format(card=self._called(instance, number)))
        button.clicked.connect(partial(self._on_open, instance))
        row.end.addWidget(button)
        card.body.addWidget(row)
        return card

    def _open_card(self, instance: str, number: int) -> QWidget:
        card = Card(self._called(instance, number), icon="person")
        card.set_chosen(True, tinted=False)
        remove = IconButton("x", _("Take this card away"))
        remove.clicked.connect(lambda: self.removed.emit(instance))
        card.header.addWidget(Words(self._progress(instance), "small", "text_2"))
        card.header.addWidget(remove)
        for path in steps.together(self._filling.interview, instance):
            label = self._filling.interview.label(path).text
            if not steps.is_answerable(self._filling.interview, path):
                card.body.addWidget(Words(label, bold=True))
                continue
            answering = Answering(self._filling, path, label=label, numbered=False)
            answering.answered.connect(partial(self.answered.emit, path))
            answering.half_typed.connect(partial(self.half_typed.emit, path))
            self.answerings.append(answering)
            card.body.addWidget(answering)
            card.body.addSpacing(8)
        return card

    def _called(self, instance: str, number: int) -> str:
        """What the first text on the card says, else its number."""
        interview = self._filling.interview
        for path in steps.together(interview, instance):
            item = interview.item(path)
            if isinstance(item, Question) and item.type == "text":
                value = interview.value(path)
                if isinstance(value, str) and value:
                    return value
        return _("Number {number}").format(number=number)

    def _progress(self, instance: str) -> str:
        interview = self._filling.interview
        paths = [
            path
            for path in steps.together(interview, instance)
            if steps.is_answerable(interview, path)
        ]
        done = sum(interview.state(path) != "blank" for path in paths)
        return _("{done} of {count}").format(done=done, count=len(paths))

    def _on_open(self, instance: str) -> None:
        self.show_cards((instance,))
        self.take_focus()
