# ruff: noqa: D102 - Qt documents the methods that it calls
"""The print page: what is asked before a paper, the paper itself, and the printer or a file.

The bytes that are shown are the bytes that are printed or saved; they stay in memory. Every
print is registered, without its text (facts.md 7).
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.case import CASE, INTAKE
from assistance_desktop.documents import press, voice
from assistance_desktop.documents.order import Kind
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.paper import register
from assistance_desktop.ui.paper.appointments import coming
from assistance_desktop.ui.paper.asking import Asking
from assistance_desktop.ui.paper.choices import Choices, Paper
from assistance_desktop.ui.paper.delivery import Delivery
from assistance_desktop.ui.paper.desk import Desk
from assistance_desktop.ui.paper.finders import finders
from assistance_desktop.ui.paper.maker import Maker
from assistance_desktop.ui.paper.questions import NO_PAPER
from assistance_desktop.ui.paper.register import Print
from assistance_desktop.ui.session import Session

_TYPING_MS = 250
"""A paper is made when nothing was typed for so long."""


class PaperPage(QWidget):
    """One print for the client of a case.

    `made` tells that the paper as chosen is ready in `pdf` and shown; `registered` carries the
    record of a print that was made; `closed` the case that the person goes back to.
    """

    closed = Signal(str)
    made = Signal()
    registered = Signal(str)

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.case_id = ""
        self.pdf = b""
        self._session, self._content = session, content
        self._stale = self._warned = False
        self._waiting: Callable[[], None] | None = None
        self._header = PageHeader(_("Print"), back=True)
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.save_button = Button(_("Save as PDF"), icon="download")
        self.print_button = Button(_("Print"), "primary", icon="printer")
        self.asking = Asking(voice.languages())
        self.desk = Desk(content.pack)
        self.preview, self.no_paper = self.desk.preview, self.desk.no_paper
        self._maker = Maker(session, content, self)
        self._delivery = Delivery(session, self)
        self._pause = QTimer(self, singleShot=True)
        self._lay_out()
        self._connect(actions)

    def show_case(self, case_id: str) -> None:
        """Begin a print for the client of a case; every question is asked anew."""
        self._leave()
        self.case_id = case_id
        case = self._session.case(case_id)
        name = case.text(CASE, "pseudonym")
        self._header.say(_("Print for {name}").format(name=name) if name else _("Print"))
        facts = self._content.facts(case, self._session.today)
        self.asking.questions.watch(partial(finders, facts, self._content.pack))
        speaks = case.text(INTAKE, self._content.paths.get("best_language", ""))
        to_come = coming(case, self._session.today)
        self.asking.start(speaks, self._session.author.name, to_come)
        self.preview.start()
        self._on_kept()
        self.asking.questions.kept_field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make()

    def choose(
        self,
        *,
        language: str | None = None,
        discreet: bool | None = None,
        kept: str | None = None,
    ) -> None:
        """Answer questions as if by hand; `made` follows when the paper is another one."""
        questions = self.asking.questions
        if language is not None:
            questions.pick_language(language)
        if discreet is not None:
            questions.discreet_switch.setChecked(discreet)
        if kept is not None:
            questions.pick_kept(kept)

    def save_pdf(self, path: Path) -> None:
        """Save the paper as a PDF; `registered` or a notice follows, or the open question."""
        self._when_ready(lambda: self._delivery.save_paper(self._print, path))

    def print_on(self, printer: QPrinter) -> None:
        """Print the paper; `registered` or a notice follows, or the open question."""
        self._when_ready(lambda: self._delivery.print_paper(self._print, printer))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self.case_id:
            self._make()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stale = True

    @property
    def _choices(self) -> Choices:
        return self.asking.choices(checking=self.preview.checking)

    @property
    def _print(self) -> Print:
        return Print(self.case_id, self._choices, self.asking.questions.kept, self.pdf)

    def _make(self) -> None:
        """Make the paper as it is chosen now."""
        self._pause.stop()
        self._stale = False
        if self.case_id and self.asking.questions.kept != NO_PAPER:
            self.preview.offer(self.asking.questions.language)
            self.desk.begin()
            self._maker.want(self.case_id, self._choices)

    def _make_again(self, *, after: int) -> None:
        """Something was chosen or typed: the old paper counts no more."""
        self.pdf = b""
        self._maker.drop()
        self.desk.end()
        self.desk.hush()
        self._pause.start(after)

    def _leave(self) -> None:
        """Let go of the paper and of everything about it."""
        self._pause.stop()
        self._maker.drop()
        self._waiting = None
        self._take_away()
        self.desk.end()
        self.desk.hush()

    def _take_away(self) -> None:
        self.pdf = b""
        self.preview.clear()
        self.print_button.say(_("Print"))

    def _when_ready(self, deed: Callable[[], None]) -> None:
        """Do it with the paper as chosen: now, or when it is made. Ask first what is open."""
        kept = self.asking.questions.kept
        if not kept:
            self.asking.questions.ask_kept()
        elif self.asking.questions.would_reach:
            self.asking.questions.ask_elsewhere()
        elif self.case_id and kept != NO_PAPER:
            self.desk.hush()
            self._waiting = deed
            if self.pdf:
                self._go_on()
            elif not self._maker.at_work:
                self._make()

    def _go_on(self) -> None:
        deed, self._waiting = self._waiting, None
        if deed is not None:
            deed()

    def _on_chosen(self) -> None:
        self._make_again(after=0)

    def _on_typed(self) -> None:
        self._make_again(after=_TYPING_MS)

    def _on_kept(self) -> None:
        """Paper, or no paper."""
        no_paper = self.asking.questions.kept == NO_PAPER
        if no_paper:
            self._leave()
            details = self._choices.details
            self.no_paper.show_numbers(details.phone, details.worker_initials)
        elif not self.desk.has_paper:
            self._pause.start(0)
        self.asking.offer_paper(not no_paper)
        for button in (self.save_button, self.print_button):
            button.setVisible(not no_paper)
        self.desk.show_side(paper=not no_paper)

    def _on_made(self, paper: Paper) -> None:
        self.desk.end()
        self.pdf = paper.pdf
        self.preview.show_pdf(paper.check or paper.pdf)
        count = self.preview.count_of(paper.pdf)
        words = ngettext("Print {count} page", "Print {count} pages", count)
        self.print_button.say(words.format(count=count))
        self.made.emit()
        self._go_on()

    def _on_failed(self, refusal: AppError) -> None:
        """No paper could be made; nothing old is shown in its place."""
        self._waiting = None
        self._take_away()
        self._on_refused(refusal)

    def _on_refused(self, refusal: AppError) -> None:
        self.desk.end()
        self.desk.say(Notice(refusal.problem, refusal.hint, "amber"))

    def _on_delivered(self, to: str, record: str) -> None:
        """Once the sentence that a PDF is not encrypted; the banner goes on saying it."""
        if to == register.PRINTER:
            self.desk.say(Notice(_("The paper is at the printer."), _("Fetch it at once.")))
        else:
            warning = _("It is not encrypted: whoever finds the file can read it.")
            self.desk.say(Notice(_("The PDF is saved."), "" if self._warned else warning))
            self._warned = True
        self.registered.emit(record)

    def _on_case_changed(self, case_id: str) -> None:
        if case_id in ("", self.case_id):
            self._stale = True
            if self.isVisible():
                self._pause.start(0)

    def _on_back(self) -> None:
        case_id, self.case_id = self.case_id, ""
        self._leave()
        self.closed.emit(case_id)

    def _on_save_asked(self) -> None:
        self._when_ready(lambda: self._delivery.ask_path(_file_name(self._choices.kind)))

    def _on_print_asked(self) -> None:
        if self.isVisible():
            self._when_ready(lambda: self._delivery.ask_printer(self.pdf))

    def _connect(self, actions: Actions) -> None:
        self._header.back_asked.connect(self._on_back)
        self.save_button.clicked.connect(self._on_save_asked)
        self.print_button.clicked.connect(self._on_print_asked)
        actions["print"].triggered.connect(self._on_print_asked)
        self.asking.chosen.connect(self._on_chosen)
        self.asking.typed.connect(self._on_typed)
        self.asking.questions.kept_changed.connect(self._on_kept)
        self.preview.check_wanted.connect(self._make)
        self.no_paper.done.connect(self._on_back)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._delivery.path_chosen.connect(self.save_pdf)
        self._delivery.printer_chosen.connect(self.print_on)
        self._delivery.delivered.connect(self._on_delivered)
        self._delivery.refused.connect(self._on_refused)
        self._pause.timeout.connect(self._make)
        self._session.changed.connect(self._on_case_changed)
        self._session.closing.connect(self._leave)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.print_button):
            self._header.add(button)
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 0, 24, 0)
        columns.setSpacing(8)  # the scroll bar of the questions stands in the gap
        columns.addWidget(self.asking)
        columns.addWidget(self.desk, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(columns, 1)


def _file_name(kind: Kind) -> str:
    """The neutral name of a paper's file, as a dialog offers it: "Summary.pdf"."""
    return press.file_name(kind).capitalize()
