"""Questions that are asked on one page, with the notes between them (field-list).

What an answer changes on the same page is there at once: questions come and go, lists shorten,
texts take values in. What did not change stays as it is, with the keyboard in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.answering import Answering
from assistance_desktop.ui.intake.answers.grid import GridHead
from assistance_desktop.ui.intake.answers.told import Told
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands as one: the head of a group, a note, a question, or a grid of several."""

    kind: str
    paths: tuple[str, ...]
    looks: object
    """Whatever it is laid out from; while this is the same, the part is."""


class AskedTogether(QWidget):
    """The questions inside a group; `answered` and `half_typed` carry path and value or text.

    `flat` ones lie on a card already and get none of their own.
    """

    answered = Signal(str, object)
    half_typed = Signal(str, str)

    def __init__(
        self, filling: Filling, path: str, *, flat: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filling, self._path, self._flat = filling, path, flat
        self._made: dict[_Part, tuple[QWidget, list[Answering]]] = {}
        self.answerings: list[Answering] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.show_questions()

    def show_questions(self) -> None:
        """Show what is asked now."""
        parts = list(self._parts())
        if parts == list(self._made):
            return
        before, self._made = self._made, {}
        for at, part in enumerate(parts):
            found = before.pop(part, None)
            self._made[part] = found or self._make(part)
            self._column.insertWidget(at, self._made[part][0])
            self._made[part][0].show()  # at once, so that it can take the keyboard
        for widget, _answerings in before.values():
            widget.hide()
            widget.deleteLater()
        self.answerings = [one for _widget, made in self._made.values() for one in made]
        follow_layout(self)

    def _parts(self) -> Iterator[_Part]:
        interview = self._filling.interview
        group, grid = self._path, list[str]()
        for path in steps.together(interview, self._path):
            in_grid = _is_line(interview, path)
            if grid and (not in_grid or not _alike(interview, grid[0], path)):
                yield self._grid(grid)
                grid = []
            around = path.rpartition("/")[0]
            if around != group:
                group = around
                if words := interview.label(group).text:
                    yield _Part("head", (group,), words)
            if in_grid:
                grid.append(path)
            elif words := self._looks(path):
                kind = "asked" if steps.is_answerable(interview, path) else "told"
                yield _Part(kind, (path,), words)
        if grid:
            yield self._grid(grid)

    def _grid(self, paths: Sequence[str]) -> _Part:
        return _Part("grid", tuple(paths), tuple(self._looks(path) for path in paths))

    def _looks(self, path: str) -> tuple[object, ...]:
        interview = self._filling.interview
        label, hint = interview.label(path), interview.hint(path)
        choices = tuple((one.name, one.label) for one in interview.choices(path))
        told = "" if steps.is_answerable(interview, path) else str(interview.value(path))
        if not steps.is_answerable(interview, path) and _is_silent(interview, path, told):
            return ()
        return (label.text, tuple(label.media.items()), hint.text, choices, told)

    def _make(self, part: _Part) -> tuple[QWidget, list[Answering]]:
        if part.kind == "head":
            return Words(str(part.looks), "head"), []
        if part.kind == "told":
            return Told(self._filling, part.paths[0]), []
        interview = self._filling.interview
        card, column = self._make_ground()
        if part.kind == "grid":
            first = part.paths[0]
            column.addWidget(GridHead([one.label for one in interview.choices(first)]))
        made = [self._ask(path, in_grid=part.kind == "grid") for path in part.paths]
        for at, answering in enumerate(made):
            if at:
                column.addWidget(Rule())
            column.addWidget(answering)
        return card, made

    def _make_ground(self) -> tuple[QWidget, QVBoxLayout]:
        """What a question stands on, and its column."""
        if not self._flat:
            card = Card()
            return card, card.body
        plain = QWidget()
        column = QVBoxLayout(plain)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        return plain, column

    def _ask(self, path: str, *, in_grid: bool) -> Answering:
        interview = self._filling.interview
        label = interview.label(path).text or interview.item(path).name
        answering = Answering(self._filling, path, label=label, numbered=False, in_grid=in_grid)
        answering.answered.connect(partial(self.answered.emit, path))
        answering.half_typed.connect(partial(self.half_typed.emit, path))
        return answering


def _is_line(interview: Interview, path: str) -> bool:
    """Whether a question is one line of a grid."""
    item = interview.item(path)
    wanted = "list-nolabel" in item.appearance.split()
    choosing = isinstance(item, Question) and item.type in ("select_one", "select_multiple")
    return wanted and choosing and steps.is_answerable(interview, path)


def _alike(interview: Interview, one: str, other: str) -> bool:
    """Whether two questions have the same answers, so that one head is true for both."""
    return [each.name for each in interview.choices(one)] == [
        each.name for each in interview.choices(other)
    ]


def _is_silent(interview: Interview, path: str, told: str) -> bool:
    """Whether there is nothing to read: the head of a grid without words of its own."""
    label, hint = interview.label(path), interview.hint(path)
    return not (label.text or label.media or hint.text) and told in ("", "None")
