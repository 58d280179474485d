"""The life of a case on its page: the one next thing, closing, the Assistance system."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.life import Reason
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.case_view import standing
from assistance_desktop.ui.case_view.closing import ClosedBand
from assistance_desktop.ui.case_view.entries import Entries
from assistance_desktop.ui.case_view.next_step import Leads, next_step

TODAY = date(2026, 11, 23)


def names(widget):
    found = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    spoken = (QAccessible.queryAccessibleInterface(each) for each in found)
    return [one.text(QAccessible.Text.Name) for one in spoken if one]


def texts(widget):
    for _round in range(4):
        QApplication.sendPostedEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def titles(session, content):
    entries = Entries(session.case("aurora"), content)
    return [entries.entry(step).title for step in entries.steps]


@pytest.fixture
def following(session, content, aurora):
    """What the page says comes next."""

    def read():
        case = session.case("aurora")
        return next_step(case, standing.read(case, content, TODAY), 3, TODAY)

    return read


@pytest.fixture
def ask_closing(page, aurora):
    """The question whether to close, in front."""

    def do():
        page.show_case(aurora)
        page.close_case()
        return page.deeds.closing

    return do


def test_a_threat_comes_before_what_is_late_and_that_before_a_choice(following, write):
    assert following().leads is Leads.PLAN
    write(Edit("task/1", "what", "Call back"), Edit("task/1", "due", "2026-11-20"))
    assert (following().words, following().leads) == ("Call back", Leads.AGENDA)
    assert following().late
    write(Edit(CASE, "threat", True))
    assert (following().leads, following().late) == (Leads.SAFETY, False)


def test_a_task_that_is_done_and_an_appointment_that_was_kept_are_not_late(following, write):
    write(
        Edit("task/1", "due", "2026-11-20"),
        Edit("task/1", "done", True),
        Edit("appointment/1", "day", "2026-11-19"),
        Edit("appointment/1", "state", "kept"),
    )
    assert not following().late


def test_no_to_everything_leads_to_a_kind_end(following, write):
    write(
        Edit("plan/all", "decision", "declines"),
        *(Edit(f"plan/{code}", "decision", "declines") for code in ("HOUSING", "INTERP")),
    )
    assert following().leads is Leads.CLOSING
    assert following().words == "Nothing is planned. The offer stays open."


def test_saying_no_to_everything_never_changes_how_many_services_there_are(
    session, content, aurora, write
):
    before = standing.read(session.case("aurora"), content, TODAY).whole
    write(Edit("plan/all", "decision", "declines"))
    assert standing.read(session.case("aurora"), content, TODAY).whole == before


def test_closing_asks_for_a_reason_and_the_safe_answer_changes_nothing(qtbot, ask_closing, session):
    asked = ask_closing()
    assert not asked.dialog._act.isEnabled()
    asked.reason.combo.pick(Reason.MOVED.value)
    asked.reason.combo.chosen.emit(Reason.MOVED.value)
    assert asked.dialog._act.isEnabled()
    before = session.case("aurora").changes
    qtbot.keyClick(asked.dialog, Qt.Key.Key_Escape)
    assert session.case("aurora").changes == before


def test_a_closed_case_says_so_calmly_and_offers_nothing_to_begin(
    qtbot, page, ask_closing, session
):
    asked = ask_closing()
    asked.reason.combo.pick(Reason.HELP_IN_PLACE.value)
    asked.note.set_text("Lives with her sister")
    asked.dialog.set_ready(True)
    asked.dialog._act.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(ClosedBand)))
    qtbot.waitUntil(lambda: "Closed" in texts(page.header))
    shown = " ".join(texts(page))
    assert "This case was closed on 23 November 2026" in shown
    assert "Help is in place. Lives with her sister." in shown
    offered = names(page)
    for nothing in ("Open plan", "Add a note", "Look at the plan", "Change"):
        assert nothing not in offered
    assert session.case("aurora").text(CASE, "stage") == "plan", "how far it was stays on record"


def test_a_case_is_taken_up_again_from_its_band_and_the_history_says_both(
    qtbot, page, aurora, write, session, content
):
    write(
        Edit(CASE, "closed_on", "2026-11-20"),
        Edit(CASE, "closed_reason", Reason.NO_CONTACT.value),
        Edit(CASE, "closed_note", "Phone is off"),
    )
    assert titles(session, content)[0] == "Case closed"
    page.show_case(aurora)
    page.findChildren(ClosedBand)[0].acted.emit()
    qtbot.waitUntil(lambda: "Plan agreed" in texts(page.header))
    assert titles(session, content)[:2] == ["Case taken up again", "Case closed"]
    assert [page.deeds.closing, session.case("aurora").text(CASE, "closed_on")] == [None, ""]


def test_the_menu_offers_what_is_possible_now(page, aurora, write):
    page.show_case(aurora)
    menu = page.header.more.menu_
    page._fill_menu(menu)
    assert "Close the case" in [each.text() for each in menu.actions()]
    write(Edit(CASE, "closed_on", "2026-11-20"))
    again = page.header.more.menu_
    page._fill_menu(again)
    assert [each.text() for each in again.actions()] == ["Take the case up again"]


def test_the_status_is_changed_with_its_day_and_the_day_to_appeal_as_written(
    qtbot, page, aurora, session, content
):
    page.show_case(aurora)
    page.change_status()
    asked = page.deeds.asking
    asked.status.combo.pick("refused")
    asked.status.combo.chosen.emit("refused")
    assert asked.appeal.isVisible()
    asked.day.set_day(date(2026, 11, 19))
    asked.appeal.set_day(date(2026, 12, 21))
    asked.save.click()
    qtbot.waitUntil(lambda: "The answer was no" in texts(page.overview))
    case = session.case("aurora")
    assert case.value("intake", content.paths["customer"]) == "refused"
    assert case.fields("proposal") == {
        "decision": "refused",
        "decided_on": "2026-11-19",
        "appeal_until": "2026-12-21",
    }
    assert "Appeal by 21 December 2026" in texts(page.overview)


def test_a_status_without_a_decision_has_no_day_to_appeal(page, aurora):
    page.show_case(aurora)
    page.change_status()
    asked = page.deeds.asking
    asked.status.combo.pick("not_proposed")
    asked.status.combo.chosen.emit("not_proposed")
    assert not asked.appeal.isVisible()
    assert not asked.day.isVisible()
    asked.panel.leave()


def test_what_was_written_in_one_go_is_one_row_of_the_history(session, content, aurora, write):
    before = len(titles(session, content))
    write(
        Edit("told/1", "recipient", "Safe house South"),
        Edit("told/1", "said", "First name, language"),
        Edit("told/1", "ground", "consent"),
        Edit("told/1", "how", "phone"),
    )
    found = titles(session, content)
    assert len(found) == before + 1
    assert found[0] == "Told: Safe house South"


def test_a_later_change_of_an_appointment_is_a_row_of_its_own(session, content, aurora, write):
    write(Edit("appointment/1", "what", "Clinic"), Edit("appointment/1", "day", "2026-11-26"))
    write(Edit("appointment/1", "state", "missed"), author=("Kataja", "desk-4"))
    assert titles(session, content)[:2] == [
        "Appointment: What became of it",
        "Appointment: Clinic",
    ]


def test_after_a_no_to_everything_the_numbers_to_call_stay_and_only_checked_ones(
    page, aurora, write, content
):
    write(
        Edit("plan/all", "decision", "declines"),
        *(Edit(f"plan/{code}", "decision", "declines") for code in ("HOUSING", "INTERP")),
    )
    page.show_case(aurora)
    shown = texts(page.overview)
    for contact in content.pack.contacts:
        assert (contact.phone in shown) == ("verify" not in contact.certainty)


def test_a_case_without_a_name_can_be_closed(qtbot, page, write, session):
    write(Edit(CASE, "stage", "plan"), case_id="nameless")
    page.show_case("nameless")
    page.close_case()
    asked = page.deeds.closing
    asked.reason.combo.pick(Reason.REFUSED_ALL.value)
    asked.dialog.set_ready(True)
    asked.dialog._act.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(ClosedBand)))
    assert "no name is needed to come back" in " ".join(texts(page))


def test_what_did_not_change_keeps_its_place_while_a_note_is_typed(page, aurora, write):
    page.show_case(aurora)
    before = page.overview.next
    write(Edit("note/9", "text", "Rang from the clinic."))
    assert page.overview.next is before
    write(Edit("task/1", "what", "Call back"), Edit("task/1", "due", "2026-11-20"))
    assert page.overview.next is not before


def test_a_threat_stands_while_one_desk_says_so_or_nobody_settled_it(following, write, add_head):
    write(Edit(CASE, "threat", False))
    add_head(CASE, "threat", value=True)
    assert following().leads is Leads.SAFETY


def test_a_threat_that_nobody_settled_stands_whatever_the_case_says(page, aurora, write):
    write(
        Edit("threat/1", "raised_at", "2026-11-22T10:24"),
        Edit("threat/1", "what", "He knows the address"),
        Edit("threat/1", "called_112_at", "2026-11-22T10:26"),
        Edit(CASE, "threat", False),
    )
    page.show_case(aurora)
    assert "Serious threat" in texts(page.header)
    told = [each.accessibleName() for each in page.overview.timeline.findChildren(QWidget)]
    assert [one for one in told if one.startswith("112 was called")]


def test_a_day_that_cannot_be_read_is_said_and_nothing_is_written(page, aurora, session):
    page.show_case(aurora)
    page.change_status()
    asked, before = page.deeds.asking, session.case(aurora).changes
    asked.day.set_text("31 February 2026")
    asked.save.click()
    assert asked.day.error
    assert asked.panel.isVisible()
    assert session.case(aurora).changes == before
    asked.panel.leave()


def test_the_band_stands_over_every_tab(page, aurora, write):
    write(Edit(CASE, "closed_on", "2026-11-20"))
    page.show_case(aurora)
    for tab in ("plan", "answers", "documents", "history"):
        page.show_tab(tab)
        assert "This case was closed on 20 November 2026" in texts(page)


def test_without_room_the_menu_takes_print(qtbot, page, aurora, window):
    page.show_case(aurora)
    window.setMinimumSize(640, 400)
    page.setMinimumWidth(0)
    page.header.resize(640, 80)
    assert page.header.is_tight
    assert "Print for Aurora" not in names(page.header)
    page._fill_menu(page.header.more.menu_)
    with qtbot.waitSignal(page.print_wanted):
        page.header.more.menu_.actions()[0].trigger()
