# ruff: noqa: D102 - Qt documents the methods that it calls
"""A quiet button that shows what is chosen and opens a menu of the choices.

The menu is Qt's own inside, so arrows, first letters and Esc work as people know them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFont,
    QFontMetricsF,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from .icons import icon as icon_of
from .icons import paint_icon
from .menu import Menu
from .paint import mirror, paint_box, painter_of
from .ring import keep_ring
from .theme import look

_GAP = 8
_SIDE = 12


class MenuButton(QAbstractButton):
    """`options` are pairs of value and words; `chosen` tells a value when a person picks one.

    `name` is what is chosen, spoken before the value. In a form, use `combo.Combo` instead.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str,
        *,
        name: str,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._icon = name, icon
        self._menu = Menu(self)
        self._group = QActionGroup(self._menu)
        for each, words in options:
            self._add(each, words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        keep_ring(self, 8)
        self.pick(value)

    @property
    def value(self) -> str:
        """The value of the chosen option, "" when none is."""
        chosen = self._group.checkedAction()
        return chosen.data() if chosen else ""

    @property
    def menu(self) -> Menu:
        """The menu, to open and to walk through."""
        return self._menu

    def pick(self, value: str) -> None:
        """Show this value as chosen, without telling."""
        for each in self._group.actions():
            each.setChecked(each.data() == value)
        self._show_chosen()

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(self._font())
        width = (
            measure.horizontalAdvance(self.text().replace("&&", "&"))
            + self._before()
            + _GAP
            + look().px(16)
            + _SIDE
        )
        return QSize(round(width), look().size("button_small"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up)
        if event.key() in opens:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        self._paint_ground(painter)
        colour = "accent_text" if self.isEnabled() else "text_disabled"
        if self._icon:
            self._paint_icon(painter, self._icon, _SIDE, look().size("icon"), colour)
        down = look().px(16)
        self._paint_icon(painter, "down", self.width() - _SIDE - down, down, colour)
        room = self.width() - self._before() - _GAP - down - _SIDE
        place = mirror(self, QRectF(self._before(), 0, room, self.height()))
        painter.setPen(look().colour(colour))
        painter.setFont(self._font())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text().replace("&&", "&"))

    def _paint_ground(self, painter: QPainter) -> None:
        fill = ""
        if self.isDown() or self._menu.isVisible():
            fill = "pressed"
        elif self.underMouse():
            fill = "hover"
        paint_box(painter, QRectF(self.rect()), 8, fill)

    def _paint_icon(self, painter: QPainter, name: str, x: float, side: int, colour: str) -> None:
        square = QRectF(x, round((self.height() - side) / 2), side, side)
        paint_icon(painter, name, mirror(self, square), colour)

    def _before(self) -> int:
        """The width in front of the words."""
        return _SIDE + (look().size("icon") + _GAP if self._icon else 0)

    def _font(self) -> QFont:
        return look().font("body", bold=True)

    def _add(self, value: str, words: str) -> None:
        action = QAction(words, self._menu, checkable=True)
        action.setData(value)
        self._group.addAction(action)
        self._menu.addAction(action)
        action.triggered.connect(self._on_triggered)

    def _show_chosen(self) -> None:
        for each in self._group.actions():
            each.setIcon(icon_of("check", "accent_text") if each.isChecked() else QIcon())
        chosen = self._group.checkedAction()
        words = chosen.text() if chosen else ""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {words}")
        self.updateGeometry()
        self.update()

    def _on_clicked(self) -> None:
        self._menu.setMinimumWidth(self.width())
        # At the right edge of the button: it stands at the right of the page.
        left = self.width() - max(self.width(), self._menu.sizeHint().width())
        self._menu.popup(self.mapToGlobal(QPoint(left, self.height() + 4)))
        self._menu.setActiveAction(self._group.checkedAction())

    def _on_triggered(self) -> None:
        self._show_chosen()
        self.chosen.emit(self.value)
