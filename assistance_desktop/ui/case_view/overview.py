"""The overview of a case: how far its plan is, what happened, what comes next, who was told."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import Case
from assistance_desktop.i18n import _
from assistance_desktop.ui.case_view import glance
from assistance_desktop.ui.case_view.banners import banners
from assistance_desktop.ui.case_view.carried import carried
from assistance_desktop.ui.case_view.documents_card import DocumentsCard
from assistance_desktop.ui.case_view.glance import Glance
from assistance_desktop.ui.case_view.next_card import NextCard
from assistance_desktop.ui.case_view.notes import NoteField
from assistance_desktop.ui.case_view.people_card import PeopleCard
from assistance_desktop.ui.case_view.progress_card import ProgressCard
from assistance_desktop.ui.case_view.stays_card import StaysCard
from assistance_desktop.ui.case_view.system_card import SystemCard
from assistance_desktop.ui.case_view.timeline_card import TimelineCard
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.session import Session


class Overview(QWidget):
    """One case at a glance. `…_wanted` tell where somebody wants to go."""

    next_wanted = Signal(str, str)
    """Where the next thing is done (Leads), and the record of the agenda if there."""
    answer_wanted = Signal(str, str)
    telling_wanted = Signal(str)
    document_wanted = Signal(object)
    documents_wanted = Signal()
    proposal_wanted = Signal()
    status_wanted = Signal()
    agenda_wanted = Signal(str)
    """"appointment" or "task", for a new one."""

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._case_id = ""
        self._day: date | None = None
        self.glance: Glance | None = None
        self.note: NoteField | None = None
        self.next: NextCard | None = None
        self.timeline_card = TimelineCard()
        self.timeline = self.timeline_card.timeline
        self.add_note = self.timeline_card.add_note
        self.add_note.clicked.connect(self._on_note_wanted)
        self.timeline_card.agenda_asked.connect(self.agenda_wanted)
        self._top, self._banners = QVBoxLayout(), QVBoxLayout()
        self._columns = TwoColumns(aside=392, gap=24)
        self._lay_out()

    def show_case(self, case: Case) -> None:
        """Show the case as it is today.

        A note that is being written stays open, and what did not change stays as it is, with the
        keyboard in it.
        """
        if case.id != self._case_id:
            self._case_id = case.id
            self._put_note_away()
            self.timeline_card.fold()
        today = self._session.today
        sent = carried(self._session.reader, case.id, today)
        before, now = self.glance, glance.read(case, self._content, today, sent)
        self.glance = now
        if before is None or before.over != now.over:
            self._show_banners(now)
        if before is None or before.top != now.top or self._day != today:
            self._show_top(now)
        if before is None or before.aside != now.aside or self._day != today:
            self._show_aside(now)
        self._day = today
        self.timeline_card.show_events(now.events)
        self.timeline_card.set_open(now.closing is None)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(_("Overview"))
        scroll.body.setContentsMargins(24, 16, 24, 24)
        self._banners.setSpacing(8)
        scroll.body.addLayout(self._banners)
        scroll.body.addWidget(self._columns)
        scroll.body.addStretch(1)
        whole.addWidget(scroll)
        self._top.setSpacing(16)
        self._columns.first.addLayout(self._top)
        self._columns.first.addWidget(self.timeline_card, 1)

    def _show_banners(self, now: Glance) -> None:
        empty(self._banners)
        for banner in banners(now, self.next_wanted.emit, self.answer_wanted.emit):
            self._banners.addWidget(banner)
        self._banners.setContentsMargins(0, 0, 0, 16 if self._banners.count() else 0)

    def _show_top(self, now: Glance) -> None:
        empty(self._top)
        self.next = None
        # A threat is told by its red banner, and nothing stands beside it.
        if now.following is not None and not now.threat:
            self.next = NextCard(now.following)
            self.next.wanted.connect(self.next_wanted)
            self._top.addWidget(self.next)
        steps = self._content.pack.clocks.warn_days
        self._top.addWidget(ProgressCard(now.standing, self._session.today, steps))

    def _show_aside(self, now: Glance) -> None:
        side, is_open = self._columns.second, now.closing is None
        empty(side)
        if now.standing.is_declined:
            side.addWidget(StaysCard(self._content.pack.contacts))
        people = PeopleCard(now.people, now.name, adds=is_open)
        people.opened.connect(self.telling_wanted)
        side.addWidget(people)
        held = DocumentsCard(now.documents)
        held.opened.connect(self.document_wanted)
        held.all_wanted.connect(self.documents_wanted)
        side.addWidget(held)
        changes = bool(now.path) and is_open
        system = SystemCard(now.admission, self._session.today, changes=changes)
        system.change_asked.connect(self.status_wanted)
        system.proposal_asked.connect(self.proposal_wanted)
        side.addWidget(system)
        side.addStretch(1)

    def _on_note_wanted(self) -> None:
        if self.note is None:
            self.note = NoteField(self._session, self._case_id)
            self.note.done.connect(self._put_note_away)
            self.timeline_card.writing.addWidget(self.note)
        self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_note_away(self) -> None:
        if self.note is not None:
            self.note.keeper.leave()
            self.note.hide()
            self.note.deleteLater()
            self.note = None
            self.add_note.setFocus()
