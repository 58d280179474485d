# ruff: noqa: D102 - Qt documents the methods that it calls
"""One case: its header, and its overview, plan, answers and history as tabs.

A tab is filled when it is looked at, and again when the case has changed since.
"""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.i18n import _
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_view import differing
from assistance_desktop.ui.case_view.answers_tab import Amend, AnswersTab
from assistance_desktop.ui.case_view.differing import DIFFERING
from assistance_desktop.ui.case_view.header import CaseHeader
from assistance_desktop.ui.case_view.history_tab import HistoryTab
from assistance_desktop.ui.case_view.overview import Overview
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.tabs import Tabs
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import Session


class CasePage(QWidget):
    """A case. `tabs` are views of other screens that have `show_case(case_id)`.

    `intake_wanted` carries the case, the path of a question, "" for where it was, and the record
    of the questionnaire that asks it; `questionnaire_wanted` the case and another one to begin.
    """

    closed = Signal()
    print_wanted = Signal(str)
    intake_wanted = Signal(str, str, str)
    questionnaire_wanted = Signal(str, object)

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
        self.header = CaseHeader(actions)
        self.overview = Overview(session, content)
        self.answers = AnswersTab(session, content, amend)
        self.history = HistoryTab(session, content)
        self._views: dict[str, QWidget] = {
            "overview": self.overview,
            **tabs,
            "answers": self.answers,
            "history": self.history,
        }
        words = {
            "overview": _("Overview"),
            "plan": _("Plan"),
            "answers": _("Answers"),
            "history": _("History"),
        }
        self.tabs = Tabs([(place, words[place]) for place in self._views])
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def tab(self) -> str:
        """Which tab is in front."""
        shown = self.stack.currentWidget()
        return next(place for place, view in self._views.items() if view is shown)

    def show_case(self, case_id: str) -> None:
        """Show the overview of a case."""
        self.case_id = case_id
        self._stale = set(self._views)
        self.show_tab("overview")

    def show_tab(self, name: str) -> None:
        """Show a tab of the case: overview, plan, answers or history."""
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
        for view in self._views.values():
            self.stack.addWidget(view)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.tabs.went.connect(self.show_tab)
        self.header.back_asked.connect(self.closed)
        self.header.print_asked.connect(lambda: self.print_wanted.emit(self.case_id))
        self.header.plan_asked.connect(lambda: self.show_tab("plan"))
        self.header.intake_asked.connect(self._on_intake_wanted)
        self.overview.intake_wanted.connect(self._on_intake_wanted)
        self.overview.plan_wanted.connect(lambda: self.show_tab("plan"))
        self.overview.answer_wanted.connect(self._on_answer_wanted)
        self.answers.question_wanted.connect(self._on_question_wanted)
        self.answers.another_wanted.connect(self._on_another_wanted)
        self.answers.turned.connect(self._show_header)
        self.history.opened.connect(self._on_change_opened)
        self._session.changed.connect(self._on_changed)

    def _fill(self) -> None:
        """Fill the header and the tab in front, if the case has changed since they were."""
        name = self.tab
        case = self._session.case(self.case_id)
        self._case = case
        self._show_header()
        if name in self._stale:
            self._stale.discard(name)
            self._fill_view(self._views[name], case)
        follow_layout(self)

    def _show_header(self) -> None:
        if self._case is not None:
            self.header.show_case(self._case, self._speaks(self._case), self.tab, self._asks)

    @property
    def _asks(self) -> str:
        """The record of the questionnaire that is in front."""
        return self.answers.asks if self.tab == "answers" else INTAKE

    def _fill_view(self, view: QWidget, case: Case) -> None:
        if not isinstance(view, Overview | AnswersTab | HistoryTab):
            view.show_case(case.id)  # pyright: ignore[reportAttributeAccessIssue] - as its maker promised
            return
        view.show_case(case)
        if self.overview.standing and "plan" in self._views:
            self.tabs.set_count("plan", self.overview.standing.whole)

    def _speaks(self, case: Case) -> str:
        """The client's best language in words, "" when nobody knows."""
        path = self._content.of(case).paths.get("best_language", "")
        code = answers.answers(case).get(path)
        if not isinstance(code, str):
            return ""
        return i18n.language_name(code, i18n.language())

    def _on_intake_wanted(self) -> None:
        self.intake_wanted.emit(self.case_id, "", self._asks)

    def _on_question_wanted(self, record: str, path: str) -> None:
        self.intake_wanted.emit(self.case_id, path, record)

    def _on_another_wanted(self, questionnaire: Questionnaire) -> None:
        self.questionnaire_wanted.emit(self.case_id, questionnaire)

    def _on_answer_wanted(self, record: str, field: str) -> None:
        self.show_tab("answers")
        if not field.startswith("/"):
            self.answers.go(differing.place(record, field), DIFFERING)
        elif self._case is not None:
            self.answers.go(field, answers.around(self._case, record))

    def _on_change_opened(self, record: str, field: str) -> None:
        kind = record.partition("/")[0]
        if kind in (INTAKE, "repeat", answers.OTHERS) and field.startswith("/"):
            self._on_answer_wanted(record, field)
        elif kind == "plan" and "plan" in self._views:
            self.show_tab("plan")
        else:
            self.show_tab("overview")

    def _on_changed(self, case_id: str) -> None:
        if not self.case_id or case_id not in ("", self.case_id):
            return
        own = ("overview", "answers", "history")
        self._stale |= set(own) if self.isVisible() else set(self._views)
        if self.isVisible():
            self._fill()
