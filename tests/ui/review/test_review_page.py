"""The review of a bundle: what it brings, conflicts, and the decision."""

import pytest
from PySide6.QtCore import Qt

from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.storage.editing import Edit
from assistance_desktop.sync import aside
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.review.deciding import BOTH, OWN
from assistance_desktop.ui.review.page import ReviewPage
from tests.ui.exchange.desks_at_work import consent, names, person
from tests.ui.review.conftest import look, send, take

WAY = "/intake/contact/safe_way"


@pytest.fixture
def open_page(window):
    def show(place, preview):
        page = ReviewPage(place.session, window.deeds)
        window.setCentralWidget(page)
        page.show_preview(preview)
        return page

    return show


def said(page):
    return {words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)}


def shows(qtbot, page, *sentences):
    qtbot.waitUntil(lambda: set(sentences) <= said(page))


def accept(qtbot, page):
    with qtbot.waitSignal(page.accepted) as told:
        page.frame.accept.click()
    return told.args[0]


def test_a_bundle_without_conflict_is_accepted_at_once(qtbot, field, office, open_page):
    field.write("c", *consent(), *person("Aurora", "K7-4M2Q"))
    page = open_page(office, look(office, send(field, office)))
    shows(qtbot, page, "Everything fits together. Nobody wrote two different things.")
    assert page.frame.accept.isEnabled()
    assert accept(qtbot, page) == ["c"]
    assert office.case().changes == field.case().changes


def test_it_says_who_sent_it_and_what_it_brings(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    shows(
        qtbot,
        page,
        "From Laptop 3, Pihlaja, written Today 11:00",
        "Conflict, your choice is needed",
        "new case",
        "conflicts",
        "Conflict 1 of 2",
    )


def test_both_values_are_shown_with_who_where_and_when(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    shows(
        qtbot,
        page,
        "On this computer",
        "Phone, after 18:00",
        "Kataja",
        "This computer",
        "In the bundle",
        "Message through the clinic",
        "Pihlaja",
        "Laptop 3",
        "This was changed in two places after the last exchange."
        " Before both changes it said: Not by post",
    )


def test_accept_waits_until_every_conflict_has_a_choice(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    assert not page.frame.accept.isEnabled()
    page.panel.choices[1].click()
    assert not page.frame.accept.isEnabled()
    page.frame.next.click()
    page.panel.choices[BOTH].click()
    assert page.frame.accept.isEnabled()
    assert not page.frame.next.isVisible()


def test_looking_and_choosing_writes_nothing(qtbot, office, conflicted, open_page):
    before = office.everything()
    page = open_page(office, conflicted)
    page.panel.choices[0].click()
    page.show_conflict(1)
    page.panel.choices[BOTH].click()
    assert office.everything() == before


def test_the_choices_become_the_values_and_nothing_is_lost(
    qtbot, field, office, conflicted, open_page
):
    page = open_page(office, conflicted)
    page.panel.choices[1].click()
    qtbot.keyClicks(page.panel.note.edit, "She no longer has the phone.")
    page.show_conflict(1)
    page.panel.choices[BOTH].click()
    assert set(accept(qtbot, page)) == {"c", "n"}
    case = office.case()
    assert case.conflicts() == ()
    assert case.value("intake", WAY) == "Message through the clinic"
    assert case.value("intake", "/intake/you/languages") == ["fi", "sv", "vi"]
    assert "Phone, after 18:00" in {change.value for change in case.changes if change.field == WAY}
    (note,) = case.records("note")
    assert case.value(note, "text") == "She no longer has the phone."
    take(field, send(office, field))
    assert field.case().changes == case.changes
    assert field.case().conflicts() == ()


def test_both_is_offered_for_lists_only(office, conflicted, open_page):
    page = open_page(office, conflicted)
    assert BOTH not in page.panel.choices
    page.show_conflict(1)
    assert BOTH in page.panel.choices
    assert OWN not in page.panel.choices


def test_a_third_value_can_be_written(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    page.show_conflict(1)
    page.panel.choices[0].click()
    page.show_conflict(0)
    page.panel.choices[OWN].click()
    assert not page.frame.accept.isEnabled()
    qtbot.keyClicks(page.panel.own.edit, "Through her sister")
    assert page.frame.accept.isEnabled()
    accept(qtbot, page)
    assert office.case().value("intake", WAY) == "Through her sister"


def test_words_of_a_questionnaire_are_shown_and_no_free_words_are_written_into_a_choice(
    qtbot, office, conflicted, window
):
    page = ReviewPage(
        office.session, window.deeds, lambda _r, _f, v, _case: ("Safe way", f"<{v}>" if v else "")
    )
    window.setCentralWidget(page)
    page.show_preview(conflicted)
    shows(qtbot, page, "Aurora, safe way", "<Phone, after 18:00>")
    assert OWN not in page.panel.choices


def test_a_conflict_is_decided_by_the_keyboard_alone(qtbot, office, conflicted, open_page, window):
    page = open_page(office, conflicted)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow() and page.panel.isVisible())
    page.setFocus()

    def press(key):
        qtbot.keyClick(window.focusWidget(), key)

    def reach(widget):
        for _press in range(30):
            if widget.hasFocus():
                return
            press(Qt.Key.Key_Tab)
        pytest.fail("the keyboard does not get there")

    press(Qt.Key.Key_2)
    reach(page.frame.next)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    reach(page.frame.accept)
    with qtbot.waitSignal(page.accepted):
        press(Qt.Key.Key_Return)
    assert office.case().value("intake", WAY) == "Message through the clinic"
    assert office.case().value("intake", "/intake/you/languages") == ["fi", "sv"]


def test_digits_typed_into_a_field_choose_nothing(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    qtbot.keyClicks(page.panel.note.edit, "12")
    assert page.open[0].kept is None
    assert page.open[0].note == "12"


def test_set_aside_takes_nothing(qtbot, office, conflicted, open_page):
    cases = office.rows()
    page = open_page(office, conflicted)
    with qtbot.waitSignal(page.set_aside):
        page.frame.leave.click()
    assert office.rows() == cases
    assert office.case("n").changes == ()
    assert [each.digest for each in aside.read(office.session.reader)] == [conflicted.digest]


def test_what_was_set_aside_may_come_again(qtbot, field, office, open_page):
    field.write("c", *consent())
    content = send(field, office)
    page = open_page(office, look(office, content))
    with qtbot.waitSignal(page.set_aside):
        page.frame.leave.click()
    page.show_preview(look(office, content))
    assert accept(qtbot, page) == ["c"]
    assert office.case().changes == field.case().changes


def test_a_second_import_says_so_and_cannot_be_accepted(qtbot, field, office, open_page):
    field.write("c", *consent())
    content = send(field, office)
    take(office, content)
    before = office.everything()
    page = open_page(office, look(office, content))
    shows(
        qtbot,
        page,
        "This bundle was taken in before. Taking it in again would change nothing.",
    )
    assert not page.frame.accept.isVisible()
    assert page.frame.leave.text() == "Close"
    assert office.everything() == before


def test_a_receipt_alone_says_so(qtbot, field, office, open_page):
    field.write("c", *consent())
    take(office, send(field, office))
    page = open_page(field, look(field, send(office, field)))
    shows(qtbot, page, "This bundle holds the receipt for what you sent, and nothing else.")
    assert accept(qtbot, page) == []
    assert all(row.acknowledged for row in field.bundles() if row.outgoing)


def test_what_arrives_for_a_case_can_be_looked_at(qtbot, field, office, open_page):
    field.write("c", *consent(), Edit("intake", "/intake/safe", Unanswered.REFUSED))
    page = open_page(office, look(office, send(field, office)))
    page.show_case(0)
    shows(qtbot, page, "Safe", "Prefers not to say", "Given on", "2026-11-23")


def test_a_row_of_the_list_shows_what_it_is_about(qtbot, office, conflicted, open_page):
    page = open_page(office, conflicted)
    rows = page.incoming.stops
    rows[1].click()
    shows(qtbot, page, "Conflict 2 of 2")
    rows[2].click()
    shows(qtbot, page, "1 answer, consent, case details")
    assert page.panel is None


def test_everything_has_a_spoken_name(office, conflicted, open_page):
    page = open_page(office, conflicted)
    spoken = names(page)
    assert len(spoken) > 6
    assert [widget for widget, name in spoken.items() if not name] == []


def test_a_small_window_keeps_the_decision_in_sight(office, conflicted, open_page, window):
    page = open_page(office, conflicted)
    window.resize(1024, 608)
    for button in (page.frame.leave, page.frame.accept):
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
