# ruff: noqa: D102 - Qt documents the methods that it calls
"""The section rail: the parts of an interview, how far each is, and where one is now."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import N_, _

from .icons import paint_icon
from .paint import mirror, paint_box, painter_of
from .ring import keep_ring
from .theme import look
from .words import Paragraph

_SPOKEN = {
    "empty": N_("to come"),
    "done": N_("done"),
    "part": N_("some skipped"),
    "threat": N_("a serious threat"),
}
_SIDE = 12


class Section(QAbstractButton):
    """One part; checked is where one is. States: "empty", "done", "part", "threat"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain, self._bold = Paragraph(text), Paragraph(text, bold=True)
        self._state, self._count = "empty", ""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keep_ring(self, 8)

    def show_state(self, state: str, count: str = "") -> None:
        """Show how far the part is, such as ("part", "11/12")."""
        self._state, self._count = state, count
        self.setAccessibleDescription(f"{_(_SPOKEN[state])} {count}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._bold.height(max(1, width - self._beside()))
        return max(look().px(48), words + 8)

    def sizeHint(self) -> QSize:
        width = self._bold.natural_width() + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._bold.least_width() + self._beside(), look().px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        here = self.isChecked()
        if here:
            rect = QRectF(self.rect())
            paint_box(painter, rect, 8, "card", "border", look().line_width)
        elif self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), 8, "hover" if self.underMouse() else "pressed")
        side = look().px(24)
        self._paint_mark(painter, QRectF(_SIDE, round((self.height() - side) / 2), side, side))
        start = _SIDE + side + 12
        room = self.width() - self._beside()
        place = mirror(self, QRectF(start, 0, room, self.height()))
        words, tone = (self._bold, "text") if here else (self._plain, "text_2")
        words.paint(painter, place, tone, middle=True)
        self._paint_count(painter)

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        place = mirror(self, square)
        state, here = self._state, self.isChecked()
        colour = "red" if state == "threat" else "accent"
        if state == "done" and not here:
            paint_box(painter, place, place.width() / 2, "accent", "accent", 2)
            inset = place.width() * 5 / 24
            inside = place.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check", inside, "on_accent")
            return
        line = colour if here or state == "threat" else "amber" if state == "part" else "control"
        paint_box(painter, place, place.width() / 2, "", line, 2)
        middle = place.center()
        if here:
            dot = place.width() * 10 / 24
            inside = QRectF(middle.x() - dot / 2, middle.y() - dot / 2, dot, dot)
            paint_box(painter, inside, dot / 2, colour)
        elif state == "part":
            dash = place.width() * 10 / 24
            painter.fillRect(
                QRectF(middle.x() - dash / 2, middle.y() - 1, dash, 2), look().colour("amber")
            )

    def _paint_count(self, painter: QPainter) -> None:
        if not self._count:
            return
        width = self._count_width()
        part = self._state == "part" and not self.isChecked()
        painter.setPen(look().colour("amber_text" if part else "text_3"))
        painter.setFont(look().font("small"))
        place = QRectF(self.width() - _SIDE - width, 0, width, self.height())
        painter.drawText(mirror(self, place), Qt.AlignmentFlag.AlignCenter, self._count)

    def _count_width(self) -> int:
        return round(QFontMetricsF(look().font("small")).horizontalAdvance(self._count)) + 1

    def _beside(self) -> int:
        count = self._count_width() + 8 if self._count else 0
        return _SIDE + look().px(24) + 12 + count + _SIDE


class SectionRail(QWidget):
    """The parts of an interview on sidebar ground, 248 wide; `went` tells the part chosen.

    `above` and `under` take what stands over and under the parts.
    """

    went = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Parts of the interview"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._sections: dict[str, Section] = {}
        self._group = QButtonGroup(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 16, 13, 16)
        whole.setSpacing(0)
        self.above, self._parts, self.under = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.above.setContentsMargins(12, 4, 12, 12)
        self.under.setContentsMargins(12, 0, 12, 4)
        self._parts.setSpacing(2)
        whole.addLayout(self.above)
        whole.addLayout(self._parts)
        whole.addStretch(1)
        whole.addLayout(self.under)

    def add(self, place: str, words: str) -> Section:
        """Add a part at the end."""
        section = Section(words)
        section.clicked.connect(lambda: self.went.emit(place))
        self._sections[place] = section
        self._group.addButton(section)
        self._parts.addWidget(section)
        return section

    def clear(self) -> None:
        """Take all parts away, for another form."""
        for section in self._sections.values():
            self._group.removeButton(section)
            self._parts.removeWidget(section)
            section.hide()
            section.deleteLater()
        self._sections.clear()

    def go(self, place: str) -> None:
        """Show this part as the one where we are."""
        self._sections[place].setChecked(True)

    def show_state(self, place: str, state: str, count: str = "") -> None:
        """Show how far a part is."""
        self._sections[place].show_state(state, count)

    def sizeHint(self) -> QSize:
        return QSize(look().size("section_rail"), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.fillRect(self.rect(), look().colour("sidebar"))
        width = look().line_width
        edge = QRectF(self.width() - width, 0, width, self.height())
        painter.fillRect(mirror(self, edge), look().colour("line"))
