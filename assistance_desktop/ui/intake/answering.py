"""The place where one question is answered: its way of answering, and the two quiet answers.

"Prefers not to say" and "Not known yet" stand beside every question, never smaller than 44 px.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.form import Question
from assistance_desktop.ui.intake.answers.grid import GridLine
from assistance_desktop.ui.intake.answers.needed import label_of
from assistance_desktop.ui.intake.answers.rows import Rows
from assistance_desktop.ui.intake.answers.shown_media import ShownMedia
from assistance_desktop.ui.intake.answers.ways import FEW, way_for
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.quiet_answers import QuietAnswers
from assistance_desktop.ui.kit.words import Words

__all__ = ["FEW", "Answering"]


class Answering(QWidget):
    """The answer to one question.

    `answered` carries a value or an Unanswered, `half_typed` a text that is no answer (yet).
    With a `label` the question stands above with its hint; without, the page says it.
    """

    answered = Signal(object)
    half_typed = Signal(str)

    def __init__(
        self,
        filling: Filling,
        path: str,
        *,
        label: str = "",
        numbered: bool = True,
        in_grid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        item = filling.interview.item(path)
        if not isinstance(item, Question):
            raise TypeError(path)
        self._numbered = numbered
        self._choices = [choice.name for choice in filling.interview.choices(path)]
        name = label or filling.interview.label(path).text or item.name
        self.way = way_for(filling, path, name, self._key)
        self.way.told.connect(self._on_told)
        self.way.half_typed.connect(self._on_half_typed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._quiet = self._make_quiet()
        if in_grid and isinstance(self.way, Rows):
            self._quiet.setParent(self)
            self._quiet.hide()  # its rows stand in the line
            self._column.addWidget(GridLine(label, self.way.cells, self._quiet.rows))
            self._column.addWidget(self.way)  # only what is wrong stands in it
        else:
            self._stack(filling, label)
        self._show_state(filling)

    @property
    def is_numbered(self) -> bool:
        """Whether the keys 1 to 9 choose what the client sees, in the same order."""
        return self._numbered and 0 < len(self._choices) == len(self.way.buttons)

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """What the keys 1 to 9 choose, in order."""
        return [*self.way.buttons, *self._quiet.rows]

    def take_focus(self) -> None:
        """Give the keyboard to the answer that stands, else to the first."""
        quiet = next((row for row in self._quiet.rows if row.isChecked()), None)
        (quiet or self.way.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, number: int) -> None:
        """Choose the answer whose key this is; the keyboard stays with it."""
        if self.way.press(number):
            return
        if self.way.buttons and 0 < number <= len(self.buttons):
            button = self.buttons[number - 1]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()

    def show_problem(self, sentence: str) -> None:
        """Say beside the answer what to mend; nothing typed is lost."""
        self.way.show_problem(sentence)

    def chosen(self) -> list[int]:
        """The places of what is chosen among what the client sees: few choices, then the quiet."""
        seen = self._choices if len(self._choices) <= FEW else []
        names = self._value if isinstance(self._value, list) else [self._value]
        quiet = [at for at, row in enumerate(self._quiet.rows, len(seen)) if row.isChecked()]
        return [*(at for at, name in enumerate(seen) if name in names), *quiet]

    def put(self, value: Answer) -> None:
        """Answer as a hand would: show it in its way, and tell it."""
        if isinstance(value, Unanswered):
            self._quiet.rows[0 if value is Unanswered.REFUSED else 1].click()
        else:
            self.way.show_value(value)
            self._on_told(value)

    def _stack(self, filling: Filling, label: str) -> None:
        if label:
            interview = filling.interview
            words = label_of(interview, self.path, label)
            words.setBuddy(self.way.first)
            self._column.addWidget(words)
            media = interview.label(self.path).media
            if media:
                self._column.addWidget(ShownMedia(filling, media, label))
            if hint := interview.hint(self.path).text:
                self._column.addWidget(Words(hint, "small", "text_2"))
        self._column.addWidget(self.way)
        self._column.addWidget(self._quiet)

    def _make_quiet(self) -> QuietAnswers:
        first = len(self.way.buttons) + 1
        keys = (self._key(first), self._key(first + 1)) if self.way.buttons else ("", "")
        made = QuietAnswers(keys)
        made.left.connect(self._on_left_open)
        return made

    def _key(self, number: int) -> str:
        return str(number) if self._numbered and number <= 9 else ""

    def _on_told(self, value: Answer) -> None:
        if value is not None or not self._quiet.is_chosen:
            self._value = value
            self._quiet.clear()
            self.answered.emit(value)

    def _on_half_typed(self, text: str) -> None:
        self._quiet.clear()
        self.half_typed.emit(text)

    def _on_left_open(self, why: Unanswered) -> None:
        self._value = None
        self.way.show_value(None)
        self.answered.emit(why)

    def _show_state(self, filling: Filling) -> None:
        """Show the answer that stands, or what was typed in its place."""
        interview = filling.interview
        state = interview.state(self.path)
        self._quiet.show_state(state)
        self._value: Answer = interview.kept_value(self.path) if state == "answered" else None
        self.way.show_value(self._value)
        if unread := filling.unread(self.path):
            self.way.show_unread(unread)
        self.way.show_problem(filling.problem(self.path))
