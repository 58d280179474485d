"""A case in its window: tabs, header, notes, answers and history."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view.entries import Sort
from assistance_desktop.ui.kit.banner import Banner, Notice


def name_of(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def settle():
    """Let layouts stand and show what was just added to them."""
    for _round in range(4):
        QApplication.sendPostedEvents()


def texts(widget):
    settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget, name):
    settle()
    found = [b for b in widget.findChildren(QWidget) if name_of(b) == name and b.isVisible()]
    return found[0]


def notes(session):
    case = session.case("aurora")
    return [case.text(record, "text") for record in case.records("note")]


def history(page):
    model = page.history.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_header_says_who_whose_and_which_language(page, aurora):
    page.show_case(aurora)
    shown = texts(page.header)
    assert "Aurora" in shown
    assert "K7-4M2Q, Pihlaja, speaks Vietnamese" in shown
    assert "Plan agreed" in shown


def test_another_case_leaves_nothing_of_the_one_before(page, aurora, write):
    page.show_case(aurora)
    write(Edit(CASE, "pseudonym", "Usva"), case_id="usva")
    page.show_case("usva")
    for tab in ("overview", "plan", "answers", "documents", "history"):
        page.show_tab(tab)
        shown = " ".join(texts(page))
        assert "Aurora" not in shown
        assert "safe house" not in shown
        assert "morning" not in shown
    assert all("Vietnam" not in line for line in history(page))


def test_the_buttons_lead_to_paper_and_plan(qtbot, page, aurora):
    page.show_case(aurora)
    with qtbot.waitSignal(page.print_wanted) as told:
        button(page.header, "Print for Aurora").click()
    assert told.args == [aurora]
    button(page.header, "Open plan").click()
    assert page.tab == "plan"
    assert [b for b in page.header.findChildren(QWidget) if name_of(b) == "Back"]


def test_back_closes_and_hide_hides(qtbot, page, aurora, window):
    page.show_case(aurora)
    with qtbot.waitSignal(page.closed):
        button(page.header, "Back").click()
    with qtbot.waitSignal(window.deeds["hide"].triggered):
        next(b for b in page.header.findChildren(QWidget) if name_of(b) == "Hide").click()


def test_a_case_in_its_intake_goes_on_with_the_intake(qtbot, page, aurora, write):
    write(Edit(CASE, "stage", "intake"))
    page.show_case(aurora)
    with qtbot.waitSignal(page.intake_wanted) as told:
        button(page.header, "Go on with the intake").click()
    assert told.args == [aurora, "", "intake"]


def test_a_note_is_kept_while_it_is_typed_and_stands_in_the_story(qtbot, page, aurora, session):
    page.show_case(aurora)
    page.overview.add_note.click()
    field = page.overview.note.field
    qtbot.keyClicks(field.edit, "Brings her sister on Friday")
    qtbot.waitUntil(lambda: "Brings her sister on Friday" in notes(session))
    assert page.overview.note.field is field, "the field stays while it is typed in"
    page.overview.note.button.click()
    assert page.overview.note is None
    written = [change for change in session.case(aurora).changes if change.field == "text"]
    assert len(written) == 2


def test_a_note_without_words_writes_nothing(qtbot, page, aurora, session):
    page.show_case(aurora)
    before = len(session.case(aurora).changes)
    page.overview.add_note.click()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.overview.note.field.edit, Qt.Key.Key_Return, control)
    assert page.overview.note is None
    assert len(session.case(aurora).changes) == before


def test_a_note_half_typed_is_kept_when_another_case_is_shown(qtbot, page, aurora, session, write):
    page.show_case(aurora)
    page.overview.add_note.click()
    qtbot.keyClicks(page.overview.note.field.edit, "Half")
    write(Edit(CASE, "pseudonym", "Usva"), case_id="usva")
    page.show_case("usva")
    assert page.overview.note is None
    qtbot.waitUntil(lambda: "Half" in notes(session))


def test_what_differs_is_told_and_leads_to_the_answers(qtbot, page, aurora, add_head, content):
    add_head("intake", content.paths["home_safe"], "yes")
    page.show_case(aurora)
    settle()
    page.overview.findChildren(Notice)[0].acted.emit()
    assert page.tab == "answers"
    qtbot.waitUntil(lambda: page.answers.here == "/intake/safety")
    assert {"Being compared", "Yes", "No"} <= set(texts(page.answers))


def test_a_serious_threat_is_red_in_header_and_overview(page, aurora, write):
    write(Edit(CASE, "threat", True))
    page.show_case(aurora)
    settle()
    assert page.overview.findChildren(Banner)[0]._tone == "red"
    assert "Serious threat" in texts(page.header)


def test_an_open_question_can_be_asked_from_the_answers(qtbot, page, aurora, content):
    page.show_case(aurora)
    page.show_tab("answers")
    page.answers.go(content.paths["companion_present"])
    qtbot.waitUntil(lambda: page.answers.is_read)
    with qtbot.waitSignal(page.intake_wanted) as told:
        button(page.answers, "Ask this now: Has someone come here with you?").click()
    assert told.args == [aurora, content.paths["companion_present"], "intake"]


def test_the_history_has_a_row_a_change_from_what_to_what(page, aurora, answer, session):
    answer(home_safe="yes")
    page.show_case(aurora)
    page.show_tab("history")
    rows = history(page)
    assert rows[0] == "Do you have a safe place to sleep? From No to Yes"
    assert len(rows) == len(session.case(aurora).changes)


def test_the_history_is_searched_and_filtered(qtbot, page, aurora):
    page.show_case(aurora)
    page.show_tab("history")
    page.history.chips[Sort.PLAN].click()
    assert len(history(page)) == 6
    assert all(": " in row for row in history(page))
    qtbot.keyClicks(page.history.search.edit, "legal declines")
    assert history(page) == ["Legal aid and legal advice: What the client chose Declines"]


def test_the_history_of_one_person_or_one_desk(page, aurora, answer, session):
    answer(author=("Kataja", "desk-4"), home_safe="yes")
    page.show_case(aurora)
    page.show_tab("history")
    offered = page.history.authors
    assert [offered.itemText(at) for at in range(offered.count())] == [
        "Everyone",
        "Kataja",
        "Pihlaja",
    ]
    offered.pick("Kataja")
    offered.chosen.emit("Kataja")
    assert history(page) == ["Do you have a safe place to sleep? From No to Yes"]
    page.history.devices.pick("laptop-1")
    page.history.devices.chosen.emit("laptop-1")
    assert history(page) == []


def test_where_somebody_stopped_and_what_was_half_typed_is_no_history(page, aurora, write):
    page.show_case(aurora)
    page.show_tab("history")
    before = history(page)
    write(Edit(CASE, "place", "/intake/needs"), Edit("unread/intake", "/intake/a", "31.2."))
    assert history(page) == before


def test_a_row_of_the_history_leads_to_the_answer(qtbot, page, aurora, answer):
    answer(home_safe="yes")
    page.show_case(aurora)
    page.show_tab("history")
    page.history.table.go(0)
    page.history.table.opened.emit(page.history.table.here)
    qtbot.waitUntil(lambda: page.answers.here == "/intake/safety")
    assert page.tab == "answers"


def test_a_change_by_another_desk_says_so(page, aurora, answer):
    answer(author=("Kataja", "desk-4"), home_safe="yes")
    page.show_case(aurora)
    page.show_tab("history")
    model = page.history.table.model()
    assert model.index(0, 2).data() == "Kataja Another desk"
    assert model.index(1, 2).data() == "Pihlaja This computer"


def test_a_change_from_elsewhere_is_shown_at_once(page, aurora, write):
    page.show_case(aurora)
    write(Edit("note/2", "text", "Rang from the clinic."))
    assert any(
        "Rang from the clinic." in each.accessibleName()
        for each in page.overview.timeline.findChildren(QWidget)
    )


def test_everything_that_takes_the_keyboard_has_a_name_on_every_tab(page, aurora):
    page.show_case(aurora)
    for tab in ("overview", "plan", "answers", "documents", "history"):
        page.show_tab(tab)
        settle()
        taking = [
            w
            for w in page.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(taking) > 5
        assert [w for w in taking if not name_of(w)] == []


def test_tab_goes_from_the_header_to_the_tabs_and_then_into_the_view(qtbot, page, aurora):
    page.show_case(aurora)
    button(page.header, "Back").setFocus()
    seen = []
    for _step in range(24):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(name_of(QApplication.focusWidget()))
    first = ["Print for Aurora", "Open plan", "What else can be done", "Hide", "Overview"]
    assert seen[:5] == first
    assert seen.index("Add a note") > seen.index("Overview")
