# ruff: noqa: D102 - Qt documents the methods that it calls
"""A row of a short list in a card: glyph, two lines, and at the end a state or a button.

Long lists are `RowList` and `Table`, which make no widget for each row.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .card import Card, Picture
from .mark import Glyph
from .paint import paint_lower_box, paint_rule, painter_of
from .ring import keep_ring
from .theme import look
from .words import Words


class Row(QAbstractButton):
    """A row, at least 60 high, with a line above it unless it is `first`.

    `opens` makes the whole row a button with a chevron (`clicked`), `chooses` one of several that
    stays chosen. `title` is semibold, `aside` stands after it. `lead` stands before the words: a
    letter or an icon in a `Glyph` of `tone`.
    Add chips and buttons to `end`. `body` takes more lines under the words.
    """

    def __init__(  # noqa: PLR0913 - every part of a row has its name
        self,
        title: str,
        line: str = "",
        *,
        aside: str = "",
        letter: str = "",
        icon: str = "",
        tone: str = "accent",
        plain_icon: str = "",
        meta: str = "",
        opens: bool = False,
        chooses: bool = False,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opens, self._first, self._ground = opens or chooses, first, ""
        self.setCheckable(chooses)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(16, 8, 16, 8)
        self._whole.setSpacing(12)
        self._add_lead(letter, icon, plain_icon, tone)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._add_words(title, aside, line)
        self.end = QHBoxLayout()
        self.end.setSpacing(12)
        if meta:
            self.end.addWidget(Words(meta, "small", "text_2"))
        self._whole.addLayout(self.end)
        self._become(f"{title} {aside}".strip(), line)

    def set_ground(self, meaning: str) -> None:
        """Tint the row: "" (none), "accent_soft" (chosen), "amber_soft" (to look at)."""
        self._ground = meaning
        self.update()

    def sizeHint(self) -> QSize:
        hint = self._whole.sizeHint()
        return QSize(hint.width(), max(hint.height(), look().size("row")))

    def minimumSizeHint(self) -> QSize:
        hint = self._whole.minimumSize()
        return QSize(hint.width(), max(hint.height(), look().size("row")))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(look().size("row"))
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._opens:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        ground = "accent_soft" if self.isChecked() else self._ground
        if self._opens and self.isDown():
            ground = "pressed"
        elif self._opens and self.underMouse():
            ground = ground or "hover"
        if ground and self._is_at_card_foot():
            paint_lower_box(painter, QRectF(self.rect()), 11, ground)
        elif ground:
            painter.fillRect(QRectF(self.rect()), look().colour(ground))
        if not self._first:
            paint_rule(painter, QPointF(0, 0), QPointF(self.width(), 0))

    def _is_at_card_foot(self) -> bool:
        """Whether the round corners of a card are under this row."""
        card = self.parentWidget()
        return isinstance(card, Card) and self.geometry().bottom() >= card.height() - 3

    def _become(self, name: str, line: str) -> None:
        self.setMinimumHeight(look().size("row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if not self._opens:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            return
        if not self.isCheckable():
            self._whole.addWidget(Picture("right", "text_3", 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setAccessibleDescription(line)
        keep_ring(self, 8)

    def _add_lead(self, letter: str, icon: str, plain_icon: str, tone: str) -> None:
        if letter or icon:
            self._add_glyph(Glyph(letter, icon=icon, tone=tone), tone)
        elif plain_icon:
            colour = {"accent": "accent_text", "amber": "amber_text"}.get(tone, "text_2")
            self._whole.addWidget(Picture(plain_icon, colour))

    def _add_glyph(self, glyph: Glyph, tone: str) -> None:
        def follow(chosen: bool) -> None:  # noqa: FBT001 - as Qt tells it
            glyph.set_tone("accent" if chosen else tone)

        self._whole.addWidget(glyph)
        self.toggled.connect(follow)

    def _add_words(self, title: str, aside: str, line: str) -> None:
        self.body.addStretch(1)
        words = f"<b>{title}</b> <muted>{aside}</muted>" if aside else title
        self.body.addWidget(Words(words, rich=bool(aside), bold=not aside))
        if line:
            self.body.addWidget(Words(line, "small", "text_2"))
        self.body.addStretch(1)
        self._whole.addLayout(self.body, 1)
