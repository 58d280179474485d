# ruff: noqa: D102 - Qt documents the methods that it calls
"""One case: its header, and its overview, plan, answers, safety, documents and history as tabs.

A tab is filled when it is looked at, and again when the case has changed since.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import answers, life
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.life import Closing
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import gap
from assistance_desktop.storage.gap import Mark
from assistance_desktop.ui import gap_words
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_view import differing, leading
from assistance_desktop.ui.case_view.answers_tab import Amend, AnswersTab
from assistance_desktop.ui.case_view.closing import ClosedBand
from assistance_desktop.ui.case_view.differing import DIFFERING
from assistance_desktop.ui.case_view.documents import Document, Sort, documents
from assistance_desktop.ui.case_view.documents_adding import AddDocument
from assistance_desktop.ui.case_view.documents_panel import DocumentPanel
from assistance_desktop.ui.case_view.documents_removal import take_out
from assistance_desktop.ui.case_view.documents_tab import DocumentsTab
from assistance_desktop.ui.case_view.header import CaseHeader
from assistance_desktop.ui.case_view.history_tab import HistoryTab
from assistance_desktop.ui.case_view.life_deeds import LifeDeeds
from assistance_desktop.ui.case_view.overview import Overview
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.tabs import Tabs
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import Session

_ORDER = ("overview", "plan", "answers", "safety", "documents", "history")


class CasePage(QWidget):
    """A case. `tabs` are views of other screens that have `show_case(case_id)`.

    `intake_wanted` carries the case, the path of a question, "" for where it was, and the record
    of the questionnaire that asks it; `questionnaire_wanted` the case and another one to begin;
    `telling_wanted` the case and a recipient, "" for somebody new; `agenda_wanted` the case and a
    record of the agenda, or the kind of a new one.
    """

    closed = Signal()
    print_wanted = Signal(str)
    intake_wanted = Signal(str, str, str)
    questionnaire_wanted = Signal(str, object)
    telling_wanted = Signal(str, str)
    proposal_wanted = Signal(str)
    agenda_wanted = Signal(str, str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        content: Content,
        tabs: Mapping[str, QWidget],
        amend: Amend,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self.case_id = ""
        self._case: Case | None = None
        self._stale: set[str] = set()
        self._hide = actions["hide"]
        self.header = CaseHeader(actions, self._fill_menu)
        self.overview = Overview(session, content)
        self.answers = AnswersTab(session, content, amend)
        self.documents = DocumentsTab(content)
        self.history = HistoryTab(session, content)
        self.deeds = LifeDeeds(self, session, content, actions["hide"])
        self.document: DocumentPanel | None = None
        self.adding: AddDocument | None = None
        own = {
            "overview": self.overview,
            "answers": self.answers,
            "documents": self.documents,
            "history": self.history,
        }
        views = {**own, **tabs}
        self._views: dict[str, QWidget] = {name: views[name] for name in _ORDER if name in views}
        words = _tab_words()
        self.tabs = Tabs([(place, words[place]) for place in self._views])
        self.stack = QStackedWidget()
        self._notices, self._over = QVBoxLayout(), QVBoxLayout()
        self._shown_over: tuple[Closing | None, list[Mark]] = (None, [])
        self._lay_out()
        leading.connect(self)

    @property
    def tab(self) -> str:
        """Which tab is in front."""
        shown = self.stack.currentWidget()
        return next(place for place, view in self._views.items() if view is shown)

    def has_tab(self, name: str) -> bool:
        """Whether there is such a tab."""
        return name in self._views

    def show_case(self, case_id: str) -> None:
        """Show the overview of a case."""
        if case_id != self.case_id:
            empty(self._notices)
        self.case_id = case_id
        self._stale = set(self._views)
        self.show_tab("overview")

    def show_tab(self, name: str) -> None:
        """Show a tab of the case: overview, plan, answers, safety, documents or history."""
        self.tabs.go(name)
        self.stack.setCurrentWidget(self._views[name])
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.case_id:
            self._fill()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.tabs)
        whole.addLayout(self._notices)
        whole.addLayout(self._over)
        for view in self._views.values():
            self.stack.addWidget(view)
        whole.addWidget(self.stack, 1)

    def _fill(self) -> None:
        """Fill the header and the tab in front, if the case has changed since they were."""
        name = self.tab
        case = self._session.case(self.case_id)
        self._case = case
        self.show_header()
        self._show_band(case)
        if name in self._stale:
            self._stale.discard(name)
            self._fill_view(self._views[name], case)
        follow_layout(self)

    def show_header(self) -> None:
        """Show whose case it is, and what the tab in front leads to."""
        if self._case is not None:
            self.header.show_case(self._case, self._speaks(self._case), self.tab, self.asks)

    def _show_band(self, case: Case) -> None:
        """Say over every tab that the case is closed, and what of it is missing."""
        closing, marks = life.closing(case), gap.marks(self._session.reader, case.id)
        if (closing, marks) == self._shown_over:
            return
        self._shown_over = (closing, marks)
        empty(self._over)
        self._over.setContentsMargins(24, 16 if closing or marks else 0, 24, 0)
        for mark in marks:
            way_on = _("Bring them back from a backup, or with the next exchange.")
            self._over.addWidget(Notice(gap_words.mark(mark), way_on, "amber", closable=False))
        if closing is not None:
            band = ClosedBand(closing)
            band.acted.connect(self.reopen)
            self._over.addWidget(band)

    @property
    def asks(self) -> str:
        """The record of the questionnaire that is in front."""
        return self.answers.asks if self.tab == "answers" else INTAKE

    def _fill_view(self, view: QWidget, case: Case) -> None:
        if not isinstance(view, Overview | AnswersTab | DocumentsTab | HistoryTab):
            view.show_case(case.id)  # pyright: ignore[reportAttributeAccessIssue] - as its maker promised
            return
        view.show_case(case)
        now = self.overview.glance
        if now is not None and now.case_id == case.id and "plan" in self._views:
            self.tabs.set_count("plan", now.standing.whole)
            self.tabs.set_count("documents", len(now.documents) or None)

    def _speaks(self, case: Case) -> str:
        """The client's best language in words, "" when nobody knows."""
        path = self._content.of(case).paths.get("best_language", "")
        code = answers.answers(case).get(path)
        if not isinstance(code, str):
            return ""
        return i18n.language_name(code, i18n.language())

    def _fill_menu(self, menu: Menu) -> None:
        """What else can be done with the case at present."""
        if self._case is None:
            return
        if self.header.is_tight:
            menu.offer(_("Print"), self.header.print_asked.emit, icon="printer")
        if life.is_closed(self._case):
            menu.offer(_("Take the case up again"), self.reopen, icon="undo")
            return
        menu.offer(_("Tell somebody"), lambda: self.go_telling(""), icon="people")
        menu.offer(_("Write a proposal"), self.go_proposing, icon="lifebuoy")
        menu.addSeparator()
        menu.offer(_("Close the case"), self.close_case, icon="archive")

    def close_case(self) -> None:
        """Ask whether to close the case, and why."""
        now = self.overview.glance
        if self._case is not None:
            refused_all = now is not None and now.standing.is_declined
            self.deeds.close(self._case, refused_all=refused_all)

    def reopen(self) -> None:
        """Take the case up again."""
        if self._case is not None:
            self.deeds.reopen(self._case)

    def change_status(self) -> None:
        """Ask how the client stands with the Assistance system."""
        if self._case is not None:
            self.deeds.change_status(self._case)

    def go_telling(self, recipient: str) -> None:
        """To telling a recipient, "" for somebody new."""
        self.telling_wanted.emit(self.case_id, recipient)

    def go_proposing(self) -> None:
        """To the proposal."""
        self.proposal_wanted.emit(self.case_id)

    def go_planning(self, record: str) -> None:
        """To an appointment or a task, or to a new one."""
        self.agenda_wanted.emit(self.case_id, record)

    def go_asking(self, record: str, path: str) -> None:
        """To a question of a questionnaire."""
        self.intake_wanted.emit(self.case_id, path, record)

    def go_answer(self, record: str, field: str) -> None:
        """To an answer, or to what two desks tell differently."""
        self.show_tab("answers")
        if not field.startswith("/"):
            self.answers.go(differing.place(record, field), DIFFERING)
        elif self._case is not None:
            self.answers.go(field, answers.around(self._case, record))

    def go_questioning(self, questionnaire: Questionnaire) -> None:
        """To another questionnaire, to begin it."""
        self.questionnaire_wanted.emit(self.case_id, questionnaire)

    def open_document(self, document: Document) -> None:
        """Open a consent, the proposal, or what a file holds."""
        if document.sort is Sort.CONSENT:
            self.go_telling(document.key)
        elif document.sort is Sort.PROPOSAL:
            self.go_proposing()
        elif document.sort is Sort.FILE and document.key:
            self._show_file(document)
        elif document.sort is Sort.FILE:
            self.add_document(document.record)

    def add_document(self, record: str = "") -> None:
        """Ask for a file of the case: a new document, or one whose file is still missing."""
        self.adding = AddDocument(self.window(), self._session, self.case_id, record)
        self.adding.hide_asked.connect(self._hide.trigger)
        self.adding.open_now(self.adding.called.edit)

    def _show_file(self, document: Document) -> None:
        found = documents(self._session.case(self.case_id), self._content)
        files = [one for one in found if one.sort is Sort.FILE and one.key]
        keys = [(one.record, one.key) for one in files]
        at = keys.index((document.record, document.key))
        self.document = DocumentPanel(self.window(), self._session, self.case_id, files, at)
        self.document.hide_asked.connect(self._hide.trigger)
        self.document.removal_asked.connect(
            partial(take_out, self.window(), self._session, self.case_id)
        )
        self.document.open_now()

    def say_failed(self, refusal: AppError) -> None:
        """Say what was not written."""
        empty(self._notices)
        self._notices.setContentsMargins(24, 12, 24, 0)
        notice = Notice(refusal.problem, refusal.hint, "amber")
        self._notices.addWidget(notice)
        notice.announce()

    def follow(self, case_id: str) -> None:
        """Show what was written, if it was in this case."""
        if not self.case_id or case_id not in ("", self.case_id):
            return
        own = ("overview", "answers", "documents", "history")
        self._stale |= set(own) if self.isVisible() else set(self._views)
        if self.isVisible():
            self._fill()

    def listen(self) -> None:
        """To what is written in the vault."""
        self._session.changed.connect(self.follow)


def _tab_words() -> dict[str, str]:
    return {
        "overview": _("Overview"),
        "plan": _("Plan"),
        "answers": _("Answers"),
        "safety": _("Safety"),
        "documents": _("Documents"),
        "history": _("History"),
    }
