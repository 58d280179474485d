"""An answer that is a day with a time of day."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.ui.intake import typed
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.field import LineField


class Moment(Way):
    """Two fields side by side; there is an answer when both can be read."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        day, clock = _("{question}, day"), _("{question}, time")
        self.day = LineField(
            "", hint=_("Day, month, year"), icon="calendar", name=day.format(question=name)
        )
        self.clock = LineField(
            "", hint=_("Such as 14:30"), icon="clock", name=clock.format(question=name)
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.day, 3)
        line.addWidget(self.clock, 2)
        self.column.addLayout(line)
        for field in (self.day, self.clock):
            field.changed.connect(self._on_changed)
            field.finished.connect(self._on_left)

    @property
    def first(self) -> QWidget:
        """The day."""
        return self.day.edit

    def show_value(self, value: object) -> None:
        """Write day and time out."""
        self._write(typed.words("dateTime", value))
        self._mark("")

    def show_unread(self, text: str) -> None:
        """Write what was typed into both, and say what to mend."""
        self._write(text)
        self._mark(typed.problem("dateTime", text))

    def _write(self, text: str) -> None:
        day, _mark, clock = text.partition(typed.BETWEEN.strip())
        self.day.set_text(day.strip())
        self.clock.set_text(clock.strip())

    def show_problem(self, sentence: str) -> None:
        """Say it under both; while half is missing that is what is said."""
        if not typed.problem("dateTime", self._text()):
            self._mark(sentence)

    def _text(self) -> str:
        return f"{self.day.text}{typed.BETWEEN}{self.clock.text}"

    def _mark(self, sentence: str) -> None:
        super().show_problem(sentence)
        for field in (self.day, self.clock):
            field.box.set_wrong(bool(sentence))

    def _on_changed(self) -> None:
        self._mark("")
        try:
            value = typed.read("dateTime", self._text())
        except typed.UnreadableError:
            self.half_typed.emit(self._text())
            return
        self.told.emit(value)

    def _on_left(self) -> None:
        within = self.day.edit.hasFocus() or self.clock.edit.hasFocus()
        sentence = typed.problem("dateTime", self._text())
        if sentence and not (within and not self.clock.text):
            self._mark(sentence)
        elif not sentence and self.day.text:
            self.show_value(typed.read("dateTime", self._text()))
