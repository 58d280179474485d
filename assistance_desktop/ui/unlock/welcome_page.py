# ruff: noqa: D102 - Qt documents the methods that it calls
"""The first page of all: what the program is, and how the person will start (mock-up 18)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.set_up import Page
from assistance_desktop.ui.unlock.start import Start, Way


class WelcomePage(Page):
    """Three ways to start, one of them chosen from the beginning.

    `restore_wanted` tells that the person has a backup from before.
    """

    restore_wanted = Signal()

    def __init__(self, start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Words(_("Welcome"), "title"))
        column.addSpacing(12)
        self.notices = Notices()
        column.addWidget(self.notices)
        column.addWidget(_what_it_is())
        column.addSpacing(22)
        column.addWidget(Words(_("How will you start?"), "head"))
        column.addSpacing(10)
        self.ways = self._make_ways()
        for each in self.ways.values():
            column.addWidget(each)
            column.addSpacing(8)
        self.restore = Button(_("I have a backup"), "quiet", icon="archive")
        self.restore.clicked.connect(self.restore_wanted)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(self.ways[start.way])

    @property
    def note(self) -> tuple[str, str]:
        return "wifi-off", _("No account and no network needed")

    def check(self) -> bool:
        """There always is a way that is chosen."""
        return True

    def show_error(self, error: AppError) -> None:
        """Say why notes cannot be kept on this computer as it is set up."""
        self.notices.refuse(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.ways):
            row = list(self.ways.values())[place]
            row.setChecked(True)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        chosen = [way for way, row in self.ways.items() if row.isChecked()]
        if chosen and chosen[0] is not self._start.way:
            self._start.way, self._start.label = chosen[0], ""

    def _make_ways(self) -> dict[Way, ChoiceRow]:
        ways = {
            Way.ALONE: (
                "person",
                _("Work alone"),
                _(
                    "Your notes stay on this computer. "
                    "You can join an office at any time and keep everything."
                ),
            ),
            Way.OFFICE: (
                "building",
                _("Start an office"),
                _(
                    "This computer keeps the list of trusted devices, "
                    "and colleagues ask to join it."
                ),
            ),
            Way.JOIN: (
                "people",
                _("Join an office"),
                _(
                    "Make a request here and let your office approve it. "
                    "You can work while you wait."
                ),
            ),
        }
        rows: dict[Way, ChoiceRow] = {}
        for key, (way, (icon, words, detail)) in enumerate(ways.items(), 1):
            rows[way] = ChoiceRow(words, key=str(key), detail=detail, icon=icon, parent=self)
            rows[way].setChecked(way is self._start.way)
            rows[way].toggled.connect(self._keep)
        return rows


def _what_it_is() -> Card:
    card = Card()
    lines = (
        (
            "speech",
            _(
                "This program helps you talk with a person who may need help, "
                "write down what they want kept, and plan the help with them."
            ),
        ),
        ("lock", _("Everything is encrypted on this computer and works without a network.")),
        (
            "out",
            _(
                "Nothing leaves this computer by itself: you send it, with the person’s consent, "
                "or when the law says that you must."
            ),
        ),
    )
    card.body.setSpacing(14)
    for icon, words in lines:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Picture(icon, "accent_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(words), 1)
        card.body.addLayout(row)
    return card
