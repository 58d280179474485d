"""The left side of the print page: the questions, the ticks, the words, and the warning.

The warning stays in sight while the questions scroll.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.documents.order import Appointment
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.paper.choices import Choices
from assistance_desktop.ui.paper.details import DetailsCard
from assistance_desktop.ui.paper.parts import PartsCard
from assistance_desktop.ui.paper.questions import QuestionsCard


class Asking(QWidget):
    """What is asked for a print. `chosen` and `typed` tell that the paper would be another one."""

    chosen = Signal()
    typed = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.questions = QuestionsCard(languages)
        self.parts = PartsCard()
        self.details = DetailsCard()
        self._warning = Banner(
            _("Ask where the paper will be kept. A paper or a PDF is not encrypted."), "amber"
        )
        self._lay_out()
        self.questions.changed.connect(self._on_chosen)
        self.parts.changed.connect(self._on_chosen)
        self.details.changed.connect(self.typed)

    def start(self, language: str, worker: str, coming: Sequence[Appointment]) -> None:
        """Ask anew, for another person; the appointments to come are there to be taken out."""
        self.questions.start(language)
        self.parts.start()
        self.details.start(worker, coming)
        self._follow()

    def choices(self, *, checking: bool) -> Choices:
        """What is chosen, with the worker's language too when it is `checking`."""
        questions, worker = self.questions, i18n.language()
        return Choices(
            questions.language,
            questions.beside,
            questions.discreet,
            self.parts.parts,
            self.details.details(with_notes=self.parts.with_notes),
            worker if checking and worker != questions.language else None,
        )

    def offer_paper(self, offered: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Ask about a paper, or only where the words are kept when there will be none."""
        self.questions.offer_paper(offered)
        for each in (self.parts, self._warning):
            each.setVisible(offered)
        if offered:
            self._follow()
        else:
            self.details.hide()

    def _follow(self) -> None:
        """Offer what goes with the version that is chosen, and ask for what it needs."""
        discreet = self.questions.discreet
        self.parts.set_discreet(discreet)
        self.details.show_for(self.parts.parts, notes=self.parts.with_notes, discreet=discreet)

    def _on_chosen(self) -> None:
        self._follow()
        self.chosen.emit()

    def _lay_out(self) -> None:
        scroll = Scroll(_("Before the print"))
        scroll.body.setContentsMargins(0, 0, 0, 4)
        scroll.body.setSpacing(12)
        for card in (self.questions, self.parts, self.details):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        for each in (self.questions, self.parts, self.details, self._warning):
            each.setFixedWidth(look().px(368))
        self.setFixedWidth(look().px(384))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24)
        whole.setSpacing(12)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._warning)
