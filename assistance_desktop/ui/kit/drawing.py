# ruff: noqa: D102 - Qt documents the methods that it calls
"""Drawings of resources/drawings, such as the snow field of an empty list; decoration.

A drawing may name its colours by meaning, var(--accent-soft); they follow the look.
"""

import re

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from assistance_desktop import paths

from .paint import painter_of
from .theme import look

_NAMED = re.compile(r"var\(--([\w-]+)\)")


class Drawing(QWidget):
    """A drawing at its own size times the text scale."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        file = paths.resources() / "drawings" / f"{name}.svg"
        self._source = file.read_text(encoding="utf-8")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._renderer().defaultSize() * look().scale

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._renderer().render(painter_of(self), QRectF(self.rect()))

    def _renderer(self) -> QSvgRenderer:
        filled = _NAMED.sub(lambda found: look().colour(found[1]).name(), self._source)
        return QSvgRenderer(QByteArray(filled.encode()))
