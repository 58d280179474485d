"""Everything that is there while the vault is open: the rail and the pages beside it.

The intake takes the whole window; the other pages stand beside the rail. Pages are made once
and told which case to show.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop.cases.case import INTAKE
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import case_store
from assistance_desktop.sync.exchange import Preview
from assistance_desktop.ui import noting, taking
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.activity.page import ActivityPage
from assistance_desktop.ui.agenda.opening import Agenda
from assistance_desktop.ui.backing_up import BackingUp
from assistance_desktop.ui.backup.page import BackupPage
from assistance_desktop.ui.backup_clock import BackupClock
from assistance_desktop.ui.backup_notices import BackupNotices
from assistance_desktop.ui.case_list.page import CaseListPage
from assistance_desktop.ui.case_view.page import CasePage
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.devices.page import DevicesPage
from assistance_desktop.ui.exchange.page import ExchangePage
from assistance_desktop.ui.intake.amending import amend
from assistance_desktop.ui.intake.interrupted_notice import InterruptedNotice
from assistance_desktop.ui.intake.interruption import forget, in_words, interrupted
from assistance_desktop.ui.intake.page import IntakePage
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.overlay import is_covered
from assistance_desktop.ui.kit.rail import Rail
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.left_behind import LeftBehind
from assistance_desktop.ui.paper.page import PaperPage
from assistance_desktop.ui.plan.page import PlanView
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.proposal.page import ProposalPage
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.questionnaires.blank_page import BlankPage
from assistance_desktop.ui.questionnaires.page import QuestionnairesPage
from assistance_desktop.ui.review.page import ReviewPage
from assistance_desktop.ui.rule_book.page import RuleBookPage
from assistance_desktop.ui.safety.calling import Calling
from assistance_desktop.ui.safety.page import SafetyView
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.settings.page import SettingsPage
from assistance_desktop.ui.telling.opening import PeopleTold
from assistance_desktop.ui.today.page import TodayPage
from assistance_desktop.ui.ways import lead


class Workspace(QStackedWidget):
    """The pages over an open vault."""

    lock_asked = Signal()
    erase_asked = Signal()
    change_asked = Signal(object)
    """A way into the notes is to be changed, by its kind of keyslot."""
    preferences_chosen = Signal(object)
    idle_chosen = Signal(int)
    cover_chosen = Signal(bool)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        content: Content,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.actions_ = actions
        self.content = content
        self._deeds: list[tuple[str, Callable[[], None]]] = []
        self.agenda = Agenda(self, session, actions)
        self.telling = PeopleTold(self, session, actions, content)
        self.calling = Calling(session, content, self)
        self.calling.change_wanted.connect(self.show_intake)
        self.calling.hide_asked.connect(actions["hide"].trigger)
        self.telling.proposal_wanted.connect(self.show_proposal)
        self.backing_up = BackingUp(session, self)
        self._build(preferences)
        self.backup_clock = BackupClock(session, self.backing_up, self)
        session.changed.connect(self._on_changed)
        self._on_changed("")
        taking.sweep(session)

    def leave(self) -> None:
        """Stop listening to shortcuts; the workspace is about to go."""
        for name, deed in self._deeds:
            self.actions_[name].triggered.disconnect(deed)
        self._deeds.clear()

    def rebuild(self, preferences: Preferences) -> None:
        """Make every page anew, in another language or look; the settings stay in front."""
        self.session.closing.emit()
        self.leave()
        for page in (self._desk, self.intake_page):
            self.removeWidget(page)
            page.deleteLater()
        self._build(preferences)
        self.go("settings")

    def go(self, place: str) -> None:
        """Show a page beside the rail."""
        self.rail.go(place)
        self._pages.setCurrentWidget(self._places[place])
        self.setCurrentWidget(self._desk)

    def show_case(self, case_id: str) -> None:
        """Show the overview of a case."""
        self._note_opened(case_id)
        self.case_page.show_case(case_id)
        self.rail.go("cases")
        self._pages.setCurrentWidget(self.case_page)
        self.setCurrentWidget(self._desk)

    def show_plan(self, case_id: str) -> None:
        """Show the plan of a case."""
        self.show_case(case_id)
        self.case_page.show_tab("plan")

    def show_intake(self, case_id: str, path: str = "", record: str = INTAKE) -> None:
        """Go on with the intake of a case, or another questionnaire, at a question if named."""
        self._note_opened(case_id)
        self.intake_page.open_case(case_id, path, record)
        self.setCurrentWidget(self.intake_page)

    def start_questionnaire(self, case_id: str, questionnaire: Questionnaire) -> None:
        """Begin another questionnaire of a case."""
        self.intake_page.start_questionnaire(case_id, questionnaire)
        self.setCurrentWidget(self.intake_page)

    def try_out(self, questionnaire: Questionnaire) -> None:
        """Fill in a questionnaire for nobody; nothing is saved."""
        self.intake_page.try_out(questionnaire)
        self.setCurrentWidget(self.intake_page)

    def show_questionnaires(self) -> None:
        """Show which questionnaires there are."""
        self.rail.go("settings")
        self._pages.setCurrentWidget(self.questionnaires_page)
        self.setCurrentWidget(self._desk)

    def show_blank(self, questionnaire: Questionnaire) -> None:
        """Show the blank form of a questionnaire."""
        self.blank_page.show_questionnaire(questionnaire)
        self._pages.setCurrentWidget(self.blank_page)

    def show_rule_book(self) -> None:
        """Show the rule book."""
        self.rule_book_page.show_book()
        self._pages.setCurrentWidget(self.rule_book_page)

    def show_activity(self) -> None:
        """Show what was done on this computer."""
        self._pages.setCurrentWidget(self.activity_page)

    def show_backup(self, chosen: Path | None = None) -> None:
        """Show backup and restore; a chosen backup is looked into at once."""
        if chosen is not None:
            self.backup_page.choose(chosen)
        self.rail.go("settings")
        self._pages.setCurrentWidget(self.backup_page)
        self.setCurrentWidget(self._desk)

    def start_intake(self) -> None:
        """Begin the intake of a new case."""
        self.intake_page.new_case()
        self.setCurrentWidget(self.intake_page)

    def show_paper(self, case_id: str) -> None:
        """Show what would be printed for the client of a case."""
        self.paper_page.show_case(case_id)
        self._pages.setCurrentWidget(self.paper_page)
        self.setCurrentWidget(self._desk)

    def show_proposal(self, case_id: str) -> None:
        """Show the proposal of a case to the Assistance system."""
        self.proposal_page.show_case(case_id)
        self._pages.setCurrentWidget(self.proposal_page)
        self.setCurrentWidget(self._desk)

    def show_preview(self, preview: Preview) -> None:
        """Show what a bundle would do."""
        self.review_page.show_preview(preview)
        self.rail.go("sync")
        self._pages.setCurrentWidget(self.review_page)
        self.setCurrentWidget(self._desk)

    def _build(self, preferences: Preferences) -> None:
        session, actions, content = self.session, self.actions_, self.content
        self.today_page = TodayPage(session, actions, content)
        self.case_list = CaseListPage(session, actions)
        self.plan_view = PlanView(session, actions, content)
        self.safety_view = SafetyView(session, content)
        tabs = {"plan": self.plan_view, "safety": self.safety_view}
        self.case_page = CasePage(session, actions, content, tabs, partial(amend, session, content))
        self.intake_page = IntakePage(session, actions, content)
        self.paper_page = PaperPage(session, actions, content)
        self.proposal_page = ProposalPage(session, actions, content)
        self.exchange_page = ExchangePage(session, actions, content)
        self.review_page = ReviewPage(session, actions, content.describe)
        self.devices_page = DevicesPage(session, actions)
        self.questionnaires_page = QuestionnairesPage(session, actions, content)
        self.blank_page = BlankPage(session, actions)
        self.rule_book_page = RuleBookPage(session, actions, content.pack)
        self.activity_page = ActivityPage(session, actions, content.pack)
        self.settings_page = SettingsPage(preferences, actions, session)
        self.backup_page = BackupPage(session, actions, self.backing_up)
        told = self.today_page.notices
        self.backup_notices = BackupNotices(session, self.backing_up, told, self.today_page)
        self.left_behind = LeftBehind(session, told, self.today_page)
        self._places = {
            "today": self.today_page,
            "cases": self.case_list,
            "sync": self.exchange_page,
            "devices": self.devices_page,
            "settings": self.settings_page,
        }
        self._lay_out()
        self._listen()
        self._tell_interruption()
        self.go("today")

    def _lay_out(self) -> None:
        self.rail = Rail(
            [
                ("today", "today", _("Today")),
                ("cases", "cases", _("Cases")),
                ("sync", "sync", _("Sync")),
                ("devices", "devices", _("Devices")),
                ("settings", "settings", _("Settings")),
            ]
        )
        self._pages = QStackedWidget()
        asked = (self.questionnaires_page, self.blank_page, self.rule_book_page)
        of_cases = (self.case_page, self.paper_page, self.proposal_page, self.review_page)
        for page in (
            *self._places.values(),
            *of_cases,
            *asked,
            self.activity_page,
            self.backup_page,
        ):
            self._pages.addWidget(page)
        self._desk = QWidget()
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.addWidget(self._pages)
        row.addLayout(column, 1)
        self.addWidget(self._desk)
        self.addWidget(self.intake_page)

    def _listen(self) -> None:
        """To the ways between the pages, and to the shortcuts."""
        lead(self)
        for place in self._places:
            self._on_action(place, partial(self.go, place))
        self._on_action("new_intake", self.start_intake)
        self._on_action("print", self._on_print)

    def _tell_interruption(self) -> None:
        """Say on the first page what was open when the program ended without being asked to."""
        found = interrupted(self.session.reader)
        said = in_words(found, self.session, self.content) if found is not None else ""
        if found is None or not said:
            return
        notice = InterruptedNotice(said)
        notice.acted.connect(partial(self.show_intake, found.case_id, found.place, found.record))
        for seen in (notice.acted, notice.put_off):
            seen.connect(partial(self._on_interruption_seen, notice))
        self.today_page.notices.addWidget(notice)

    def _on_interruption_seen(self, notice: InterruptedNotice) -> None:
        notice.hide()
        notice.deleteLater()
        if self.currentWidget() is not self.intake_page:
            self.session.write(forget, self, lambda _nothing: None, self._on_forgetting_failed)

    def _on_forgetting_failed(self, refusal: AppError) -> None:
        self.today_page.notices.addWidget(Notice(refusal.problem, refusal.hint, "amber"))

    def _on_action(self, name: str, deed: Callable[[], None]) -> None:
        """Let a shortcut act on these pages; not under a panel, and not once they are gone."""

        def act() -> None:
            if not is_covered(self):
                deed()

        self.actions_[name].triggered.connect(act)
        self._deeds.append((name, act))

    def _on_print(self) -> None:
        if self._pages.currentWidget() is self.case_page and self.case_page.case_id:
            self.show_paper(self.case_page.case_id)

    def _note_opened(self, case_id: str) -> None:
        noting.note_opened(self.session, case_id, self.say_refusal)

    def say_refusal(self, refusal: AppError) -> None:
        """Say, over whatever page is in front, what could not be done."""
        Toast(self, f"{refusal.problem} {refusal.hint}", icon="alert").appear()

    def _on_changed(self, _case_id: str) -> None:
        self.rail.set_badge("sync", case_store.count_unsealed(self.session.reader))
