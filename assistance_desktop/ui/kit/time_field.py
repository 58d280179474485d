"""The field for a clock time: typed as people write it, checked when the field is left."""

import re

from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _

from .field import LineField

_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")


class TimeField(LineField):
    """A clock time of 24 hours. `time` is HH:MM, "" while there is none that can be read."""

    def __init__(
        self, label: str, time: str = "", *, optional: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, time, hint="09:00", optional=optional, icon="clock", parent=parent)
        self.edit.editingFinished.connect(self._on_left)

    @property
    def time(self) -> str:
        """The time as HH:MM."""
        return read_time(self.text) or ""

    def _on_left(self) -> None:
        if self.time:
            self.set_text(self.time)
        elif self.text:
            self.show_error(_("Write a time such as 09:00."))


def read_time(written: str) -> str | None:
    """A clock time as `09:00`, from 9, 9:00 or 9.00; None when it is none."""
    found = _TIME.fullmatch(written.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return f"{int(found[1]):02}:{found[2] or '00'}"
