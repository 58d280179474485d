"""The rule book on the screen and on paper: what the program does, for a lawyer to read.

Nothing of any case is in it, so no print is registered; the activity log has it.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.documents.rule_book import TITLE, as_pdf
from assistance_desktop.errors import AppError
from assistance_desktop.guidance.content import Pack
from assistance_desktop.i18n import _
from assistance_desktop.storage import deeds
from assistance_desktop.ui import noting
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.banner import Banner
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.printout.preview import Preview
from assistance_desktop.ui.printout.sending import Sending
from assistance_desktop.ui.session import Session


class RuleBookPage(QWidget):
    """The rule book of a pack. `made` tells that it is ready in `pdf`, `closed` to go back."""

    made = Signal()
    closed = Signal()

    def __init__(
        self, session: Session, actions: Actions, pack: Pack, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._pack = session, pack
        self.pdf = b""
        self._header = PageHeader(
            _("Rule book"), _("What may be offered, and on what ground"), back=True
        )
        self.save_button = Button(_("Save as PDF"), icon="download")
        self.print_button = Button(_("Print"), "primary", icon="printer")
        own = i18n.language() if i18n.language() in pack.languages else "en"
        named = [(code, i18n.language_name(code)) for code in pack.languages]
        self.language = ComboField(_("Language"), named, own)
        self.notices, self.preview = Notices(), Preview()
        self._sending = Sending(session, self)
        self._lay_out()
        self._connect(actions)

    def show_book(self) -> None:
        """Make the book in the language that is chosen, as it holds today."""
        self._leave()
        language, on = self.language.value, self._session.today
        self._session.compute(
            lambda _connection: as_pdf(self._pack, language, on),
            self,
            partial(self._on_made, language),
            self.notices.refuse,
        )

    def save_pdf(self, path: Path) -> None:
        """Save the book as a PDF."""
        said = partial(self._on_sent, self.language.value, _("The PDF is saved."), as_file=True)
        self._sending.save(self.pdf, path, said)

    def print_on(self, printer: QPrinter) -> None:
        """Print the book."""
        words, to_file = _("The paper is at the printer."), bool(printer.outputFileName())
        said = partial(self._on_sent, self.language.value, words, as_file=to_file)
        self._sending.print_on(self.pdf, printer, said)

    def _on_made(self, language: str, pdf: bytes) -> None:
        if language == self.language.value:
            self.pdf = pdf
            self.preview.show_pdf(pdf)
            self._offer(ready=True)
            self.made.emit()

    def _on_sent(self, language: str, words: str, *, as_file: bool) -> None:
        self.notices.say(words)
        deed = deeds.left("rule_book", language, as_file=as_file)
        noting.note(self._session, deed, self.notices.refuse)

    def _offer(self, *, ready: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(ready)

    def _leave(self) -> None:
        self.pdf = b""
        self.preview.clear()
        self.notices.clear()
        self._offer(ready=False)

    def _on_back(self) -> None:
        self._leave()
        self.closed.emit()

    def _on_print_asked(self) -> None:
        if self.isVisible() and self.pdf:
            self._sending.ask_printer(self.pdf)

    def _on_refused(self, refusal: AppError) -> None:
        self.notices.refuse(refusal)

    def _connect(self, actions: Actions) -> None:
        self._header.hide_asked.connect(actions["hide"].trigger)
        self._header.back_asked.connect(self._on_back)
        self.save_button.clicked.connect(lambda: self._sending.ask_path(f"{TITLE}.pdf"))
        self.print_button.clicked.connect(self._on_print_asked)
        actions["print"].triggered.connect(self._on_print_asked)
        self.language.combo.chosen.connect(self.show_book)
        self._sending.path_chosen.connect(self.save_pdf)
        self._sending.printer_chosen.connect(self.print_on)
        self._sending.refused.connect(self._on_refused)
        self._session.closing.connect(self._leave)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.print_button):
            self._header.add(button)
        columns = TwoColumns(aside=320, least=640, gap=24, leading=True)
        asking = Card()
        asking.body.addWidget(self.language)
        checked = i18n.show_date(self._pack.checked, style="long")
        said = _("The content was checked on {day}.").format(day=checked)
        asking.body.addWidget(Words(said, "small", "text_2"))
        columns.first.addWidget(asking)
        advice = _(
            "Every rule stands here as the program applies it. Texts marked draft were read by no"
            " lawyer and no translator. A mistake is mended in the content pack."
        )
        columns.first.addWidget(Banner(advice, "accent"))
        columns.first.addStretch(1)
        columns.second.addWidget(self.notices)
        columns.second.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setContentsMargins(24, 0, 24, 0)
        body.addWidget(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(body, 1)
