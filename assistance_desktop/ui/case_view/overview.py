"""The overview of a case: how far its plan is, what happened, what comes next, who may be told."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.stage import INTAKE_OPEN, stage
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view import questions, standing, story
from assistance_desktop.ui.case_view.notes import NoteField
from assistance_desktop.ui.case_view.recipients import RecipientsCard, recipients
from assistance_desktop.ui.case_view.standing import Standing
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Rule
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.share_bar import ShareBar
from assistance_desktop.ui.kit.timeline import Timeline
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.reflection_clock import ReflectionClock
from assistance_desktop.ui.session import Session


class Overview(QWidget):
    """One case at a glance. `…_wanted` tell where somebody wants to go."""

    intake_wanted = Signal()
    plan_wanted = Signal()
    answer_wanted = Signal(str, str)

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._case_id = ""
        self.standing: Standing | None = None
        self.note: NoteField | None = None
        self.timeline = Timeline()
        self.add_note = Button(_("Add a note"), "quiet", icon="plus", size="small")
        self.add_note.clicked.connect(self._on_note_wanted)
        self._top, self._banners = QVBoxLayout(), QVBoxLayout()
        self._columns = TwoColumns(aside=392, gap=24)
        self._writing = QVBoxLayout()
        self._lay_out()

    def show_case(self, case: Case) -> None:
        """Show the case as it is today; a note that is being written stays open."""
        if case.id != self._case_id:
            self._case_id = case.id
            self._put_note_away()
        today = self._session.today
        self.standing = found = standing.read(case, self._content, today)
        empty(self._top)
        self._top.addWidget(_make_progress(found, today))
        self.timeline.show_events(story.events(case, self._content, found.deadlines, today))
        self._show_banners(case)
        self._show_aside(case, found)

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
        card = Card(_("Timeline"))
        card.header.addWidget(self.add_note)
        card.header.setContentsMargins(15, 0, 5, 0)
        card.body.addLayout(self._writing)
        card.body.addWidget(self.timeline)
        card.body.addStretch(1)
        self._columns.first.addLayout(self._top)
        self._columns.first.addWidget(card, 1)

    def _show_banners(self, case: Case) -> None:
        empty(self._banners)
        if case.value(CASE, "threat") is True:
            words = _("A serious threat was recorded. If someone is in danger now, call 112 first.")
            self._banners.addWidget(Banner(words, "red", icon="phone"))
        if conflicts := case.conflicts():
            count = len(conflicts)
            words = ngettext(
                "{count} entry differs between two desks, and somebody must decide.",
                "{count} entries differ between two desks, and somebody must decide.",
                count,
            )
            notice = Notice(
                words.format(count=count),
                tone="amber",
                icon="both",
                action=_("See the answers"),
                closable=False,
            )
            first = next((one for one in conflicts if one.field.startswith("/")), conflicts[0])
            notice.acted.connect(lambda: self.answer_wanted.emit(first.record, first.field))
            self._banners.addWidget(notice)
        self._banners.setContentsMargins(0, 0, 0, 16 if self._banners.count() else 0)

    def _show_aside(self, case: Case, found: Standing) -> None:
        side = self._columns.second
        empty(side)
        side.addWidget(self._make_next(case, found))
        name = case.text(CASE, "pseudonym")
        side.addWidget(RecipientsCard(recipients(case, self._content, name), name))
        side.addStretch(1)

    def _make_next(self, case: Case, found: Standing) -> Card:
        """The one next thing to do in this case."""
        left = questions.count_open(questions.read(case, self._content, self._session.today))
        card = Card(_("Next"), icon="today", icon_colour="accent_text")
        words = ngettext("{count} question is open", "{count} questions are open", left)
        words = words.format(count=left) if left else _("Every question is answered or left")
        button = Button(_("Go on with the intake"), icon="pencil", size="small")
        button.clicked.connect(self.intake_wanted)
        card.body.addWidget(Words(_next_words(case, found), bold=True))
        card.body.addWidget(Words(words, "small", "text_2"))
        card.body.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        if left:
            row.addWidget(button)
        else:
            button.deleteLater()
        if stage(case) == INTAKE_OPEN:
            plan = Button(_("Look at the plan"), "quiet", size="small")
            plan.clicked.connect(self.plan_wanted)
            row.addWidget(plan)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _on_note_wanted(self) -> None:
        if self.note is None:
            self.note = NoteField(self._session, self._case_id)
            self.note.done.connect(self._put_note_away)
            self._writing.addWidget(self.note)
        self.note.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_note_away(self) -> None:
        if self.note is not None:
            self.note.keeper.leave()
            self.note.hide()
            self.note.deleteLater()
            self.note = None
            self.add_note.setFocus()


def _next_words(case: Case, found: Standing) -> str:
    if stage(case) == INTAKE_OPEN:
        return _("Go on with the intake")
    if found.open:
        words = ngettext(
            "{count} service to talk over", "{count} services to talk over", found.open
        )
        return words.format(count=found.open)
    if found.unclear:
        words = ngettext(
            "{count} service needs an answer", "{count} services need an answer", found.unclear
        )
        return words.format(count=found.unclear)
    return _("Keep the next steps up to date")


def _make_progress(found: Standing, today: date) -> Card:
    card = Card()
    head = QHBoxLayout()
    head.addWidget(Words(_("Plan progress"), bold=True), 1)
    head.addWidget(Words(found.words(), "small", "text_2"))
    card.body.addLayout(head)
    if found.whole:
        card.body.addWidget(ShareBar(found.shares()))
    for deadline in found.deadlines:
        card.body.addWidget(Rule())
        card.body.addWidget(ReflectionClock(deadline, today))
    return card
