"""Dialogs: only for what cannot be undone. They name the effect; the safe answer has the focus.

A dialog lies inside the window over a scrim, so Hide, F9 and locking are never held up.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .button import Button
from .card import Card, Picture
from .overlay import Overlay
from .words import Words


class Dialog(Overlay):
    """Asks whether to do what cannot be undone, over the whole of `host`.

    `act` is the button that does it, `keep` the safe answer. `agreed` and `kept` tell the answer;
    Esc means `kept`. `hide_asked` is Hide, which stays at its place. `open_now` shows the dialog,
    `close_at_once` takes it away without an answer (locking). Put more into `body`.
    """

    agreed = Signal()
    kept = Signal()

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
        super().__init__(host, title, DialogCard(title, text, line=line, icon=icon, rich=rich), 480)
        self.body = self.card.body
        self._act, self._keep = Button(act, kind), Button(keep)
        self._act.clicked.connect(self._on_agreed)
        self._keep.clicked.connect(self._on_kept)
        self.card.foot.addStretch(1)
        self.card.foot.addWidget(self._act)
        self.card.foot.addWidget(self._keep)

    def open_now(self) -> None:
        """Show the dialog; the safe answer has the keyboard."""
        self._open(self._keep)

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Let the act be chosen or not, for dialogs that want a tick first."""
        self._act.setEnabled(ready)

    def reject(self) -> None:
        """Esc is the safe answer."""
        self._on_kept()

    def _on_agreed(self) -> None:
        self._leave()
        self.agreed.emit()

    def _on_kept(self) -> None:
        self._leave()
        self.kept.emit()


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
