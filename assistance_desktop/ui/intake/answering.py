"""The place where one question is answered: its choices or field, and the two quiet answers.

"Prefers not to say" and "Not known yet" stand beside every question, never smaller than 44 px.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.entry_field import field_for, show_value, text_in
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.long_list import LongList
from assistance_desktop.ui.intake.quiet_answers import QuietAnswers
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.field import Field, LineField
from assistance_desktop.ui.kit.words import Words

FEW = 12
"""Choices that are shown all at once; more go into a list."""


class Answering(QWidget):
    """The answer to one question.

    `answered` carries a value or an Unanswered, `half_typed` a text that is no answer (yet).
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path = path
        interview = filling.interview
        item = interview.item(path)
        if not isinstance(item, Question):
            raise TypeError(path)
        self._question = item
        self._name = label or interview.label(path).text or item.name
        self._visible_label = label
        self._rows: list[ChoiceRow] = []
        self._names: list[str] = []
        self._field: Field | None = None
        self._list: LongList | None = None
        self._numbered = numbered
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        if label and item.type in ("select_one", "select_multiple"):
            self._column.addWidget(Words(label, bold=True))
        self._offer(interview.choices(path))
        self._quiet = self._make_quiet()
        self._show_state(filling)

    @property
    def is_numbered(self) -> bool:
        """Whether the keys 1 to 9 choose what `buttons` holds."""
        return self._numbered and bool(self._rows)

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """What the keys 1 to 9 choose, in order."""
        return [*self._rows, *self._quiet.rows]

    def take_focus(self) -> None:
        """Give the keyboard to the answer that stands, else to the first."""
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        first = self._field or self._list or (self._rows[0] if self._rows else self._quiet.rows[0])
        (chosen or first).setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self, number: int) -> None:
        """Choose the answer whose key this is; the keyboard stays with it."""
        if self._list is not None:
            self._list.press(number)
        elif self._rows and 0 < number <= len(self.buttons):
            button = self.buttons[number - 1]
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()

    def show_problem(self, sentence: str) -> None:
        """Say beside the answer what to mend; nothing typed is lost."""
        if self._field is not None and not self._is_half_typed():
            self._field.show_error(sentence)

    def chosen(self) -> list[int]:
        """The places of what is chosen, for the client's panel."""
        return [at for at, button in enumerate(self.buttons) if button.isChecked()]

    def put(self, value: Answer) -> None:
        """Answer as a hand would: click the rows, pick from the list, type into the field."""
        if isinstance(value, Unanswered):
            self._quiet.rows[0 if value is Unanswered.REFUSED else 1].click()
        elif self._rows:
            names = value if isinstance(value, list) else [value]
            for name, row in zip(self._names, self._rows, strict=True):
                if row.isChecked() != (name in names) and (name in names or len(names) > 1):
                    row.click()
        else:
            self._show_value(value)
            self._tell(value)

    def _offer(self, choices: Sequence[Offered]) -> None:
        kind, appearance = self._question.type, self._question.appearance.split()
        many = kind == "select_multiple"
        if kind in ("select_one", "select_multiple"):
            self._names = [choice.name for choice in choices]
            short = len(choices) <= FEW and "minimal" not in appearance
            if short:
                self._offer_rows(choices, "tick" if many else "radio")
            elif many:
                self._offer_list(choices)
            else:
                self._offer_combo(choices)
        else:
            field = field_for(self._question, self._visible_label, self._name)
            field.changed.connect(self._on_typed)
            field.finished.connect(self._on_left)
            self._place(field)

    def _offer_rows(self, choices: Sequence[Offered], mark: str) -> None:
        for number, choice in enumerate(choices, 1):
            row = ChoiceRow(choice.label, key=self._key(number), mark=mark, enter=False)
            row.clicked.connect(partial(self._on_row_clicked, row))
            self._rows.append(row)
        if len(self._rows) == 2 and mark == "radio":
            self._column.addLayout(_side_by_side(self._rows))
            return
        for row in self._rows:
            self._column.addWidget(row)

    def _offer_list(self, choices: Sequence[Offered]) -> None:
        self._list = LongList([(one.name, one.label) for one in choices], name=self._name)
        self._list.chosen.connect(lambda: self._tell(self._list.value if self._list else None))
        self._column.addWidget(self._list)

    def _offer_combo(self, choices: Sequence[Offered]) -> None:
        options = [("", _("Choose")), *((one.name, one.label) for one in choices)]
        field = ComboField("", options, "")
        field.combo.setAccessibleName(self._name)
        field.changed.connect(lambda: self._tell(field.value or None))
        self._place(field)

    def _place(self, field: Field) -> None:
        self._field = field
        self._column.addWidget(field)

    def _make_quiet(self) -> QuietAnswers:
        first = len(self._rows) + 1
        keys = (self._key(first), self._key(first + 1)) if self._rows else ("", "")
        made = QuietAnswers(keys)
        made.left.connect(self._on_left_open)
        self._column.addWidget(made)
        return made

    def _key(self, number: int) -> str:
        return str(number) if self._numbered and number <= 9 else ""

    def _on_row_clicked(self, row: ChoiceRow, _checked: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._question.type == "select_multiple":
            names = zip(self._names, self._rows, strict=True)
            self._tell([name for name, row in names if row.isChecked()])
        else:
            at = next(at for at, row in enumerate(self._rows) if row.isChecked())
            self._tell(self._names[at])

    def _on_left_open(self, why: Unanswered) -> None:
        self._show_value(None)
        self.answered.emit(why)

    def _on_typed(self) -> None:
        text = self._text()
        try:
            value = typed.read(self._question.type, text)
        except typed.UnreadableError:
            self._quiet.clear()
            self.half_typed.emit(text)  # the field says what to mend when it is left
            return
        if value is not None or not self._quiet.is_chosen:
            self._tell(value)

    def _on_left(self) -> None:
        sentence = typed.problem(self._question.type, self._text())
        if sentence and self._field is not None:
            self._field.show_error(sentence)

    def _text(self) -> str:
        return text_in(self._field)

    def _is_half_typed(self) -> bool:
        return bool(typed.problem(self._question.type, self._text()))

    def _tell(self, value: Answer) -> None:
        self._quiet.clear()
        self.answered.emit(value)

    def _show_state(self, filling: Filling) -> None:
        """Show the answer that stands, or what was typed in its place."""
        interview = filling.interview
        state = interview.state(self.path)
        self._quiet.show_state(state)
        self._show_value(interview.kept_value(self.path) if state == "answered" else None)
        unread = filling.unread(self.path)
        if unread and isinstance(self._field, LineField):
            self._field.set_text(unread)
        if self._field is not None:
            self._field.show_error(filling.problem(self.path))

    def _show_value(self, value: object) -> None:
        names = value if isinstance(value, list) else [value]
        for name, row in zip(self._names, self._rows, strict=False):
            row.clear() if name not in names else row.setChecked(True)
        if self._list is not None:
            self._list.pick([str(name) for name in names if name is not None])
        if self._field is not None:
            show_value(self._field, value)


def _side_by_side(rows: Sequence[ChoiceRow]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for row in rows:
        line.addWidget(row, 1)
    return line
