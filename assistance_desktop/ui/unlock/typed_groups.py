"""Fields for groups of a recovery sheet: each is checked as it is finished, and tells its place.

What is typed beyond a group goes on in the next one, so a sheet can be typed or pasted in one
go. What is wrong is told and never put right here.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from assistance_desktop.i18n import _
from assistance_desktop.storage.recovery import LENGTH, spread, what_is_wrong
from assistance_desktop.ui.kit.group_field import GroupField


class TypedGroups(QWidget):
    """Fields for these places of a sheet, in `across` columns.

    `right` are the groups that must be typed, by place, where they are known. `changed` tells
    every change, `entered` that Enter was pressed and nothing is left to type.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        places: Sequence[int],
        *,
        across: int = 1,
        right: Mapping[int, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = {place: self._make(place, right or {}) for place in places}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        for number, each in enumerate(self.fields.values()):
            grid.addWidget(each, number // across, number % across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number % across, 1)

    @property
    def are_right(self) -> bool:
        """Whether every group is whole and right."""
        return all(each.is_right for each in self.fields.values())

    @property
    def groups(self) -> tuple[str, ...]:
        """What is typed, in the order of the fields."""
        return tuple(each.group for each in self.fields.values())

    def begin(self) -> None:
        """Go to the first field. A proxy would do the same, but Tab would then pass the others."""
        self._go_to(next(iter(self.fields.values())))

    def put(self, groups: Sequence[str]) -> None:
        """Write what was typed before the fields were made anew."""
        for each, group in zip(self.fields.values(), groups, strict=True):
            each.put(group)

    def show_missing(self) -> bool:
        """Name the first group that is not right and go there; whether there was none."""
        for place, each in self.fields.items():
            if not each.is_right:
                each.show_error(what_is_wrong(each.group, place) or each.error)
                self._go_to(each)
                return False
        return True

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        for each in self.fields.values():
            each.clear()

    def _make(self, place: int, right: Mapping[int, str]) -> GroupField:
        def judge(group: str) -> str:
            wrong = what_is_wrong(group, place)
            if not wrong and group != right.get(place, group):
                return _("This is not group {number} of this sheet.").format(number=place)
            return wrong

        made = GroupField(
            _("Group {number}").format(number=place), spread=spread, judge=judge, length=LENGTH
        )
        made.changed.connect(self.changed)
        made.spilled.connect(partial(self._on_spilled, place))
        made.entered.connect(partial(self._on_entered, place))
        return made

    def _on_spilled(self, place: int, beyond: Sequence[str]) -> None:
        """Go on in the field after this one, if it is the next group of the sheet."""
        after = self.fields.get(place + 1)
        if after is None:
            return
        self._go_to(after)
        if beyond and (not after.group or len(beyond[0]) == LENGTH):
            after.put(beyond[0])
            if beyond[1:]:
                self._on_spilled(place + 1, beyond[1:])

    def _on_entered(self, place: int) -> None:
        if self.are_right:
            self.entered.emit()
            return
        places = list(self.fields)
        at = places.index(place)
        later = [each for each in places[at + 1 :] + places[:at] if not self.fields[each].is_right]
        if self.fields[place].is_right and later:
            self._go_to(self.fields[later[0]])
        else:
            self.show_missing()

    def _go_to(self, field: GroupField) -> None:
        """Give a field the keyboard, and bring it into sight once everything has its place."""
        field.setFocus()
        QTimer.singleShot(0, field, partial(_bring_into_sight, field))


def _bring_into_sight(field: GroupField) -> None:
    around = field.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(field)
        around = around.parentWidget()
