"""The safety tab: the threat that stands, the plan, and no number anywhere."""

import pytest

from assistance_desktop.cases.threat import standing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.safety.page import SafetyView
from assistance_desktop.ui.safety.plan_card import FORM, PlanCard
from tests.ui.safety.conftest import CASE, NUMBER

RAISED = (
    Edit("threat/1", "raised_at", "2026-11-23T10:24"),
    Edit("threat/1", "raised_by", "Haapa"),
    Edit("threat/1", "against", "life"),
    Edit("case", "threat", True),
)


@pytest.fixture
def shelf(session, content, open_vault):
    connection = open_vault.connect()
    content.keep(connection, session.clock())
    connection.commit()
    content.stock(connection)
    connection.close()
    return content


@pytest.fixture
def view(session, shelf, window, aurora):
    made = SafetyView(session, shelf)
    window.setCentralWidget(made)
    made.show_case(CASE)
    return made


def said(view):
    return " ".join(one.text() for one in view.findChildren(Words) if not one.isHidden())


def test_the_tab_tells_that_there_is_a_way_and_never_the_number(view):
    assert "someone else may see it" in said(view)
    assert NUMBER not in said(view)
    assert "employer" in said(view)


def test_a_threat_that_stands_is_seen_to_here_too(view, write, session, qtbot):
    assert view.steps is None
    write(*RAISED)
    assert view.steps is not None
    view.steps.what.set_text("He says that he comes tonight.")
    view.steps.police.click()
    qtbot.waitUntil(lambda: standing(session.case(CASE)) is None)
    qtbot.waitUntil(lambda: view.steps is None)
    assert "The police were told" in said(view)


def test_half_a_sentence_stays_while_something_else_changes(view, write, say):
    write(*RAISED)
    view.steps.what.set_text("He says")
    say(home_safe="no")
    assert view.steps.what.text == "He says"


def test_the_safety_plan_is_begun_and_gone_on_with(view, write, content, qtbot):
    card = view.findChild(PlanCard)
    with qtbot.waitSignal(view.questionnaire_wanted) as told:
        card.go.click()
    assert told.args[1].id == FORM
    pin = next(one.pin for one in content.others if one.id == FORM)
    path = told.args[1].paths["code_word"]
    write(Edit("questionnaire/1", "form", pin), Edit("questionnaire/1", path, "umbrella stand"))
    assert "umbrella stand" in said(view)
    card = view.findChildren(PlanCard)[-1]
    with qtbot.waitSignal(view.question_wanted) as told:
        card.go.click()
    assert told.args == [CASE, "", "questionnaire/1"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"date_of_birth": "2010-11-23"}, "young person also agrees"),
        ({"date_of_birth": "2012-11-23", "guardian": "suspected"}, "ask for a representative"),
    ],
)
def test_the_young_and_those_who_came_with_somebody_are_minded(view, say, answers, words):
    assert words not in said(view)
    say(**answers)
    assert words in said(view)


def test_the_number_is_masked_wherever_an_answer_is_described(content, session, aurora):
    case, path = session.case(CASE), content.intake.paths["phone_number"]
    for words in (
        content.describe("intake", path, NUMBER, case)[1],
        content.describe("repeat/1", "/elsewhere/phone_number", NUMBER)[1],
        content.intake.describe(path, NUMBER)[1],
    ):
        assert words == "0•• ••• ••41"
