"""No paper: what is shown when a number is learnt by heart instead.

A full outcome and the safest one: nothing is printed and nothing is written down (facts.md 7).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.guidance.content import Contact, Pack
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.words import Words


class NoPaper(Scroll):
    """The numbers, large, and a way back. `done` tells that nothing more is needed."""

    done = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(_("No paper"), parent=parent)
        self._contacts = [
            one for one in pack.contacts if one.phone and "verify" not in one.certainty
        ]
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(12)
        self.button = Button(_("Done"), "primary", icon="check")
        self.button.clicked.connect(self.done)
        self._lay_out()

    def show_numbers(self, phone: str, initial: str) -> None:
        """Show the number that the client chose first, then those that are always there."""
        empty(self._numbers)
        if phone:
            ask = _("Ask for {name}").format(name=initial) if initial else _("Number to call")
            self._numbers.addWidget(_number(phone, ask))
        for contact in reversed(self._contacts):
            self._numbers.addWidget(self._always(contact))

    def _always(self, contact: Contact) -> Card:
        return _number(contact.phone, in_language(contact.name, i18n.language()))

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 8, 4, 24)
        self.body.setSpacing(8)
        self.body.addWidget(Words(_("No paper is made"), "title"))
        said = _(
            "That is the safest choice, and it is complete. Learn a number together: say it "
            "aloud three times, in small parts."
        )
        self.body.addWidget(Words(said, tone="text_2"))
        self.body.addSpacing(12)
        self.body.addLayout(self._numbers)
        self.body.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)


def _number(phone: str, whose: str) -> Card:
    """A number in the letters of the client view, and whose it is."""
    card = Card()
    card.body.setSpacing(0)
    number = Words(phone, "client_view_question", bold=True)
    number.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    card.body.addWidget(number)
    card.body.addWidget(Words(whose, tone="text_2"))
    return card
