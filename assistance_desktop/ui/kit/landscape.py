# ruff: noqa: D102 - Qt documents the methods that it calls
"""The quiet landscape beside the pages before the vault is open; at night in the dark theme.

Decoration: it has no name, and it shows the same to everybody.
"""

from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistance_desktop import paths

from .paint import painter_of
from .theme import look

_WHOLE = QRectF(0, 0, 560, 768)
_SHORE = QRectF(90, 226, 420, 488)


class Landscape(QWidget):
    """The drawing over the whole widget, cut at its edges; or lying at its foot under the sky."""

    def __init__(self, *, at_foot: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_foot = at_foot
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        name = "landscape-night" if look().theme == "dark" else "landscape"
        drawing = _drawing(name)
        drawing.setViewBox(self._seen())
        drawing.render(painter_of(self), QRectF(self.rect()))

    def _seen(self) -> QRectF:
        """The part of the drawing that fills the widget, in the drawing's own units."""
        width, height = max(1, self.width()), max(1, self.height())
        if self._at_foot:
            scale = width / _SHORE.width()
            seen = QRectF(_SHORE.x(), 0, _SHORE.width(), height / scale)
            seen.moveBottom(_SHORE.bottom())
            return seen
        scale = max(width / _WHOLE.width(), height / _WHOLE.height())
        seen = QRectF(0, 0, width / scale, height / scale)
        seen.moveCenter(_WHOLE.center())
        return seen


@cache
def _drawing(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(paths.resources() / "drawings" / f"{name}.svg"))
