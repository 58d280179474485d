# ruff: noqa: D102 - Qt documents the methods that it calls
"""The client's sheet: the question and the numbered answers in the client's own language.

It only shows: the worker chooses in the middle, or the client points. Its direction is that of
its language, whatever the direction of the screens.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import text_direction

from .card import Card
from .paint import mirror, paint_box, painter_of
from .theme import look
from .words import Paragraph, Words


class ClientSheet(Card):
    """A card with a question and its answers; `large` is for the client's own view.

    `show_question` replaces what it shows; `choose` marks answers by their place from 0.
    """

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._place = "client_view" if large else "client_panel"
        self.body.setContentsMargins(11, 17, 11, 11)
        self.body.setSpacing(14)
        self._question = Words("", f"{self._place}_question", bold=True)
        holder = QVBoxLayout()
        holder.setContentsMargins(9, 0, 9, 0)
        holder.addWidget(self._question)
        self.body.addLayout(holder)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(2)
        self.body.addLayout(self._answers)
        self._shown: list[SpokenAnswer] = []

    def show_question(
        self, language: str, question: str, answers: Sequence[str], *, numbered: bool = True
    ) -> None:
        """Show a question and its answers in a language (BCP 47).

        Without numbers the circles are empty: where a digit would not choose the answer.
        """
        mirrored = text_direction(language) == "rtl"
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(direction)
        self._question.say(question)
        for each in self._shown:
            self._answers.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._shown = [
            SpokenAnswer(str(number) if numbered else "", words, f"{self._place}_option")
            for number, words in enumerate(answers, 1)
        ]
        for each in self._shown:
            self._answers.addWidget(each)

    def choose(self, places: Sequence[int]) -> None:
        """Mark the answers at these places."""
        for at, each in enumerate(self._shown):
            each.mark(at in places)


class SpokenAnswer(QWidget):
    """One answer: its number in a circle and its words."""

    def __init__(self, number: str, words: str, letter: str) -> None:
        super().__init__()
        self._number, self._chosen = number, False
        self._words = Paragraph(words, letter)
        self.setAccessibleName(f"{number}. {words}" if number else words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mark(self, chosen: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the answer as chosen or not."""
        self._chosen = chosen
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words.height(max(1, width - self._start() - 12))
        return max(look().px(48), words + 12)

    def sizeHint(self) -> QSize:
        width = self._words.natural_width() + self._start() + 12
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words.least_width() + self._start() + 12, look().px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self._chosen:
            paint_box(painter, QRectF(self.rect()), 8, "accent_soft", "accent", 2)
        side = self._side()
        circle = mirror(self, QRectF(12, round((self.height() - side) / 2), side, side))
        line = "accent" if self._chosen else "border"
        fill = "accent" if self._chosen else ""
        paint_box(painter, circle, side / 2, fill, line, look().line_width)
        painter.setFont(look().font("body"))
        painter.setPen(look().colour("on_accent" if self._chosen else "text_2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)
        width = self.width() - self._start() - 12
        place = mirror(self, QRectF(self._start(), 0, width, self.height()))
        self._words.paint(painter, place, "text", middle=True)

    def _side(self) -> int:
        least = QFontMetricsF(look().font("body")).horizontalAdvance(self._number) + 12
        return max(look().px(28), round(least))

    def _start(self) -> int:
        return 12 + self._side() + 12
