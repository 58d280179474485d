# ruff: noqa: D102 - Qt documents the methods that it calls
"""Tables to read whose rows are as high as their words: nothing is cut off.

For some hundred rows; longer lists are `RowTable`. Screen readers get the words of each cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from .icons import paint_icon
from .paint import paint_box, paint_rule
from .table import SIDE, Column, Head, inside
from .theme import look
from .words import Paragraph

_CELL = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_AROUND = 10
_LEAST = 64


@dataclass(frozen=True, slots=True)
class TallCell:
    """Words with a small line under them, or an `icon` whose meaning the words only say aloud.

    `rich` reads <b>…</b> as semibold.
    """

    words: str
    line: str = ""
    icon: str = ""
    tone: str = "text_3"
    """Of the line, or of the icon."""
    rich: bool = False


class TallTable(QTableView):
    """Rows to read, at least 64 px high. The arrow keys go through the rows."""

    def __init__(
        self, columns: Sequence[Column], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = _Rows(columns)
        self._painter = _CellPainter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setHorizontalHeader(Head(self))
        self.setAccessibleName(name)
        self._settle()
        self._fit()

    def show_rows(self, rows: Sequence[Sequence[TallCell]]) -> None:
        """Show these rows instead of the ones before, from the first on."""
        self._rows.show(rows)
        self._painter.forget()
        self._fit()
        self.scrollToTop()

    @property
    def words(self) -> list[list[str]]:
        """What the table says, row by row."""
        return [[_said(cell) for cell in row] for row in self._rows.cells]

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), look().px(40 + 2 * _LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._painter.forget()
            self._fit()
        super().changeEvent(event)

    def _settle(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)

    def _fit(self) -> None:
        """Give the columns their widths and every row the height of its words."""
        head = self.horizontalHeader()
        head.setMinimumSectionSize(1)
        for number, column in enumerate(self._rows.columns):
            fixed = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(number, fixed)
            if column.width:
                head.resizeSection(number, look().px(column.width))
        widths = [self.columnWidth(number) for number in range(len(self._rows.columns))]
        widths[0] -= SIDE  # the first keeps a distance before it, too
        for number, row in enumerate(self._rows.cells):
            heights = map(self._painter.height, row, widths)
            self.setRowHeight(number, max(look().px(_LEAST), *heights) + look().line_width)


class _Rows(QAbstractTableModel):
    """The rows as Qt asks for them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.cells: tuple[tuple[TallCell, ...], ...] = ()

    def show(self, cells: Sequence[Sequence[TallCell]]) -> None:
        self.beginResetModel()
        self.cells = tuple(tuple(row) for row in cells)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        cell = self.cells[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(cell)
        return cell if role == _CELL else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _CellPainter(QStyledItemDelegate):
    """Paints a cell from the tokens and knows how high it must be."""

    def __init__(self, table: TallTable) -> None:
        super().__init__(table)
        self._table = table
        self._laid: dict[TallCell, tuple[Paragraph, Paragraph | None]] = {}

    def forget(self) -> None:
        """Lay every cell out anew."""
        self._laid.clear()

    def height(self, cell: TallCell, width: int) -> int:
        """How high a cell must be at a width, with the distance behind it."""
        if cell.icon:
            return 0
        lines = [each for each in self._paragraphs(cell) if each is not None]
        return sum(each.height(width - SIDE) for each in lines) + 2 * look().px(_AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: TallCell = index.data(_CELL)
        place = QRectF(option.rect)  # type: ignore[attr-defined] - the stubs lack the fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._table.layoutDirection())
        if index.row():
            paint_rule(painter, place.topLeft(), place.topRight())
        room = inside(painter, place, first=index.column() == 0)
        if cell.icon:
            self._paint_icon(painter, room, cell)
        else:
            self._paint_words(painter, room, cell)
        self._paint_ring(painter, place, index)
        painter.restore()

    def _paint_icon(self, painter: QPainter, room: QRectF, cell: TallCell) -> None:
        side = look().px(18)
        mirrored = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = room.right() - side if mirrored else room.x()
        square = QRectF(x, room.y() + round((room.height() - side) / 2), side, side)
        paint_icon(painter, cell.icon, square, cell.tone, mirrored=mirrored)

    def _paint_words(self, painter: QPainter, room: QRectF, cell: TallCell) -> None:
        words, line = self._paragraphs(cell)
        width = room.width()
        high, below = words.height(width), line.height(width) if line else 0
        top = room.y() + (room.height() - high - below) / 2
        words.paint(painter, QRectF(room.x(), top, width, high), "text")
        if line is not None:
            line.paint(painter, QRectF(room.x(), top + high, width, below), cell.tone)

    def _paint_ring(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        if not (self._table.hasFocus() and self._table.currentIndex().row() == index.row()):
            return
        whole = QRectF(self._table.viewport().rect())
        ring = QRectF(whole.x() + 2, place.y() + 2, whole.width() - 4, place.height() - 4)
        painter.setClipRect(place)
        paint_box(painter, ring, 8, "", "focus", 2)

    def _paragraphs(self, cell: TallCell) -> tuple[Paragraph, Paragraph | None]:
        if cell not in self._laid:
            line = Paragraph(cell.line, "small") if cell.line else None
            self._laid[cell] = Paragraph(cell.words, rich=cell.rich), line
        return self._laid[cell]


def _said(cell: TallCell) -> str:
    words = Paragraph(cell.words, rich=True).plain if cell.rich else cell.words
    return f"{words} {cell.line}".strip()
