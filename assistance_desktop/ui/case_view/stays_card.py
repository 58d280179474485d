"""What stays when the client says no to everything: every offer, and the numbers to call."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.guidance.content import Contact
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.words import Words


def checked(contacts: Sequence[Contact]) -> list[Contact]:
    """The contacts with a number that somebody has checked; others are told to nobody."""
    return [one for one in contacts if one.phone and "verify" not in one.certainty]


class StaysCard(Card):
    """A no is complete, and nothing is lost by it."""

    def __init__(self, contacts: Sequence[Contact], parent: QWidget | None = None) -> None:
        super().__init__(
            _("What stays open"), icon="leaf", icon_colour="accent_text", parent=parent
        )
        said = _("Every offer. Anybody may call without a name and ask again, on any day.")
        self.body.addWidget(Words(said, "small", "text_2"))
        for contact in checked(contacts):
            self.body.addLayout(_line(contact))


def _line(contact: Contact) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    language = i18n.language()
    words.addWidget(Words(contact.phone, bold=True))
    words.addWidget(Words(in_language(contact.name, language)))
    words.addWidget(Words(in_language(contact.about, language), "small", "text_2"))
    return words
