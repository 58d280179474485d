"""The answers of a case in its window: every questionnaire, its history, and what differs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistance_desktop.cases.answers import note_record
from assistance_desktop.cases.case import CASE
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.case_view.answer_rows import AnswerRow, DifferingRow
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.workspace import Workspace


def name_of(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def settle():
    for _round in range(4):
        QApplication.sendPostedEvents()


def texts(widget):
    settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget, name):
    settle()
    return next(b for b in widget.findChildren(Button) if name_of(b) == name and b.isVisible())


def has_button(widget, name):
    settle()
    return any(name_of(b) == name and b.isVisible() for b in widget.findChildren(Button))


def told(tab):
    """What the versions of the answer say, from the top."""
    column = tab.panel.timeline._column
    return [column.itemAt(at).widget().accessibleName() for at in range(column.count())]


def seek(qtbot, tab, words):
    tab.index.search.edit.clear()
    qtbot.keyClicks(tab.index.search.edit, words)
    settle()


def test_every_questionnaire_is_listed_with_how_far_it_is(qtbot, tab, health):
    shown = tab()
    places = shown.index.contents.places
    assert places[0] == "intake#/intake/consent"
    assert places[-1] == health
    row = shown.index.contents.row("intake#/intake/safety")
    assert row.accessibleDescription() == "2 of 7 answered"
    assert shown.index.contents.row(health).accessibleDescription() == "4 answered"
    qtbot.keyClick(shown.index.contents.row(health), Qt.Key.Key_Return)
    assert shown.index.contents.places[-2:] == [f"{health}#/data/today", f"{health}#/data/care"]
    assert "Health check form, version 1, filled in on 23 November 2026" in texts(shown)
    assert {"Are you in pain?", "Left knee", "1 September 2026"} <= set(texts(shown.section))


def test_a_file_is_told_by_its_name_alone(tab, health):
    shown = tab("/data/care/paper", health)
    assert "picture.jpg" in texts(shown.section)


def test_an_answer_is_found_in_any_questionnaire_as_one_types(qtbot, tab, health, content):
    shown = tab()
    seek(qtbot, shown, "KNEE left")
    assert "1 found: KNEE left" in texts(shown.section)
    assert {"Health check form: How you are", "Left knee"} <= set(texts(shown.section))
    seek(qtbot, shown, "safe place sleep")
    assert "Do you have a safe place to sleep?" in texts(shown.section)
    button(shown.section, "1 version of the answer: Do you have a safe place to sleep?").click()
    assert told(shown) == ["No, Pihlaja, this computer, Today 11:00"]
    seek(qtbot, shown, "moose")
    assert "No question and no answer has these words." in texts(shown.section)
    qtbot.keyClick(shown.index.search.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.index.search.edit, Qt.Key.Key_Delete)
    assert "Consent" in texts(shown.section)


def test_an_answer_shows_its_versions_from_the_newest(tab, answer, content):
    answer(author=("Kataja", "desk-4"), home_safe="yes")
    shown = tab(content.paths["home_safe"])
    assert [line.rpartition(", ")[0] for line in told(shown)] == [
        "Yes, Kataja, another desk",
        "No, Pihlaja, this computer",
    ]
    row = shown.section._rows["intake", content.paths["home_safe"]]
    assert row.ground == "accent_soft"


def test_an_earlier_answer_is_put_back_by_keyboard_and_taken_back(
    qtbot, tab, answer, content, session, window
):
    path = content.paths["threat_serious"]
    answer(threat_serious="yes")
    shown = tab(path)
    window.activateWindow()
    before = session.case("aurora")
    shown.panel.earlier.setFocus()
    qtbot.keyClick(shown.panel.earlier, Qt.Key.Key_Return)
    assert [row.words for row in shown.panel.choices] == ["No"]
    assert shown.panel.choices[0].hasFocus() or not window.isActiveWindow()
    qtbot.keyClick(shown.panel.choices[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.case("aurora").value("intake", path) == "no")
    assert session.case("aurora").changes[: len(before.changes)] == before.changes
    assert session.case("aurora").value(CASE, "threat") is False, "what hangs on it follows"
    qtbot.waitUntil(lambda: len(told(shown)) == 3)
    row = shown.section._rows["intake", path]
    assert shown.window().focusWidget() is row.versions, "the keyboard stays with the answer"
    qtbot.waitUntil(lambda: bool(shown.findChildren(Toast)))
    shown.findChildren(Toast)[0].acted.emit()
    qtbot.waitUntil(lambda: session.case("aurora").value(CASE, "threat") is True)
    assert session.case("aurora").value("intake", path) == "yes"


def test_leaving_the_earlier_ones_writes_nothing(tab, answer, content, session):
    answer(home_safe="yes")
    shown = tab(content.paths["home_safe"])
    before = len(session.case("aurora").changes)
    shown.panel.earlier.click()
    button(shown.panel, "Leave it as it is").click()
    assert not shown.panel.is_deciding
    assert told(shown)
    assert len(session.case("aurora").changes) == before


def test_two_answers_that_differ_are_decided_here(qtbot, tab, add_head, content, session):
    path = content.paths["home_safe"]
    add_head("intake", path, "yes")
    shown = tab(path)
    said = texts(shown.section)
    assert {"Being compared", "This computer", "Another desk", "Yes", "No"} <= set(said)
    assert (
        "Being compared"
        in shown.index.contents.row("intake#/intake/safety").accessibleDescription()
    )
    button(shown.section, "Compare and decide: Do you have a safe place to sleep?").click()
    assert {row.words for row in shown.panel.choices} == {"Yes", "No"}
    next(row for row in shown.panel.choices if row.words == "Yes").click()
    qtbot.waitUntil(lambda: not session.case("aurora").conflicts())
    heads = session.case("aurora").heads("intake", path)
    assert [head.value for head in heads] == ["yes"]
    assert len(heads[0].replaces) == 2
    qtbot.waitUntil(lambda: not shown.section.findChildren(DifferingRow))


def test_lists_that_differ_may_stand_together(qtbot, tab, add_head, content, session):
    path = content.paths["do_not_tell"]
    add_head("intake", path, ["family"])
    shown = tab(path)
    button(shown.section, "Compare and decide: Who must not know that you talk with us?").click()
    shown.panel.choices[-1].click()
    both = ["employer", "family", "spouse"]
    qtbot.waitUntil(lambda: sorted(session.case("aurora").value("intake", path)) == both)


def test_what_differs_outside_the_questionnaires_is_decided_here_too(
    qtbot, page, tab, add_head, session
):
    add_head("plan/HOUSING", "decision", "declines")
    shown = tab()
    page.show_tab("overview")
    page.overview.findChildren(Notice)[0].acted.emit()
    assert "Safe housing: What the client chose" in texts(shown.section)
    button(shown.section, "Compare and decide: Safe housing: What the client chose").click()
    next(row for row in shown.panel.choices if row.words == "Declines").click()
    qtbot.waitUntil(lambda: not session.case("aurora").conflicts())
    assert session.case("aurora").value("plan/HOUSING", "decision") == "declines"
    qtbot.waitUntil(lambda: "differing" not in shown.index.contents.places)
    assert shown.record == "intake"


def test_what_is_not_asked_any_more_is_closed_and_counts_nowhere(tab, answer, content):
    answer(threat_serious="yes")
    answer(threat_target="myself")
    answer(threat_serious="no")
    shown = tab(content.paths["threat_serious"])
    closed = shown.section.findChildren(Disclosure)[0]
    assert name_of(closed.head) == "Not asked any more with the answers so far: 1"
    assert shown.index.contents.row("intake#/intake/safety").accessibleDescription() == (
        "2 of 7 answered"
    )
    closed.head.click()
    rows = closed.findChildren(AnswerRow)
    rows[0].versions.click()
    assert len(told(shown)) == 1
    assert not shown.panel.earlier.isVisible()


def test_what_another_version_asked_stays_readable(tab, write, health, content):
    write(Edit("intake", "/intake/wishes/favourite_lake", "Saimaa"))
    shown = tab("/intake/wishes/favourite_lake")
    assert shown.here == "/intake/wishes"
    closed = shown.section.findChildren(Disclosure)[0]
    assert name_of(closed.head) == "Asked in another version: 1"
    closed.head.click()
    assert {"Favourite lake", "Saimaa"} <= set(texts(shown.section))


def test_a_note_stands_with_its_question(tab, write, content):
    path = content.paths["home_safe"]
    write(Edit(note_record(path), "text", "Only until Sunday."))
    shown = tab(path)
    assert "In the client's own words: Only until Sunday." in texts(shown.section)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu on "offscreen"
def test_another_questionnaire_is_begun_from_the_answers(qtbot, page, tab, publish):
    assert not has_button(tab(), "Another questionnaire")
    publish()
    shown = tab()
    button(shown, "Another questionnaire").click()
    offered = shown.index.menu.actions()
    assert [action.text() for action in offered] == ["Health check form"]
    with qtbot.waitSignal(page.questionnaire_wanted) as told_:
        offered[0].trigger()
    assert (told_.args[0], told_.args[1].pin) == ("aurora", "health_check 1")
    shown.index.menu.close()


def test_asking_goes_on_in_the_questionnaire_that_is_shown(qtbot, page, tab, health):
    shown = tab("/data/today/pain", health)
    with qtbot.waitSignal(page.intake_wanted) as told_:
        button(page.header, "Go on asking").click()
    assert told_.args == ["aurora", "", health]
    with qtbot.waitSignal(page.intake_wanted) as told_:
        button(shown, "Go on asking: Health check form").click()
    assert told_.args == ["aurora", "", health]
    shown.go("/data/care/doctor", health)
    with qtbot.waitSignal(page.intake_wanted) as told_:
        button(shown, "Ask this now: Have you seen a doctor?").click()
    assert told_.args == ["aurora", "/data/care/doctor", health]


def test_a_newer_version_says_how_much_is_new(tab, health, publish):
    row = "\n| | select_one yes_no | doctor | Have you seen a doctor? | |"
    publish("2", doctor=row + row.replace("doctor ", "nurse ").replace("a doctor", "a nurse"))
    shown = tab("/data/today/pain", health)
    assert "Version 2 is newer: 1 new question." in texts(shown.index)
    assert {"Are you in pain?", "Left knee"} <= set(texts(shown.section))


def test_a_questionnaire_that_this_desk_lacks_can_be_read_and_not_asked(page, tab, aurora, write):
    write(
        Edit("questionnaire/far", "form", "far_form 3"),
        Edit("questionnaire/far", "/far/deep_lake", "Inari"),
    )
    shown = tab("/far/deep_lake", "questionnaire/far")
    assert {"Far form", "Deep lake", "Inari"} <= set(texts(shown.section))
    assert "This computer does not have that version." in texts(shown.index)
    assert shown.index.contents.places.count("questionnaire/far") == 1
    assert not has_button(shown, "Go on asking: Far form")
    assert page.answers.asks == "intake"


def test_of_a_long_section_only_a_part_is_built(tab, write, content, session):
    repeat = content.paths["child_called"].rpartition("/")[0]
    edits = [Edit("intake", content.paths["has_children"], "yes")]
    for number in range(120):
        record = f"repeat/{number:03}"
        edits += [Edit(record, "of", repeat), Edit(record, "within", "intake")]
        edits.append(Edit(record, content.paths["child_called"], f"Kielo {number}"))
    write(*edits)
    shown = tab(content.paths["child_called"].replace("children/", "children[2]/"))
    assert len(shown.section._rows) <= 100
    more = next(b for b in shown.section.findChildren(Button) if b.text().startswith("Show "))
    rows = len(shown.section.findChildren(QWidget))
    more.click()
    settle()
    assert len(shown.section.findChildren(QWidget)) > rows


def test_another_case_shows_nothing_of_the_one_before_while_it_is_read(page, tab, write, health):
    tab("/data/today/pain", health)
    write(Edit(CASE, "pseudonym", "Usva"), case_id="usva")
    page.show_case("usva")
    page.show_tab("answers")
    assert "Left knee" not in texts(page.answers)
    assert not page.answers.panel.isVisible()


def test_everything_that_takes_the_keyboard_has_a_name(tab, health, add_head, content):
    add_head("intake", content.paths["home_safe"], "yes")
    shown = tab(content.paths["home_safe"])
    button(shown.section, "Compare and decide: Do you have a safe place to sleep?").click()
    settle()
    taking = [
        w
        for w in shown.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(taking) > 12
    assert [w for w in taking if not name_of(w)] == []


@pytest.mark.parametrize("width", [1100, 1400])
def test_the_history_stands_beside_the_answers_or_under_them(tab, window, content, width):
    window.setMinimumSize(800, 600)
    window.resize(width - 96, 640)
    shown = tab(content.paths["home_safe"])
    settle()
    assert shown.columns.is_stacked == (width < 1120)
    assert shown.panel.isVisible()
    assert shown.panel.height() >= 190


def test_the_other_questionnaire_opens_from_the_workspace(qtbot, session, window, content, health):
    connection = session.vault.connect()
    with transaction(connection):
        desks.found(connection, "Pihlaja", "Laptop 1", Role.FIELD, session.clock())
    connection.close()
    space = Workspace(session, window.deeds, content, Preferences("en"))
    window.setCentralWidget(space)
    space.show_case("aurora")
    space.case_page.questionnaire_wanted.emit("aurora", content.others[0])
    assert space.intake_page.filling.record.startswith("questionnaire/")
    space.case_page.intake_wanted.emit("aurora", "", health)
    assert space.intake_page.filling.record == health
    space.leave()
