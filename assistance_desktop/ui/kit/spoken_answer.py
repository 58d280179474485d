# ruff: noqa: D102 - Qt documents the methods that it calls
"""One answer as the client sees it: its number in a circle, its words, perhaps a picture.

It is a text, not a button: the digit in the circle is the key that chooses it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from .paint import mirror, paint_box, painter_of
from .theme import look
from .words import Paragraph


@dataclass(frozen=True, slots=True)
class Style:
    """How large answers are, in pixels at 100 %, and whether each lies on a card of its own."""

    question: str
    letter: str
    small: str
    digit: str
    least: int
    margin: int
    circle: int
    apart: int
    gap: int
    carded: bool
    side_by_side: bool


SHEET = Style(
    "client_panel_question",
    "client_panel_option",
    "body",
    "body",
    least=48,
    margin=12,
    circle=28,
    apart=12,
    gap=2,
    carded=False,
    side_by_side=False,
)
"""Beside the interview (mock-up 04)."""

BOARD = Style(
    "client_view_question",
    "client_view_option",
    "client_view_option",
    "client_panel_option",
    least=72,
    margin=24,
    circle=40,
    apart=20,
    gap=12,
    carded=True,
    side_by_side=True,
)
"""On the whole screen (mock-up 16)."""

_HIGHEST = 96
"""Of a picture beside an answer, in pixels at 100 %."""


class SpokenAnswer(QLabel):
    """One answer; `quiet` ones are the ways not to answer."""

    def __init__(
        self,
        number: str,
        words: str,
        style: Style,
        *,
        quiet: bool = False,
        picture: QImage | None = None,
    ) -> None:
        super().__init__(f"{number}. {words}" if number else words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._number, self._style, self._quiet = number, style, quiet
        self._picture = picture
        self._chosen = False
        self._words = Paragraph(words, style.letter)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def mark(self, *, chosen: bool) -> None:
        """Show the answer as chosen or not."""
        self._chosen = chosen
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words.height(max(1, width - self._start() - self._style.margin))
        picture = self._pictured().height()
        return max(look().px(self._style.least), words + 12, picture + 16 if picture else 0)

    def sizeHint(self) -> QSize:
        width = self._words.natural_width() + self._start() + self._style.margin
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._words.least_width() + self._start() + self._style.margin
        return QSize(width, look().px(self._style.least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_ground(painter)
        self._paint_number(painter)
        if self._picture is not None:
            size = self._pictured()
            top = round((self.height() - size.height()) / 2)
            left = self._style.margin + self._side() + self._style.apart
            place = mirror(self, QRectF(left, top, size.width(), size.height()))
            painter.drawImage(place, self._picture)
        width = self.width() - self._start() - self._style.margin
        place = mirror(self, QRectF(self._start(), 0, width, self.height()))
        tone = "text_2" if self._quiet and self._style.carded and not self._chosen else "text"
        self._words.paint(painter, place, tone, middle=True)

    def _paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        carded = self._style.carded
        if self._chosen:
            paint_box(painter, rect, 12 if carded else 8, "accent_soft", "accent", 2 + carded)
        elif carded:
            paint_box(painter, rect, 12, "" if self._quiet else "card", "border", look().line_width)

    def _paint_number(self, painter: QPainter) -> None:
        side = self._side()
        top = round((self.height() - side) / 2)
        circle = mirror(self, QRectF(self._style.margin, top, side, side))
        idle = "control" if self._style.carded else "border"
        line = "accent" if self._chosen else idle
        fill = "accent" if self._chosen else ""
        paint_box(painter, circle, side / 2, fill, line, look().line_width)
        painter.setFont(look().font(self._style.digit))
        painter.setPen(look().colour("on_accent" if self._chosen else "text_2"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)

    def _side(self) -> int:
        least = QFontMetricsF(look().font(self._style.digit)).horizontalAdvance(self._number) + 12
        return max(look().px(self._style.circle), round(least))

    def _start(self) -> int:
        """Where the words begin."""
        picture = self._pictured().width()
        beside = picture + self._style.apart if picture else 0
        return self._style.margin + self._side() + self._style.apart + beside

    def _pictured(self) -> QSize:
        if self._picture is None or self._picture.isNull():
            return QSize(0, 0)
        size = self._picture.size() * look().scale
        room = QSize(look().px(_HIGHEST * 3 // 2), look().px(_HIGHEST))
        if size.width() <= room.width() and size.height() <= room.height():
            return size
        return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
