"""What of the activity log is looked at: a time, a person, and a sort of deeds with its count."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.activity import Among, Filters
from assistance_desktop.ui.kit.chip import FilterChip
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.flow import Flow
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.session import HELSINKI

_DAYS = (7, 30, 90)
_USUAL = "30"
_ALWAYS = ""
_EVERYONE = "everyone"
_PERSON = "person "
"""Before the name of a person, which may be any word, or none for who is not known."""


class FilterRow(QWidget):
    """Two lists and the chips. `changed` tells that something else is to be looked at."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = Combo(_periods(), _USUAL, name=_("From when on"), icon="calendar")
        self.person = Combo(_people(()), _EVERYONE, name=_("Whose deeds"), icon="person")
        words = chip_words()
        self.chips = {among: FilterChip(words[among], 0) for among in Among}
        self._sorts = QButtonGroup(self)
        for chip in self.chips.values():
            self._sorts.addButton(chip)
        self.chips[Among.ALL].setChecked(True)
        self._lay_out()
        self.period.chosen.connect(self.changed)
        self.person.chosen.connect(self.changed)
        self._sorts.buttonClicked.connect(self.changed)

    def filters(self, today: date) -> Filters:
        """What is chosen; the last 30 days are today and the 29 before it."""
        days = self.period.value
        since = None
        if days != _ALWAYS:
            first = today - timedelta(days=int(days) - 1)
            since = datetime.combine(first, time(), HELSINKI)
        who = self.person.value
        among = next(each for each, chip in self.chips.items() if chip.isChecked())
        return Filters(since, None if who == _EVERYONE else who.removeprefix(_PERSON), among)

    @property
    def is_wide_open(self) -> bool:
        """Whether nothing is left out."""
        chosen = (self.period.value, self.person.value, self.chips[Among.ALL].isChecked())
        return chosen == (_ALWAYS, _EVERYONE, True)

    def show_all(self) -> None:
        """Leave nothing out."""
        self.period.pick(_ALWAYS)
        self.person.pick(_EVERYONE)
        self.chips[Among.ALL].setChecked(True)
        self.changed.emit()

    def show_counts(self, counts: Mapping[Among, int], people: Sequence[str]) -> None:
        """Show how many lines each chip stands for, and who may be chosen."""
        words = chip_words()
        for among, chip in self.chips.items():
            chip.say(words[among], counts[among])
        self.person.offer(_people(people), self.person.value)
        self.person.updateGeometry()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for each in (self.period, self.person):
            column = QVBoxLayout()
            column.addWidget(each)
            column.addStretch(1)
            row.addLayout(column)
        beside = QVBoxLayout()
        # A chip is lower than a list; its first line stands in the middle beside them.
        beside.setContentsMargins(0, (look().size("field") - look().size("chip_filter")) // 2, 0, 0)
        chips = Flow()
        for chip in self.chips.values():
            chips.addWidget(chip)
        beside.addLayout(chips)
        beside.addStretch(1)
        row.addLayout(beside, 1)


def chip_words() -> dict[Among, str]:
    """What the sorts of deeds are called."""
    return {
        Among.ALL: _("All"),
        Among.OPENED: _("Opened"),
        Among.TOLD: _("Told and sent"),
        Among.PRINTED: _("Printed"),
        Among.UNLOCKS: _("Unlocks"),
        Among.OVERRIDES: _("Overrides"),
    }


def _periods() -> list[tuple[str, str]]:
    last = [
        (str(days), ngettext("Last {count} day", "Last {count} days", days).format(count=days))
        for days in _DAYS
    ]
    return [*last, (_ALWAYS, _("All days"))]


def _people(names: Sequence[str]) -> list[tuple[str, str]]:
    listed = [(f"{_PERSON}{name}", name or _("Not known")) for name in names]
    return [(_EVERYONE, _("Everyone")), *listed]
