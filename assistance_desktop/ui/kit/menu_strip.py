"""A strip of menus at the top of an ordinary window: File, Edit, View."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from .ground import Ground
from .menu import Menu
from .paint import paint_box, painter_of
from .ring import keep_ring
from .theme import look


class MenuStrip(Ground):
    """36 high, in small letters; `add` makes a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", line="bottom", parent=parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 3, 8, 4)
        self._row.setSpacing(4)
        self._row.addStretch(1)

    def add(self, words: str) -> Menu:
        """A further menu, to be filled with `offer`."""
        title = _Title(words)
        self._row.insertWidget(self._row.count() - 1, title)
        return title.menu


class _Title(QAbstractButton):
    """The name of a menu, which opens it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.menu = Menu(self)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        keep_ring(self, 4)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(look().font("small")).horizontalAdvance(self.text())
        return QSize(round(width) + 2 * 8, look().px(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        if self.underMouse() or self.menu.isVisible():
            paint_box(painter, QRectF(self.rect()), 4, "pressed")
        painter.setPen(look().colour("text_2"))
        painter.setFont(look().font("small"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _on_clicked(self) -> None:
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
