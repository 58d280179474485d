"""The cards of a repeat: one for each of something, and inside them the cards of other repeats.

One card is open at a time. A card can be taken away and brought back; what was written on it is
not lost. Where the form itself decides how many there are, nobody adds or takes away.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.forms.form import Repeat
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.repeat_card import ClosedCard, OpenCard
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words


class RepeatCards(QWidget):
    """The cards of the repeat at a path.

    `answered`, `half_typed` and `noted` carry the path of a question; `added` that of a repeat,
    `removed` that of an instance: the page does it, and shows the cards anew.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    noted = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, filling: Filling, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling, self.path = filling, path
        self._open: OpenCard | None = None
        item = filling.interview.item(path)
        self._grows = isinstance(item, Repeat) and steps.can_grow(item)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._cards)
        self._add = Button(_("Add one"), icon="plus")
        column.addLayout(self._make_foot())
        self.open_card(self._instances[-1] if self._instances else "")

    @property
    def answerings(self) -> list[Answering]:
        """Every place to answer on the cards that are open."""
        return self._open.answerings if self._open is not None else []

    def open_card(self, place: str) -> None:
        """Lay the cards out anew; the one that holds a path is open, and those inside it too."""
        empty(self._cards)
        self._open = None
        self._shown = self._instances
        for number, instance in enumerate(self._shown, 1):
            if place == instance or place.startswith(f"{instance}/"):
                self._open = self._make_open(instance, number)
                self._cards.addWidget(self._open)
                self._open.show()  # at once, so that it can take the keyboard
                self._open.open_inside(place)
            else:
                self._cards.addWidget(self._make_closed(instance, number))
        follow_layout(self)

    def show_answers(self) -> None:
        """Show what is asked now, and say beside each answer what is wrong with it."""
        if self._shown != self._instances:  # an answer changed how many there are
            self.open_card(self._open.place if self._open is not None else "")
        elif self._open is not None:
            self._open.show_answers()

    def turn_to(self, path: str) -> None:
        """The keyboard is in another question on the cards."""
        if self._open is not None:
            self._open.turn_to(path)

    def write_note(self) -> None:
        """Give the keyboard to the note on the open card."""
        if self._open is not None:
            self._open.write_note()

    def take_focus(self) -> None:
        """Give the keyboard to the open card, else to Add."""
        if self.answerings:
            self.answerings[0].take_focus()
        elif self._grows:
            self._add.setFocus()

    @property
    def _instances(self) -> tuple[str, ...]:
        interview = self._filling.interview
        return tuple(one for one in interview.instances(self.path) if interview.relevant(one))

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = self._filling.interview.label(self.path).text
        self._add.setAccessibleName(_("Add one: {title}").format(title=title) if title else "")
        self._add.clicked.connect(lambda: self.added.emit(self.path))
        said = Words(_("A card can be taken away and brought back"), "small", "text_2")
        row.addWidget(self._add)
        row.addStretch(1)
        row.addWidget(said)
        if not self._grows:
            self._add.hide()
            said.hide()
        return row

    def _make_closed(self, instance: str, number: int) -> ClosedCard:
        card = ClosedCard(self._filling, instance, number)
        card.opened.connect(self._on_opened)
        return card

    def _make_open(self, instance: str, number: int) -> OpenCard:
        card = OpenCard(self._filling, instance, number, removable=self._grows)
        card.answered.connect(self.answered)
        card.half_typed.connect(self.half_typed)
        card.noted.connect(self.noted)
        card.added.connect(self.added)
        card.taken_away.connect(partial(self.removed.emit, instance))
        card.removed.connect(self.removed)
        for inner in steps.repeats_in(self._filling.interview, instance):
            card.add_cards(RepeatCards(self._filling, inner))
        return card

    def _on_opened(self, place: str) -> None:
        self.open_card(place)
        self.take_focus()
