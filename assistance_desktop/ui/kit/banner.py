# ruff: noqa: D102 - Qt documents the methods that it calls
"""Banners and notices: one matter beside its cause, in a tone, with an icon and words.

Red is for a serious threat to life, health or freedom and nothing else.
"""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _

from .button import Button, IconButton
from .card import Picture
from .paint import paint_box, painter_of
from .theme import look
from .words import Words

_TONES = {
    "": ("sunken", "line", "text"),
    "accent": ("accent_soft", "accent_line", "accent_text"),
    "amber": ("amber_soft", "amber_line", "amber_text"),
    "red": ("red_soft", "red_line", "red_text"),
}
_ICONS = {"": "info", "accent": "leaf", "amber": "alert", "red": "phone"}


class Banner(QFrame):
    """A sentence on a tinted ground. Tones: "" (neutral), "accent" (hint), "amber", "red".

    `rich` reads <b>…</b> as semibold.
    """

    def __init__(
        self,
        text: str,
        tone: str = "",
        *,
        icon: str = "",
        rich: bool = False,
        bold: bool = False,
        letter: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._radius = tone, 8
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(17, 13, 17, 13)
        self.row.setSpacing(12)
        self.picture = Picture(icon or _ICONS[tone], _TONES[tone][2])
        plain = letter == "body"
        at = Qt.AlignmentFlag.AlignTop if plain else Qt.AlignmentFlag.AlignVCenter
        self.row.addWidget(self.picture, 0, at)
        tint = "text" if plain else _TONES[tone][2]
        self.words = Words(text, letter, tint, rich=rich, bold=bold)
        self.stack = QVBoxLayout()
        self.stack.setSpacing(0)
        self.stack.addWidget(self.words)
        self.row.addLayout(self.stack, 1)

    def say(self, text: str) -> None:
        """Say another sentence."""
        self.words.say(text)

    def be_roomy(self) -> None:
        """Stand on a whole screen: a larger icon, wider margins."""
        self._radius = 12
        self.row.setContentsMargins(25, 17, 25, 17)
        self.row.setSpacing(16)
        self.picture.grow(28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, line, _icon = _TONES[self._tone]
        if look().high_contrast and not self._tone:
            line = "border"
        paint_box(
            painter_of(self), QRectF(self.rect()), self._radius, fill, line, look().line_width
        )


class Notice(Banner):
    """What happened, with at most one action; it stays until it is closed.

    `acted` tells that the action was chosen, `closed` that the person closed the notice.
    `announce` lets a screen reader say it without moving the focus.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        tone: str = "accent",
        *,
        icon: str = "",
        action: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        icon = icon or ("check" if tone == "accent" else "")
        super().__init__(title, tone, icon=icon, bold=True, parent=parent)
        self.row.setContentsMargins(13, 11, 13, 11)
        self._said = f"{title} {text}".strip()
        if text:
            self.stack.addWidget(Words(text, "small"))
        self._add_buttons(action, closable=closable)

    def announce(self) -> None:
        """Tell a screen reader; red and amber at once, others when it has finished speaking."""
        event = QAccessibleAnnouncementEvent(self, self._said)
        urgent = self._tone in ("red", "amber")
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def _add_buttons(self, action: str, *, closable: bool) -> None:
        if action:
            button = Button(action, size="small")
            button.clicked.connect(self.acted)
            self.row.addWidget(button)
        if closable:
            close = IconButton("x", _("Close this notice"), size="small", tone="text_3")
            close.clicked.connect(self._on_closed)
            self.row.addWidget(close)

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
