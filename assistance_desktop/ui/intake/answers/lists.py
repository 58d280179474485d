"""Choosing among many: a list that opens, or a search over all of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from assistance_desktop.forms.interview import Offered
from assistance_desktop.i18n import _
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.intake.long_list import LongList
from assistance_desktop.ui.kit.combo import Combo


class OpeningList(Way):
    """One of a list that opens."""

    def __init__(
        self, choices: Sequence[Offered], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        options = [("", _("Choose")), *((one.name, one.label) for one in choices)]
        self.combo = Combo(options, "", name=name)
        self.combo.chosen.connect(lambda: self.told.emit(self.combo.value or None))
        self.column.addWidget(self.combo)

    @property
    def first(self) -> QWidget:
        """The list."""
        return self.combo

    def show_value(self, value: object) -> None:
        """Show a choice by its name."""
        self.combo.pick(str(value or ""))


class SearchedList(Way):
    """One of very many, or with `many` any of them, found by typing."""

    def __init__(
        self,
        choices: Sequence[Offered],
        name: str,
        *,
        many: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many = many
        self.list = LongList([(one.name, one.label) for one in choices], name=name, many=many)
        self.list.chosen.connect(self._on_chosen)
        self.column.addWidget(self.list)

    @property
    def first(self) -> QWidget:
        """The field to search in."""
        return self.list

    def press(self, number: int) -> bool:
        """Choose the row with a number."""
        self.list.press(number)
        return True

    def show_value(self, value: object) -> None:
        """Show what is chosen."""
        names = value if isinstance(value, list) else [value]
        self.list.pick([str(name) for name in names if name is not None])

    def _on_chosen(self) -> None:
        value = self.list.value
        self.told.emit(value if self._many else value[0] if value else None)
