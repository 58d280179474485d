"""A bar in equal parts, one a thing, coloured by how it stands; with its legend in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .paint import mirror, paint_box, painter_of
from .theme import look
from .words import Words

_GAP = 4


@dataclass(frozen=True, slots=True)
class Share:
    """So many things that stand alike: what they are called, and their colour by meaning or ""."""

    words: str
    count: int
    colour: str


class ShareBar(QWidget):
    """The bar over its legend; shares of nothing are left out."""

    def __init__(self, shares: Sequence[Share], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = [share for share in shares if share.count]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(_Bar(shown))
        legend = QHBoxLayout()
        legend.setSpacing(20)
        for share in shown:
            entry = QHBoxLayout()
            entry.setSpacing(7)
            entry.addWidget(_Dot(share.colour))
            entry.addWidget(Words(share.words, "small", "text_2"))
            legend.addLayout(entry)
        legend.addStretch(1)
        column.addLayout(legend)
        self.setAccessibleName(", ".join(share.words for share in shown))


class _Bar(QWidget):
    """The parts side by side."""

    def __init__(self, shares: Sequence[Share]) -> None:
        super().__init__()
        self._colours = [share.colour for share in shares for _each in range(share.count)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(len(self._colours) * 16, look().px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        parts = max(1, len(self._colours))
        width = (self.width() - _GAP * (parts - 1)) / parts
        for at, colour in enumerate(self._colours):
            place = QRectF(at * (width + _GAP), 0, width, self.height())
            _paint_part(painter, mirror(self, place), colour)


class _Dot(QWidget):
    """The colour of a share beside its words."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(9), look().px(9))

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_part(painter_of(self), QRectF(self.rect()), self._colour)


def _paint_part(painter: QPainter, place: QRectF, colour: str) -> None:
    """A part in its colour; one without a colour is only outlined: nothing has become of it."""
    if colour == "bar" and look().colour("bar") == look().colour("accent"):
        colour = "bar_2"  # in the dark and in high contrast the two look alike
    line = "border" if look().high_contrast else "" if colour else "control"
    paint_box(painter, place, 3, colour, line, 1)
