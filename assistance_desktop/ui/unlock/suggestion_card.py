"""A suggestion for a passphrase: five words by chance, others for the asking (mock-up 19)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.i18n import _
from assistance_desktop.storage.passphrase import suggest
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.word_boxes import WordBoxes
from assistance_desktop.ui.kit.words import Words


class SuggestionCard(Card):
    """`used` gives the passphrase that the person takes from here."""

    used = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("A suggestion: five words, easy to remember"), icon="words", parent=parent
        )
        self.others = Button(_("Five others"), "quiet", icon="sync", size="small")
        self.use = Button(_("Use these"), size="small")
        self.chip = Chip(_("Used below"), "accent", icon="check")
        self.boxes = WordBoxes(suggest(i18n.language()))
        self.header.addWidget(self.others)
        self.body.addWidget(self.boxes)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = _("Picked by chance on this computer. Make a small story of them.")
        row.addWidget(Words(words, "small", "text_2"), 1)
        row.addWidget(self.chip)
        row.addWidget(self.use)
        self.body.addLayout(row)
        self.chip.hide()
        self.others.clicked.connect(self._on_others)
        self.use.clicked.connect(self._on_use)

    @property
    def passphrase(self) -> str:
        """The words as they would be typed."""
        return " ".join(self.boxes.words)

    def show_typed(self, passphrase: str) -> None:
        """Say whether these are the words that were typed below."""
        same = bool(passphrase) and passphrase == self.passphrase
        self.chip.setVisible(same)
        self.use.setVisible(not same)

    def put(self, passphrase: str) -> None:
        """Show the words that were taken before the page was made anew."""
        self.boxes.show_words(passphrase.split())

    def clear(self) -> None:
        """Leave none of the words here; the next ones are others."""
        self.boxes.show_words(())

    def _on_others(self) -> None:
        self.boxes.show_words(suggest(i18n.language()))
        self.use.setVisible(True)
        self.chip.hide()

    def _on_use(self) -> None:
        self.used.emit(self.passphrase)
