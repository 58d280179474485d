"""Putting things in order: the first that is named is number one (rank).

Nothing is ranked until somebody ranks it; what was not ranked stands below and counts nowhere.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.button import Button, IconButton
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.words import Words


class Ranking(Way):
    """Rows that are ranked by choosing them in turn, and moved by buttons or Alt Up and Down."""

    def __init__(self, choices: Sequence[Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: list[str] = []
        self._rows = {choice.name: _Ranked(choice.label) for choice in choices}
        advice = _("Choose the most important first, then the next. Alt Up and Alt Down move it.")
        self.column.addWidget(Words(advice, "small", "text_2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        for name, row in self._rows.items():
            row.chosen.connect(partial(self._rank, name))
            row.moved.connect(partial(self._move, name))
        self._again = Button(_("Rank again from the start"), "quiet", icon="undo")
        self._again.clicked.connect(self._on_again)
        line = QHBoxLayout()
        line.addWidget(self._again)
        line.addStretch(1)
        self.column.addLayout(line)
        self._show()

    @property
    def first(self) -> QWidget:
        """The row on top."""
        top = next(iter(self._in_sight()), None)
        return self._rows[top].row if top else self

    @property
    def order(self) -> list[str]:
        """What is ranked, the first first."""
        return list(self._order)

    def show_value(self, value: object) -> None:
        """Show an order."""
        names = value if isinstance(value, list) else []
        self._order = [name for name in names if name in self._rows]
        self._show()

    def _in_sight(self) -> list[str]:
        return [*self._order, *(name for name in self._rows if name not in self._order)]

    def _rank(self, name: str) -> None:
        if name in self._order:
            self._show()  # choosing again does not take a rank away
            return
        self._order.append(name)
        self._tell(name)

    def _move(self, name: str, by: int) -> None:
        if name not in self._order:
            self._rank(name)
            return
        at = self._order.index(name)
        to = at + by
        if 0 <= to < len(self._order):
            self._order.insert(to, self._order.pop(at))
            self._tell(name)

    def _tell(self, name: str) -> None:
        self._show()
        self._rows[name].row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(self.order)

    def _on_again(self) -> None:
        self._order = []
        self._show()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(None)

    def _show(self) -> None:
        for at, name in enumerate(self._in_sight()):
            row = self._rows[name]
            self._list.insertWidget(at, row)
            place = at + 1 if name in self._order else 0
            row.show_place(place, len(self._order))
        self._again.setVisible(bool(self._order))
        before: QWidget | None = None
        for name in self._in_sight():
            for each in self._rows[name].stops:
                if before is not None:
                    QWidget.setTabOrder(before, each)
                before = each


class _Ranked(QWidget):
    """One thing with its place, and the buttons that move it."""

    chosen = Signal()
    moved = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.row = _RankRow(words)
        self.row.clicked.connect(self.chosen)
        self.row.moved.connect(self.moved)
        self._up = IconButton("up", _("Move {what} up").format(what=words))
        self._down = IconButton("down", _("Move {what} down").format(what=words))
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for button in (self._up, self._down):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        for each in self.stops:
            line.addWidget(each, 1 if each is self.row else 0)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches, in order."""
        return (self.row, self._up, self._down)

    def show_place(self, place: int, of: int) -> None:
        """Show the place, 0 for none."""
        self.row.show_place(place, of)
        self._up.setVisible(place > 1)
        self._down.setVisible(0 < place < of)


class _RankRow(ChoiceRow):
    """A row that shows its place as a number; Alt Up and Alt Down move it."""

    moved = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words, mark="rank", enter=False)
        self._said = words

    def show_place(self, place: int, of: int) -> None:
        """Be at a place, 0 for none."""
        self.setChecked(bool(place))
        self.show_number(place)
        said = _("{what}, number {place} of {count}")
        unranked = _("{what}, not ranked")
        self.setAccessibleName(
            said.format(what=self._said, place=place, count=of)
            if place
            else unranked.format(what=self._said)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt Up and Alt Down move the row; everything else is as in any row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)
