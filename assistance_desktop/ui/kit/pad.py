# ruff: noqa: D102 - Qt documents the methods that it calls
"""A pad to draw or sign on with mouse, finger or pen.

What is drawn is kept as dark ink on white paper, whatever the theme of the screen.
"""

from PySide6.QtCore import (
    QEvent,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .paint import paint_box, paint_rule, painter_of
from .photo import encoded
from .theme import look

_KEPT_WIDTH = 1200
"""Pixels of the picture that is kept; its height follows the pad."""


class Pad(QWidget):
    """A ground for strokes; `drawn` tells when one is done.

    With `signing` a line shows where to write. `lay_under` puts a picture there to draw on.
    """

    drawn = Signal()

    def __init__(self, name: str, *, signing: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signing = signing
        self._ground: QImage | None = None
        self._strokes: list[list[QPointF]] = []
        self._cleared: list[list[QPointF]] = []
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, False)  # touch comes as mouse
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    @property
    def has_ground(self) -> bool:
        """Whether there is a picture to draw on."""
        return self._ground is not None

    def lay_under(self, picture: QImage | None) -> None:
        """Draw on this picture from now on, or on nothing."""
        self._ground = picture
        self.clear()

    def clear(self) -> None:
        """Take every stroke away; `bring_back` undoes it."""
        self._cleared, self._strokes = self._strokes, []
        self.update()

    def bring_back(self) -> None:
        """Show again what was cleared, and tell that it is drawn."""
        self._strokes = self._cleared
        self.update()
        self.drawn.emit()

    def picture(self) -> bytes:
        """What is drawn, as PNG without any note of when, where or by whom."""
        size = QSize(_KEPT_WIDTH, round(_KEPT_WIDTH * self.height() / max(1, self.width())))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size.width() / self.width(), size.height() / self.height())
        self._paint_drawn(painter, Qt.GlobalColor.black)
        painter.end()
        return encoded(image, "png")

    def sizeHint(self) -> QSize:
        return QSize(look().px(320), look().px(180 if self._signing else 260))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif event.type() == QEvent.Type.TabletMove and event.buttons():
            self._go_on(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_box(painter, QRectF(self.rect()), 8, "card", "control", look().line_width)
        if self._signing:
            y = self.height() - look().px(48)
            paint_rule(painter, QPointF(24, y), QPointF(self.width() - 24, y), "border")
        self._paint_drawn(painter, look().colour("text"))

    def _paint_drawn(self, painter: QPainter, ink: object) -> None:
        if self._ground is not None:
            room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
            size = self._ground.size().scaled(
                room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.drawImage(place, self._ground)
        pen = QPen(ink, look().px(2.5))  # pyright: ignore[reportArgumentType, reportCallIssue] - a QColor or one of Qt's
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            if len(stroke) == 1:
                painter.drawPoint(stroke[0])
            else:
                painter.drawPolyline(QPolygonF(stroke))

    def _begin(self, point: QPointF) -> None:
        self._strokes.append([point])
        self._drawing = True
        self.update()

    def _go_on(self, point: QPointF) -> None:
        if self._drawing:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self.drawn.emit()

    _drawing = False
