"""What every painted widget is made of: boxes with round corners, marks and key caps.

Borders lie inside their box, as they do in the drawings; colours are meanings.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from .icons import paint_icon
from .theme import look


def painter_of(widget: QWidget) -> QPainter:
    """A painter with smooth edges, in the widget's text direction."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(widget.layoutDirection())
    return painter


def is_mirrored(widget: QWidget) -> bool:
    """Whether the widget reads from right to left."""
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def mirror(widget: QWidget, rect: QRectF) -> QRectF:
    """The same place counted from the side where reading begins."""
    if not is_mirrored(widget):
        return rect
    return QRectF(widget.width() - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())


def paint_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str = "",
    line: str = "",
    width: float = 1,
) -> None:
    """A box with round corners; "" for no fill or no line."""
    inside = QRectF(rect)
    painter.setBrush(look().colour(fill) if fill else Qt.BrushStyle.NoBrush)
    if line:
        half = width / 2
        inside.adjust(half, half, -half, -half)
        radius = max(0.0, radius - half)
        painter.setPen(QPen(look().colour(line), width))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(inside, radius, radius)


def paint_lower_box(painter: QPainter, rect: QRectF, radius: float, fill: str) -> None:
    """A ground whose two lower corners are round, for the foot of a card."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    path.addRect(QRectF(rect.x(), rect.y(), rect.width(), min(radius, rect.height())))
    painter.fillPath(path.simplified(), look().colour(fill))


def paint_rule(painter: QPainter, start: QPointF, end: QPointF, colour: str = "line") -> None:
    """A hairline between two parts; thicker in high contrast."""
    width = look().line_width
    if start.y() == end.y():
        left = min(start.x(), end.x())
        rect = QRectF(left, start.y(), abs(end.x() - start.x()), width)
    else:
        rect = QRectF(start.x(), min(start.y(), end.y()), width, abs(end.y() - start.y()))
    painter.fillRect(rect, look().colour(colour))


def paint_radio(painter: QPainter, rect: QRectF, *, on: bool, enabled: bool = True) -> None:
    """The mark of one choice out of several."""
    line = ("accent" if on else "control") if enabled else "border"
    paint_box(painter, rect, rect.width() / 2, "card" if enabled else "sunken", line, 2)
    if on:
        dot = rect.width() * 10 / 22
        centre = rect.center()
        place = QRectF(centre.x() - dot / 2, centre.y() - dot / 2, dot, dot)
        paint_box(painter, place, dot / 2, "accent" if enabled else "text_disabled")


def paint_tick(painter: QPainter, rect: QRectF, *, on: bool, enabled: bool = True) -> None:
    """The mark of a choice that stands alone."""
    line = ("accent" if on else "control") if enabled else "border"
    fill = ("accent" if on else "card") if enabled else "sunken"
    paint_box(painter, rect, 5, fill, line, 2)
    if on:
        inset = rect.width() * 4 / 22
        inside = rect.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "check", inside, "on_accent" if enabled else "text_disabled")


def paint_number(painter: QPainter, rect: QRectF, number: int) -> None:
    """The mark of a place in an order; an empty circle for none."""
    line, fill = ("accent", "accent") if number else ("control", "card")
    paint_box(painter, rect, rect.width() / 2, fill, line, 2)
    if number:
        painter.setPen(look().colour("on_accent"))
        painter.setFont(look().font("small", bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def key_cap_width(words: str) -> int:
    """How wide a key cap is, with the name of its key."""
    needed = QFontMetricsF(look().font("small")).horizontalAdvance(words) + 2 * 6 + 2
    return max(look().px(22), round(needed))


def paint_key_cap(
    painter: QPainter, rect: QRectF, words: str, text: str = "text_3", line: str = "line"
) -> None:
    """The name of a key in a small box."""
    if look().high_contrast:
        line = "border" if line == "line" else line
    paint_box(painter, rect, 4, "", line, look().line_width)
    painter.setPen(look().colour(text))
    painter.setFont(look().font("small"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
