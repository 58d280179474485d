"""The field for a day: typed as people write it, checked when the field is left."""

from datetime import date

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _, show_date

from .day_words import NoSuchDayError, read_day
from .field import LineField


class DateField(LineField):
    """A plain day. `day` is None while the field is empty or cannot be read.

    `not_before` and `not_after` are days that it must lie between, both included.
    """

    def __init__(
        self,
        label: str,
        day: date | None = None,
        *,
        optional: str = "",
        not_before: date | None = None,
        not_after: date | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            hint=_("Day, month, year"),
            optional=optional,
            icon="calendar",
            name=name or label,
            parent=parent,
        )
        self._not_before, self._not_after = not_before, not_after
        self.edit.editingFinished.disconnect(self.finished)
        self.edit.editingFinished.connect(self._on_left)
        self.set_day(day)

    @property
    def day(self) -> date | None:
        """The day, None when there is none yet."""
        try:
            return self._read() if self.text else None
        except NoSuchDayError:
            return None

    def set_day(self, day: date | None) -> None:
        """Show a day, without telling `changed`."""
        self.set_text(show_date(day, style="long") if day else "")
        self.show_error("")

    def _read(self) -> date:
        day = read_day(self.text)
        if self._not_before and day < self._not_before:
            first = show_date(self._not_before, style="long")
            raise NoSuchDayError(_("The earliest day is {day}.").format(day=first))
        if self._not_after and day > self._not_after:
            last = show_date(self._not_after, style="long")
            raise NoSuchDayError(_("The latest day is {day}.").format(day=last))
        return day

    def _on_left(self) -> None:
        """Say what is wrong, or write the day out so that the person sees how it was read."""
        try:
            self.set_day(self._read() if self.text else None)
        except NoSuchDayError as sentence:
            self.show_error(str(sentence))
        self.finished.emit()
