# ruff: noqa: D102 - Qt documents the methods that it calls
"""Text as the design language sets it: exact line heights, wrapping, and weight inside a line.

Nothing is cut short: text that does not fit takes another line.
"""

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from assistance_desktop.i18n import direction_of

from .paint import painter_of
from .theme import Look, look

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_MARKED = re.compile(r"<(b|muted|amber|accent)>(.*?)</\1>", re.DOTALL)
_TINTS = {"muted": "text_2", "amber": "amber_text", "accent": "accent_text"}


class Paragraph:
    """A text laid out for a width, measured and painted in the look in force.

    `rich` reads <b>, <muted> (regular, text_2), <amber> and <accent> (semibold in that colour)
    up to their closing tags; anything else stays as it is written.
    """

    def __init__(
        self,
        text: str,
        letter: str = "body",
        *,
        bold: bool = False,
        rich: bool = False,
        monospace: bool = False,
    ) -> None:
        self._letter = letter
        self._bold = bold
        self._monospace = monospace
        self.plain, self._marks = _read_marks(text) if rich else (text, [])
        self._arabic = bool(_ARABIC.search(text))
        self._laid: tuple[object, QTextLayout, float] | None = None
        self._heights: dict[tuple[float, Look], int] = {}

    def line_height(self) -> float:
        """The distance of two lines in pixels; Arabic script has 1.6 of its letter height."""
        letter = look().letter(self._letter)
        return round(letter.size * 1.1 * 1.6) if self._arabic else letter.line

    def natural_width(self) -> int:
        """The width at which nothing wraps."""
        laid, _height = self._lay_out(None, mirrored=False)
        widths = [laid.lineAt(each).naturalTextWidth() for each in range(laid.lineCount())]
        return int(max(widths, default=0)) + 1

    def least_width(self) -> int:
        """The width of the longest word."""
        measure = QFontMetricsF(self._font())
        widths = [measure.horizontalAdvance(each) for each in self.plain.split()]
        return int(max(widths, default=0)) + 2

    def height(self, width: float) -> int:
        """The height at a width, in pixels; layouts ask for the same ones many times."""
        asked = (width, look())
        if asked not in self._heights:
            self._heights[asked] = round(self._lay_out(width, mirrored=False)[1])
        return self._heights[asked]

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        colour: str,
        *,
        centred: bool = False,
        middle: bool = False,
    ) -> None:
        """Paint into a rectangle from its top, or from its middle."""
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        laid, height = self._lay_out(rect.width(), mirrored=mirrored, centred=centred)
        top = rect.y() + ((rect.height() - height) / 2 if middle else 0)
        painter.setPen(look().colour(colour))
        laid.draw(painter, QPointF(rect.x(), round(top)))

    def _font(self) -> QFont:
        font = look().font(self._letter, bold=self._bold, monospace=self._monospace)
        if self._arabic:
            font.setPixelSize(round(font.pixelSize() * 1.1))
        return font

    def _lay_out(
        self, width: float | None, *, mirrored: bool, centred: bool = False
    ) -> tuple[QTextLayout, float]:
        wanted = (width, mirrored, centred, look())
        if self._laid is None or self._laid[0] != wanted:
            laid = QTextLayout(self.plain.replace("\n", "\u2028"), self._font())
            laid.setTextOption(_option(self.plain, mirrored=mirrored, centred=centred))
            laid.setFormats(self._formats())
            self._laid = (wanted, laid, self._break(laid, 1e6 if width is None else width))
        return self._laid[1], self._laid[2]

    def _break(self, laid: QTextLayout, width: float) -> float:
        step, top = self.line_height(), 0.0
        laid.beginLayout()
        while (line := laid.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top + round((step - line.height()) / 2)))
            top += step
        laid.endLayout()
        return max(top, step)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made: list[QTextLayout.FormatRange] = []
        for mark, start, length in self._marks:
            each = QTextLayout.FormatRange()
            each.start, each.length, each.format = start, length, _format(mark)
            made.append(each)
        return made


def _format(mark: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(400 if mark == "muted" else 600)
    if mark in _TINTS:
        made.setForeground(look().colour(_TINTS[mark]))
    return made


def _read_marks(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    plain, marks, end = "", [], 0
    for found in _MARKED.finditer(text):
        plain += text[end : found.start()]
        marks.append((found[1], len(plain), len(found[2])))
        plain += found[2]
        end = found.end()
    return plain + text[end:], marks


def _option(text: str, *, mirrored: bool, centred: bool) -> QTextOption:
    """Lines stand at the side where the page begins, and run as their own letters do."""
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else side)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    runs_left = direction_of(text, otherwise="rtl" if mirrored else "ltr") == "rtl"
    direction = Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(direction)
    return option


class Words(QLabel):
    """A text on a page: a size of type, a colour by meaning, wrapping by itself."""

    def __init__(
        self,
        text: str = "",
        letter: str = "body",
        tone: str = "text",
        *,
        bold: bool = False,
        rich: bool = False,
        centred: bool = False,
        monospace: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter, self._tone = letter, tone
        self._bold = bold or letter in ("head", "title")
        self._rich, self._centred, self._monospace = rich, centred, monospace
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._paragraph = Paragraph(
            text,
            self._letter,
            bold=self._bold,
            rich=self._rich,
            monospace=self._monospace,
        )
        self.setText(self._paragraph.plain)
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Show the text in the colour of another meaning."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        width = self._paragraph.natural_width()
        return QSize(width, self._paragraph.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paragraph.least_width(), round(self._paragraph.line_height()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._paragraph.height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_of(self)
        tone = self._tone if self.isEnabled() else "text_disabled"
        middle = self._paragraph.height(self.width()) < self.height()
        self._paragraph.paint(
            painter, QRectF(self.rect()), tone, centred=self._centred, middle=middle
        )
