"""What the overview, the answers and the history tell of a case: only what is real."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view import questions, standing, story, wording
from assistance_desktop.ui.case_view.recipients import recipients

TODAY = date(2026, 11, 23)


@pytest.fixture
def tell(session, content, aurora):
    def do():
        case = session.case("aurora")
        found = standing.read(case, content, TODAY)
        return story.events(case, content, found.deadlines, TODAY)

    return do


@pytest.fixture
def case(session, aurora):
    return lambda: session.case("aurora")


def test_the_story_goes_from_what_is_to_come_to_the_first_meeting(tell):
    titles = [event.title for event in tell()]
    assert titles[0] == "Move to the safe house"
    assert titles.index("Choices in the plan") < titles.index("First meeting")
    assert titles[-1] == "Reflection period began"


def test_what_is_to_come_is_outlined_and_what_is_in_place_is_not_to_come(tell, write):
    assert (tell()[0].state, tell()[0].line) == ("next", "Safe housing")
    write(Edit("plan/HOUSING", "state", "done"))
    assert "Move to the safe house" not in [event.title for event in tell()]


def test_a_step_that_is_late_says_so(tell, write):
    write(Edit("plan/HOUSING", "due", "2026-11-20"))
    step = next(event for event in tell() if event.title == "Move to the safe house")
    assert step.line == "Safe housing. Overdue"


def test_answers_are_counted_and_never_told(tell):
    first = next(event for event in tell() if event.title == "First meeting")
    assert first.line.endswith("answers, written by Pihlaja")
    whole = " ".join(f"{event.title} {event.line}" for event in tell())
    assert "spouse" not in whole


def test_another_day_is_another_event(tell, answer):
    answer(at=lambda: datetime(2026, 11, 25, 9, tzinfo=UTC), home_safe="yes")
    assert [event.title for event in tell()].count("Answers added or changed") == 1


def test_choices_are_counted_by_what_was_said(tell):
    choices = next(event for event in tell() if event.title == "Choices in the plan")
    assert choices.line == "2 accepted, 1 declined"


def test_no_to_everything_is_told_without_blame(tell, write):
    write(Edit("plan/all", "decision", "declines"))
    told = next(event for event in tell() if event.title == "Declined everything")
    assert told.line == "The offer stays open."


def test_prints_and_notes_and_consents_are_told(tell):
    titles = [event.title for event in tell()]
    assert "Printed a summary" in titles
    assert "Note" in titles
    assert "Agreed: the office may be told" in titles
    assert "Said no: the Assistance system is not told" in titles


def test_a_removed_note_is_not_told(tell, write):
    write(Edit("note/1", "removed", True))
    assert "Note" not in [event.title for event in tell()]


def test_another_questionnaire_is_told_by_its_title(tell, health):
    told = next(event for event in tell() if event.title == "Health check form")
    assert told.line == "4 answers, written by Pihlaja"


def test_the_pin_of_a_questionnaire_is_said_with_its_title_and_version(case, content, health):
    says = partial(wording.describe, case(), content)
    assert says(health, "form", "health_check 1") == (
        "Health check form: Version",
        "Health check form, version 1",
    )
    assert says(health, "begun_on", "2026-11-23")[0] == "Health check form: Begun"
    assert says(health, "/data/today/pain", "yes") == ("Are you in pain?", "Yes")
    assert says("case", "form", content.intake.pin) == (
        "Questionnaire of the intake",
        f"Intake, version {content.intake.version}",
    )


def test_every_service_is_counted_once(case, content):
    found = standing.read(case(), content, TODAY)
    assert (found.in_place, found.arranged, found.declined) == (1, 1, 1)
    assert sum(share.count for share in found.shares()) == found.whole
    assert found.words() == f"{found.whole} services, 2 accepted"


def test_an_unknown_fact_is_counted_as_to_be_known_and_never_as_no(case, content, answer):
    before = standing.read(case(), content, TODAY).unclear
    answer(health_need=Unanswered.UNKNOWN)
    assert standing.read(case(), content, TODAY).unclear == before + 1


def test_people_are_told_with_consent_and_the_others_never(case, content):
    people = {one.who: one.said for one in recipients(case(), content, "Aurora")}
    assert people["The office"] == "Aurora agreed"
    assert people["The Assistance system"] == "Aurora said no"
    assert people["My employer, My spouse or partner"] == "Never told"


def test_the_people_who_must_not_know_are_all_there_while_two_desks_differ(
    case, content, write, answer, add_head
):
    add_head("intake", content.paths["do_not_tell"], ["family"])
    never = recipients(case(), content, "Aurora")[-1]
    assert never.said == "Never told"
    assert all(word in never.who for word in ("employer", "spouse", "family"))


def test_a_consent_in_conflict_does_not_hold(case, content, add_head):
    add_head("consent/office", "state", "withdrawn")
    office = recipients(case(), content, "Aurora")[0]
    assert office.said == "Being compared: it does not hold"


def test_answers_stand_in_sections_with_those_who_wrote_them(case, content):
    sections = questions.read(case(), content, TODAY)
    assert sections[0].title == "Consent"
    items = {item.path: item for section in sections for item in section.items}
    home = items[content.paths["home_safe"]]
    assert (home.answer, home.state) == ("No", "answered")
    assert home.heads[-1].author == "Pihlaja"
    assert items[content.paths["wants_return"]].state == "refused"


def test_a_question_that_other_answers_rule_out_is_not_listed(case, content, answer):
    path = content.paths["threat_target"]
    listed = [item.path for s in questions.read(case(), content, TODAY) for item in s.items]
    assert path not in listed
    answer(threat_serious="yes")
    listed = [item.path for s in questions.read(case(), content, TODAY) for item in s.items]
    assert path in listed


def test_a_reason_why_there_is_no_answer_is_not_open(case, content, answer):
    before = questions.count_open(questions.read(case(), content, TODAY))
    answer(losses=Unanswered.REFUSED)
    assert questions.count_open(questions.read(case(), content, TODAY)) == before - 1


def test_the_parts_of_a_repeat_are_counted(case, content):
    residence = questions.read(case(), content, TODAY)[5]
    starts = [item for item in residence.items if item.path.endswith("grant_start")]
    assert starts[0].question.startswith("1. ")


@pytest.mark.parametrize(
    ("record", "field", "value", "said"),
    [
        ("plan/HOUSING", "decision", "accepts", ("Safe housing: What the client chose", "Accepts")),
        ("plan/all", "decision", "declines", ("Everything: What the client chose", "Declines")),
        ("plan/HOUSING", "due", "2026-11-26", ("Safe housing: Due day", "26 November 2026")),
        ("consent/office", "state", "given", ("Consent: the office", "Agreed")),
        ("print/1", "language", "vi", ("Language of the paper", "Vietnamese")),
        ("case", "stage", "with_office", ("Stage of the case", "With the office")),
        ("note/1", "text", "Called.", ("Note", "Called.")),
        ("questionnaire/far", "form", "far 3", ("Intake: Version", "far, version 3")),
        ("plan/ODD", "decision", "strange", ("ODD: What the client chose", "strange")),
    ],
)
def test_a_change_is_said_in_words(case, content, record, field, value, said):
    assert wording.describe(case(), content, record, field, value) == said
