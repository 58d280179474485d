# ruff: noqa: D102 - Qt documents the methods that it calls
"""The proposal to the Assistance system: told and asked, written, called, sent.

Without a consent that holds there is no paper at all, and the page says why; talking without a
name stays open (D8). The program sends nothing: the worker does, and writes it down.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.agreements import State
from assistance_desktop.cases.case import CASE, INTAKE
from assistance_desktop.documents import voice
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import giving
from assistance_desktop.i18n import _
from assistance_desktop.storage.deeds import Deed
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
from assistance_desktop.ui.proposal import draft as drafts
from assistance_desktop.ui.proposal.asking_card import AskingCard, NamelessCard, Refusal
from assistance_desktop.ui.proposal.draft import RECORD, Draft
from assistance_desktop.ui.proposal.fields_card import FieldsCard
from assistance_desktop.ui.proposal.paper_side import FILE, PaperSide
from assistance_desktop.ui.proposal.sending_card import SendingCard
from assistance_desktop.ui.proposal.steps import (
    day_of,
    needs_words,
    print_deed,
    print_edits,
    sent_deed,
    sent_edits,
)
from assistance_desktop.ui.proposal.telling_sheet import TellingSheet
from assistance_desktop.ui.session import Session

NAMELESS = "nameless"
"""In place of a recipient: talking with the Assistance system without a name."""

_TYPING_MS = 250


class ProposalPage(QWidget):
    """One proposal. `closed` carries the case; `telling_wanted` a case and a recipient.

    `written` tells that a step of it is in the case.
    """

    closed = Signal(str)
    telling_wanted = Signal(str, str)
    written = Signal()

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.case_id = ""
        self._session, self._content = session, content
        self._header = PageHeader(_("Proposal"), back=True)
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.save_button = Button(_("Save as PDF"), icon="download")
        self.print_button = Button(_("Print"), "primary", icon="printer")
        contacts = {one.id: one for one in content.pack.contacts}
        contact = contacts.get("assistance_system")
        languages = [
            (code, i18n.language_name(code, i18n.language())) for code in content.pack.languages
        ]
        self.refusal = Refusal()
        self.asking, self.nameless = AskingCard(), NamelessCard(contact)
        self.fields, self.sending = FieldsCard(languages), SendingCard(contact)
        self.sheet = TellingSheet(voice.languages())
        self.paper = PaperSide(session, content, self._may_leave)
        self._sides = QStackedWidget()
        self._keeper = Keeper(session, self)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()

    def show_case(self, case_id: str) -> None:
        """Begin, or go on with, the proposal of a case."""
        self._let_go()
        self.case_id = case_id
        self._keeper.begin(case_id)
        case, here = self._session.case(case_id), i18n.language()
        name = case.text(CASE, "pseudonym")
        title = _("Proposal for {name}").format(name=name) if name else _("Proposal")
        self._header.say(title, _("To the Assistance system, only with the person’s yes"))
        kept = {field: case.text(RECORD, field) for field in drafts.KEPT}
        self.fields.start(kept, here if here in self._content.pack.languages else "en")
        speaks = case.text(INTAKE, self._content.paths.get("best_language", ""))
        self.sheet.speak(speaks if speaks in voice.languages() else here)
        facts = self._content.facts(case, self._session.today)
        self.asking.start(giving.givers(facts, self._session.today))
        self.follow()

    def follow(self) -> None:
        """Show the step that the case is at: asking, or writing and sending."""
        case = self._session.case(self.case_id)
        refusal = self._refusal()
        self.refusal.say(refusal)
        agreed = refusal is None
        for each in (self.asking, self.nameless):
            each.setVisible(not agreed)
        for each in (self.fields, self.sending, self.save_button, self.print_button):
            each.setVisible(agreed)
        self._sides.setCurrentWidget(self.paper if agreed else self.sheet)
        self.sending.show_days(day_of(case, "called_on"), day_of(case, "sent_on"))
        if agreed:
            self._make()
        else:
            self.paper.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.leave()

    @property
    def _draft(self) -> Draft:
        here = desk.read(self._session.reader)
        language, written = self.fields.language.value, dict(self.fields.written)
        return Draft(language, written, here.worker, here.device.label)

    def _refusal(self) -> AppError | None:
        """Why there is no proposal today; asked of the case each time."""
        try:
            drafts.check_whole(self._session.case(self.case_id), self._content, self._session.today)
        except AppError as refusal:
            return refusal
        return None

    def _may_leave(self) -> bool:
        refusal = self._refusal()
        if refusal is not None:
            self.follow()
        return refusal is None

    def _make(self) -> None:
        self._pause.stop()
        if self.case_id and self._refusal() is None:
            self.paper.want(self.case_id, self._draft)

    def _let_go(self) -> None:
        self._pause.stop()
        self.fields.forget()
        self.paper.clear()

    def _write(self, edits: list[Edit], deed: Deed | None = None) -> None:
        self._session.edit(
            self.case_id, edits, self, lambda _held: self._on_written(), self._on_refused, deed=deed
        )

    def _on_written(self) -> None:
        self.follow()
        self.written.emit()

    def _on_refused(self, refusal: AppError) -> None:
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self._steps.insertWidget(0, notice)
        notice.announce()

    def _on_failed(self, refusal: AppError) -> None:
        self.paper.clear()
        self.refusal.say(refusal)

    def _on_answered(self, state: State) -> None:
        case = self._session.case(self.case_id)
        path = self._content.of(case).paths.get("proposal_consent", "")
        today = self._session.today.isoformat()
        self._write(self.asking.edits(case, state, self.sheet.language.value, today, path))

    def _on_typed(self) -> None:
        self.paper.pdf = b""  # it says something else now
        self._pause.start()
        typed = self.fields.written
        self._keeper.keep(Edit(RECORD, name, typed[name]) for name in drafts.KEPT)

    def _on_needs_wanted(self) -> None:
        case = self._session.case(self.case_id)
        self.fields.add_needs(needs_words(case, self._content.pack, self.fields.language.value))

    def _on_called(self) -> None:
        self._write([Edit(RECORD, "called_on", self._session.today.isoformat())])

    def _on_left(self, to: str) -> None:
        record = f"print/{self._session.new_id()}"
        language = self.fields.language.value
        edits = print_edits(record, language, to, self._session.today)
        self._write(edits, print_deed(self.case_id, language, as_file=to == FILE))

    def _on_sent(self) -> None:
        """Only what a consent allows today can have been sent."""
        case = self._session.case(self.case_id)
        try:
            allowed = drafts.released(case, self._content, self._session.today)
        except AppError:
            self.follow()
            return
        path = self._content.of(case).paths.get("customer", "")
        self.fields.forget()
        edits = sent_edits(allowed, path, self.sending.way.value, self._session)
        self._write(edits, sent_deed(self.case_id))

    def _on_changed(self, case_id: str) -> None:
        if self.case_id and case_id in ("", self.case_id) and self.isVisible():
            self.follow()

    def _connect(self) -> None:
        self._header.back_asked.connect(lambda: self.closed.emit(self.case_id))
        self.save_button.clicked.connect(self.paper.ask_path)
        self.print_button.clicked.connect(self.paper.ask_printer)
        self.asking.answered.connect(self._on_answered)
        self.nameless.wanted.connect(lambda: self.telling_wanted.emit(self.case_id, NAMELESS))
        self.fields.typed.connect(self._on_typed)
        self.fields.left.connect(self._keeper.leave)
        self.fields.needs_wanted.connect(self._on_needs_wanted)
        self.sending.called.connect(self._on_called)
        self.sending.sent.connect(self._on_sent)
        self.paper.left.connect(self._on_left)
        self.paper.failed.connect(self._on_failed)
        self.paper.refused.connect(self._on_refused)
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
        for side in (self.sheet, self.paper):
            self._sides.addWidget(side)
        columns = QHBoxLayout()
        columns.setContentsMargins(24, 0, 24, 0)
        columns.setSpacing(16)
        columns.addWidget(scroll)
        columns.addWidget(self._sides, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(columns, 1)
        follow_layout(self)
