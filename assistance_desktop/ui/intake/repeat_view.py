"""A step that is asked again for each of something, such as children: one card for each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.repeat_cards import RepeatCards
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.words import Words


class RepeatView(QWidget):
    """The title of a repeat and its cards.

    `answered`, `half_typed` and `noted` carry the path of a question; `added` that of a repeat,
    `removed` that of an instance.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    noted = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)

    def __init__(
        self, filling: Filling, step: Step, place: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.step = step
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.place = Words(place, "small", "text_2")
        column.addWidget(self.place)
        column.addSpacing(4)
        title = filling.interview.label(step.path).text
        column.addWidget(Words(title or _("One card for each"), "title"))
        column.addSpacing(12)
        self.cards = RepeatCards(filling, step.path)
        self.cards.answered.connect(self.answered)
        self.cards.half_typed.connect(self.half_typed)
        self.cards.noted.connect(self.noted)
        self.cards.added.connect(self.added)
        self.cards.removed.connect(self.removed)
        column.addWidget(self.cards)
        hint = filling.interview.hint(step.path).text
        if hint:
            column.addSpacing(12)
            column.addWidget(Banner(hint, icon="leaf"))
        column.addStretch(1)

    @property
    def answerings(self) -> list[Answering]:
        """Every place to answer on the cards that are open."""
        return self.cards.answerings

    def take_focus(self) -> None:
        """Give the keyboard to the open card, or to Add."""
        self.cards.take_focus()

    def press(self, number: int) -> None:
        """Keys choose nothing here: a card holds several questions."""

    def write_note(self) -> None:
        """Give the keyboard to the note on the open card."""
        self.cards.write_note()

    def turn_to(self, path: str) -> None:
        """The keyboard is in another question."""
        self.cards.turn_to(path)

    def show_place(self, path: str) -> None:
        """Open the card that holds a path."""
        self.cards.open_card(path)

    def show_problems(self) -> None:
        """Show what is asked now, and say beside each answer what is wrong with it."""
        self.cards.show_answers()
