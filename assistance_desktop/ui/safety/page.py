# ruff: noqa: D102 - Qt documents the methods that it calls
"""The safety of a case: a threat that stands, safe contact, the safety plan, who must not know.

What leads to the client is never shown here, only that it is known: the number stands behind
"Before you call".
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.threat import standing, threats
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.safety import contact
from assistance_desktop.ui.safety.cards import (
    ContactCard,
    MindCard,
    NeverCard,
    ThreatsCard,
    to_mind,
)
from assistance_desktop.ui.safety.plan_card import PlanCard, newest
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.threat_steps import ThreatSteps


class SafetyView(QWidget):
    """The safety of one case.

    `contact_wanted` carries the case; `question_wanted` the case, the path of a question and its
    record; `questionnaire_wanted` the case and a questionnaire to begin.
    """

    contact_wanted = Signal(str)
    question_wanted = Signal(str, str, str)
    questionnaire_wanted = Signal(str, object)

    def __init__(self, session: Session, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self.case_id = ""
        self._stale = False
        self.steps: ThreatSteps | None = None
        self._columns = TwoColumns(aside=392, gap=24)
        self._notices = QVBoxLayout()
        self._lay_out()
        session.changed.connect(self._on_changed)

    def show_case(self, case_id: str) -> None:
        """Show the safety of a case as it is known now."""
        if case_id != self.case_id:
            self.case_id, self.steps = case_id, None
            empty(self._notices)
        self._stale = False
        case = self._session.case(case_id)
        self._show_first(case)
        self._show_second(case)
        follow_layout(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.show_case(self.case_id)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Scroll(_("Safety"))
        scroll.body.setContentsMargins(24, 16, 24, 24)
        scroll.body.addLayout(self._notices)
        scroll.body.addWidget(self._columns)
        scroll.body.addStretch(1)
        whole.addWidget(scroll)
        self._threat = QVBoxLayout()
        self._rest = QVBoxLayout()
        self._rest.setSpacing(16)
        self._columns.first.addLayout(self._threat)
        self._columns.first.addLayout(self._rest)
        self._columns.first.addStretch(1)
        self._columns.second.setSpacing(16)

    def _show_first(self, case: Case) -> None:
        found = standing(case)
        if found is None:
            empty(self._threat)
            self.steps = None
        elif self.steps is None:
            self._threat.addWidget(self._make_steps())
        if found is not None and self.steps is not None:
            self.steps.show_threat(case, found)
        self._threat.setContentsMargins(0, 0, 0, 16 if found else 0)
        empty(self._rest)
        self._rest.addWidget(self._make_plan(case))
        self._rest.addWidget(self._make_threats(case))

    def _show_second(self, case: Case) -> None:
        side = self._columns.second
        empty(side)
        found = contact.read(case, self._content)
        card = ContactCard(found)
        card.wanted.connect(lambda: self.contact_wanted.emit(self.case_id))
        side.addWidget(card)
        never = NeverCard(found.never)
        never.change.clicked.connect(lambda: self._ask("do_not_tell"))
        side.addWidget(never)
        facts = self._content.facts(case, self._session.today)
        if points := to_mind(facts, self._session.today, self._content.pack):
            side.addWidget(MindCard(points))
        side.addStretch(1)

    def _make_steps(self) -> Card:
        card = Card()
        self.steps = ThreatSteps(self._session)
        self.steps.decided.connect(self._on_decided)
        card.body.addWidget(self.steps)
        doubt = Button(_("Not a serious threat"), "quiet")
        doubt.clicked.connect(self.steps.doubt)
        card.foot.addWidget(doubt)
        card.foot.addStretch(1)
        return card

    def _make_plan(self, case: Case) -> PlanCard:
        card = PlanCard(case, self._content, self._session.today)
        card.wanted.connect(self._on_plan_wanted)
        return card

    def _make_threats(self, case: Case) -> ThreatsCard:
        card = ThreatsCard(threats(case), self._session.today)
        card.ask.clicked.connect(lambda: self._ask("threat_serious"))
        return card

    def _ask(self, question: str) -> None:
        case = self._session.case(self.case_id)
        path = self._content.of(case).paths.get(question, "")
        self.question_wanted.emit(self.case_id, path, INTAKE)

    def _on_plan_wanted(self) -> None:
        case = self._session.case(self.case_id)
        record, questionnaire = newest(case, self._content)
        if record:
            self.question_wanted.emit(self.case_id, "", record)
        elif questionnaire is not None:
            self.questionnaire_wanted.emit(self.case_id, questionnaire)

    def _on_decided(self, edits: list[Edit]) -> None:
        self._session.edit(self.case_id, edits, self, lambda _written: None, self._on_failed)

    def _on_failed(self, refusal: AppError) -> None:
        empty(self._notices)
        notice = Notice(refusal.problem, refusal.hint, "amber")
        self._notices.addWidget(notice)
        notice.announce()

    def _on_changed(self, case_id: str) -> None:
        if not self.case_id or case_id not in ("", self.case_id):
            return
        if self.isVisible():
            self.show_case(self.case_id)
        else:
            self._stale = True
