# ruff: noqa: D102 - Qt documents the methods that it calls
"""Dialogs: only for what cannot be undone. They name the effect; the safe answer has the focus.

A dialog lies inside the window over a scrim, so Hide, F9 and locking are never held up.
"""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from .button import Button, HideButton
from .card import Card, Picture
from .paint import painter_of
from .theme import look
from .words import Words

_SCRIM = 0.42


class Dialog(QDialog):
    """Asks whether to do what cannot be undone, over the whole of `host`.

    `act` is the button that does it, `keep` the safe answer. `agreed` and `kept` tell the answer;
    Esc means `kept`. `hide_asked` is Hide, which stays at its place. `open_now` shows the dialog,
    `close_at_once` takes it away without an answer (locking). Put more into `body`.
    """

    agreed = Signal()
    kept = Signal()
    hide_asked = Signal()

    def __init__(  # noqa: PLR0913 - a dialog must name all of it
        self,
        host: QWidget,
        title: str,
        text: str,
        *,
        act: str,
        keep: str,
        line: str = "",
        icon: str = "alert",
        kind: str = "caution",
        rich: bool = False,
    ) -> None:
        super().__init__(host)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(title)
        self._host = host
        self._before: QWidget | None = None
        self.card = DialogCard(title, text, line=line, icon=icon, rich=rich, parent=self)
        self.body = self.card.body
        self._act, self._keep = Button(act, kind), Button(keep)
        self._act.clicked.connect(self._on_agreed)
        self._keep.clicked.connect(self._on_kept)
        self.card.foot.addStretch(1)
        self.card.foot.addWidget(self._act)
        self.card.foot.addWidget(self._keep)
        self._hide = HideButton(self)
        self._hide.clicked.connect(self.hide_asked)
        host.installEventFilter(self)
        self.hide()

    def open_now(self) -> None:
        """Show the dialog; the safe answer has the keyboard."""
        self._before = self._host.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self._keep.setFocus(Qt.FocusReason.TabFocusReason)

    def close_at_once(self) -> None:
        """Take the dialog away without an answer; nothing may hold up locking."""
        self._leave()

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let the act be chosen or not, for dialogs that want a tick first."""
        self._act.setEnabled(ready)

    def reject(self) -> None:
        """Esc is the safe answer."""
        self._on_kept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_kept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Keep the keyboard inside the dialog."""
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

    def _place(self) -> None:
        self.setGeometry(self._host.rect())
        width = min(look().px(480), self.width() - 48)
        height = max(self.card.heightForWidth(width), self.card.minimumSizeHint().height())
        x, y = (self.width() - width) // 2, max(24, (self.height() - height) // 2)
        self.card.setGeometry(x, y, width, height)
        size = self._hide.sizeHint()
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        across = 24 if left else self.width() - 24 - size.width()
        down = round((look().px(80) - size.height()) / 2)
        self._hide.setGeometry(QRect(across, down, size.width(), size.height()))

    def _on_agreed(self) -> None:
        self._leave()
        self.agreed.emit()

    def _on_kept(self) -> None:
        self._leave()
        self.kept.emit()

    def _leave(self) -> None:
        self._host.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()


class DialogCard(Card):
    """The card of a dialog: icon, question, a line, the effect, and its foot."""

    def __init__(
        self,
        title: str,
        text: str,
        *,
        line: str = "",
        icon: str = "alert",
        rich: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tone="dialog", parent=parent)
        self.body.setContentsMargins(20, 18, 20, 16)
        self.foot.setContentsMargins(20, 12, 20, 12)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Picture(icon, "text_2", 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, "head"))
        if line:
            words.addWidget(Words(line, tone="text_2"))
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(Words(text, rich=rich))


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled()
