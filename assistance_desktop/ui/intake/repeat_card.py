"""One card of a repeat, such as one child: shut with its gist, or open with its questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.asked_together import AskedTogether
from assistance_desktop.ui.intake.note_field import NoteField
from assistance_desktop.ui.kit.button import Button, IconButton
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.mark import Glyph
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words

if TYPE_CHECKING:
    from assistance_desktop.ui.intake.answering import Answering
    from assistance_desktop.ui.intake.filling import Filling
    from assistance_desktop.ui.intake.repeat_cards import RepeatCards

_GIST = 3
"""Answers that a shut card tells."""

_FEW = 3
"""Choices of a question whose answer alone says little."""


class ClosedCard(Card):
    """A card with what it is called and its first answers; `opened` carries its path."""

    opened = Signal(str)

    def __init__(self, filling: Filling, place: str, number: int) -> None:
        super().__init__(padded=False)
        called = _called(filling, place, number)
        done, count = _progress(filling, place)
        row = Row(called, _gist(filling, place), icon="person", first=True)
        if done == count:
            row.end.addWidget(Picture("check", "accent_text", 18))
        words = _("{done} of {count}").format(done=done, count=count)
        row.end.addWidget(Words(words, "small", "accent_text" if done == count else "text_2"))
        button = Button(_("Open"), size="small")
        button.setAccessibleName(_("Open {card}").format(card=called))
        button.clicked.connect(partial(self.opened.emit, place))
        row.end.addWidget(button)
        self.body.addWidget(row)


class OpenCard(Card):
    """A card with its questions, the note, and the cards of repeats inside it.

    `answered`, `half_typed` and `noted` carry the path of a question; `added` and `removed` tell
    of the cards inside, `taken_away` of this one.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)
    noted = Signal(str, str)
    added = Signal(str)
    removed = Signal(str)
    taken_away = Signal()

    def __init__(self, filling: Filling, place: str, number: int, *, removable: bool) -> None:
        super().__init__()
        self._filling, self.place, self._number = filling, place, number
        self.set_chosen(True, tinted=False)
        self._title, self._done = Words("", bold=True), Words("", "small", "text_2")
        self.body.addLayout(self._make_head(removable=removable))
        self.body.addSpacing(8)
        self._asked = AskedTogether(filling, place, flat=True)
        self._asked.answered.connect(self.answered)
        self._asked.half_typed.connect(self.half_typed)
        self.body.addWidget(self._asked)
        self._inside: list[RepeatCards] = []
        first = next((one.path for one in self._asked.answerings), place)
        self._note = NoteField(filling, first, alone=False)
        self._note.noted.connect(self.noted)
        self.body.addWidget(self._note)
        self._note.setVisible(bool(self._asked.answerings))
        self._say_progress()

    @property
    def answerings(self) -> list[Answering]:
        """Every place to answer on this card and on the open ones inside it."""
        return [*self._asked.answerings, *(a for cards in self._inside for a in cards.answerings)]

    def add_cards(self, cards: RepeatCards) -> None:
        """Put the cards of a repeat inside this one."""
        title = self._filling.interview.label(cards.path).text
        cards.answered.connect(self.answered)
        cards.half_typed.connect(self.half_typed)
        cards.noted.connect(self.noted)
        cards.added.connect(self.added)
        cards.removed.connect(self.removed)
        self._inside.append(cards)
        self.body.addSpacing(8)
        if title:
            self.body.addWidget(Words(title, "head"))
        self.body.addWidget(cards)

    def open_inside(self, path: str) -> None:
        """Open the card inside this one that holds a path."""
        for cards in self._inside:
            if path.startswith(f"{cards.path}["):
                cards.open_card(path)

    def show_answers(self) -> None:
        """Show what is asked now, and say beside each answer what is wrong with it."""
        self._asked.show_questions()
        for answering in self._asked.answerings:
            answering.show_problem(self._filling.problem(answering.path))
        for cards in self._inside:
            cards.show_answers()
        self._say_progress()

    def turn_to(self, path: str) -> None:
        """The keyboard is in another question of this card."""
        if path in [one.path for one in self._asked.answerings]:
            self._note.be_about(path)
        for cards in self._inside:
            cards.turn_to(path)

    def write_note(self) -> None:
        """Give the keyboard to the note of the card that the keyboard is in."""
        now: QWidget | None = QApplication.focusWidget()
        inside = (one for one in self._inside if now is not None and one.isAncestorOf(now))
        holder = next(inside, None)
        if holder is not None:
            holder.write_note()
        else:
            self._note.setFocus()

    def _make_head(self, *, removable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Glyph(icon="person"))
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addWidget(self._title)
        row.addLayout(stack, 1)
        row.addWidget(self._done)
        if removable:
            remove = IconButton("x", _("Take this card away"))
            remove.clicked.connect(self.taken_away)
            row.addWidget(remove)
        return row

    def _say_progress(self) -> None:
        done, count = _progress(self._filling, self.place)
        self._title.say(_called(self._filling, self.place, self._number))
        self._done.say(_("{done} of {count}").format(done=done, count=count))


def _called(filling: Filling, place: str, number: int) -> str:
    """What the first text on the card says, else its number."""
    interview = filling.interview
    for path in steps.together(interview, place):
        item = interview.item(path)
        if isinstance(item, Question) and item.type == "text":
            value = interview.value(path)
            if isinstance(value, str) and value:
                return value
    return _("Number {number}").format(number=number)


def _gist(filling: Filling, place: str) -> str:
    """The first answers on a card in words, without what it is called."""
    called = _called(filling, place, 0)
    answered = (
        path
        for path in steps.together(filling.interview, place)
        if filling.interview.state(path) == "answered" and filling.is_said(path)
    )
    said = (_answer_in_words(filling, path) for path in answered)
    return "  ".join([words for words in said if words != called][:_GIST])


def _answer_in_words(filling: Filling, path: str) -> str:
    """An answer; with its question where the answer alone says little, such as Yes."""
    record, field = filling.locate(path)
    question, answer = filling.questionnaire.describe(field, filling.case.value(record, field))
    choices = filling.interview.choices(path)
    return f"{question} {answer}" if 0 < len(choices) <= _FEW else answer


def _progress(filling: Filling, place: str) -> tuple[int, int]:
    """How many questions of a card are answered or left, and how many there are."""
    interview = filling.interview
    asked = steps.together(interview, place)
    paths = [path for path in asked if steps.is_answerable(interview, path)]
    return sum(interview.state(path) != "blank" for path in paths), len(paths)
