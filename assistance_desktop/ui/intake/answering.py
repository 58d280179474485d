"""The place where one question is answered: its choices or field, and the two quiet answers.

"Prefers not to say" and "Not known yet" stand beside every question, never smaller than 44 px.
"""

from collections.abc import Sequence
from datetime import date, time
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.long_list import LongList
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.field import Field, LineField, NumberField, TextField
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
    def buttons(self) -> Sequence[QAbstractButton]:
        """What the keys 1 to 9 choose, in order."""
        return [*self._rows, *self._quiet]

    def take_focus(self) -> None:
        """Give the keyboard to the answer that stands, else to the first."""
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        first = self._field or self._list or (self._rows[0] if self._rows else self._quiet[0])
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
            self._quiet[0 if value is Unanswered.REFUSED else 1].click()
        elif self._rows:
            names = value if isinstance(value, list) else [value]
            for name, row in zip(self._names, self._rows, strict=True):
                if row.isChecked() != (name in names) and (name in names or len(names) > 1):
                    row.click()
        else:
            for row in self._quiet:
                row.clear()
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
            self._offer_field(kind, appearance)

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

    def _offer_field(self, kind: str, appearance: Sequence[str]) -> None:
        field: Field
        if kind == "date":
            field = DateField(self._visible_label, name=self._name)
        elif kind in ("integer", "decimal"):
            field = NumberField(self._visible_label, decimals=kind == "decimal")
            field.edit.setAccessibleName(self._name)
        elif "multiline" in appearance:
            field = TextField(self._visible_label)
            field.edit.setAccessibleName(self._name)
        else:
            hint = _("Such as 14:30") if kind == "time" else ""
            field = LineField(self._visible_label, hint=hint, name=self._name)
        field.changed.connect(self._on_typed)
        field.finished.connect(self._on_left)
        self._place(field)

    def _place(self, field: Field) -> None:
        self._field = field
        self._column.addWidget(field)

    def _make_quiet(self) -> tuple[ChoiceRow, ChoiceRow]:
        first = len(self._rows) + 1
        keys = (self._key(first), self._key(first + 1)) if self._rows else ("", "")
        words = (_("Prefers not to say"), _("Not known yet"))
        made = [
            ChoiceRow(said, key=key, quiet=True, enter=False)
            for said, key in zip(words, keys, strict=True)
        ]
        for row, why in zip(made, (Unanswered.REFUSED, Unanswered.UNKNOWN), strict=True):
            row.clicked.connect(partial(self._on_quiet, row, why))
        self._column.addLayout(_side_by_side(made))
        return made[0], made[1]

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

    def _on_quiet(self, row: ChoiceRow, why: Unanswered, _checked: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        row.setChecked(True)
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        for other in (*self._rows, *self._quiet):
            if other is not row:
                other.clear()
        self._show_value(None)
        self._tell(why, keep_quiet=True)

    def _on_typed(self) -> None:
        text = self._text()
        try:
            value = typed.read(self._question.type, text)
        except typed.UnreadableError:
            self._clear_quiet()
            self.half_typed.emit(text)  # the field says what to mend when it is left
            return
        if value is not None or not any(row.isChecked() for row in self._quiet):
            self._tell(value)

    def _on_left(self) -> None:
        sentence = typed.problem(self._question.type, self._text())
        if sentence and self._field is not None:
            self._field.show_error(sentence)

    def _text(self) -> str:
        return self._field.text if isinstance(self._field, LineField | TextField) else ""

    def _is_half_typed(self) -> bool:
        return bool(typed.problem(self._question.type, self._text()))

    def _tell(self, value: Answer, *, keep_quiet: bool = False) -> None:
        if not keep_quiet:
            self._clear_quiet()
        self.answered.emit(value)

    def _clear_quiet(self) -> None:
        for row in self._quiet:
            row.clear()

    def _show_state(self, filling: Filling) -> None:
        """Show the answer that stands, or what was typed in its place."""
        interview = filling.interview
        state = interview.state(self.path)
        self._quiet[0].setChecked(state == "refused")
        self._quiet[1].setChecked(state == "unknown")
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
        field = self._field
        if isinstance(field, ComboField):
            field.combo.pick(str(value or ""))
        elif isinstance(field, DateField):
            field.set_day(_as_day(value))
        elif isinstance(field, LineField | TextField):
            field.set_text("" if value is None else _as_words(value))


def _side_by_side(rows: Sequence[ChoiceRow]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for row in rows:
        line.addWidget(row, 1)
    return line


def _as_day(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def _as_words(value: object) -> str:
    return value.isoformat("minutes") if isinstance(value, time) else str(value)
