# ruff: noqa: D102 - Qt documents the methods that it calls
"""Clocks: how long until a period ends, in words and in segments of months or weeks.

Time that has passed is grey; what is left is coloured, amber from 14 days on.
"""

from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext, show_date

from .card import Picture
from .paint import mirror, paint_box, painter_of
from .theme import look
from .tokens import read_tokens
from .words import Words

_GAP = 3


def is_near(end: date, today: date) -> bool:
    """Whether a period ends so soon that somebody should look at it."""
    return (end - today).days <= read_tokens()["clock"]["warn_days"]


class Segments(QWidget):
    """The bar alone: one segment a month, or a week when the whole is under 60 days."""

    def __init__(self, start: date, end: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._near = is_near(end, today)
        self._parts = [_share_left(begin, until, today) for begin, until in _divide(start, end)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(len(self._parts) * 24, look().size("track"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        each = (self.width() - _GAP * (len(self._parts) - 1)) / len(self._parts)
        for at, left in enumerate(self._parts):
            self._paint_segment(painter, at * (each + _GAP), each, left)

    def _paint_segment(self, painter: QPainter, x: float, width: float, left: float) -> None:
        height = self.height()
        track = mirror(self, QRectF(x, 0, width, height))
        line = "border" if look().high_contrast else ""
        paint_box(painter, track, height / 2, "track", line, 1)
        if left > 0:
            filled = max(height, width * left)
            part = mirror(self, QRectF(x + width - filled, 0, filled, height))
            paint_box(painter, part, height / 2, "amber" if self._near else "accent", line, 1)


class Clock(QWidget):
    """A period with its end: `what` is a sentence with {left}, "Reflection period ends in {left}".

    `dated` shows the first and the last day under the bar.
    """

    def __init__(
        self,
        what: str,
        start: date,
        end: date,
        today: date,
        *,
        dated: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        near = is_near(end, today)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("hourglass", "amber_text" if near else "accent_text"))
        left = days_left(end, today)
        mark = "amber" if near else "b"
        sentence = what.format(left=f"<{mark}>{left}</{mark}>")
        head.addWidget(Words(sentence, rich=True), 1)
        whole.addLayout(head)
        whole.addWidget(Segments(start, end, today))
        if dated:
            days = QHBoxLayout()
            days.addWidget(Words(show_date(start), "small", "text_2"), 1)
            days.addWidget(Words(show_date(end), "small", "text_2"))
            whole.addLayout(days)


def days_left(end: date, today: date) -> str:
    """What is left in words: "11 days", "1 day", "today" or "over"."""
    days = (end - today).days
    if days < 0:
        return _("over")
    if days == 0:
        return _("today")
    return ngettext("{days} day", "{days} days", days).format(days=days)


def _divide(start: date, end: date) -> list[tuple[date, date]]:
    """The period in months, or in weeks when it is under 60 days."""
    cuts = [start]
    if (end - start).days < read_tokens()["clock"]["month_segments_from_days"]:
        while cuts[-1] < end:
            cuts.append(min(end, cuts[-1] + timedelta(days=7)))
    else:
        while cuts[-1] < end:
            cuts.append(min(end, _months_after(start, len(cuts))))
    return list(pairwise(cuts)) or [(start, end)]


def _months_after(start: date, months: int) -> date:
    year, month = divmod(start.month - 1 + months, 12)
    for day in range(start.day, 27, -1):
        try:
            return date(start.year + year, month + 1, day)
        except ValueError:
            continue
    return date(start.year + year, month + 1, min(start.day, 28))


def _share_left(begin: date, until: date, today: date) -> float:
    """How much of a part is still to come, 0 to 1."""
    whole = (until - begin).days or 1
    return min(1.0, max(0.0, (until - today).days / whole))
