"""A small line that opens what stands behind it, such as the sentences of a source."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from .icons import paint_icon
from .paint import mirror, painter_of
from .ring import keep_ring
from .theme import look

_GAP = 4


class Disclosure(QWidget):
    """Words with an arrow; `body` is hidden until somebody opens it. `toggled` tells."""

    toggled = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = _Head(words)
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 4, 0, 4)
        self.body.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._inner)
        self._inner.hide()
        self.head.toggled.connect(self._inner.setVisible)
        self.head.toggled.connect(self.toggled)

    @property
    def is_open(self) -> bool:
        """Whether the body is shown."""
        return self.head.isChecked()


class _Head(QAbstractButton):
    """The line that opens."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        keep_ring(self, 4)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(look().font("small")).horizontalAdvance(self._words)
        height = look().letter("small").line + 6
        return QSize(round(words) + _GAP + look().px(14) + 1, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        tone = "text" if self.underMouse() else "text_3"
        measure = QFontMetricsF(look().font("small"))
        width = min(measure.horizontalAdvance(self._words), self.width() - look().px(14) - _GAP)
        painter.setFont(look().font("small"))
        painter.setPen(look().colour(tone))
        shown = measure.elidedText(self._words, Qt.TextElideMode.ElideRight, width + 1)
        place = QRectF(0, 0, width + 1, self.height())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(mirror(self, place), int(side), shown)
        arrow = look().px(14)
        square = QRectF(width + _GAP, round((self.height() - arrow) / 2), arrow, arrow)
        paint_icon(painter, "up" if self.isChecked() else "down", mirror(self, square), tone)
