# ruff: noqa: D102 - Qt documents the methods that it calls
"""A table of contents: quiet rows on the ground of the page, the one that is shown on a card."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from .card import Rule
from .icons import paint_icon
from .paint import mirror, paint_box, painter_of
from .ring import keep_ring
from .scroll import empty
from .theme import look
from .words import Paragraph

_SIDE = 12
_STEP = 16
_GAP = 8


class ContentsRow(QAbstractButton):
    """A place with its words, a number at the end, and a mark when something differs there.

    `inner` rows stand a step in. `spoken` is what the number and the mark mean.
    """

    def __init__(
        self,
        words: str,
        number: str = "",
        *,
        icon: str = "",
        inner: bool = False,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain, self._bold = Paragraph(words), Paragraph(words, bold=True)
        self._number, self._icon, self._inner = number, icon, inner
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(spoken or number)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keep_ring(self, 8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._bold.height(max(1, width - self._before() - self._after()))
        return max(look().px(42), words + 8)

    def sizeHint(self) -> QSize:
        width = self._bold.natural_width() + self._before() + self._after()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._bold.least_width() + self._before() + self._after(), look().px(42))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        here = self.isChecked()
        if here:
            paint_box(painter, QRectF(self.rect()), 8, "card", "border", look().line_width)
        elif self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), 8, "pressed" if self.isDown() else "hover")
        before, after = self._before(), self._after()
        place = QRectF(before, 0, self.width() - before - after, self.height())
        words, tone = (self._bold, "text") if here else (self._plain, "text_2")
        words.paint(painter, mirror(self, place), tone, middle=True)
        self._paint_end(painter)

    def _paint_end(self, painter: QPainter) -> None:
        width = self._number_width()
        painter.setFont(look().font("small"))
        painter.setPen(look().colour("text_3"))
        end = self.width() - _SIDE
        place = QRectF(end - width, 0, width, self.height())
        painter.drawText(mirror(self, place), Qt.AlignmentFlag.AlignCenter, self._number)
        if self._icon:
            side = look().px(16)
            x = end - side - (width + _GAP if width else 0)
            square = QRectF(x, round((self.height() - side) / 2), side, side)
            paint_icon(painter, self._icon, mirror(self, square), "amber_text")

    def _number_width(self) -> int:
        if not self._number:
            return 0
        measure = QFontMetricsF(look().font("small"))
        return round(measure.horizontalAdvance(self._number)) + 1

    def _before(self) -> int:
        return _SIDE + (_STEP if self._inner else 0)

    def _after(self) -> int:
        number, icon = self._number_width(), look().px(16) if self._icon else 0
        return _SIDE + sum(part + _GAP for part in (number, icon) if part)


class Contents(QWidget):
    """Places one under another; `went` tells the one that was chosen."""

    went = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: dict[str, ContentsRow] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, place: str, row: ContentsRow) -> None:
        """Add a place at the end."""
        row.clicked.connect(lambda: self.went.emit(place))
        self._rows[place] = row
        self._group.addButton(row)
        self._column.addWidget(row)

    def add_rule(self) -> None:
        """A line between what belongs together."""
        around = QVBoxLayout()
        around.setContentsMargins(_SIDE, 8, _SIDE, 8)
        around.addWidget(Rule())
        self._column.addLayout(around)

    def go(self, place: str) -> None:
        """Show this place as the one where we are; a place that is not listed is none."""
        if place in self._rows:
            self._rows[place].setChecked(True)
            return
        self._group.setExclusive(False)
        for row in self._rows.values():
            row.setChecked(False)
        self._group.setExclusive(True)

    def row(self, place: str) -> ContentsRow:
        """The row of a place."""
        return self._rows[place]

    @property
    def places(self) -> list[str]:
        """What is listed, from top to bottom."""
        return list(self._rows)

    def clear(self) -> None:
        """Take every place away."""
        self._rows.clear()
        empty(self._column)
