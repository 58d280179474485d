# ruff: noqa: D102 - Qt documents the methods that it calls
"""Cards: the white grounds that hold one matter each, with a header and a foot when needed."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from .icons import paint_icon
from .paint import is_mirrored, paint_box, paint_lower_box, paint_rule, painter_of
from .theme import look
from .words import Words

_TONES = {
    "": ("card", "line"),
    "accent": ("accent_soft", "accent_line"),
    "amber": ("amber_soft", "amber_line"),
    "red": ("red_soft", "red_line"),
    "dialog": ("card", "border"),
}


class Picture(QWidget):
    """An icon by itself; decoration, so it has no name."""

    def __init__(
        self, icon: str, colour: str = "text", side: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._colour, self._side = icon, colour, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon in another meaning."""
        self._icon, self._colour = icon, colour
        self.update()

    def grow(self, side: int) -> None:
        """Be another size, in pixels at 100 %."""
        self._side = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._side), look().px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        colour = self._colour if self.isEnabled() else "text_disabled"
        paint_icon(painter, self._icon, QRectF(self.rect()), colour, mirrored=is_mirrored(self))


class Rule(QWidget):
    """A hairline across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, look().line_width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        paint_rule(painter, QPointF(0, 0), QPointF(self.width(), 0))


class Card(QFrame):
    """A card. Put content into `body`; `header` and `foot` are rows that appear when asked for.

    Tones: "" (ordinary), "accent", "amber", "red". What is added to `header` stands at its end.
    """

    def __init__(
        self,
        title: str = "",
        *,
        icon: str = "",
        icon_colour: str = "accent_text",
        meta: str = "",
        tone: str = "",
        padded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._chosen, self._tinted = tone, False, True
        self._heading: _Row | None = None
        self._title = Words(title, bold=True, parent=self)
        self._meta = Words(meta, "small", "text_3", parent=self)
        self._footing: _Row | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._stand_off()
        self.body = QVBoxLayout()
        inner = 16 if padded else 0
        self.body.setContentsMargins(inner, inner, inner, inner)
        self.body.setSpacing(12 if padded else 0)
        self._whole.addLayout(self.body, 1)
        self._title.hide()
        self._meta.hide()
        if title:
            self._make_header(icon, icon_colour, meta)

    @property
    def header(self) -> QHBoxLayout:
        """The row at the top, with a line under it."""
        if self._heading is None:
            self._heading = _Row(self, least=48, around=0)
            self._whole.insertWidget(0, self._heading)
        return self._heading.row

    @property
    def foot(self) -> QHBoxLayout:
        """The row at the bottom on window ground, where the decision is made."""
        if self._footing is None:
            self._footing = _Row(self, least=0, around=12)
            self._whole.addWidget(self._footing)
        return self._footing.row

    def set_title(self, title: str) -> None:
        """Show another title in the header."""
        self._title.say(title)

    def set_meta(self, meta: str) -> None:
        """Show other small words at the end of the header."""
        self._meta.say(meta)
        self._meta.setVisible(bool(meta))

    def set_chosen(self, chosen: bool, *, tinted: bool = True) -> None:  # noqa: FBT001 - as Qt's own setters
        """Line the card as the chosen one of several; not `tinted` when fields lie on it."""
        self._chosen, self._tinted = chosen, tinted
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._stand_off()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        rect, width = QRectF(self.rect()), look().line_width
        fill, line = _TONES[self._tone]
        if self._chosen:
            fill, line, width = "accent_soft" if self._tinted else fill, "accent", 2
        elif look().high_contrast:
            line = line if self._tone in ("accent", "amber", "red") else "border"
        paint_box(painter, rect, 12, fill)
        if self._footing is not None:
            place = QRectF(self._footing.geometry())
            paint_lower_box(painter, place.adjusted(-width, 0, width, width), 12, "window")
            paint_rule(painter, place.topLeft(), place.topRight())
        if self._heading is not None:
            place = QRectF(self._heading.geometry())
            down = QPointF(0, width)
            paint_rule(painter, place.bottomLeft() - down, place.bottomRight() - down)
        paint_box(painter, rect, 12, "", line, width)

    def _stand_off(self) -> None:
        """Keep the content off the line around."""
        width = look().line_width
        self._whole.setContentsMargins(width, width, width, width)

    def _make_header(self, icon: str, icon_colour: str, meta: str) -> None:
        row = self.header
        if icon:
            row.addWidget(Picture(icon, icon_colour))
        row.addWidget(self._title, 1)
        self._title.show()
        row.addWidget(self._meta)
        self._meta.setVisible(bool(meta))


class _Row(QWidget):
    """A row across a card, at least so high at 100 %."""

    def __init__(self, parent: QWidget, *, least: int, around: int) -> None:
        super().__init__(parent)
        self._least = least
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, around, 16, around)
        self.row.setSpacing(8)
        self.setMinimumHeight(look().px(least))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setMinimumHeight(look().px(self._least))
        super().changeEvent(event)
