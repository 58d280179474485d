# ruff: noqa: D102 - Qt documents the methods that it calls
"""The slider: a number between two ends, none at first.

It shows no handle before somebody chose; nothing is answered by being in the middle.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from .paint import is_mirrored, paint_box, painter_of
from .ring import keep_ring
from .theme import look

_MOST_TICKS = 40


class Slider(QSlider):
    """Places 0 to `places` (both included); `labels` stand under some of them.

    `chosen` tells the place when a person moves it; `place` is None before. The wheel does
    nothing, so that scrolling a page never changes an answer.
    """

    chosen = Signal(int)

    def __init__(
        self,
        places: int,
        labels: Mapping[int, str],
        *,
        every: int = 1,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._labels, self._every, self._is_set = dict(labels), every, False
        self.setRange(0, places)
        self.setPageStep(max(1, places // 10))
        self.valueChanged.connect(self._on_moved)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keep_ring(self, 8)

    @property
    def place(self) -> int | None:
        """Where the handle is; None when nobody chose."""
        return self.value() if self._is_set else None

    def show_place(self, place: int | None) -> None:
        """Put the handle somewhere, or take it away, without telling."""
        self._is_set = place is not None
        self.blockSignals(True)
        self.setValue(place or 0)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        words = look().letter("small").line + 4 if self._labels else 0
        return QSize(look().px(240), look().px(44) + words)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (
            Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
            Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
            Qt.Key.Key_Space,
        )  # fmt: skip
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() not in moves or not plain:
            event.ignore()  # digits, Enter and Alt Left are the page's
            return
        if not self._is_set:
            self._choose(self.maximum() if event.key() == Qt.Key.Key_End else 0)
        elif event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._place_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._place_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        middle, side = look().px(22), look().px(24)
        start, end = self._x(0), self._x(self.maximum())
        left, right = min(start, end), max(start, end)
        groove = QRectF(left, middle - 4, right - left, 8)
        paint_box(painter, groove, 4, "track", "control" if look().high_contrast else "")
        self._paint_ticks(painter, middle)
        if self._is_set:
            here = self._x(self.value())
            done = QRectF(min(start, here), middle - 4, abs(here - start), 8)
            paint_box(painter, done, 4, "accent")
            handle = QRectF(here - side / 2, middle - side / 2, side, side)
            paint_box(painter, handle, side / 2, "card", "accent", 4)
        self._paint_labels(painter)

    def _paint_ticks(self, painter: QPainter, middle: float) -> None:
        if not self._every or self.maximum() // self._every > _MOST_TICKS:
            return
        for place in range(0, self.maximum() + 1, self._every):
            tick = QRectF(round(self._x(place)) - 1, middle + 8, 2, 6)
            painter.fillRect(tick, look().colour("control"))

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setFont(look().font("small"))
        painter.setPen(look().colour("text_2"))
        measure = QFontMetricsF(look().font("small"))
        height = look().letter("small").line
        for place, words in self._labels.items():
            width = measure.horizontalAdvance(words)
            x = min(max(0.0, self._x(place) - width / 2), max(0.0, self.width() - width))
            rect = QRectF(x, look().px(44), width, height)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
            painter.drawText(rect, int(flags), words)

    def _choose(self, place: int) -> None:
        if place != self.value():
            self.setValue(place)
        elif not self._is_set:
            self._on_moved(place)

    def _on_moved(self, place: int) -> None:
        """By hand, by key or by a screen reader."""
        self._is_set = True
        self.update()
        self.chosen.emit(place)

    def _x(self, place: int) -> float:
        inset = look().px(12)
        room = self.width() - 2 * inset
        x = inset + room * place / max(1, self.maximum())
        return self.width() - x if is_mirrored(self) else x

    def _place_at(self, x: float) -> int:
        inset = look().px(12)
        share = (x - inset) / max(1, self.width() - 2 * inset)
        share = 1 - share if is_mirrored(self) else share
        return round(min(1.0, max(0.0, share)) * self.maximum())
