# ruff: noqa: D102 - Qt documents the methods that it calls
"""Tables to read: a head of small words, rows between hairlines, no grid.

A cell is words with a size, a meaning and perhaps an icon; screen readers get the words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from .icons import paint_icon
from .paint import paint_rule, painter_of
from .ring import keep_ring
from .theme import look

_CELL = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
SIDE = 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and its width in pixels at 100 %; one of 0 takes what is left."""

    title: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell; `icon_tone` is the meaning of the icon when it is not the words'."""

    words: str
    letter: str = "body"
    tone: str = "text"
    icon: str = ""


class _Rows(QAbstractTableModel):
    """The rows as Qt asks for them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.cells: tuple[tuple[Cell, ...], ...] = ()

    def show(self, cells: Sequence[Sequence[Cell]]) -> None:
        self.beginResetModel()
        self.cells = tuple(tuple(row) for row in cells)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: ARG002 - a table has no depth
        return len(self.cells)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: ARG002 - the same
        return len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        cell = self.cells[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.words
        return cell if role == _CELL else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _CellPainter(QStyledItemDelegate):
    """Paints a cell from the tokens."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: Cell = index.data(_CELL)
        place = QRectF(option.rect)  # type: ignore[attr-defined] - the stubs lack the fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row():
            paint_rule(painter, place.topLeft(), place.topRight())
        room = inside(painter, place, first=index.column() == 0)
        if cell.icon:
            room = self._paint_icon(painter, room, cell)
        font = look().font(cell.letter)
        painter.setFont(font)
        painter.setPen(look().colour(cell.tone))
        words = QFontMetricsF(font).elidedText(
            cell.words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(_start(painter) | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _paint_icon(self, painter: QPainter, room: QRectF, cell: Cell) -> QRectF:
        side = look().px(20 if cell.letter == "body" else 18)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = room.right() - side if mirrored else room.left()
        y = room.y() + round((room.height() - side) / 2)
        paint_icon(painter, cell.icon, QRectF(x, y, side, side), cell.tone, mirrored=mirrored)
        step = side + 8
        return room.adjusted(0 if mirrored else step, 0, -step if mirrored else 0, 0)


class Head(QHeaderView):
    """The titles of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(40))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:  # noqa: ANN401 - Qt's
        painter.save()
        painter.setFont(look().font("small", bold=True))
        painter.setPen(look().colour("text_3"))
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        flags = _start(painter) | Qt.AlignmentFlag.AlignVCenter
        place = inside(painter, QRectF(rect), first=section == 0)
        painter.drawText(place, int(flags), title)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = painter_of(self.viewport())
        line = float(self.height() - look().line_width)
        paint_rule(painter, QPointF(0, line), QPointF(self.width(), line))


class Table(QTableView):
    """Rows to read, 44 px high. The arrow keys go through the rows."""

    def __init__(
        self, columns: Sequence[Column], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = _Rows(columns)
        self.setModel(self._rows)
        self.setItemDelegate(_CellPainter(self))
        self.setHorizontalHeader(Head(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)
        keep_ring(self, 8)
        self._size_columns()

    def show_rows(self, cells: Sequence[Sequence[Cell]]) -> None:
        """Show these rows instead of the ones before."""
        self._rows.show(cells)

    @property
    def words(self) -> list[list[str]]:
        """What the table says, row by row."""
        return [[cell.words for cell in row] for row in self._rows.cells]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._size_columns()
        super().changeEvent(event)

    def _size_columns(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(44))
        head = self.horizontalHeader()
        head.setMinimumSectionSize(1)
        for number, column in enumerate(self._rows.columns):
            fixed = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, fixed)
            if column.width:
                head.resizeSection(number, look().px(column.width))


def inside(painter: QPainter, place: QRectF, *, first: bool) -> QRectF:
    """Where the words of a cell stand: the first column keeps the distance of a card."""
    before, after = (SIDE if first else 0), SIDE
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        before, after = after, before
    return place.adjusted(before, 0, -after, 0)


def _start(painter: QPainter) -> Qt.AlignmentFlag:
    """The side where reading begins."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
