"""The ways from one page to the next, at a glance.

A page tells what is wanted and knows no other page; here is who answers.
"""

from typing import TYPE_CHECKING

from assistance_desktop.storage.keyslots import Kind

if TYPE_CHECKING:
    from assistance_desktop.ui.workspace import Workspace


def lead(desk: "Workspace") -> None:
    """From every page of the workspace to the next."""
    _from_rail_and_cases(desk)
    _from_today(desk)
    _from_safety(desk)
    _from_intake_and_paper(desk)
    _from_telling(desk)
    _from_exchange(desk)
    _from_settings(desk)


def _from_rail_and_cases(desk: "Workspace") -> None:
    desk.rail.went.connect(desk.go)
    desk.rail.lock_asked.connect(desk.lock_asked)
    desk.case_list.opened.connect(desk.show_case)
    desk.case_list.intake_wanted.connect(desk.start_intake)
    desk.case_page.closed.connect(lambda: desk.go("cases"))
    desk.case_page.print_wanted.connect(desk.show_paper)
    desk.case_page.intake_wanted.connect(desk.show_intake)
    desk.case_page.questionnaire_wanted.connect(desk.start_questionnaire)
    desk.case_page.agenda_wanted.connect(desk.agenda.open)
    desk.plan_view.question_wanted.connect(desk.show_intake)
    desk.plan_view.agenda_wanted.connect(desk.agenda.open)


def _from_today(desk: "Workspace") -> None:
    desk.today_page.opened.connect(desk.show_case)
    desk.today_page.plan_wanted.connect(desk.show_plan)
    desk.today_page.agenda_wanted.connect(desk.agenda.open)
    desk.today_page.intake_wanted.connect(desk.start_intake)
    desk.today_page.cases_wanted.connect(lambda: desk.go("cases"))
    desk.today_page.sync_wanted.connect(lambda: desk.go("sync"))


def _from_safety(desk: "Workspace") -> None:
    desk.safety_view.contact_wanted.connect(desk.calling.begin)
    desk.safety_view.question_wanted.connect(desk.show_intake)
    desk.safety_view.questionnaire_wanted.connect(desk.start_questionnaire)


def _from_intake_and_paper(desk: "Workspace") -> None:
    def leave_intake(case_id: str) -> None:
        if case_id:
            desk.show_case(case_id)
        else:
            desk.go("cases")

    desk.intake_page.closed.connect(leave_intake)
    desk.intake_page.finished.connect(desk.show_plan)
    desk.intake_page.tried_out.connect(desk.show_questionnaires)
    desk.paper_page.closed.connect(desk.show_case)


def _from_telling(desk: "Workspace") -> None:
    desk.case_page.telling_wanted.connect(desk.telling.open)
    desk.case_page.proposal_wanted.connect(desk.show_proposal)
    desk.proposal_page.closed.connect(desk.show_case)
    desk.proposal_page.telling_wanted.connect(desk.telling.open)


def _from_exchange(desk: "Workspace") -> None:
    desk.exchange_page.bundle_opened.connect(desk.show_preview)
    desk.exchange_page.devices_wanted.connect(lambda: desk.go("devices"))

    def go_back(_cases: object = None) -> None:
        desk.go("sync")

    desk.review_page.accepted.connect(go_back)
    desk.review_page.set_aside.connect(go_back)


def _from_settings(desk: "Workspace") -> None:
    desk.settings_page.preferences_chosen.connect(desk.preferences_chosen)
    desk.settings_page.idle_chosen.connect(desk.idle_chosen)
    desk.settings_page.discretion.cover_chosen.connect(desk.cover_chosen)
    ways_in = desk.settings_page.ways_in
    ways_in.passphrase_wanted.connect(lambda: desk.change_asked.emit(Kind.PASSPHRASE))
    ways_in.sheet_wanted.connect(lambda: desk.change_asked.emit(Kind.SHEET))
    desk.settings_page.leaving.lock_wanted.connect(desk.lock_asked)
    desk.settings_page.leaving.erase_wanted.connect(desk.erase_asked)
    desk.settings_page.questionnaires_wanted.connect(desk.show_questionnaires)
    desk.settings_page.rule_book_wanted.connect(desk.show_rule_book)
    desk.rule_book_page.closed.connect(lambda: desk.go("settings"))
    desk.settings_page.activity_wanted.connect(desk.show_activity)
    desk.settings_page.backup_wanted.connect(desk.show_backup)
    desk.backup_page.closed.connect(lambda: desk.go("settings"))
    desk.backup_notices.backup_wanted.connect(desk.show_backup)
    desk.activity_page.closed.connect(lambda: desk.go("settings"))
    desk.activity_page.case_wanted.connect(desk.show_case)
    desk.questionnaires_page.closed.connect(lambda: desk.go("settings"))
    desk.questionnaires_page.tried.connect(desk.try_out)
    desk.questionnaires_page.blank_wanted.connect(desk.show_blank)
    desk.blank_page.closed.connect(desk.show_questionnaires)
