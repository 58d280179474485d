"""The icons: line drawings tinted in a colour of the look at the moment they are painted.

Icons that point mirror in right-to-left layouts; no other icon does.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assistance_desktop import paths

from . import theme

POINTING = frozenset({"arrow-l", "arrow-r", "left", "right", "undo", "history", "out", "speech"})
"""Icons with a direction of reading; the others mean the same both ways."""


def paint_icon(
    painter: QPainter, name: str, rect: QRect | QRectF, colour: str, *, mirrored: bool = False
) -> None:
    """Paint an icon of resources/icons into a square, in a colour by meaning."""
    drawing = _drawing(name, theme.look().colour(colour).name())
    if not (mirrored and name in POINTING):
        drawing.render(painter, QRectF(rect))
        return
    painter.save()
    painter.translate(rect.left() + rect.right() + (1 if isinstance(rect, QRect) else 0), 0)
    painter.scale(-1, 1)
    drawing.render(painter, QRectF(rect))
    painter.restore()


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon for menus and tool buttons; it follows the look without being set again."""
    return QIcon(_TintedIcon(name, colour))


def forget() -> None:
    """Drop the drawings in the colours of the old look."""
    _drawing.cache_clear()


class _TintedIcon(QIconEngine):
    """Paints one icon in whatever the look's colours are then."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = "text_disabled" if mode == QIcon.Mode.Disabled else self._colour
        mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_icon(painter, self._name, rect, colour, mirrored=mirrored)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        made.setDevicePixelRatio(scale)
        return made

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        return _TintedIcon(self._name, self._colour)


@cache
def _source(name: str) -> str:
    return _file(name).read_text(encoding="utf-8")


def _file(name: str) -> Path:
    return paths.resources() / "icons" / f"{name}.svg"


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    tinted = _source(name).replace("#000", colour).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(tinted.encode()))
