# ruff: noqa: D102 - Qt documents the methods that it calls
"""Long lists such as the cases: rows of 60 that open as a whole, read a page at a time.

Only the rows in sight are asked for, so a hundred thousand cost as much as ten.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
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
from .row_cell import RowCell, paint_cell, shortened
from .table import Column
from .theme import look

_CELL = Qt.ItemDataRole.UserRole
_ID = Qt.ItemDataRole.UserRole + 1
_SIDE = 16
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Rows = Callable[[int], tuple[str, Sequence[RowCell]]]
"""Gives the id and the cells of the row with a number."""


class RowTable(QTableView):
    """Rows with a glyph, two lines and states. `opened` tells the id of the row that is opened.

    A click opens, and so does Enter on the row that the arrow keys have reached. Rows are
    `height` high at 100 %; `arrow` shows at their end that every one of them opens.
    """

    opened = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        height: int = 60,
        arrow: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._rows = _Rows([*columns, Column("", 40)] if arrow else columns)
        self._hovered = -1
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setHorizontalHeader(_Head(self))
        self.setAccessibleName(name)
        self._settle()
        self.clicked.connect(self._on_clicked)
        self.entered.connect(self._on_entered)
        self._size_columns()

    def show_rows(self, rows: Sequence[tuple[str, Sequence[RowCell]]]) -> None:
        """Show these rows, each an id and its cells."""
        kept = list(rows)
        self._rows.show(len(kept), kept.__getitem__)

    def show_source(self, count: int, rows: Rows) -> None:
        """Show so many rows, asking for each when it comes into sight."""
        self._rows.show(count, rows)

    @property
    def here(self) -> str:
        """The id of the row that the keyboard has reached, "" when none."""
        return self.currentIndex().data(_ID) or ""

    @property
    def row_height(self) -> int:
        """The height of a row in pixels, without its line."""
        return look().px(self._height)

    def go(self, row: int) -> None:
        """Let the keyboard stand on a row, counted from 0."""
        self.setCurrentIndex(self._rows.index(row, 0))

    def is_hovered(self, row: int) -> bool:
        """Whether the pointer is over this row."""
        return row == self._hovered

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if opens and self.currentIndex().isValid():
            self.opened.emit(self.here)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint())
        self._hover(over.row() if over.isValid() else -1)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._size_columns()
        super().changeEvent(event)

    def _settle(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)

    def _size_columns(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height + look().line_width)
        head = self.horizontalHeader()
        head.setMinimumSectionSize(1)
        for number, column in enumerate(self._rows.columns):
            resizing = QHeaderView.ResizeMode
            mode = resizing.Fixed if column.width else resizing.Stretch
            head.setSectionResizeMode(number, mode)
            if column.width:
                head.resizeSection(number, look().px(column.width))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(_ID))

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())


class _Rows(QAbstractTableModel):
    """The rows as Qt asks for them; the last two hundred are remembered."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.show(0, lambda _row: ("", ()))

    def show(self, count: int, rows: Rows) -> None:
        self.beginResetModel()
        self._count, self._row = count, lru_cache(200)(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        row_id, cells = self._row(index.row())
        if role == _ID:
            return row_id
        if index.column() >= len(cells):
            return None
        cell = cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.said
        return cell if role == _CELL else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _RowPainter(QStyledItemDelegate):
    """Paints the cells of a row on its ground."""

    def __init__(self, table: RowTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        place = QRectF(option.rect)  # type: ignore[attr-defined] - the stubs lack the fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self._table.layoutDirection())
        self._paint_ground(painter, place, index)
        cell: RowCell | None = index.data(_CELL)
        if cell is None:
            side = look().px(18)
            square = QRectF(0, 0, side, side)
            square.moveCenter(place.center())
            mirrored = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_icon(painter, "right", square, "text_3", mirrored=mirrored)
        else:
            paint_cell(painter, _inside(painter, place), cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._table.row_height)

    def helpEvent(self, event: Any, view: Any, option: Any, index: Any) -> bool:  # noqa: ANN401 - Qt's
        cell = index.data(_CELL)
        if cell is not None:
            width = option.rect.width() - 2 * _SIDE
            view.viewport().setToolTip(shortened(cell, width))
        return super().helpEvent(event, view, option, index)

    def _paint_ground(self, painter: QPainter, place: QRectF, index: _Index) -> None:
        chosen = self._table.currentIndex().row() == index.row() and self._table.hasFocus()
        cell: RowCell | None = index.data(_CELL)
        if cell is not None and cell.ground:
            painter.fillRect(place, look().colour(f"{cell.ground}_soft"))
        elif chosen or self._table.is_hovered(index.row()):
            painter.fillRect(place, look().colour("hover"))
        if index.row():
            paint_rule(painter, place.topLeft(), place.topRight())
        if chosen:
            whole = QRectF(self._table.viewport().rect())
            ring = QRectF(whole.x() + 2, place.y() + 2, whole.width() - 4, place.height() - 4)
            painter.setClipRect(place)
            paint_box(painter, ring, 8, "", "focus", 2)


class _Head(QHeaderView):
    """The titles of the columns, 40 high, with a line under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(40))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        line = rect.bottom() + 1 - look().line_width
        paint_rule(painter, QPointF(rect.left(), line), QPointF(rect.right() + 1, line))
        title = self.model().headerData(section, Qt.Orientation.Horizontal)
        head = RowCell(title, bold=True, small=True, tone="text_3")
        paint_cell(painter, _inside(painter, QRectF(rect)), head)
        painter.restore()


def _inside(painter: QPainter, place: QRectF) -> QRectF:
    """Where the content of a cell stands: a card's distance at the side where reading begins."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return place.adjusted(8, 0, -_SIDE, 0)
    return place.adjusted(_SIDE, 0, -8, 0)
