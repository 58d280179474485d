import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.forms.form import Repeat
from assistance_desktop.ui.intake import steps
from assistance_desktop.ui.intake.client_view import ClientView
from assistance_desktop.ui.intake.page import IntakePage
from assistance_desktop.ui.intake.review_aside import matter_most
from assistance_desktop.ui.intake.review_view import ReviewView
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.theme import apply_theme

TALK = "/intake/consent/consent_talk"
NOTES = "/intake/consent/consent_notes"
BORN = "/intake/about_you/date_of_birth"
LEAVE = "/intake/situation/free_to_leave"
ROOM = "/intake/safety/companion_place"
THREAT = "/intake/safety/threat_serious"
CHILDREN = "/intake/needs/children"
CITIZENS = "/intake/residence/citizenships"


def press(*keys):
    """Keys go to whatever has the keyboard, as a person's do."""
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(QApplication.focusWidget(), key)
        elif isinstance(key, tuple):
            QTest.keyClick(QApplication.focusWidget(), *key)
        else:
            QTest.keyClick(QApplication.focusWidget(), key)


ENTER = Qt.Key.Key_Return
BACK = (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
SKIP = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
NOTE = (Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)


def settle(page, qtbot):
    page.keeper.flush()
    qtbot.waitUntil(lambda: page.keeper.is_settled)


def reopened(page, path=""):
    page.open_case(page.case_id, path)


def judge(view, reason):
    view.doubt()
    view.reason.set_text(reason)
    view.judge.click()


def said_by(widget):
    """Everything a widget says, to the eye and to a screen reader."""
    found = [widget, *widget.findChildren(QWidget)]
    words = [one.text() for one in found if isinstance(one, QLabel) and not one.isHidden()]
    return " ".join([*words, *(one.accessibleName() for one in found)])


# By keyboard


def test_digits_choose_and_enter_leads_on(page, session, qtbot):
    press("1")
    assert page.filling.interview.value(TALK) == "yes"
    press(ENTER)
    assert page.step.path == NOTES
    settle(page, qtbot)
    assert session.case(page.case_id).value("intake", TALK) == "yes"


def test_enter_never_answers(page):
    press(ENTER, ENTER, ENTER)
    assert page.filling.is_new


def test_space_chooses_the_row_with_the_keyboard(page):
    press(Qt.Key.Key_Space)
    assert page.filling.interview.state(TALK) == "answered"


def test_the_keyboard_stays_with_what_a_digit_chose(page):
    page.go(LEAVE)
    press("2")
    assert QApplication.focusWidget().text() == "Sometimes, or only if someone agrees"


def test_the_digits_after_the_choices_are_the_quiet_answers(page):
    page.go(LEAVE)
    press("4")
    assert page.filling.interview.state(LEAVE) == "refused"
    press("5")
    assert page.filling.interview.state(LEAVE) == "unknown"


def test_alt_left_goes_back_and_control_enter_skips(page):
    press(SKIP)
    assert page.step.path == NOTES
    press(BACK)
    assert page.step.path == TALK


def test_control_m_writes_a_note(page, session, qtbot):
    press(NOTE, "at a friend")
    settle(page, qtbot)
    assert page.filling.note_text(TALK) == "at a friend"
    record = page.filling.note_record(TALK)
    assert session.case(page.case_id).text(record, "text") == "at a friend"


def test_digits_in_a_field_are_text(page):
    page.go("/intake/safety/safe_word")
    press("1 umbrella")
    assert page.filling.interview.value("/intake/safety/safe_word") == "1 umbrella"


def test_a_country_is_found_by_its_letters_and_chosen_by_its_digit(page):
    page.go(CITIZENS)
    press("viet", "1")
    assert page.filling.interview.value(CITIZENS) == ["VN"]
    press(ENTER)
    assert page.step.path != CITIZENS


def test_tab_goes_from_the_answers_to_the_note(page):
    seen = set()
    for _step in range(30):
        press(Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget().accessibleName())
    assert "Note in the client’s own words" in seen
    assert "Close the intake" in seen


def test_nothing_can_be_written_beside_the_questions_about_own_offences(page, session, qtbot):
    offence = "/intake/needs/own_offence_mentioned"
    page.go(offence)
    page.answer(offence, "yes")
    press(NOTE)
    press("He made me steal")
    assert "Note in the client’s own words" not in said_by(page.middle.view)
    page.middle.noted.emit(offence, "He made me steal")
    settle(page, qtbot)
    case = session.case(page.case_id)
    assert case.value("intake", offence) == "yes"
    assert not case.records("note")
    assert "steal" not in str([change.value for change in case.changes])


# What is asked


def first_answer(interview, question, path):
    """Some answer of the type of a question."""
    made = {"text": "word", "integer": 30, "decimal": 2.5, "date": "2001-02-03", "time": "14:30"}
    if question.type in made:
        return made[question.type]
    name = interview.choices(path)[0].name
    return [name] if question.type == "select_multiple" else name


def paths_of(page, step):
    """The questions of a step; of a repeat, those on its first card."""
    if not isinstance(step.item, Repeat):
        return step.questions
    page.middle.added.emit(step.path)
    return steps.together(page.filling.interview, f"{step.path}[1]")


def test_every_question_can_be_shown_answered_and_comes_back(page, qtbot):
    answered = {}
    while not isinstance(page.middle.view, ReviewView):
        at = page.step
        if at is None:  # the steps of the threat that was just answered
            judge(page.middle.view, "Everything is answered with the first answer")
            page.next()
            continue
        for path in paths_of(page, at):
            question = page.filling.interview.item(path)
            assert path in [one.path for one in page.middle.view.answerings]
            answered[path] = first_answer(page.filling.interview, question, path)
            page.answer(path, answered[path])
        page.next()
    settle(page, qtbot)
    assert len(answered) > 75
    reopened(page, "review")
    interview = page.filling.interview
    asked = {path: value for path, value in answered.items() if interview.relevant(path)}
    assert {path: _plain(interview.kept_value(path)) for path in asked} == asked


def _plain(value):
    if hasattr(value, "isoformat"):
        return value.isoformat("minutes") if hasattr(value, "hour") else value.isoformat()
    return value


def test_refused_and_unknown_stand_beside_every_question(page, qtbot):
    for step in steps.steps(page.filling.interview):
        if not step.questions:
            continue
        page.go(step.path)
        rows = page.middle.view.findChildren(ChoiceRow)
        for words in ("Prefers not to say", "Not known yet"):
            row = next(row for row in rows if row.words == words)
            assert row.isVisible()
            qtbot.waitUntil(lambda row=row: row.height() >= 44)


@pytest.mark.parametrize("why", [Unanswered.REFUSED, Unanswered.UNKNOWN])
def test_every_question_can_be_left_and_stays_left_after_reopening(page, qtbot, why):
    asked = [step for step in steps.steps(page.filling.interview) if step.questions]
    for step in asked:
        page.answer(step.path, why)
    settle(page, qtbot)
    reopened(page, "review")
    states = {page.filling.interview.state(step.path) for step in asked}
    assert states == {why.value}


# Days and other things that can be typed wrong


def test_a_day_that_does_not_exist_is_told_and_comes_back(page, session, qtbot):
    page.go(BORN)
    press("31.2.2000", ENTER)
    assert page.step.path != BORN
    settle(page, qtbot)
    reopened(page, BORN)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "31.2.2000"
    assert "does not exist" in edit.accessibleDescription()


def test_a_mended_day_is_the_answer(page, qtbot):
    page.go(BORN)
    press("31.2.2000", Qt.Key.Key_Tab)
    edit = page.middle.view.findChild(QLineEdit)
    edit.setFocus()
    edit.selectAll()
    press("28.2.2000", ENTER)
    assert page.filling.unread(BORN) == ""
    assert _plain(page.filling.interview.value(BORN)) == "2000-02-28"


def test_the_sentence_stays_while_something_else_is_answered(page):
    page.answer("/intake/needs/has_children", "yes")
    page.go(CHILDREN)
    page.middle.added.emit(CHILDREN)
    day = next(one for one in page.middle.view.answerings if "date_of_birth" in one.path)
    day.take_focus()
    press("31.2.2000", Qt.Key.Key_Tab)
    edit = day.findChild(QLineEdit)
    assert "does not exist" in edit.accessibleDescription()
    page.answer(f"{CHILDREN}[1]/child_called", "Pilvi")
    assert "does not exist" in edit.accessibleDescription()
    assert edit.text() == "31.2.2000"


def test_the_review_lists_what_is_to_mend_first(page):
    page.go(BORN)
    press("31.2.2000", ENTER)
    page.go("review")
    assert page.middle.view.counts["wrong"] == 1
    assert "does not exist" in said_by(page.middle.view)


def test_the_review_opens_with_seven_and_shows_the_rest_when_asked(page, qtbot):
    page.go("review")
    rows = page.middle.view.findChildren(Row)
    assert len(rows) == 7
    more = next(b for b in page.middle.view.findChildren(Button) if b.text().startswith("Show"))
    open_ones = sum(page.middle.view.counts.values()) - page.middle.view.counts["answered"]
    assert more.text() == f"Show {open_ones - 7} more"
    more.click()

    def visible():
        return [row for row in page.middle.view.findChildren(Row) if row.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) == open_ones)
    assert QApplication.focusWidget() is visible()[7]
    press(Qt.Key.Key_Space)
    assert page.step is not None


def test_beside_the_review_stand_the_questions_that_decide(page):
    paths = matter_most(page.filling)
    assert paths
    page.answer(paths[0], Unanswered.REFUSED)
    assert paths[0] not in matter_most(page.filling)
    page.go("review")
    ask = next(b for b in page.beside.findChildren(Button) if b.text() == "Ask")
    ask.click()
    assert page.step.path == matter_most(page.filling)[0]


# Pause, saving, danger


def test_pausing_and_going_on_leads_to_the_same_place(page, qtbot):
    page.answer(TALK, "yes")
    page.go(LEAVE)
    with qtbot.waitSignal(page.closed) as told:
        page.close_intake()
    assert told.args == [page.case_id]
    qtbot.waitUntil(lambda: page.keeper.is_settled)
    page.open_case(page.case_id)
    assert page.step.path == LEAVE


def test_closing_a_new_intake_that_says_nothing_writes_nothing(page, session, qtbot):
    with qtbot.waitSignal(page.closed) as told:
        page.close_intake()
    assert told.args == [""]
    assert session.case(page.case_id).changes == ()


def test_a_full_disk_is_told_in_the_foot_and_the_answer_stays(page, session, qtbot):
    connection = session._writing
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    words = "umbrella " * 20000
    with qtbot.waitSignal(page.keeper.failed):
        page.answer("/intake/safety/safe_word", words)
    assert "Not saved yet." in said_by(page.foot)
    assert page.filling.interview.value("/intake/safety/safe_word") == words
    connection.execute("PRAGMA max_page_count = 1000000")
    with qtbot.waitSignal(page.keeper.saved):
        page.foot.save_line.acted.emit()
    assert "Saved, encrypted" in said_by(page.foot)


def test_a_serious_threat_is_shown_at_once_and_as_long_as_it_stands(page):
    assert not page.alarms.threat.isVisible()
    page.answer(THREAT, "yes")
    assert page.alarms.threat.isVisible()
    assert "Call 112 first" in said_by(page.alarms)
    page.go(LEAVE)
    assert page.alarms.threat.isVisible()
    page.answer("/intake/safety/threat_against", "property")
    assert not page.alarms.threat.isVisible()
    page.answer("/intake/safety/threat_against", "life")
    page.answer("/intake/safety/threat_target", "another_victim")
    assert page.alarms.threat.isVisible()
    page.answer(THREAT, "no")
    assert not page.alarms.threat.isVisible()


def test_while_somebody_hears_the_client_sees_small_talk_and_nothing_leads_on(page):
    page.answer("/intake/safety/companion_present", "yes")
    page.go(ROOM)
    page.answer(ROOM, "in_room")
    assert page.alarms.overheard.isVisible()
    assert page.panel.shown.question == "Would you like something to drink?"
    page.panel.show_large()
    view = page.panel.findChild(ClientView)
    assert "drink" in said_by(view)
    view.close()
    press(ENTER)
    assert page.step.path == ROOM
    page.alarms.alone_again.emit()
    assert not page.alarms.overheard.isVisible()
    assert "drink" not in page.panel.shown.question
    press(ENTER)
    assert page.step.path != ROOM


# The client's side


def test_the_panel_speaks_the_clients_best_language_and_remembers_it(page, qtbot):
    page.answer("/intake/about_you/best_language", "fi")
    assert page.panel.code == "fi"
    settle(page, qtbot)
    case = page.case_id
    page.new_case()
    assert page.panel.code == "en"
    page.open_case(case)
    assert page.panel.code == "fi"
    assert page.filling.case.text(CASE, "language") == "fi"


def test_a_language_that_the_form_lacks_leaves_the_panel_as_it_was(page):
    page.answer("/intake/about_you/best_language", "vi")
    assert page.panel.code == "en"
    assert page.filling.case.text(CASE, "language") == "vi"


def test_what_the_worker_answers_is_not_read_to_the_client(page):
    page.go("/intake/about_you/role")
    assert page.panel.shown.answers == ()
    assert "Is this about you" not in page.panel.shown.question


def test_the_client_view_holds_no_case_data_and_no_hint(page, window):
    page.answer("/intake/about_you/pseudonym", "Usva")
    page.go(LEAVE)
    hint = page.filling.interview.hint(LEAVE).text
    window.deeds["client_view"].trigger()
    view = page.panel.findChild(ClientView)
    said = said_by(view) + view.windowTitle()
    number = page.filling.case.text(CASE, "number")
    assert page.panel.shown.question in said
    assert hint not in said
    assert "Usva" not in said
    assert number not in said
    assert window.deeds["hide"] in view.actions()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_the_panel_never_shows_a_hint(page):
    for step in steps.steps(page.filling.interview):
        page.go(step.path)
        hint = page.filling.interview.hint(step.path).text
        assert not hint or hint not in said_by(page.panel)


def test_the_panel_follows_the_question_on_a_card(page):
    page.answer("/intake/needs/has_children", "yes")
    page.go(CHILDREN)
    page.middle.added.emit(CHILDREN)
    page.middle.view.answerings[1].take_focus()
    assert page.panel.shown.question == "When was the child born?"


# For everybody


@pytest.mark.parametrize("path", [TALK, BORN, LEAVE, CITIZENS, CHILDREN, "review"])
def test_everything_with_the_keyboard_has_a_name(page, path):
    page.answer("/intake/needs/has_children", "yes")
    page.go(path)
    if path == CHILDREN:
        page.middle.added.emit(CHILDREN)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spoken = QAccessible.queryAccessibleInterface(widget)
            assert spoken.text(QAccessible.Text.Name), widget


def test_in_a_small_window_nothing_is_cut_off(page, window, qtbot):
    window.resize(1120, 640)
    page.go(LEAVE)
    qtbot.waitUntil(lambda: page.width() == 1120)
    assert window.width() == 1120
    for widget in page.foot.findChildren(QWidget) + page.head.findChildren(QWidget):
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width()
            assert widget.mapTo(page, widget.rect().bottomRight()).x() < page.width()


def test_a_page_of_another_case_shows_nothing_of_the_one_before(page, qtbot):
    page.answer("/intake/about_you/pseudonym", "Usva")
    page.answer(TALK, Unanswered.REFUSED)
    settle(page, qtbot)
    page.new_case()
    assert "Usva" not in said_by(page)
    assert page.filling.is_new


def test_a_deleted_page_listens_no_more(at_desk, window, content, qtbot):
    made = IntakePage(at_desk, window.deeds, content)
    qtbot.addWidget(made)
    made.new_case()
    made.close()
    window.deeds["client_view"].trigger()
    assert made.panel.findChild(ClientView) is None


def test_a_language_chosen_by_hand_stays_while_other_things_are_answered(page):
    page.answer("/intake/about_you/best_language", "fi")
    page.panel._on_language("Svenska (sv)")
    page.answer(TALK, "yes")
    assert page.panel.code == "sv"


def test_where_no_digit_chooses_the_client_sees_no_digit(page):
    page.go(LEAVE)
    assert page.panel.shown.numbered
    page.go(CITIZENS)
    assert not page.panel.shown.numbered


def test_with_large_letters_the_panel_is_a_drawer(page, window, qapp, qtbot):
    apply_theme(qapp, "hc", 1.5)
    try:
        made = IntakePage(page.session, window.deeds, page.filling.content)
        window.setCentralWidget(made)
        made.new_case()
        qtbot.waitUntil(made.head.drawer.isVisible)
        assert not made.panel.isVisible()
        made.head.drawer.click()
        assert made.panel.isVisible()
    finally:
        apply_theme(qapp)


def test_how_many_questions_there_are_is_told_as_answers_change_it(page):
    page.go("/intake/safety/companion_present")
    before = page.middle.view.place.text()
    page.answer("/intake/safety/companion_present", "yes")
    assert page.middle.view.place.text() != before


def test_going_on_confirms_what_the_form_filled_in_and_skipping_does_not(page):
    path = "/intake/wishes/voice_ok"
    page.go(path)
    press(SKIP)
    assert ("intake", path) not in [(one.record, one.field) for one in page.filling.case.changes]
    page.go(path)
    press(ENTER)
    assert page.filling.case.value("intake", path) == "no"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("path", [TALK, ROOM, "review"])
def test_every_language_has_room_in_the_smallest_window(
    qtbot, at_desk, window, content, language, path
):
    i18n.use_language(language)
    window.setMinimumSize(1120, 640)  # as the program's own window
    window.resize(1120, 640)
    made = IntakePage(at_desk, window.deeds, content)
    window.setCentralWidget(made)
    made.new_case()
    made.answer("/intake/safety/companion_present", "yes")
    made.answer(ROOM, "in_room")
    made.go(path)
    qtbot.waitUntil(lambda: made.width() == 1120)
    qtbot.waitUntil(lambda: made.minimumSizeHint().width() <= 1120)
