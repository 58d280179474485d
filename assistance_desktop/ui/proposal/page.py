# ruff: noqa: D102 - Qt documents the methods that it calls
"""The proposal to the Assistance system: told and asked, written, called, sent.

Without a consent that holds there is no paper at all, and the page says why; talking without a
name stays open (D8). The program sends nothing: the worker does, and writes it down.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import State
from assistance_desktop.cases.case import CASE, INTAKE
from assistance_desktop.documents import press, voice
from assistance_desktop.documents.order import Kind
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import giving
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.sync import desk
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.theme import look
from assistance_desktop.ui.printout.preview import Preview
from assistance_desktop.ui.printout.sending import Sending
from assistance_desktop.ui.proposal import draft as drafts
from assistance_desktop.ui.proposal.asking_card import AskingCard, NamelessCard, Refusal
from assistance_desktop.ui.proposal.draft import RECORD, Draft
from assistance_desktop.ui.proposal.drafting import Drafting
from assistance_desktop.ui.proposal.fields_card import FieldsCard
from assistance_desktop.ui.proposal.sending_card import SendingCard
from assistance_desktop.ui.proposal.steps import day_of, print_edits, sent_edits
from assistance_desktop.ui.proposal.telling_sheet import TellingSheet
from assistance_desktop.ui.session import Session

NAMELESS = "nameless"
"""In place of a recipient: talking with the Assistance system without a name."""

_TYPING_MS = 250


class ProposalPage(QWidget):
    """One proposal. `closed` carries the case; `telling_wanted` a case and a recipient."""

    closed = Signal(str)
    telling_wanted = Signal(str, str)
    made = Signal()
    written = Signal()

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.case_id = ""
        self.pdf = b""
        self._session, self._content = session, content
        self._header = PageHeader(_("Proposal"), back=True)
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.save_button = Button(_("Save as PDF"), icon="download")
        self.print_button = Button(_("Print"), "primary", icon="printer")
        contact = next(
            (one for one in content.pack.contacts if one.id == "assistance_system"), None
        )
        self.refusal = Refusal()
        self.asking = AskingCard()
        self.nameless = NamelessCard(contact)
        here = i18n.language()
        names = [(code, i18n.language_name(code, here)) for code in content.pack.languages]
        self.fields = FieldsCard(names)
        self.sending = SendingCard(contact)
        self.sheet = TellingSheet(voice.languages())
        self.preview = Preview()
        self._sides = QStackedWidget()
        self._drafting = Drafting(session, content, self)
        self._keeper = Keeper(session, self)
        self._delivery = Sending(session, self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()

    def show_case(self, case_id: str) -> None:
        """Begin, or go on with, the proposal of a case."""
        self._let_go()
        self.case_id = case_id
        self._keeper.begin(case_id)
        case = self._session.case(case_id)
        name = case.text(CASE, "pseudonym")
        title = _("Proposal for {name}").format(name=name) if name else _("Proposal")
        self._header.say(title, _("To the Assistance system, only with the person’s yes"))
        kept = {field: case.text(RECORD, field) for field in drafts.KEPT}
        here = i18n.language()
        self.fields.start(kept, here if here in self._content.pack.languages else "en")
        speaks = case.text(INTAKE, self._content.paths.get("best_language", ""))
        self.sheet.speak(speaks if speaks in voice.languages() else here)
        facts = self._content.facts(case, self._session.today)
        self.asking.start(giving.givers(facts, self._session.today))
        self.follow()

    def follow(self) -> None:
        """Show the step that the case is at: asking, or writing and sending."""
        case = self._session.case(self.case_id)
        problem, hint = "", ""
        try:
            drafts.check_whole(case, self._content, self._session)
        except AppError as refusal:
            problem, hint = refusal.problem, refusal.hint
        agreed = not problem
        self.refusal.say(problem, hint)
        for each in (self.asking, self.nameless):
            each.setVisible(not agreed)
        for each in (self.fields, self.sending, self.save_button, self.print_button):
            each.setVisible(agreed)
        self._sides.setCurrentWidget(self.preview if agreed else self.sheet)
        self.sending.show_days(day_of(case, "called_on"), day_of(case, "sent_on"))
        if agreed:
            self._make()
        else:
            self._take_away()

    def save_pdf(self, path: Path) -> None:
        """Save the proposal as a PDF; `written` or a notice follows."""
        if self._may_leave():
            self._delivery.save(self.pdf, path, partial(self._register, "file"))

    def print_on(self, printer: QPrinter) -> None:
        """Print the proposal; `written` or a notice follows."""
        if self._may_leave():
            self._delivery.print_on(self.pdf, printer, partial(self._register, "printer"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.leave()

    @property
    def _draft(self) -> Draft:
        here = desk.read(self._session.reader)
        return Draft(
            self.fields.language.value,
            dict(self.fields.written),
            here.worker,
            here.device.label,
        )

    def _may_leave(self) -> bool:
        """Ask the case once more before a paper leaves: a consent may be gone by now."""
        try:
            drafts.check_whole(self._session.case(self.case_id), self._content, self._session)
        except AppError:
            self.follow()
            return False
        return bool(self.pdf)

    def _make(self) -> None:
        self._pause.stop()
        if self.case_id:
            self.preview.offer(self.fields.language.value)
            self._drafting.want(self.case_id, self._draft)

    def _let_go(self) -> None:
        self._pause.stop()
        self._drafting.drop()
        self.fields.forget()
        self._take_away()

    def _take_away(self) -> None:
        self.pdf = b""
        self._drafting.drop()
        self.preview.clear()

    def _register(self, to: str) -> None:
        record = f"print/{self._session.new_id()}"
        language = self.fields.language.value
        self._write(print_edits(record, language, to, self._session.today))

    def _write(self, edits: list[Edit]) -> None:
        self._session.edit(
            self.case_id, edits, self, lambda _held: self._on_written(), self._on_refused
        )

    def _on_written(self) -> None:
        self.follow()
        self.written.emit()

    def _on_refused(self, refusal: AppError) -> None:
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self._steps.insertWidget(0, notice)
        notice.announce()

    def _on_made(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.preview.show_pdf(pdf)
        self.made.emit()

    def _on_failed(self, refusal: AppError) -> None:
        self._take_away()
        self.refusal.say(refusal.problem, refusal.hint)

    def _on_answered(self, state: State) -> None:
        case = self._session.case(self.case_id)
        path = self._content.of(case).paths.get("proposal_consent", "")
        today = self._session.today.isoformat()
        self._write(self.asking.edits(case, state, self.sheet.language.value, today, path))

    def _on_typed(self) -> None:
        self.pdf = b""
        self._pause.start()
        typed = self.fields.written
        self._keeper.keep(Edit(RECORD, name, typed[name]) for name in drafts.KEPT)

    def _on_called(self) -> None:
        self._write([Edit(RECORD, "called_on", self._session.today.isoformat())])

    def _on_sent(self) -> None:
        """Only what a consent allows today can have been sent."""
        case = self._session.case(self.case_id)
        try:
            allowed = drafts.released(case, self._content, self._session)
        except AppError:
            self.follow()
            return
        path = self._content.of(case).paths.get("customer", "")
        self._write(sent_edits(allowed, path, self.sending.way.value, self._session))
        self.fields.forget()

    def _on_changed(self, case_id: str) -> None:
        if self.case_id and case_id in ("", self.case_id) and self.isVisible():
            self.follow()

    def _connect(self) -> None:
        self._header.back_asked.connect(lambda: self.closed.emit(self.case_id))
        self.save_button.clicked.connect(
            lambda: self._delivery.ask_path(press.file_name(Kind.PROPOSAL).capitalize())
        )
        self.print_button.clicked.connect(lambda: self.pdf and self._delivery.ask_printer(self.pdf))
        self.asking.answered.connect(self._on_answered)
        self.nameless.wanted.connect(lambda: self.telling_wanted.emit(self.case_id, NAMELESS))
        self.fields.typed.connect(self._on_typed)
        self.fields.left.connect(self._keeper.leave)
        self.sending.called.connect(self._on_called)
        self.sending.sent.connect(self._on_sent)
        self._drafting.made.connect(self._on_made)
        self._drafting.failed.connect(self._on_failed)
        self._delivery.path_chosen.connect(self.save_pdf)
        self._delivery.printer_chosen.connect(self.print_on)
        self._delivery.refused.connect(self._on_refused)
        self._pause.timeout.connect(self._make)
        self._session.changed.connect(self._on_changed)
        self._session.closing.connect(self._let_go)

    def _lay_out(self) -> None:
        for button in (self.save_button, self.print_button):
            self._header.add(button)
        scroll = Scroll(_("Steps"))
        self._steps = scroll.body
        self._steps.setContentsMargins(0, 0, 8, 24)
        self._steps.setSpacing(12)
        for each in (self.refusal, self.asking, self.nameless, self.fields, self.sending):
            self._steps.addWidget(each)
        self._steps.addStretch(1)
        scroll.setFixedWidth(look().px(400))
        for side in (self.sheet, self.preview):
            self._sides.addWidget(side)
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 0, 24, 0)
        columns.setSpacing(16)
        columns.addWidget(scroll, 0, Qt.AlignmentFlag(0))
        columns.addWidget(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(columns, 1)
        follow_layout(self)
