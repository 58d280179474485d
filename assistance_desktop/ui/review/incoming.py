"""The list of what a bundle brings: conflicts first, then new and changed cases."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.i18n import _
from assistance_desktop.sync.exchange import CasePreview, Kind
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.review.deciding import Deliberation, Describe


class IncomingList(Card):
    """What to look at. `conflict_picked` and `case_picked` tell a place in what is shown."""

    conflict_picked = Signal(int)
    case_picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self._scroll = Scroll(_("What the bundle brings"))
        self.body.addWidget(self._scroll)
        self._conflicts: list[Row] = []
        self._chips: list[Chip] = []
        self._cases: dict[int, Row] = {}

    def show_all(
        self,
        conflicts: Sequence[Deliberation],
        cases: Sequence[CasePreview],
        describe: Describe,
    ) -> None:
        """Show another bundle."""
        self._scroll.clear()
        self._conflicts, self._chips, self._cases = [], [], {}
        self._add_conflicts(conflicts, describe)
        for kind, title in (
            (Kind.NEW, _("New")),
            (Kind.CHANGED, _("Changed, joined without conflict")),
            (Kind.SAME, _("Here already")),
        ):
            found = [
                (place, case)
                for place, case in enumerate(cases)
                if case.kind is kind and not case.conflicts
            ]
            self._add_cases(title, kind, found)
        self._scroll.body.addStretch(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in the order of reading."""
        return (*self._conflicts, *self._cases.values())

    def show_conflict(self, place: int) -> None:
        """Mark the conflict that is looked at."""
        self._mark(self._conflicts[place], "amber_soft")

    def show_case(self, place: int) -> None:
        """Mark the case that is looked at."""
        self._mark(self._cases[place], "accent_soft")

    def show_decided(self, place: int, decided: bool) -> None:  # noqa: FBT001 - as Qt's own
        """Say that a conflict has its choice."""
        self._chips[place].setVisible(decided)

    def _mark(self, row: Row, ground: str) -> None:
        for each in (*self._conflicts, *self._cases.values()):
            each.set_ground(ground if each is row else "")
        self._scroll.ensureWidgetVisible(row)

    def _add_conflicts(self, conflicts: Sequence[Deliberation], describe: Describe) -> None:
        for place, each in enumerate(conflicts):
            if not place:
                self._scroll.body.addWidget(_head(_("Conflict, your choice is needed")))
            where = each.conflict.record, each.conflict.field
            title, _value = describe(*where, each.sides[0].value, each.case.case)
            row = _row(each.case, title, "both", "amber", first=not place)
            chip = Chip(_("Chosen"), "accent", icon="check")
            chip.hide()
            row.end.addWidget(chip)
            self._tell(row, self.conflict_picked, place)
            self._conflicts.append(row)
            self._chips.append(chip)
            self._scroll.body.addWidget(row)

    def _add_cases(self, title: str, kind: Kind, cases: Sequence[tuple[int, CasePreview]]) -> None:
        icon, tone = ("plus", "accent") if kind is Kind.NEW else ("check", "")
        for number, (place, case) in enumerate(cases):
            if not number:
                self._scroll.body.addWidget(_head(title))
            line = phrases.gist(case.arriving) or _("Nothing new")
            row = _row(case, line, icon, tone, first=not number)
            self._tell(row, self.case_picked, place)
            self._cases[place] = row
            self._scroll.body.addWidget(row)

    def _tell(self, row: Row, picked: SignalInstance, place: int) -> None:
        row.clicked.connect(lambda: picked.emit(place))


def _row(case: CasePreview, line: str, icon: str, tone: str, *, first: bool) -> Row:
    number = case.case.text(CASE, "number")
    name = case.pseudonym or _("No name yet")
    return Row(name, line, aside=number, plain_icon=icon, tone=tone, opens=True, first=first)


def _head(title: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(15, 10, 15, 4)
    column.addWidget(Words(title, "small", "text_3", bold=True))
    return made
