"""The timeline of a case: what is to come outlined, what is done filled, the rest quiet."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from .icons import paint_icon
from .paint import is_mirrored, mirror, paint_box, painter_of
from .theme import look
from .words import Paragraph


@dataclass(frozen=True, slots=True)
class Event:
    """Something in the life of a case. States: "next", "done", ""."""

    title: str
    line: str = ""
    when: str = ""
    icon: str = "note"
    state: str = ""


class Timeline(QWidget):
    """Events from top to bottom, joined by a line.

    A `narrow` one has the moment under the words, and only what holds is bold.
    """

    def __init__(self, *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_events(self, events: list[Event]) -> None:
        """Show these events instead of the ones before."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for at, event in enumerate(events):
            last = at == len(events) - 1
            row = _NarrowRow(event, last=last) if self._narrow else _EventRow(event, last=last)
            self._column.addWidget(row)


class _EventRow(QWidget):
    """A dot, two lines and when it was."""

    def __init__(self, event: Event, *, last: bool, bold: bool = True) -> None:
        super().__init__()
        self._event, self._last = event, last
        self._title = Paragraph(event.title, bold=bold)
        self._line = Paragraph(event.line, "small")
        said = (event.title, event.line, event.when)
        self.setAccessibleName(", ".join(each for each in said if each))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        first = self._title.height(width - self._start() - self._when_width() - 8)
        second = self._line.height(width - self._start()) if self._event.line else 0
        return max(look().px(32) + 22, 3 + first + second + 11)

    def sizeHint(self) -> QSize:
        return QSize(look().px(320), self.heightForWidth(look().px(320)))

    def minimumSizeHint(self) -> QSize:
        width = self._start() + self._title.least_width() + self._when_width() + 8
        return QSize(width, look().px(54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_dot(painter)
        width = self.width() - self._start()
        room = width - self._when_width() - 8
        height = self._title.height(room)
        place = QRectF(self._start(), 0, room, height)
        self._title.paint(painter, mirror(self, place), "text")
        if self._event.line:
            rest = QRectF(self._start(), height, width, self.height() - height)
            self._line.paint(painter, mirror(self, rest), "text_2")
        if self._event.when:
            when = Paragraph(self._event.when, "small")
            far = QRectF(self.width() - self._when_width(), 2, self._when_width() + 1, 18)
            when.paint(painter, mirror(self, far), "text_3")

    def _paint_dot(self, painter: QPainter) -> None:
        side = look().px(32)
        dot = mirror(self, QRectF(0, 3, side, side))
        fill, line, ink = {
            "next": ("card", "accent", "accent_text"),
            "done": ("accent", "", "on_accent"),
            "": ("sunken", "control" if look().high_contrast else "", "text_2"),
        }[self._event.state]
        paint_box(painter, dot, side / 2, fill, line, 2)
        inset = side / 4
        inside = dot.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, self._event.icon, inside, ink, mirrored=is_mirrored(self))
        if not self._last:
            joint = QRectF(side / 2 - 1, side + 7, 2, self.height() - side - 8)
            painter.fillRect(mirror(self, joint), look().colour("line"))

    def _start(self) -> int:
        return look().px(32) + 12

    def _when_width(self) -> int:
        measure = QFontMetricsF(look().font("small"))
        return round(measure.horizontalAdvance(self._event.when)) + 1


class _NarrowRow(_EventRow):
    """A dot and three lines: what, who and when."""

    def __init__(self, event: Event, *, last: bool) -> None:
        super().__init__(event, last=last, bold=event.state == "done")
        self._moment = Paragraph(event.when, "small")

    def heightForWidth(self, width: int) -> int:
        room = width - self._start()
        lines = (self._title, self._line, self._moment)
        height = sum(each.height(room) for each in lines if each.plain)
        return max(look().px(32) + 8, height) + (0 if self._last else 16)

    def minimumSizeHint(self) -> QSize:
        least = min(self._title.least_width(), look().px(120))
        return QSize(self._start() + least, look().px(54))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_dot(painter)
        room, top = self.width() - self._start(), 0
        tones = ((self._title, "text"), (self._line, "text_2"), (self._moment, "text_3"))
        for words, tone in tones:
            if words.plain:
                height = words.height(room)
                place = QRectF(self._start(), top, room, height)
                words.paint(painter, mirror(self, place), tone)
                top += height
