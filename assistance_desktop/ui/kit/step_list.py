# ruff: noqa: D102 - Qt documents the methods that it calls
"""The steps of setting up, over the landscape: which are done, which one is here.

A step that is done has a tick, the one that is here is bold: never by colour alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from assistance_desktop.i18n import _

from .card import Picture
from .icons import paint_icon
from .landscape import Landscape
from .paint import is_mirrored, paint_box, paint_rule, painter_of
from .theme import look
from .words import Words


class StepPanel(Landscape):
    """The steps at the left of the set-up pages; `go` shows how far it is."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(at_foot=True, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 34, 24, 0)
        column.setSpacing(0)
        column.addWidget(Picture("spruce", "accent_text", 36))
        column.addSpacing(22)
        self._steps = [_Step(number, words, len(steps)) for number, words in enumerate(steps, 1)]
        for each in self._steps:
            column.addWidget(each)
        column.addStretch(1)
        self._stretch()
        self.go(0)

    def go(self, here: int) -> None:
        """Show the step that is here, counted from 0; those before it are done."""
        for place, each in enumerate(self._steps):
            each.show_state("done" if place < here else "here" if place == here else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._stretch()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        x = 0 if is_mirrored(self) else self.width() - look().line_width
        paint_rule(painter_of(self), QPointF(x, 0), QPointF(x, self.height()))

    def _stretch(self) -> None:
        # Only the words grow with the text; the page beside needs the room.
        self.setFixedWidth(240 + look().px(80))


class _Step(QWidget):
    """One step: its number or tick, and its name."""

    def __init__(self, number: int, words: str, of: int) -> None:
        super().__init__()
        self._number, self._of, self._name = number, of, words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        self._mark = StepMark(number)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = (Words(words, tone="text_2"), Words(words, bold=True))
        for each in self._words:
            row.addWidget(each, 1)

    def show_state(self, state: str) -> None:
        """Show the step as "done", "here" or still to come ("")."""
        self._mark.show_state(state)
        here = state == "here"
        self._words[0].setVisible(not here)
        self._words[1].setVisible(here)
        said = {"done": _("done"), "here": _("now"), "": _("to come")}[state]
        self.setAccessibleName(
            _("Step {number} of {count}: {name}, {state}").format(
                number=self._number, count=self._of, name=self._name, state=said
            )
        )


class StepMark(QWidget):
    """A ring with the number, or a filled one with a tick."""

    def __init__(self, number: int, state: str = "") -> None:
        super().__init__()
        self._number, self._state = number, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str) -> None:
        """Show it as "done", "here" or still to come ("")."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(28), look().px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = painter_of(self), QRectF(self.rect())
        done, here = self._state == "done", self._state == "here"
        fill, line = "accent" if done else "card", "accent" if done or here else "control"
        paint_box(painter, rect, rect.width() / 2, fill, line, 2)
        if done:
            side = look().px(14)
            place = QRectF(0, 0, side, side)
            place.moveCenter(rect.center())
            paint_icon(painter, "check", place, "on_accent")
            return
        painter.setPen(look().colour("accent_text" if here else "text_2"))
        painter.setFont(look().font("small", bold=True))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))
