"""The list of cases: finding, filtering, opening, and staying where one is."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Change
from assistance_desktop.storage import case_store, search
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.search import Among
from assistance_desktop.storage.vault import transaction


def shown(page):
    """What stands in the first column, from top to bottom."""
    model = page.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(page, row):
    model = page.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount() - 1)]


def type_words(qtbot, page, words):
    page.search.setFocus()
    qtbot.keyClicks(page.search.edit, words)


def test_without_a_case_the_page_says_what_to_do_first(page):
    assert page.views.currentWidget() is page.nothing_yet
    assert not page.tools.isVisible()
    assert not page.new_button.isVisible(), "one filled button in a view"


def test_the_first_button_begins_an_intake(qtbot, page):
    with qtbot.waitSignal(page.intake_wanted):
        page.nothing_yet.first.click()


def test_reading_a_bundle_is_offered_where_there_is_no_case(qtbot, page, window):
    button = next(b for b in page.nothing_yet.findChildren(QWidget) if _name(b) == "Read a bundle")
    with qtbot.waitSignal(window.deeds["sync"].triggered):
        button.click()


def test_a_serious_threat_is_first_and_then_what_is_due(people, page):
    assert shown(page)[:4] == ["Tuisku K7-9TX3", "Usva T5-3JVN", "Kielo H2-6PWD", "Aurora K7-4M2Q"]


def test_every_row_says_its_state_in_words(people, page):
    assert said(page, 0)[2:] == ["Serious threat", "Call back the on-duty officer Today", "Sent"]
    assert said(page, 1)[3:] == [
        "Send the legal aid request Overdue since Fri 20 Nov",
        "1 to send",
    ]
    assert said(page, 5)[2] == "Intake open"


def test_typing_finds_and_escape_takes_the_search_away(qtbot, people, page):
    type_words(qtbot, page, "LEGAL")
    qtbot.waitUntil(lambda: shown(page) == ["Usva T5-3JVN"])
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Escape)
    assert len(shown(page)) == 6
    assert page.search.text == ""


def test_a_name_is_found_in_a_note_however_it_is_spelled_while_one_types(
    qtbot, people, page, write, session
):
    write("kielo", [Edit("note/1", "text", "Her cousin is Мухаммад Ševtšenko")])
    type_words(qtbot, page, "shev")
    qtbot.waitUntil(lambda: page.views.currentWidget() is page.nothing_found)
    qtbot.keyClicks(page.search.edit, "chenko mohamed")
    qtbot.waitUntil(lambda: shown(page) == ["Kielo H2-6PWD"])
    assert page.views.currentWidget() is page.table


def test_when_words_find_too_many_the_list_says_what_to_do(qtbot, people, page, monkeypatch):
    monkeypatch.setattr(search, "MOST", 2)
    assert not page.more.isVisible(), "without words nothing is left out"
    type_words(qtbot, page, "pihlaja")
    qtbot.waitUntil(page.more.isVisible)
    assert shown(page) == ["Usva T5-3JVN", "Aurora K7-4M2Q"]
    assert page.more.text() == "The first 2 cases are shown. Type more letters to find fewer."
    qtbot.keyClicks(page.search.edit, " usva")
    qtbot.waitUntil(lambda: shown(page) == ["Usva T5-3JVN"])
    assert not page.more.isVisible()


def test_nothing_found_says_so_and_leads_back(qtbot, people, page):
    type_words(qtbot, page, "nobody")
    qtbot.waitUntil(lambda: page.views.currentWidget() is page.nothing_found)
    page.nothing_found.all.click()
    assert page.views.currentWidget() is page.table
    assert len(shown(page)) == 6


def test_a_filter_shows_its_cases_and_its_count(people, page):
    page.chips[Among.UNSENT].click()
    assert shown(page) == ["Usva T5-3JVN", "Aurora K7-4M2Q"]
    assert page.chips[Among.UNSENT].accessibleName() == "Not sent 2"
    assert page.among is Among.UNSENT


def test_needs_attention_is_a_threat_or_a_day_that_has_come(people, page):
    page.chips[Among.ATTENTION].click()
    assert shown(page) == ["Tuisku K7-9TX3", "Usva T5-3JVN", "Kielo H2-6PWD"]


def test_a_closed_case_stands_under_its_own_filter_and_is_offered_to_who_looks_for_it(
    qtbot, people, page
):
    assert "Routa K7-2CDM" not in shown(page)
    type_words(qtbot, page, "routa")
    qtbot.waitUntil(page.nothing_found.closed.isVisible)
    page.nothing_found.closed.click()
    qtbot.waitUntil(lambda: shown(page) == ["Routa K7-2CDM"])
    assert page.among is Among.CLOSED
    assert page.chips[Among.CLOSED].accessibleName() == "Closed 1"


def test_ctrl_k_goes_to_the_search(qtbot, people, page, window):
    window.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.search.edit)


def test_the_keyboard_alone_opens_a_case(qtbot, people, page):
    page.search.setFocus()
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == ["usva"]


def test_a_click_anywhere_in_a_row_opens_it(qtbot, people, page):
    place = page.table.visualRect(page.table.model().index(3, 3)).center()
    with qtbot.waitSignal(page.opened) as told:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["aurora"]


def test_enter_in_the_search_opens_the_only_one_found(qtbot, people, page):
    type_words(qtbot, page, "kielo")
    qtbot.waitUntil(lambda: shown(page) == ["Kielo H2-6PWD"])
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.search.edit, Qt.Key.Key_Return)
    assert told.args == ["kielo"]


def test_a_change_is_shown_and_the_row_where_one_stands_stays(qtbot, people, page, session):
    page.table.go(3)
    edits = [Edit("plan/HOUSING", "due", "2026-11-19")]
    session.edit("aurora", edits, page, lambda _held: None, pytest.fail)
    qtbot.waitUntil(lambda: shown(page)[1] == "Aurora K7-4M2Q")
    assert page.table.here == "aurora"


def test_a_change_behind_another_page_is_shown_on_coming_back(qtbot, people, page, session):
    page.hide()
    session.edit("saari", [Edit(CASE, "pseudonym", "Kaste")], page, lambda _held: None, pytest.fail)
    with qtbot.waitSignal(session.changed):
        pass
    page.show()
    assert "Kaste T5-7YGE" in shown(page)


def test_rows_leave_room_for_the_next_step_in_a_narrow_window(people, page, window):
    window.setMinimumSize(600, 400)
    window.resize(700, 600)
    assert page.table.isColumnHidden(1)
    assert page.table.columnWidth(3) > 100


def test_everything_that_takes_the_keyboard_has_a_name(people, page):
    taking = [
        w
        for w in page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(taking) >= 6
    assert [w for w in taking if not _name(w)] == []


def test_ten_thousand_cases_open_and_scroll_at_once(qtbot, session, page, clock):
    changes = [
        Change(f"c{n}", f"k{n}", CASE, "pseudonym", f"Usva {n:05}", (), "Pihlaja", "d", clock())
        for n in range(10_000)
    ]
    connection = session.vault.connect()
    with transaction(connection):
        case_store.add(connection, changes)
    connection.close()
    begun = time.perf_counter()
    session.changed.emit("")
    page.table.grab()
    opening = time.perf_counter() - begun
    begun = time.perf_counter()
    page.table.scrollToBottom()
    page.table.grab()
    jumping = time.perf_counter() - begun
    print(f"10 000 cases: first show {opening * 1000:.0f} ms, jump {jumping * 1000:.0f} ms")  # noqa: T201
    assert shown_last(page) == "Usva 09999"
    assert opening < 0.5, "100 ms on a quiet machine; this one is shared"
    assert jumping < 0.25


def test_the_selection_is_kept_by_id_when_the_order_changes(people, page, write, session):
    page.table.go(0)
    due = [Edit("plan/LEGAL", "next_step", "Ask"), Edit("plan/LEGAL", "due", "2026-11-01")]
    write("ruska", [Edit(CASE, "threat", True), *due])
    session.changed.emit("ruska")
    assert shown(page)[0] == "Ruska K7-1R8C"
    assert shown(page)[page.table.currentIndex().row()] == "Tuisku K7-9TX3"


def shown_last(page):
    model = page.table.model()
    return model.index(model.rowCount() - 1, 0).data()


def _name(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""
