# ruff: noqa: D102 - Qt documents the methods that it calls
"""A toast: what was just done, at the bottom centre for 8 seconds, with at most one action."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetricsF,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from .button import Button
from .card import Picture
from .paint import paint_box, painter_of
from .theme import look
from .words import Words

SHOWN_MS = 8000
"""How long a toast stays when nobody looks at it."""


class Toast(QFrame):
    """Lies over the bottom of `host` and goes by itself; the pointer or the keyboard hold it.

    `acted` tells that the action was chosen, `gone` that the toast has left.
    """

    acted = Signal()
    gone = Signal()

    def __init__(self, host: QWidget, text: str, action: str = "", *, icon: str = "check") -> None:
        super().__init__(host)
        self._said, self._offers = text, bool(action)
        self._before: list[Toast] = []
        self._host = host
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 8 if action else 16, 2)
        row.setSpacing(12)
        if icon:
            row.addWidget(Picture(icon, "window"))
        row.addWidget(Words(text, tone="window"), 1)
        if action:
            self._button = _ToastAction(action)
            self._button.clicked.connect(self._on_acted)
            self._button.installEventFilter(self)
            row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.leave)
        host.installEventFilter(self)

    def appear(self) -> None:
        """Show the toast, let a screen reader say it, and start its time.

        It takes the place of one before that offers nothing, and stands over one that does.
        """
        options = Qt.FindChildOption.FindDirectChildrenOnly
        others = self._host.findChildren(Toast, options=options)
        self._before = [toast for toast in others if toast is not self and toast.isVisible()]
        for other in self._before:
            if not other.offers:
                other.leave()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._said))
        self._timer.start()

    @property
    def offers(self) -> bool:
        """Whether it has an action."""
        return self._offers

    def is_waiting(self) -> bool:
        """Whether its time is running."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked of Qt: while the host goes, what Python kept may be gone before the filter is.
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_box(painter_of(self), QRectF(self.rect()), 8, "text")

    def _place(self) -> None:
        hint = self.sizeHint()
        width = min(hint.width(), self._host.width() - 48)
        height = max(look().px(48), self.heightForWidth(width))
        x = (self._host.width() - width) // 2
        under = [toast.y() for toast in self._before if isValid(toast) and toast.isVisible()]
        foot = min([self._host.height() - 16, *under])
        self.setGeometry(x, foot - height - 8, width, height)

    def _on_acted(self) -> None:
        self.acted.emit()
        self.leave()

    def leave(self) -> None:
        """Go now."""
        self._timer.stop()
        self._host.removeEventFilter(self)
        self.hide()
        self.gone.emit()
        self.deleteLater()


class _ToastAction(Button):
    """The one action, underlined on the inverse ground."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "quiet")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        font = look().font(bold=True)
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        painter.setFont(font)
        painter.setPen(QPen(look().colour("window"), 1))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        middle, y = self.width() / 2, self.height() / 2 + look().px(9) + 0.5
        thick = 2 if self.underMouse() else 1
        painter.fillRect(QRectF(middle - width / 2, y, width, thick), look().colour("window"))
        if self.hasFocus():
            paint_box(painter, QRectF(self.rect()).adjusted(2, 4, -2, -4), 6, "", "window", 2)
