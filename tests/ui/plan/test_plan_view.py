"""The plan in its window: choices that save at once, steps, questions, reasons, threats."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.errors import AppError
from assistance_desktop.storage import case_store
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.kit.banner import Banner, Notice
from assistance_desktop.ui.kit.disclosure import Disclosure
from assistance_desktop.ui.kit.toast import Toast


def name_of(widget):
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def settle():
    """Let layouts stand and show what was just added to them."""
    for _round in range(4):
        QApplication.sendPostedEvents()


def texts(widget):
    """Every text in sight."""
    settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def segment(row, words):
    buttons = row.choice.findChildren(QWidget)
    return next(button for button in buttons if name_of(button) == words)


def stand(row, state):
    """Choose how a service stands, as a person does."""
    row.fields.state.combo.pick(state)
    row.fields.state.combo.chosen.emit(state)


def decided(session, code):
    return session.case("aurora").value(f"plan/{code}", "decision")


def test_a_choice_is_in_the_vault_at_once_and_leaves_the_old_one_in_the_history(
    qtbot, view, aurora, session
):
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    for words, value in (("Accepts", "accepts"), ("Declines", "declines"), ("Later", "later")):
        segment(row, words).click()
        qtbot.waitUntil(lambda value=value: decided(session, "HOUSING") == value)
    assert view.cards[0].rows["HOUSING"] is row, "the row stays"
    written = [c.value for c in session.case("aurora").changes if c.record == "plan/HOUSING"]
    assert written == ["accepts", "declines", "later"]


def test_the_three_choices_are_alike_in_size(view, aurora):
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    sizes = {segment(row, words).size().width() for words in ("Accepts", "Later", "Declines")}
    assert max(sizes) - min(sizes) <= 1


def test_a_next_step_is_kept_while_it_is_typed_in_one_change(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.write_step()
    qtbot.keyClicks(row.fields.step.edit, "Move in")
    qtbot.waitUntil(lambda: session.case("aurora").text("plan/HOUSING", "next_step") == "Move in")
    qtbot.keyClicks(row.fields.step.edit, " on Thursday")
    whole = "Move in on Thursday"
    qtbot.waitUntil(lambda: session.case("aurora").text("plan/HOUSING", "next_step") == whole)
    steps = [c for c in session.case("aurora").changes if c.field == "next_step"]
    assert len(steps) == 1
    assert row.fields.step.text == whole
    qtbot.waitUntil(lambda: whole in texts(row))


def test_a_due_day_is_read_as_people_write_it(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.open()
    row.fields.due.edit.setFocus()
    qtbot.keyClicks(row.fields.due.edit, "26.11.2026")
    row.fields.step.edit.setFocus()
    qtbot.waitUntil(lambda: session.case("aurora").text("plan/HOUSING", "due") == "2026-11-26")


def test_a_day_that_is_none_says_so_and_writes_nothing(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.open()
    row.fields.due.edit.setFocus()
    qtbot.keyClicks(row.fields.due.edit, "31.11.2026")
    row.fields.step.edit.setFocus()
    assert row.fields.due.error == "This date does not exist. Did you mean 30 November?"
    assert session.case("aurora").value("plan/HOUSING", "due") is Unanswered.NOT_ASKED


def test_what_is_half_typed_is_kept_when_the_notes_are_locked(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.write_step()
    qtbot.keyClicks(row.fields.step.edit, "Call")
    session.closing.emit()
    qtbot.waitUntil(lambda: session.case("aurora").text("plan/HOUSING", "next_step") == "Call")


def test_in_place_is_a_state_with_a_word(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.open()
    stand(row, "done")
    qtbot.waitUntil(lambda: session.case("aurora").text("plan/HOUSING", "state") == "done")
    qtbot.waitUntil(lambda: "In place" in texts(row.next_step))


def test_who_arranges_it_what_came_of_it_and_notes_are_kept(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.open()
    assert not row.fields.outcome.isVisible()
    stand(row, "ended")
    qtbot.waitUntil(row.fields.outcome.isVisible)
    typed = {"organiser": "Safe house South", "person": "Pihlaja", "outcome": "She moved on"}
    for field, words in typed.items():
        qtbot.keyClicks(getattr(row.fields, field).edit, words)
    row.fields.step.edit.setFocus()
    kept = session.case("aurora")
    qtbot.waitUntil(
        lambda: session.case("aurora").text("plan/HOUSING", "outcome") == "She moved on"
    )
    kept = session.case("aurora")
    assert {field: kept.text("plan/HOUSING", field) for field in typed} == typed
    qtbot.waitUntil(lambda: "Safe house South, Pihlaja" in texts(row))
    assert "Ended" in texts(row.next_step)


def test_the_row_tells_every_change_with_what_stood_before(qtbot, view, aurora, session, write):
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    for words in ("Accepts", "Later"):
        segment(row, words).click()
        said = "later" if words == "Later" else "accepts"
        qtbot.waitUntil(lambda said=said: decided(session, "HOUSING") == said)
    row.open()
    row._past_card.head.click()
    told = [one for one in texts(row) if "What the client chose" in one]
    assert [one.rpartition(": ")[2] for one in told] == ["Accepts to Later", "Accepts"]
    assert "Tuisku" in told[0] or "Pihlaja" in told[0]


def test_a_task_for_a_service_is_asked_for_by_its_code(qtbot, view, aurora, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.open()
    with qtbot.waitSignal(view.agenda_wanted) as told:
        row.fields.task.click()
    assert told.args == ["aurora", "task HOUSING"]


def test_no_to_everything_is_complete_and_friendly_without_a_name(qtbot, view, aurora, write):
    write(Edit("plan/all", "decision", "declines"))
    view.show_case(aurora)
    said = " ".join(texts(view))
    assert "Nothing is planned, and that is all right" in said
    assert "112" in said
    assert "+358 2954 63177" in said
    view.take_up.click()
    qtbot.waitUntil(lambda: "Nothing is planned" not in " ".join(texts(view)))


def test_no_to_everything_takes_one_step_and_can_be_undone(qtbot, view, aurora, session, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(aurora)
    view.decline_all.click()
    qtbot.waitUntil(lambda: view.outline.is_declined)
    assert not view.decline_all.isVisible()
    assert view.take_up.isVisible()
    qtbot.waitUntil(lambda: bool(view.findChildren(Toast)))
    view.findChildren(Toast)[0].acted.emit()
    qtbot.waitUntil(lambda: decided(session, "HOUSING") == "accepts")
    qtbot.waitUntil(lambda: not view.outline.is_declined)


def test_a_declined_plan_can_be_taken_up_again(qtbot, view, aurora, write):
    write(Edit("plan/all", "decision", "declines"))
    view.show_case(aurora)
    view.take_up.click()
    qtbot.waitUntil(lambda: {offer.decision for offer in view.outline.offers} == {""})


def test_an_open_question_leads_to_that_very_question(qtbot, view, aurora, content):
    view.show_case(aurora)
    with qtbot.waitSignal(view.question_wanted) as told:
        view.asks.buttons[0].click()
    asked = view.outline.asks[0].form_question
    assert told.args == ["aurora", content.paths[asked]]
    assert name_of(view.asks.buttons[0]).endswith(view.outline.asks[0].question)


def test_an_empty_case_leads_into_the_intake(qtbot, view, write):
    write(Edit("case", "pseudonym", "Usva"))
    view.show_case("aurora")
    assert view.cards == []
    assert not view.decline_all.isVisible(), "there is nothing to decline yet"
    button = next(b for b in view.findChildren(QWidget) if name_of(b) == "Go on with the intake")
    with qtbot.waitSignal(view.question_wanted) as told:
        button.click()
    assert told.args == ["aurora", ""]


def test_a_serious_threat_stands_first_and_in_red(view, aurora, answer):
    answer(threat_serious="yes", threat_target="client", threat_against="life")
    view.show_case(aurora)
    first = view.findChildren(Banner)[0]
    assert first.words.text().startswith("There is a serious threat.")
    assert first._tone == "red"


def test_without_a_threat_nothing_is_red(view, reflecting):
    view.show_case(reflecting)
    assert [banner._tone for banner in view.findChildren(Banner)] == ["amber"]


def test_the_reflection_period_shows_its_days(view, reflecting):
    view.show_case(reflecting)
    assert "Reflection period ends in 11 days" in texts(view)


def test_the_clock_warns_at_its_steps_and_names_what_to_do(view, reflecting, write, content):
    path = content.paths["grant_end"]
    write(Edit("repeat/one", content.paths["grant_start"], "2026-10-04"))
    for end, warned in (("2027-01-30", ""), ("2026-12-20", "30 days"), ("2026-11-24", "1 day")):
        write(Edit("repeat/one", path, end))
        view.show_case(reflecting)
        named = [one for one in texts(view) if "lawful, see a lawyer" in one]
        assert bool(named) == bool(warned)
        assert all(one.startswith(warned) for one in named)


def test_a_period_that_has_ended_is_not_said_to_run(view, reflecting, write, content):
    write(Edit("repeat/one", content.paths["grant_end"], "2026-11-20"))
    view.show_case(reflecting)
    assert "The reflection period ended on 20 November 2026" in texts(view)
    assert not [text for text in texts(view) if "ends in" in text]


def test_what_does_not_apply_says_why_with_the_sentence_of_the_leaflet(view, aurora, answer):
    answer(citizenships=["FI"])
    view.show_case(aurora)
    assert "This is for people who are not citizens of Finland." in texts(view)
    sources = [d for d in view.findChildren(Disclosure) if "S14" in name_of(d.head)]
    sources[0].head.click()
    assert sources[0].is_open
    assert any("S14" in text and len(text) > 30 for text in texts(sources[0]))


def test_the_reasons_quote_the_answer_that_decided(view, aurora):
    view.show_case(aurora)
    row = view.cards[0].rows["HOUSING"]
    row.more.click()
    assert "Because of “Is the place where you sleep tonight safe?” No" in texts(row)
    row.more.click()
    assert not row.is_open


def test_two_desks_that_differ_are_shown_as_being_compared(view, aurora, write, session, clock):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    connection = session.vault.connect()
    with transaction(connection):
        other = ("x", "aurora", "plan/HOUSING", "decision", "declines", (), "Kataja", "desk-4")
        case_store.add(connection, [Change(*other, clock())])
    connection.close()
    view.show_case(aurora)
    assert "Being compared" in texts(view.cards[0].rows["HOUSING"])


def test_an_answer_from_elsewhere_changes_the_plan_in_sight(qtbot, view, aurora, session, content):
    view.show_case(aurora)
    assert "HOUSING" in view.cards[0].rows
    edit = Edit("intake", content.paths["home_safe"], "yes")
    session.edit(aurora, [edit], view, lambda _held: None, pytest.fail)
    qtbot.waitUntil(lambda: "HOUSING" not in view.cards[0].rows)
    assert view.cards[-1].promise.key == "info"
    assert "HOUSING" in view.cards[-1].rows


def test_a_plan_behind_another_page_is_made_anew_on_coming_back(qtbot, view, aurora, answer):
    view.show_case(aurora)
    view.hide()
    answer(customer="proposed")
    view.show()
    assert view.cards[0].promise.key == "if"


def test_a_failed_write_says_so_and_is_tried_again(qtbot, view, aurora, session):
    view.show_case(aurora)
    view.keeper.failed.emit(AppError("The disk is full.", "Make room and try again."))
    notice = next(n for n in view.findChildren(Notice) if "The disk is full." in texts(n))
    notice.acted.emit()
    assert not notice.isVisible()


def test_a_narrow_window_puts_the_second_column_and_the_choice_below(view, aurora, window):
    view.show_case(aurora)
    assert not view._columns.is_stacked
    window.setMinimumSize(500, 400)
    window.resize(640, 600)
    assert view._columns.is_stacked
    row = view.cards[0].rows["HOUSING"]
    settle()
    assert not row.is_in_one_line
    assert row.choice.y() > row.next_step.y()
    assert row.width() <= view.width()


def test_everything_that_takes_the_keyboard_has_a_name(view, reflecting, write):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    view.show_case(reflecting)
    view.cards[0].rows["HOUSING"].open()
    settle()
    taking = [
        w
        for w in view.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(taking) > 20
    assert [w for w in taking if not name_of(w)] == []


def test_tab_goes_from_row_to_row_as_the_eye_does(qtbot, view, aurora):
    view.show_case(aurora)
    settle()
    first, second = list(view.cards[0].rows.values())[:2]
    segment(first, "Accepts").setFocus()
    for _step in range(6):
        if second.isAncestorOf(QApplication.focusWidget()):
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        place = QApplication.focusWidget()
        assert first.isAncestorOf(place) or second.isAncestorOf(place)
    assert second.isAncestorOf(QApplication.focusWidget())
