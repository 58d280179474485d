"""A panel over a page: a small form or a card to read, with a title, a cross and its foot.

For what can be undone or only looked at; what cannot be undone is a Dialog.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _

from .button import Button, IconButton
from .card import Card, Rule
from .ground import Ground
from .overlay import Overlay
from .scroll import Scroll
from .theme import look
from .words import Words


class Panel(Overlay):
    """A card over `host` with a `body` that scrolls and a `foot`; so wide at 100 %.

    `left` tells that it was closed, by the cross, by Esc or by `leave`. With `beside` there is a
    second column of that width on sunken ground, `aside`.
    """

    left = Signal()

    def __init__(
        self, host: QWidget, title: str, line: str = "", *, width: int = 560, beside: int = 0
    ) -> None:
        super().__init__(host, title, Card(tone="dialog", padded=False), width)
        self.title, self.line = Words(title, "head"), Words(line, tone="text_2")
        self.line.setVisible(bool(line))
        self.cross = IconButton("x", _("Close"))
        self.cross.clicked.connect(self.leave)
        self.card.body.addLayout(self._make_head())
        self.card.body.addWidget(Rule())
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self._first = Scroll(title)
        self.body = self._first.body
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)
        columns.addWidget(self._first, 1)
        self._beside = beside
        self._second: Scroll | None = None
        self.aside = self.body
        if beside:
            columns.addWidget(self._make_aside(beside))
        self.card.body.addLayout(columns, 1)
        self.foot = self.card.foot
        self.foot.setContentsMargins(20, 12, 20, 12)
        self.foot.setSpacing(8)

    def open_now(self, first: QWidget | None = None) -> None:
        """Show the panel; `first` has the keyboard, else the cross."""
        self._open(first or self.cross)

    def read_aside(self) -> None:
        """Let the keyboard reach and scroll the second column, when it holds nothing but words."""
        if self._second is not None:
            self._second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def leave(self) -> None:
        """Close the panel and tell it."""
        self._leave()
        self.left.emit()

    def reject(self) -> None:
        """Esc leaves."""
        self.leave()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget of the body."""
        self._first.ensureWidgetVisible(widget)

    def fit(self) -> None:
        """Be as high as the words now need."""
        self._place()

    def add_deeds(self, *buttons: Button, quiet: Button | None = None) -> None:
        """Fill the foot: a quiet deed at its start, the others at its end."""
        if quiet is not None:
            self.foot.addWidget(quiet)
        self.foot.addStretch(1)
        for button in buttons:
            self.foot.addWidget(button)

    def _make_head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 12, 12)
        head.addLayout(words, 1)
        head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_aside(self, width: int) -> QWidget:
        ground = Ground("sunken", line="start")
        ground.setFixedWidth(look().px(width))
        self._second = Scroll(self.title.text())
        column = QVBoxLayout(ground)
        column.setContentsMargins(look().line_width, 0, 0, 0)
        column.addWidget(self._second)
        self.aside = self._second.body
        self.aside.setContentsMargins(20, 16, 20, 16)
        self.aside.setSpacing(12)
        return ground

    def _height_for(self, width: int) -> int:
        """As high as the words of both columns, the head and the foot."""
        second = look().px(self._beside)
        columns = [_height_of(self._first, width - second)]
        if self._second is not None:
            columns.append(_height_of(self._second, second))
        around = self.card.minimumSizeHint().height() - self._first.minimumSizeHint().height()
        return around + max(columns)


def _height_of(scroll: Scroll, width: int) -> int:
    layout = scroll.body
    layout.activate()
    asked = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
    return max(asked, layout.totalMinimumSize().height())
