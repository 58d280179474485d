"""Choosing among a few: rows, columns or a line of marks, as the form wants them to look."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from assistance_desktop.forms.interview import Offered
from assistance_desktop.ui.intake.answers.way import Way
from assistance_desktop.ui.kit.choice_cell import ChoiceCell, ChoiceStrip
from assistance_desktop.ui.kit.columns import Columns

_IN_COLUMNS = re.compile(r"(?:quick)?(?:columns|compact)(?:-(\d+))?")


class Rows(Way):
    """One of several, or with `many` any of them. `key` names the key of each place.

    `arrangement` is the appearance in the form: likert, columns, columns-3, horizontal ...
    """

    def __init__(
        self,
        choices: Sequence[Offered],
        key: Callable[[int], str],
        *,
        many: bool,
        arrangement: str = "",
        pictures: Sequence[QPixmap | None] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._many = many
        self._names = [choice.name for choice in choices]
        self.cells = [self._make(choice, key(at)) for at, choice in enumerate(choices, 1)]
        for cell, picture in zip(self.cells, pictures, strict=False):
            if picture is not None:
                cell.show_picture(picture)
        words = arrangement.split()
        if "list-nolabel" not in words:
            self._arrange(words, with_pictures=any(one is not None for one in pictures))

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """One for each choice."""
        return self.cells

    @property
    def first(self) -> QWidget:
        """The choice that stands, else the first."""
        chosen = next((cell for cell in self.cells if cell.isChecked()), None)
        return chosen or (self.cells[0] if self.cells else self)

    def show_value(self, value: object) -> None:
        """Choose the names in a value."""
        names = value if isinstance(value, list) else [value]
        for name, cell in zip(self._names, self.cells, strict=True):
            cell.clear() if name not in names else cell.setChecked(True)

    def _make(self, choice: Offered, key: str) -> ChoiceCell:
        cell = ChoiceCell(choice.label, key=key, mark="tick" if self._many else "radio")
        cell.clicked.connect(partial(self._on_clicked, cell))
        return cell

    def _arrange(self, appearance: Sequence[str], *, with_pictures: bool) -> None:
        most = _columns(appearance)
        if "likert" in appearance and not with_pictures:
            self.column.addWidget(ChoiceStrip(self.cells))
        elif most:
            self.column.addWidget(Columns(self.cells, most=most))
        elif len(self.cells) == 2 and not self._many:
            line = QHBoxLayout()
            line.setSpacing(8)
            for cell in self.cells:
                line.addWidget(cell, 1)
            self.column.addLayout(line)
        else:
            for cell in self.cells:
                self.column.addWidget(cell)

    def _on_clicked(self, cell: ChoiceCell, _checked: bool = True) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        cell.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._many:
            cell.setChecked(True)  # Qt lets go of a choice that stands alone
        chosen = [
            name for name, each in zip(self._names, self.cells, strict=True) if each.isChecked()
        ]
        self._tell(chosen)

    def _tell(self, chosen: list[str]) -> None:
        self.told.emit(chosen if self._many else chosen[0])


def _columns(appearance: Sequence[str]) -> int:
    """How many columns at most; 0 when the form asks for none."""
    for word in appearance:
        if found := _IN_COLUMNS.fullmatch(word):
            return int(found[1]) if found[1] else 3
        if word in ("columns-pack", "horizontal", "horizontal-compact", "columns-flex"):
            return 5
    return 0
