# ruff: noqa: D102 - Qt documents the methods that it calls
"""The drop-down list: one of many, when there are too many for choice rows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from .field import Field
from .icons import paint_icon
from .paint import mirror, paint_box, painter_of
from .ring import keep_ring
from .theme import look


class Combo(QComboBox):
    """`options` are pairs of value and words; `chosen` tells a value when a person picks one.

    The wheel does nothing, so that scrolling a page never changes an answer.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        value: str = "",
        *,
        name: str = "",
        icon: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._hint = icon, hint
        self.setAccessibleName(name)
        self.setItemDelegate(_Option(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(10)
        self.offer(options, value)
        self.activated.connect(self._on_activated)
        keep_ring(self, 8)

    @property
    def value(self) -> str:
        """The value of the chosen option, "" when none is."""
        return self.currentData() or ""

    def offer(self, options: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer other options."""
        self.blockSignals(True)
        self.clear()
        for each, words in options:
            self.addItem(words, each)
        self.blockSignals(False)
        self.pick(value)

    def pick(self, value: str) -> None:
        """Show this value as chosen; one that is not offered shows none."""
        self.setCurrentIndex(self.findData(value))
        self.update()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(look().font())
        words = [self.itemText(at) for at in range(self.count())] + [self._hint]
        widest = max(measure.horizontalAdvance(each) for each in words)
        return QSize(round(widest) + self._start() + 8 + look().px(18) + 12, look().size("field"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), look().px(120)), look().size("field"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        enabled = self.isEnabled()
        fill = "sunken" if not enabled else "hover" if self.underMouse() else "card"
        line = "control" if enabled else "line"
        paint_box(painter, QRectF(self.rect()), 8, fill, line, look().line_width)
        tone = "text" if enabled else "text_disabled"
        if self._icon:
            self._paint_icon(painter, self._icon, 13, look().size("icon"), tone)
        side = look().px(18)
        self._paint_icon(painter, "down", self.width() - 12 - side, side, tone)
        chosen = self.currentIndex() >= 0
        room = self.width() - self._start() - 8 - side - 12
        place = mirror(self, QRectF(self._start(), 0, room, self.height()))
        words = self.currentText() if chosen else self._hint
        fitted = QFontMetricsF(look().font()).elidedText(
            words, Qt.TextElideMode.ElideRight, room + 2
        )
        painter.setPen(look().colour(tone if chosen or not enabled else "text_3"))
        painter.setFont(look().font())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitted)
        self.setToolTip(words if fitted != words else "")

    def _paint_icon(self, painter: QPainter, name: str, x: float, side: int, tone: str) -> None:
        square = QRectF(x, round((self.height() - side) / 2), side, side)
        paint_icon(painter, name, mirror(self, square), tone)

    def _start(self) -> int:
        return 13 + (look().size("icon") + 8 if self._icon else 0)

    def _on_activated(self) -> None:
        self.chosen.emit(self.value)


class ComboField(Field):
    """A drop-down list with its label; `combo` is the list."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]] = (),
        value: str = "",
        *,
        icon: str = "",
        hint: str = "",
        optional: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = Combo(options, value, name=label, icon=icon, hint=hint)
        super().__init__(label, self.combo, optional=optional, bare=True, parent=parent)
        self.combo.chosen.connect(self._on_chosen)

    @property
    def value(self) -> str:
        """The value of the chosen option, "" when none is."""
        return self.combo.value

    def _on_chosen(self) -> None:
        self.show_error("")
        self.changed.emit()
        self.finished.emit()


class _Option(QStyledItemDelegate):
    """A line of the opened list, 40 high."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 32, look().px(40))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        state, rect = option.state, QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - Qt's stubs lack the fields
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, look().colour("card"))
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            paint_box(painter, rect.adjusted(4, 2, -4, -2), 6, "hover")
        painter.setPen(look().colour("text"))
        painter.setFont(look().font())
        painter.drawText(rect.adjusted(14, 0, -14, 0), Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()
