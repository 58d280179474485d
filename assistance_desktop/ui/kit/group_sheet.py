# ruff: noqa: D102 - Qt documents the methods that it calls
"""A small picture of a sheet with numbered groups of signs, to be copied by hand.

The signs are painted and are in no label; covered, there are dots in their place.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .group_field import group_font
from .paint import mirror, paint_box, paint_rule, painter_of
from .theme import look
from .words import Paragraph

_INSET = 20
_ROW = 45
_HEAD = 52
_FOOT = 36
_ACROSS = 2
_HIDDEN = "\u2022"


class GroupSheet(QWidget):
    """`head` and `foot` stand above and under the groups; `name` is what it is called."""

    def __init__(self, head: str, foot: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._foot, self._name = head, foot, name
        self._groups: tuple[str, ...] = ()
        self._covered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that a hand would copy from here."""
        return self._groups

    @property
    def is_covered(self) -> bool:
        """Whether dots stand in place of the signs."""
        return self._covered

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show these groups, in order."""
        self._groups = tuple(groups)
        self._tell()

    def set_covered(self, covered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show dots in place of the signs, or the signs again."""
        self._covered = covered
        self._tell()

    def clear(self) -> None:
        """Leave no sign here, nor in what a screen reader hears."""
        self.show_groups(())

    def sizeHint(self) -> QSize:
        rows = -(-max(len(self._groups), 1) // _ACROSS)
        return QSize(look().px(360), look().px(_HEAD + rows * _ROW + _FOOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(320), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_box(painter, QRectF(self.rect()), 0, "card", "border", look().line_width)
        inset = look().px(_INSET)
        width = self.width() - 2 * inset
        above = QRectF(inset, look().px(16), width, look().px(20))
        Paragraph(self._head, "small").paint(painter, mirror(self, above), "text_2")
        for place in range(len(self._groups)):
            self._paint_group(painter, place)
        under = QRectF(inset, self.height() - look().px(34), width, look().px(20))
        Paragraph(self._foot, "small").paint(painter, mirror(self, under), "text_2")

    def _paint_group(self, painter: QPainter, place: int) -> None:
        down, across = divmod(place, _ACROSS)
        inset, gap = look().px(_INSET), look().px(16)
        width = (self.width() - 2 * inset - gap) / _ACROSS
        left = inset + across * (width + gap)
        cell = QRectF(left, look().px(_HEAD - 8) + down * look().px(_ROW), width, look().px(_ROW))
        base = cell.bottom() - look().px(4)
        number = QRectF(left, base - look().px(26), look().px(18), look().px(18))
        Paragraph(str(place + 1), "small").paint(painter, mirror(self, number), "text_2")
        signs = QRectF(left + look().px(24), cell.top(), width - look().px(24), base - cell.top())
        painter.setFont(group_font(22))
        painter.setPen(look().colour("text_3" if self._covered else "text"))
        shown = self._groups[place]
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(signs, int(flags), _HIDDEN * len(shown) if self._covered else shown)
        paint_rule(painter, QPointF(left, base), QPointF(left + width, base), "border")

    def _tell(self) -> None:
        """Let a screen reader spell the groups, each with its number."""
        said = (
            ""
            if self._covered
            else "; ".join(
                f"{place}: {' '.join(group)}" for place, group in enumerate(self._groups, 1)
            )
        )
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()
