# ruff: noqa: D102 - Qt documents the methods that it calls
"""The focus ring: drawn around whatever has the keyboard, and only for the keyboard.

It lies over the widget's surroundings, so no widget keeps room for it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from .paint import paint_box, painter_of
from .tokens import size

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_REACH = size("focus_gap") + 2


class FocusRing(QWidget):
    """A ring of 2 px, 2 px away from one widget, above its siblings."""

    def __init__(self, target: QWidget, radius: float, colour: str = "focus") -> None:
        host = _host(target)
        super().__init__(host)
        self._host = host
        self._target, self._radius, self._colour = target, radius, colour
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Not on the target itself: it may be in the midst of its focus event, and Qt would call
        # the filters before the new one again, for ever. Whoever keeps the ring lets it follow.
        self._watched: list[QWidget] = []
        each = target.parentWidget()
        while each is not None and each is not host:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
        self.follow()

    def let_go(self) -> None:
        """Follow no more and go: nothing may reach a ring whose keeper has forgotten it."""
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While a window goes, what Python kept may be gone before the filter is.
        if event.type() in _MOVES and "_target" in self.__dict__:
            self.follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_box(painter, QRectF(self.rect()), self._radius + _REACH, "", self._colour, 2)

    def follow(self) -> None:
        """Go to where the widget is now."""
        if not (isValid(self._host) and isValid(self._target)):
            return  # a window that goes hides its widgets first
        place = QRect(self._target.mapTo(self._host, QPoint(0, 0)), self._target.size())
        self.setGeometry(place.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.setVisible(self._target.isVisibleTo(self._host))
        self.raise_()


class _RingKeeper(QObject):
    """Puts the one ring around the widget that the keyboard reached."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("ring")
        self._by_keyboard = False
        self._shown: FocusRing | None = None

    def keep(self, widget: QWidget, radius: float, colour: str) -> None:
        widget.setProperty("ring", [radius, colour])
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            self._take_away()
            if event.gotFocus():
                self._focus(watched, event.reason())
        elif event.type() in _MOVES and self._shown is not None and isValid(self._shown):
            self._shown.follow()
        return super().eventFilter(watched, event)

    def _focus(self, widget: QWidget, reason: Qt.FocusReason) -> None:
        if reason in _KEYBOARD:
            self._by_keyboard = True
        elif reason == Qt.FocusReason.MouseFocusReason:
            self._by_keyboard = False
        if self._by_keyboard:
            radius, colour = widget.property("ring")
            self._shown = FocusRing(widget, radius, colour)

    def _take_away(self) -> None:
        if self._shown is not None and isValid(self._shown):
            self._shown.let_go()
        self._shown = None


def keep_ring(widget: QWidget, radius: float, colour: str = "focus") -> None:
    """Ring this widget whenever the keyboard brings it the focus."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError
    keeper = app.findChild(_RingKeeper, "ring") or _RingKeeper(app)
    keeper.keep(widget, radius, colour)


def _host(target: QWidget) -> QWidget:
    """Where the ring lies: the scrolled page, so that it is cut with it, or the window."""
    each = target
    while (above := each.parentWidget()) is not None and not each.isWindow():
        if isinstance(above.parentWidget(), QAbstractScrollArea):
            return above
        each = above
    return each
