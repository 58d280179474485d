# ruff: noqa: D102 - Qt documents the methods that it calls
"""A desk with one sheet of paper on it, which scrolls when the sheet is larger than the desk.

The sheet is shown dot by dot as it was drawn; whoever draws it knows the zoom. Paper stays white
in every theme.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from .paint import paint_box, painter_of
from .ring import keep_ring
from .theme import look

_MARGIN = 24
_BAR = 12


class SheetView(QFrame):
    """A sheet on its desk. `resized` tells that there is more or less room for it.

    The arrow keys scroll; `spoken` of `show_sheet` is what a screen reader reads of the sheet.
    """

    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = _Sheet()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(name)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setWidget(self.sheet)
        keep_ring(self._scroll, 10)
        self.setFocusProxy(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.addWidget(self._scroll)

    @property
    def room(self) -> int:
        """How wide a sheet may be without scrolling sideways, in pixels."""
        return max(1, self.width() - 2 * _MARGIN - _BAR)

    @property
    def image(self) -> QImage:
        """The sheet on the desk; a null image when there is none."""
        return self.sheet.image

    def show_sheet(self, image: QImage, spoken: str = "") -> None:
        """Put a sheet on the desk in place of the last; the place read stays."""
        self.sheet.show_image(image)
        self._scroll.setAccessibleDescription(spoken)

    def go_to_top(self) -> None:
        """Show the upper end of the sheet."""
        self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Take the sheet away."""
        self.show_sheet(QImage())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll.verticalScrollBar().setSingleStep(look().px(24))
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Round above only: the desk goes on under the edge of the window."""
        place = QRectF(self.rect()).adjusted(0, 0, 0, 12)
        line = "border" if look().high_contrast else "line"
        paint_box(painter_of(self), place, 12, "sidebar", line, look().line_width)


class _Sheet(QWidget):
    """The sheet with the desk around it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self.image.isNull():
            return QSize(0, 0)
        return self.image.deviceIndependentSize().toSize() + QSize(2 * _MARGIN, 2 * _MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = painter_of(self)
        place = QRectF(QPointF(_MARGIN, _MARGIN), self.image.deviceIndependentSize())
        painter.drawImage(place, self.image)
        paint_box(painter, place.adjusted(-1, -1, 1, 1), 0, "", "border", 1)
