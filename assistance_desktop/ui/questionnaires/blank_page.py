# ruff: noqa: D102 - Qt documents the methods that it calls
"""A questionnaire on paper, blank: in which languages, as it will be, and onto a printer.

Nothing of any case is on it, so no print is registered; the activity log has it.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.documents.blank_form import TITLE, print_blank
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
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
from assistance_desktop.ui.printout.preview import Preview
from assistance_desktop.ui.printout.sending import Sending
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import Session

_PATIENCE_MS = 300
"""How long the making may last before the page says that it runs."""


class BlankPage(QWidget):
    """The paper of one questionnaire.

    `made` tells that the paper as chosen is ready in `pdf` and shown; `sent` that it left;
    `closed` that the person goes back.
    """

    made = Signal()
    sent = Signal()
    closed = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self._session = session
        self._questionnaire: Questionnaire | None = None
        self._wanted: tuple[str, str] | None = None
        self._is_busy = False
        self._header = PageHeader(_("Blank form"), back=True)
        self.save_button = Button(_("Save as PDF"), icon="download")
        self.print_button = Button(_("Print"), "primary", icon="printer")
        self.language = ComboField(_("Language"))
        self.beside = ComboField(_("Beside it"))
        self.notices = Notices()
        self._working = Banner(_("Making the paper"), icon="hourglass")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.preview = Preview()
        self._sending = Sending(session, self)
        self._lay_out()
        self._connect(actions)

    def show_questionnaire(self, questionnaire: Questionnaire) -> None:
        """Make the blank form of a questionnaire, in the language of the screens if it has it."""
        self._leave()
        self._questionnaire = questionnaire
        words = _("{title}, version {version}")
        line = words.format(title=questionnaire.title, version=questionnaire.version)
        self._header.say(_("Blank form"), line if questionnaire.version else questionnaire.title)
        languages = questionnaire.form.languages
        chosen = questionnaire.language(i18n.language())
        self.language.combo.offer([(each, each) for each in languages], chosen)
        self._offer_beside()
        self._asking.setVisible(len(languages) > 1)
        self._make()

    def save_pdf(self, path: Path) -> None:
        """Save the paper as a PDF; `sent` or a notice follows."""
        if self.pdf:
            said = partial(self._on_sent, _("The PDF is saved."), as_file=True)
            self._sending.save(self.pdf, path, said)

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper; `sent` or a notice follows."""
        if self.pdf:
            to_file = bool(printer.outputFileName())
            said = partial(self._on_sent, _("The paper is at the printer."), as_file=to_file)
            self._sending.print_on(self.pdf, printer, said)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.notices.clear()

    def _offer_beside(self) -> None:
        """Every other language, and none at first."""
        languages = self._questionnaire.form.languages if self._questionnaire else ()
        others = [(each, each) for each in languages if each != self.language.value]
        kept = self.beside.value if self.beside.value != self.language.value else ""
        self.beside.combo.offer([("", _("No other language")), *others], kept)

    def _make(self) -> None:
        """Make the paper as it is chosen now, one at a time: the faces are shared."""
        self.pdf = b""
        self._wanted = (self.language.value, self.beside.value)
        for button in (self.save_button, self.print_button):
            button.setEnabled(False)
        self._patience.start()
        if not self._is_busy:
            self._start()

    def _start(self) -> None:
        questionnaire, wanted = self._questionnaire, self._wanted
        if questionnaire is None or wanted is None:
            return
        self._is_busy = True
        language, beside = wanted
        screen = i18n.language()
        self._session.compute(
            lambda _connection: print_blank(questionnaire.form, language, screen, beside),
            self,
            partial(self._on_made, questionnaire, wanted),
            self._on_refused,
        )

    def _leave(self) -> None:
        """Let go of the paper."""
        self._wanted = self._questionnaire = None
        self.pdf = b""
        self.preview.clear()
        self.notices.clear()
        self._end()

    def _end(self) -> None:
        self._patience.stop()
        self._working.hide()

    def _on_made(self, of: Questionnaire, asked: tuple[str, str], pdf: bytes) -> None:
        self._is_busy = False
        if asked != self._wanted or of is not self._questionnaire:
            self._start()
            return
        self._end()
        self.pdf = pdf
        self.preview.show_pdf(pdf)
        count = self.preview.pages.count if self.preview.pages else 0
        words = ngettext("Print {count} page", "Print {count} pages", count)
        self.print_button.say(words.format(count=count))
        for button in (self.save_button, self.print_button):
            button.setEnabled(True)
        self.made.emit()

    def _on_refused(self, refusal: AppError) -> None:
        self._is_busy = False
        self._end()
        self.notices.refuse(refusal)

    def _on_chosen(self) -> None:
        self._offer_beside()
        self._make()

    def _on_sent(self, words: str, *, as_file: bool) -> None:
        self.notices.say(words)
        deed = deeds.left("blank_form", "", as_file=as_file)
        noting.note(self._session, deed, self.notices.refuse)
        self.sent.emit()

    def _on_back(self) -> None:
        self._leave()
        self.closed.emit()

    def _on_save_asked(self) -> None:
        self._sending.ask_path(f"{TITLE}.pdf")

    def _on_print_asked(self) -> None:
        if self.isVisible() and self.pdf:
            self._sending.ask_printer(self.pdf)

    def _connect(self, actions: Actions) -> None:
        self._header.hide_asked.connect(actions["hide"].trigger)
        self._header.back_asked.connect(self._on_back)
        self.save_button.clicked.connect(self._on_save_asked)
        self.print_button.clicked.connect(self._on_print_asked)
        actions["print"].triggered.connect(self._on_print_asked)
        self.language.combo.chosen.connect(self._on_chosen)
        self.beside.combo.chosen.connect(self._make)
        self._patience.timeout.connect(self._working.show)
        self._sending.path_chosen.connect(self.save_pdf)
        self._sending.printer_chosen.connect(self.print_on)
        self._sending.refused.connect(self._on_refused)
        self._session.closing.connect(self._leave)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.print_button):
            self._header.add(button)
        columns = TwoColumns(aside=320, least=640, gap=24, leading=True)
        self._asking = Card()
        self._asking.body.addWidget(self.language)
        self._asking.body.addWidget(self.beside)
        columns.first.addWidget(self._asking)
        advice = _("Lock filled-in sheets away. Type them in soon, then destroy them.")
        columns.first.addWidget(Banner(advice, "amber"))
        columns.first.addStretch(1)
        columns.second.addWidget(self._working)
        columns.second.addWidget(self.preview, 1)
        self._working.hide()
        body = QHBoxLayout()
        body.setContentsMargins(24, 0, 24, 0)
        body.addWidget(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        notice = QHBoxLayout()
        notice.setContentsMargins(24, 0, 24, 0)
        notice.addWidget(self.notices)
        whole.addLayout(notice)
        whole.addLayout(body, 1)
