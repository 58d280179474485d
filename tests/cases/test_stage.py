from datetime import UTC, datetime

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.cases.stage import AGREED, INTAKE_OPEN, PLAN, stage

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def put(record, field, value):
    return Change(f"{record}{field}", "c", record, field, value, (), "P", "d", NOW)


def test_a_case_begins_with_its_intake():
    assert stage(Case("c", [])) == INTAKE_OPEN


def test_a_finished_intake_leads_to_a_plan_that_nobody_agreed_yet():
    assert stage(Case("c", [put(CASE, "stage", "plan")])) == PLAN


def test_a_choice_of_the_client_makes_the_plan_agreed():
    changes = [put(CASE, "stage", "plan"), put("plan/HEALTH", "decision", "declines")]
    assert stage(Case("c", changes)) == AGREED


def test_the_office_stage_stays_what_it_is():
    changes = [put(CASE, "stage", "with_office"), put("plan/HEALTH", "decision", "accepts")]
    assert stage(Case("c", changes)) == "with_office"
