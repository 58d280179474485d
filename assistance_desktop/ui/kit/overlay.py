# ruff: noqa: D102 - Qt documents the methods that it calls
"""What lies over a page: a card on a scrim inside the window, with Hide at its place.

Nothing here holds anything up: locking and F9 close it, Esc leaves it, the keyboard stays in it.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from .button import HideButton
from .card import Card
from .paint import painter_of
from .theme import look

_SCRIM = 0.42


class Overlay(QDialog):
    """A card over the whole of `host`, so wide at 100 %; `hide_asked` tells that Hide was pressed.

    Esc is `reject`, which whoever makes one gives a meaning.
    """

    hide_asked = Signal()

    def __init__(self, host: QWidget, name: str, card: Card, width: int) -> None:
        super().__init__(host)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(name)
        self._host, self._width = host, width
        self._before: QWidget | None = None
        self.card = card
        card.setParent(self)
        self._hide = HideButton(self)
        self._hide.clicked.connect(self.hide_asked)
        host.installEventFilter(self)
        self.hide()

    def close_at_once(self) -> None:
        """Take it away without an answer; nothing may hold up locking."""
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Keep the keyboard inside."""
        stops = [each for each in self.findChildren(QWidget) if _is_stop(each)]
        here = self.focusWidget()
        at = stops.index(here) if here in stops else -1
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        if stops:
            stops[(at + step) % len(stops)].setFocus(reason)
        return bool(stops)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked of Qt: while the host goes, what Python kept may be gone before the filter is.
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scrim = QColor(look().colour("text"))
        scrim.setAlphaF(_SCRIM)
        painter_of(self).fillRect(self.rect(), scrim)

    def _open(self, first: QWidget) -> None:
        """Show it; `first` has the keyboard, and whoever had it gets it back."""
        self._before = self._host.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        width = min(look().px(self._width), self.width() - 48)
        size = self._hide.sizeHint()
        x = (self.width() - width) // 2
        # A card so wide that it would lie under Hide begins below it.
        top = look().px(80) if x < size.width() + 32 else 24
        height = min(self._height_for(width), self.height() - top - 24)
        self.card.setGeometry(x, max(top, (self.height() - height) // 2), width, height)
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = 24 if left else self.width() - 24 - size.width()
        down = round((look().px(80) - size.height()) / 2)
        self._hide.setGeometry(QRect(across, down, size.width(), size.height()))

    def _height_for(self, width: int) -> int:
        """How high the card would be if there was room."""
        return max(self.card.heightForWidth(width), self.card.minimumSizeHint().height())

    def _leave(self) -> None:
        self._host.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()


def is_covered(host: QWidget) -> bool:
    """Whether something lies over a widget and waits for its answer."""
    options = Qt.FindChildOption.FindDirectChildrenOnly
    return any(each.isVisible() for each in host.findChildren(Overlay, options=options))


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled()
