"""Choosing of very many, such as countries: type, choose, and see what is chosen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.field import LineField
from assistance_desktop.ui.kit.words import Words

_SHOWN = 6
"""Matches shown at once; typing one more letter narrows them."""


class LongList(QWidget):
    """A search field over rows; what is chosen stays in sight. Without `many` it is one at most.

    Names hold no digits, so 1 to 9 choose also while one types; Down goes into the rows.
    """

    chosen = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        many: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many = many
        self._words = dict(options)
        self._order = {option: at for at, (option, _words) in enumerate(options)}
        self._value: list[str] = []
        self._shown: list[ChoiceRow] = []
        self._search = LineField("", hint=_("Type to search"), icon="search", name=name)
        self._search.changed.connect(self._list)
        self._search.edit.installEventFilter(self)
        self._rest = Words("", "small", "text_3")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._search)
        column.addLayout(self._rows)
        column.addWidget(self._rest)
        self.setFocusProxy(self._search)
        self._list()

    @property
    def value(self) -> list[str]:
        """What is chosen, in the order of the list."""
        return sorted(self._value, key=lambda name: self._order.get(name, 0))

    def pick(self, names: Sequence[str]) -> None:
        """Choose these, without telling."""
        self._value = [name for name in names if name in self._words]
        self._list()

    def press(self, number: int) -> None:
        """Choose the row whose key this is."""
        if 0 < number <= len(self._shown):
            self._shown[number - 1].click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits choose, Down goes into the rows; every other key is for the search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.text().isdigit():
                self.press(int(event.text()))
                return True
            if event.key() == Qt.Key.Key_Down and self._shown:
                self._shown[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _list(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        wanted = self._search.text.casefold()
        found = [
            name
            for name, words in self._words.items()
            if name not in self._value and wanted in words.casefold()
        ]
        starting = [name for name in found if self._words[name].casefold().startswith(wanted)]
        ordered = [*starting, *(name for name in found if name not in set(starting))]
        self._shown = [
            self._add_row(name, number)
            for number, name in enumerate((*self.value, *ordered[:_SHOWN]), 1)
        ]
        rest = len(ordered) - _SHOWN
        words = ngettext("{count} more: type to find it", "{count} more: type to find them", rest)
        self._rest.say(words.format(count=rest) if rest > 0 else "")
        self._rest.setVisible(rest > 0)

    def _add_row(self, name: str, number: int) -> ChoiceRow:
        key = str(number) if number <= 9 else ""
        mark = "tick" if self._many else "radio"
        row = ChoiceRow(self._words[name], key=key, mark=mark, quiet=True, enter=False)
        row.setChecked(name in self._value)
        row.clicked.connect(partial(self._on_clicked, name, row))
        self._rows.addWidget(row)
        return row

    def _on_clicked(self, name: str, row: ChoiceRow) -> None:
        if not self._many:
            self._value = [name]
        elif row.isChecked():
            self._value.append(name)
        else:
            self._value.remove(name)
        self._search.set_text("")
        self._list()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()
