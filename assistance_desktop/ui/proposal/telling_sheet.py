"""The first step: what the person has to know before a proposal, in their own language.

The worker reads it aloud or shows it, and only then asks (facts.md 1.2: at least which services
exist, and what joining means).
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.documents.consent_sheet import TOLD
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.words import Words


class TellingSheet(Scroll):
    """The sentences for the client, large, one under the other."""

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(_("For the client"), parent=parent)
        self.language = Combo(
            [(code, i18n.language_name(code, i18n.language())) for code in languages],
            name=_("Language of the client"),
            icon="globe",
        )
        self._draft = Words(_("Draft, not checked by a translator"), "small", "text_3")
        self._card = Card()
        self._card.body.setSpacing(16)
        self._said = QVBoxLayout()
        self._said.setSpacing(16)
        self._card.body.addLayout(self._said)
        self.body.setContentsMargins(0, 0, 4, 24)
        self.body.setSpacing(12)
        for each in (self.language, self._card, self._draft):
            self.body.addWidget(each)
        self.body.addStretch(1)
        self.language.chosen.connect(self.speak)

    def speak(self, code: str) -> None:
        """Show the sentences in a language."""
        self.language.pick(code)
        words = i18n.client_words(code)
        empty(self._said)
        rtl = i18n.text_direction(code) == "rtl"
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        self._card.setLayoutDirection(way)
        for sentence in TOLD:
            self._said.addWidget(Words(words(sentence), "client_panel_option"))
        self._draft.setVisible(i18n.is_draft("client", code))
