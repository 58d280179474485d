"""Safe contact: what the client asked for comes before any number."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.agenda import tasks
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.masking import mask
from assistance_desktop.ui.safety import contact
from assistance_desktop.ui.safety.calling import Calling
from assistance_desktop.ui.session import HELSINKI
from tests.ui.safety.conftest import CASE, NUMBER


def moment(day, clock):
    """A moment of the week of 23 November 2026, a Monday."""
    hours, minutes = clock.split(":")
    return datetime(2026, 11, day, int(hours), int(minutes), tzinfo=HELSINKI)


@pytest.fixture
def known(session, content, aurora):
    return contact.read(session.case(CASE), content)


@pytest.fixture
def calling(session, content, window, aurora):
    host = QWidget()
    window.setCentralWidget(host)
    host.show()
    made = Calling(session, content, host)
    made.begin(CASE)
    return made


def said(panel):
    return " ".join(one.text() for one in panel.findChildren(Words) if not one.isHidden())


@pytest.mark.parametrize(
    ("day", "hour", "safe"),
    [(23, "17:59", False), (23, "18:00", True), (23, "20:00", True), (25, "19:00", False)],
)
def test_safe_hours_are_those_of_the_safe_days(known, day, hour, safe):
    assert known.is_safe_at(moment(day, hour)) is safe


def test_the_next_safe_time_skips_days_that_are_not(known):
    assert known.next_safe(moment(23, "11:00")) == moment(23, "18:00")
    assert known.next_safe(moment(24, "21:00")) == moment(30, "18:00")
    assert known.next_safe(moment(24, "19:00")) is None


def test_hours_over_midnight_are_one_stretch(say, session, content, aurora):
    say(safe_from="22:00", safe_until="02:00", safe_days=[])
    known = contact.read(session.case(CASE), content)
    assert known.is_safe_at(moment(23, "23:30"))
    assert known.is_safe_at(moment(24, "01:00"))
    assert not known.is_safe_at(moment(24, "12:00"))


def test_what_nobody_allowed_is_not_safe(known, say, session, content):
    assert known.messages == ()
    assert known.hides_number
    say(sms_ok="yes", number_hidden="no")
    after = contact.read(session.case(CASE), content)
    assert after.messages == ("Text message",)
    assert not after.hides_number


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (NUMBER, "0•• ••• ••41"),
        ("+358401234541", "+••••••••••41"),
        ("12345", "•••••"),
        ("", ""),
    ],
)
def test_a_masked_number_tells_too_little_to_call(number, shown):
    assert mask(number) == shown


def test_the_number_is_masked_then_shown_and_that_is_recorded(calling, session, qtbot):
    panel = calling.panel
    assert NUMBER not in said(panel)
    assert "umbrella" in said(panel)
    assert "sewing course" in said(panel)
    assert "employer" in said(panel)
    panel.show_button.click()
    qtbot.waitUntil(lambda: NUMBER in said(panel))
    case = session.case(CASE)
    (record,) = case.records("contact")
    assert case.text(record, "shown_at") == "2026-11-23T11:00"
    assert NUMBER not in str(case.fields(record))
    panel.hide_details()
    assert NUMBER not in said(panel)


def test_outside_the_safe_hours_the_reminder_has_the_keyboard(calling, session, qtbot):
    panel = calling.panel
    assert panel.focusWidget() is panel.remind_button
    assert panel.remind_button.text() == "Remind me at 18:00"
    panel.remind_button.click()
    qtbot.waitUntil(lambda: bool(tasks(session.case(CASE))))
    (task,) = tasks(session.case(CASE))
    assert (task.due.isoformat(), task.time) == ("2026-11-23", "18:00")
    assert "Aurora" not in task.what
    assert calling.panel is None


def test_a_case_without_answers_says_so_and_shows_nothing(session, content, window, write):
    write(Edit("case", "pseudonym", "Usva"))
    host = QWidget()
    window.setCentralWidget(host)
    host.show()
    calling = Calling(session, content, host)
    calling.begin(CASE)
    assert "Nobody has asked yet" in said(calling.panel)
    assert "No number" in said(calling.panel)
    assert calling.panel.show_button.isHidden()
    assert calling.panel.focusWidget() is calling.panel.cross


def test_locking_takes_the_number_off_the_screen(calling, session):
    panel = calling.panel
    session.closing.emit()
    assert calling.panel is None
    assert panel.isHidden()


def test_changing_goes_to_the_questions(calling, content, qtbot):
    with qtbot.waitSignal(calling.change_wanted) as told:
        calling.panel.change_wanted.emit()
    assert told.args == [CASE, content.intake.paths["contact_way"], "intake"]
