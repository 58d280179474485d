"""What the client sees: the question and the numbered answers in the client's own language.

It only shows: the worker chooses in the middle, or the client points. Its direction is that of
its words, whatever the direction of the screens; it reads aloud question, answers, quiet answers
and the calm word, in this order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from .banner import Banner
from .card import Card
from .photo import Photo
from .scroll import empty
from .spoken_answer import BOARD, SHEET, SpokenAnswer, Style
from .theme import look
from .words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """The words for the client; `above` names what the question is about, such as one child.

    `quiet` are the two ways not to answer, `stop` the calm word under all. Answers are `numbered`
    when the same digits choose them on the keyboard. `pictures` belong to the question (at -1)
    and to the answers by their place. `told` are sentences that nobody answers.
    """

    question: str = ""
    answers: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    stop: str = ""
    above: str = ""
    numbered: bool = True
    mirrored: bool = False
    pictures: tuple[tuple[int, QImage], ...] = ()
    told: tuple[str, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """Everything that can be chosen, in the order of the digits."""
        return (*self.answers, *self.quiet)


class ClientSheet(QWidget):
    """The sheet beside the interview: one card, and the calm word under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card()
        card.body.setContentsMargins(11, 17, 11, 11)
        card.body.setSpacing(14)
        self._page = _Page(SHEET, card.body, margin=9)
        self._stop = Banner("", "accent", icon="pause", letter=SHEET.letter)
        column.addWidget(card)
        column.addWidget(self._stop)

    def show_words(self, shown: Shown) -> None:
        """Show other words."""
        _turn(self, shown)
        self._page.show_words(shown)
        _say_stop(self._stop, shown)

    def choose(self, places: Sequence[int]) -> None:
        """Mark the answers at these places from 0."""
        self._page.choose(places)


class ClientBoard(QWidget):
    """The same on a whole screen: one card an answer, the quiet ones side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 24, 0, 0)
        whole.setSpacing(0)
        whole.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(32)
        whole.addLayout(middle)
        self._page = _Page(BOARD, middle)
        whole.addSpacing(24)
        whole.addStretch(1)
        self._stop = Banner("", "accent", icon="pause", letter=BOARD.letter)
        self._stop.be_roomy()
        whole.addWidget(self._stop)

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt documents it
        return QSize(look().px(928), super().sizeHint().height())

    def show_words(self, shown: Shown) -> None:
        """Show other words."""
        _turn(self, shown)
        self._page.show_words(shown)
        _say_stop(self._stop, shown)

    def choose(self, places: Sequence[int]) -> None:
        """Mark the answers at these places from 0."""
        self._page.choose(places)


class _Page:
    """The question and the answers, laid into a column in a style."""

    def __init__(self, style: Style, column: QBoxLayout, margin: int = 0) -> None:
        self._style = style
        self._head = QVBoxLayout()
        self._head.setContentsMargins(margin, 0, margin, 0)
        self._head.setSpacing(0)
        self._above = Words("", style.small, "text_2")
        self._question = Words("", style.question, bold=True)
        self._head.addWidget(self._above)
        self._head.addWidget(self._question)
        self._picture: Photo | None = None
        self._answers = QVBoxLayout()
        self._answers.setSpacing(style.gap)
        column.addLayout(self._head)
        column.addLayout(self._answers)
        self._shown: list[SpokenAnswer] = []

    def show_words(self, shown: Shown) -> None:
        self._above.setVisible(bool(shown.above))
        self._above.say(shown.above)
        self._question.say(shown.question)
        pictures = dict(shown.pictures)
        self._show_picture(pictures.get(-1), shown.question)
        empty(self._answers)
        made = [
            SpokenAnswer(
                str(number) if shown.numbered and number <= 9 else "",  # the keys end with 9
                words,
                self._style,
                quiet=number > len(shown.answers),
                picture=pictures.get(number - 1),
            )
            for number, words in enumerate(shown.spoken, 1)
        ]
        for sentence in shown.told:
            self._answers.addWidget(self._sentence(sentence))
        answers, quiet = made[: len(shown.answers)], made[len(shown.answers) :]
        self._shown = made
        for each in answers:
            self._answers.addWidget(each)
        self._lay_quiet(quiet)

    def choose(self, places: Sequence[int]) -> None:
        for at, each in enumerate(self._shown):
            each.mark(chosen=at in places)

    def _sentence(self, words: str) -> QWidget:
        margin = self._head.contentsMargins().left()
        widget = QWidget()
        place = QVBoxLayout(widget)
        place.setContentsMargins(margin, 4, margin, 4)
        place.addWidget(Words(words, self._style.letter))
        return widget

    def _lay_quiet(self, quiet: list[SpokenAnswer]) -> None:
        if not self._style.side_by_side:
            for each in quiet:
                self._answers.addWidget(each)
            return
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._style.gap)
        for each in quiet:
            line.addWidget(each, 1)
        self._answers.addWidget(row)

    def _show_picture(self, image: QImage | None, name: str) -> None:
        if self._picture is not None:
            self._head.removeWidget(self._picture)
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        if image is not None:
            self._picture = Photo(image, name)
            self._head.addWidget(self._picture)


def _turn(widget: QWidget, shown: Shown) -> None:
    right = Qt.LayoutDirection.RightToLeft
    widget.setLayoutDirection(right if shown.mirrored else Qt.LayoutDirection.LeftToRight)


def _say_stop(banner: Banner, shown: Shown) -> None:
    banner.setVisible(bool(shown.stop))
    banner.say(shown.stop)
