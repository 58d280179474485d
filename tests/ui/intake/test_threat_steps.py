"""A serious threat in the real interview: 112 first, three steps, and nothing passes unnoticed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.telling import Ground, log
from assistance_desktop.cases.threat import standing, threats
from assistance_desktop.ui.intake.parts import THREAT
from assistance_desktop.ui.threat_steps import POLICE, ThreatSteps

SAFETY = "/intake/safety/threat_"


def settle(page, qtbot):
    page.keeper.flush()
    qtbot.waitUntil(lambda: page.keeper.is_settled)


def threaten(page, against="life", target="client"):
    page.go(f"{SAFETY}serious")
    page.answer(f"{SAFETY}serious", "yes")
    page.answer(f"{SAFETY}against", against)
    page.answer(f"{SAFETY}target", target)
    page.go(f"{SAFETY}target")
    page.next()
    return page.middle.view


def kept(page, session, qtbot):
    settle(page, qtbot)
    return session.case(page.case_id)


def test_after_the_questions_the_steps_come_and_next_waits_for_the_police(page, session, qtbot):
    view = threaten(page)
    assert isinstance(view, ThreatSteps)
    assert not page.foot._next.isEnabled()
    page.next()
    page.skip()
    assert page.middle.view is view
    assert not page.alarms.threat.isVisible()  # the steps say it themselves
    view.called.click()
    view.heard.click()
    view.office.click()
    page.next()
    assert page.middle.view is view
    view.what.set_text("He says that he comes tonight with a knife.")
    view.police.click()
    case = kept(page, session, qtbot)
    found = threats(case)[0]
    assert (found.against, found.target, found.client_told) == ("life", "client", "heard")
    assert found.called_112_at
    assert found.office_told_at
    assert found.raised_by == found.decided_by == "Pihlaja"
    assert standing(case) is None
    page.next()
    assert page.step is not None


def test_the_police_hear_one_sentence_and_it_is_in_the_log(page, session, qtbot):
    view = threaten(page)
    view.police.click()
    assert view.what.error
    assert not [one for one in log(kept(page, session, qtbot)) if one.recipient == POLICE]
    view.what.set_text("He says that he comes tonight.")
    view.police.click()
    told = [one for one in log(kept(page, session, qtbot)) if one.recipient == POLICE]
    assert [(one.said, one.ground, one.what) for one in told] == [
        ("He says that he comes tonight.", Ground.THREAT, ())
    ]
    assert told[0].reason
    assert told[0].by == "Pihlaja"


def test_it_is_not_put_aside_without_a_reason(page, session, qtbot):
    view = threaten(page)
    page.foot.doubted.emit()
    view.judge.click()
    assert view.reason.error
    assert not page.foot._next.isEnabled()
    view.reason.set_text("She told of a film.")
    view.judge.click()
    case = kept(page, session, qtbot)
    assert threats(case)[0].is_judged
    assert case.value(CASE, "threat") is False
    assert page.foot._next.isEnabled()
    page.next()
    assert not page.alarms.threat.isVisible()


@pytest.mark.parametrize(
    ("against", "target"), [("property", "client"), ("life", "close_person"), ("life", "other")]
)
def test_what_the_duty_does_not_name_holds_nobody_up(page, against, target):
    threaten(page, against, target)
    assert not isinstance(page.middle.view, ThreatSteps)


def test_it_stands_while_its_answers_change_and_another_one_is_raised_anew(page, session, qtbot):
    threaten(page)
    page.answer(f"{SAFETY}serious", "no")
    assert standing(kept(page, session, qtbot)) is not None
    assert session.case(page.case_id).value(CASE, "threat") is True
    page.go(THREAT)
    page.middle.view.reason.set_text("Asked again: nobody")
    page.middle.view.judge.click()
    threaten(page, "freedom", "another_victim")
    found = threats(kept(page, session, qtbot))
    assert [one.against for one in found] == ["life", "freedom"]


def test_pausing_is_free_and_the_interview_comes_back_to_it(page, session, qtbot):
    threaten(page)
    page.close_intake()
    settle(page, qtbot)
    page.open_case(page.case_id, f"{SAFETY}target")
    assert page.alarms.threat.isVisible()
    page.alarms.steps.click()
    assert isinstance(page.middle.view, ThreatSteps)
    assert len(threats(session.case(page.case_id))) == 1


def test_the_client_reads_what_is_told_and_small_talk_while_somebody_hears(page):
    threaten(page)
    told = " ".join(page.panel.shown.told)
    assert "must inform the police" in told
    assert "responsible for protecting" in told
    page.answer("/intake/safety/companion_present", "yes")
    page.answer("/intake/safety/companion_place", "in_room")
    assert "drink" in page.panel.shown.question


def test_everything_is_done_by_keyboard(page, session, qtbot):
    view = threaten(page)
    assert QApplication.focusWidget() is view.called
    QTest.keyClick(view.called, Qt.Key.Key_Space)
    reached = set()
    for _press in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert {view.what.edit, view.office, view.police} <= reached
    assert reached & {view.heard, view.unsafe}
    assert threats(kept(page, session, qtbot))[0].called_112_at
