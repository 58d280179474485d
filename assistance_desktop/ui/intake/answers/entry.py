"""An answer that is typed: text, numbers, days, times, places."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.field import LineField, TextField

_LINES = {"geotrace", "geoshape"}


class Entry(Way):
    """A field for one typed answer; `name` is what a screen reader says.

    Leaving the field writes the answer out, so that one sees how it was read.
    """

    def __init__(self, question: Question, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = typed.kind(question)
        self.field = _field(question, self._kind, name)
        self.field.changed.connect(self._on_changed)
        self.field.finished.connect(self._on_left)
        self.column.addWidget(self.field)

    @property
    def first(self) -> QWidget:
        """The field."""
        return self.field.edit

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self.field.error

    def show_value(self, value: object) -> None:
        """Write an answer out."""
        self.field.set_text(typed.words(self._kind, value))
        self.field.show_error("")

    def show_unread(self, text: str) -> None:
        """Write what was typed, and say what to mend."""
        self.field.set_text(text)
        self.field.show_error(typed.problem(self._kind, text))

    def show_problem(self, sentence: str) -> None:
        """Say it under the field; while it is half typed the field itself knows better."""
        if not typed.problem(self._kind, self.field.text):
            self.field.show_error(sentence)

    def _on_changed(self) -> None:
        text = self.field.text
        try:
            value = typed.read(self._kind, text)
        except typed.UnreadableError:
            self.half_typed.emit(text)  # the field says what to mend when it is left
            return
        self.told.emit(value)

    def _on_left(self) -> None:
        text = self.field.text
        if sentence := typed.problem(self._kind, text):
            self.field.show_error(sentence)
        elif self._kind not in ("text", "barcode") and text:
            self.field.set_text(typed.words(self._kind, typed.read(self._kind, text)))


def _field(question: Question, kind: str, name: str) -> LineField | TextField:
    appearance = question.appearance.split()
    if kind in _LINES or (kind == "text" and "multiline" in appearance):
        hint = _("One place a line, such as 60.17, 24.94") if kind in _LINES else ""
        text = TextField("", hint=hint)
        text.edit.setAccessibleName(name)
        return text
    line = LineField("", hint=_hint(kind), icon=_ICONS.get(kind, ""), name=name)
    if kind in ("integer", "decimal") or "numbers" in appearance:
        line.edit.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
    if "masked" in appearance:
        line.edit.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
    return line


_ICONS = {
    "date": "calendar",
    "month": "calendar",
    "year": "calendar",
    "time": "clock",
    "geopoint": "pin",
}


def _hint(kind: str) -> str:
    return {
        "date": _("Day, month, year"),
        "month": _("Month and year"),
        "year": _("Year"),
        "time": _("Such as 14:30"),
        "geopoint": _("Such as 60.17, 24.94"),
        "barcode": _("The number under the code"),
    }.get(kind, "")
