# ruff: noqa: D102 - Qt documents the methods that it calls
"""The recovery sheet: kept on paper, then typed back to show that the paper is there (mock-up 20).

A printed sheet is asked for two of its groups, picked anew each time; one written by hand for
all of them. While somebody types, the signs on the screen are covered: they are read from the
paper. The signs are in no label and go to the printer only.
"""

import secrets
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.documents import recovery_sheet
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.recovery import GROUPS, Sheet
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.group_sheet import GroupSheet
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.step_list import StepMark
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.printout.sending import ToPrinter
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.sheet_care import care, warning
from assistance_desktop.ui.unlock.typed_groups import TypedGroups
from assistance_desktop.ui.unlock.working_line import WorkingLine

ASKED = 2
"""Groups of a printed sheet that are typed back."""


class Kept(StrEnum):
    """How the sheet got onto paper."""

    NOT_YET = "not yet"
    PRINTED = "printed"
    WRITTEN = "written"


class RecoveryPage(Page):
    """A sheet, drawn on a day; `asked_before` are the groups that were asked for the last time.

    `foot` is what stands at the foot instead of the words of the first set-up.
    `proved` tells whether what is typed back is right now, `entered` that Enter was pressed
    when it was. `clear` leaves no sign of the sheet here.
    """

    proved = Signal(bool)
    entered = Signal()

    def __init__(
        self,
        sheet: Sheet,
        on: date,
        *,
        asked_before: Sequence[int] = (),
        foot: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups, self._on, self._foot = sheet.groups, on, foot
        self.kept = Kept.NOT_YET
        self.asked = _pick(asked_before)
        self.preview = GroupSheet(
            _("Recovery sheet, {day}").format(day=i18n.show_date(on, style="long")),
            _("The last sign of each group is a check sign."),
            _("The recovery sheet"),
        )
        self.preview.show_groups(self._groups)
        self.print_button = Button(_("Print"), icon="printer")
        self.written_button = Button(_("I wrote it down"), icon="pencil")
        self.notices = Notices()
        self._working = WorkingLine(
            _("Trying the sheet on a copy of your notes. This takes a few seconds.")
        )
        self._printer = ToPrinter(self)
        self._back = Card(" ")
        self._hint = Words("", "small", "text_2")
        self.typed = self._make_typed()
        self._lay_out()
        self._connect()
        self._choose(Kept.NOT_YET)

    @property
    def note(self) -> tuple[str, str]:
        return "lock", self._foot or _("Set-up ends when the sheet has been tried")

    @property
    def is_proved(self) -> bool:
        """Whether the sheet is on paper and what was typed back from it is right."""
        return self.kept is not Kept.NOT_YET and self.typed.are_right

    def check(self) -> bool:
        """Whether the sheet has proved itself; if not, go to the group that is missing."""
        return self.kept is not Kept.NOT_YET and self.typed.show_missing()

    def ask_printer(self) -> None:
        """Ask which printer gets the sheet."""
        self.notices.clear()
        self._printer.ask_printer(self._pdf())

    def print_on(self, printer: QPrinter) -> None:
        """Put the sheet on a printer; two groups are asked for when it took it."""
        self._printer.print_on(self._pdf(), printer, lambda: self._choose(Kept.PRINTED))

    def take_over(self, before: Page) -> None:
        if not isinstance(before, RecoveryPage):
            return
        self.asked = before.asked
        self._choose(before.kept)
        self.typed.put(before.typed.groups)

    def show_working(self, working: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say that the sheet is being tried; nothing can be typed or printed meanwhile."""
        self._working.setVisible(working)
        self.typed.setEnabled(not working)
        self.print_button.setEnabled(not working)
        self.written_button.setEnabled(not working)

    def show_error(self, error: AppError) -> None:
        """Say why it did not work; what was typed stays."""
        self.notices.refuse(error)

    def clear(self) -> None:
        """Leave nothing of the sheet and of what was typed."""
        self._groups = ()
        self.preview.clear()
        self.typed.clear()

    def _choose(self, kept: Kept) -> None:
        """The sheet is on paper now, or is not yet; ask for what shows it."""
        self.kept = kept
        self.print_button.set_chosen(kept is Kept.PRINTED)
        self.written_button.set_chosen(kept is Kept.WRITTEN)
        self._ask_anew()
        all_of_it = kept is Kept.WRITTEN
        self._back.set_title(_("Type all groups back") if all_of_it else _("Type two groups back"))
        self._hint.say(
            _("First print the sheet, or write it down.")
            if kept is Kept.NOT_YET
            else _(
                "Read from the paper: the sheet on the screen is covered while you type. Then "
                "the program opens a copy of your notes with it, so that you know it works."
            )
        )
        if kept is not Kept.NOT_YET:
            self.typed.begin()
        self.proved.emit(self.is_proved)

    def _ask_anew(self) -> None:
        self.typed.clear()
        fresh = self._make_typed()
        self._back.body.replaceWidget(self.typed, fresh)
        self.typed.hide()
        self.typed.deleteLater()
        fresh.show()
        self.typed = fresh
        follow_layout(self)

    def _make_typed(self) -> TypedGroups:
        everything = self.kept is Kept.WRITTEN
        places = range(1, GROUPS + 1) if everything else self.asked
        right = {place: self._groups[place - 1] for place in places}
        made = TypedGroups(tuple(places), across=2 if everything else 1, right=right)
        made.setEnabled(self.kept is not Kept.NOT_YET)
        made.changed.connect(self._on_changed)
        made.entered.connect(self.entered)
        return made

    def _pdf(self) -> bytes:
        return recovery_sheet.as_pdf(self._groups, self._on, i18n.language())

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.ask_printer)
        self.written_button.clicked.connect(self._on_written)
        self._printer.printer_chosen.connect(self.print_on)
        self._printer.refused.connect(self.show_error)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.setFocusProxy(self.print_button)

    def _on_written(self) -> None:
        self.notices.clear()
        self._choose(Kept.WRITTEN)

    def _on_changed(self) -> None:
        self.proved.emit(self.is_proved)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Cover the signs while somebody types; another window in front changes nothing."""
        if now is not None:
            self.preview.set_covered(self.typed.isAncestorOf(now))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Your recovery sheet"), "title"))
        column.addSpacing(4)
        lead = _(
            "If you forget the passphrase, this sheet opens your notes. It is shown now and never "
            "again."
        )
        column.addWidget(Words(lead, tone="text_2"))
        column.addSpacing(16)
        column.addWidget(self.notices)
        column.addWidget(self._working)
        columns = TwoColumns(aside=384, least=790, gap=24)
        columns.first.addWidget(self._keeping_card())
        columns.first.addStretch(1)
        columns.second.addWidget(self._typing_card())
        columns.second.addWidget(warning())
        columns.second.addStretch(1)
        column.addWidget(columns)
        column.addStretch(1)

    def _keeping_card(self) -> Card:
        card = Card(_("Keep it on paper"))
        card.header.insertWidget(0, StepMark(1, "here"))
        card.body.addWidget(self.preview)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.written_button)
        row.addStretch(1)
        card.body.addLayout(row)
        for each in care():
            card.body.addLayout(each)
        return card

    def _typing_card(self) -> Card:
        self._back.header.insertWidget(0, StepMark(2, "here"))
        self._back.body.addWidget(self.typed)
        self._back.body.addWidget(self._hint)
        return self._back


def _pick(before: Sequence[int]) -> tuple[int, ...]:
    """Places of groups by chance, others than the last time."""
    chance = secrets.SystemRandom()
    while True:
        picked = tuple(sorted(chance.sample(range(1, GROUPS + 1), ASKED)))
        if picked != tuple(before):
            return picked
