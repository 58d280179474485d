# ruff: noqa: D102 - Qt documents the methods that it calls
"""Something is missing: what, of which cases, and the ways on (mock-up 31)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.gap import Gap, MissingCase
from assistance_desktop.ui import gap_words
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.landscape import Landscape
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up_frame import language_menu

MOST_CASES = 6
"""Cases that are named one by one."""


class GapWay(StrEnum):
    """How a person goes on."""

    BACKUP = "backup"
    OFFICE = "office"
    ANYWAY = "anyway"


@dataclass(frozen=True, slots=True)
class Offer:
    """A way on that this vault has: `detail` says more, `chip` how much it would bring back."""

    way: GapWay
    detail: str
    chip: str = ""
    helps: bool = True


class GapView(QWidget):
    """`chosen` gives the GapWay, `refused` that the notes stay locked, `hide_asked` is Hide.

    `language_chosen` gives the language that was picked.
    """

    chosen = Signal(object)
    language_chosen = Signal(str)
    refused = Signal()
    hide_asked = Signal()

    def __init__(self, gap: Gap, offers: Sequence[Offer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {offer.way: row for offer, row in _rows(offers, self)}
        self._errors = Notices()
        self.hide_button = Button(_("Hide"), icon="hide", size="small", key="F9")
        self.hide_button.clicked.connect(self.hide_asked)
        self.stay = Button(_("Stay locked"), "quiet", icon="lock", size="large")
        self.stay.clicked.connect(self.refused)
        self.onward = Button("", "primary", icon="arrow-r", icon_after=True, size="large")
        self.onward.clicked.connect(lambda: self.chosen.emit(self.way))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Landscape(), 11)
        whole.addWidget(self._side(gap), 21)
        for row in self.rows.values():
            row.toggled.connect(self._follow)
        first = next(iter(self.rows.values()))
        first.setChecked(True)
        self.setFocusProxy(first)
        self._follow()

    @property
    def way(self) -> GapWay:
        """The way that is chosen."""
        return next((way for way, row in self.rows.items() if row.isChecked()), GapWay.ANYWAY)

    def show_error(self, refusal: AppError) -> None:
        """Say what kept the notes from opening; everything is as it was."""
        self._errors.refuse(refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.rows):
            row = list(self.rows.values())[place]
            row.setChecked(True)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.click()
        else:
            super().keyPressEvent(event)

    def _side(self, gap: Gap) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 16, 0, 20)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(24, 0, 24, 0)
        top.addStretch(1)
        languages = language_menu()
        languages.chosen.connect(self.language_chosen)
        top.addWidget(languages)
        top.addSpacing(12)
        top.addWidget(self.hide_button)
        column.addLayout(top)
        scroll = Scroll(_("Something is missing"))
        scroll.body.addStretch(1)
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(self._middle(gap))
        centre.addStretch(1)
        scroll.body.addLayout(centre)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        column.addLayout(_foot())
        return side

    def _middle(self, gap: Gap) -> QWidget:
        middle = QWidget()
        middle.setFixedWidth(min(look().px(640), 760))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Words(_("Something is missing"), "title"))
        said = gap_words.problem(gap)
        self.notice = Notice(said, "", "amber", closable=False)
        self.notice.stack.addWidget(Words(gap_words.explanation(gap)))
        column.addWidget(self.notice)
        if gap.cases:
            column.addWidget(_cases_card(gap.cases))
        column.addSpacing(4)
        column.addWidget(Words(_("What would you like to do?"), "head"))
        for row in self.rows.values():
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 0)
        foot.addWidget(self.stay)
        foot.addStretch(1)
        foot.addWidget(self.onward)
        column.addWidget(self._errors)
        column.addLayout(foot)
        return middle

    def _follow(self) -> None:
        words = {
            GapWay.BACKUP: _("Look into the backup"),
            GapWay.OFFICE: _("Open and ask the office"),
            GapWay.ANYWAY: _("Open anyway"),
        }
        self.onward.say(words[self.way])


def _rows(offers: Sequence[Offer], parent: QWidget) -> list[tuple[Offer, ChoiceRow]]:
    names = {
        GapWay.BACKUP: ("archive", _("Restore a backup")),
        GapWay.OFFICE: ("building", _("Ask the office")),
        GapWay.ANYWAY: ("arrow-r", _("Open anyway")),
    }
    found: list[tuple[Offer, ChoiceRow]] = []
    for key, offer in enumerate(offers, 1):
        icon, name = names[offer.way]
        row = ChoiceRow(name, key=str(key), detail=offer.detail, icon=icon, parent=parent)
        if offer.chip:
            row.show_chip(offer.chip, "accent" if offer.helps else "outline")
        found.append((offer, row))
    return found


def _cases_card(cases: Sequence[MissingCase]) -> Card:
    card = Card()
    card.body.setSpacing(10)
    for case in cases[:MOST_CASES]:
        row = QHBoxLayout()
        row.setSpacing(6)
        pseudonym, number = gap_words.name(case)
        row.addWidget(Words(pseudonym))
        row.addWidget(Words(number, "small", "text_2"))
        row.addStretch(1)
        row.addWidget(Words(gap_words.extent(case), tone="text_2"))
        card.body.addLayout(row)
    rest = len(cases) - MOST_CASES
    if rest > 0:
        card.body.addWidget(
            Words(_("and {count} more cases").format(count=rest), "small", "text_2")
        )
    return card


def _foot() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 8, 24, 4)
    row.setSpacing(8)
    row.addStretch(1)
    row.addWidget(Picture("shield", "text_3", 18))
    row.addWidget(
        Words(
            _("Nothing has been changed. What you choose is noted in the activity log."),
            "small",
            "text_3",
        )
    )
    row.addStretch(1)
    return row
