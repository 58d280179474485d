from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from assistance_desktop import i18n
from assistance_desktop.storage import case_store
from assistance_desktop.ui.clock_notice import clock_notice
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.menu import Menu
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.today import greeting, running
from assistance_desktop.ui.today.rows import AppointmentRow, StepRow, TaskRow, ThreatRow

GRANTS = "/intake/residence/grants"


def said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]


def kinds(page):
    return [type(row) for row in page.agenda.rows]


def menu_of(row) -> dict[str, object]:
    row.more._fill(row.more.menu_)
    return {one.text(): one for one in row.more.menu_.actions() if one.text()}


def grant(write, content, case_id, start, end):
    write(case_id, "intake", **{content.paths["reflection_granted"]: "yes"})
    fields = {
        "of": GRANTS,
        "position": 0,
        f"{GRANTS}/grant_start": start,
        f"{GRANTS}/grant_end": end,
    }
    write(case_id, f"repeat/{case_id}", **fields)


def test_the_first_day_offers_an_intake_and_a_bundle(shown, qtbot):
    page = shown()
    assert page.views.currentWidget() is page.beginning
    with qtbot.waitSignal(page.intake_wanted):
        page.first_button.click()


def test_a_day_with_cases_and_nothing_planned_says_so(shown, people, qtbot):
    page = shown()
    assert page.views.currentWidget() is page.day
    qtbot.waitUntil(lambda: "Nothing is planned for today." in said(page.agenda))
    assert [row.accessibleName() for row in page.recent.rows] == ["Kielo H2-6PWD", "Aurora K7-4M2Q"]


def test_a_day_holds_its_appointments_by_the_clock_and_then_what_is_due(shown, people, write, day):
    write("Kielo", "appointment/2", day=day(0), time="12:15", what="Clinic visit", who="Kanerva")
    write("Aurora", "appointment/1", day=day(0), time="09:30", what="Meeting", minutes=45)
    write("Aurora", "task/1", what="Send the request", due=day(-2))
    write("Kielo", "task/1", what="Tomorrow", due=day(1))
    write("Kielo", "plan/HEALTH", decision="accepts", next_step="Ring the clinic", due=day(0))
    page = shown()
    assert kinds(page) == [AppointmentRow, AppointmentRow, TaskRow, StepRow]
    words = " | ".join(said(page.agenda))
    assert "Meeting with Aurora | 09:30 | 45 min" in words
    assert "Clinic visit with Kielo | Kanerva goes along | 12:15" in words
    assert "Overdue since Sat 21 Nov" in words
    assert "Tomorrow" not in words
    assert "2 appointments and 2 tasks today." in said(page.header)[1]


def test_a_serious_threat_stands_first(shown, people, write, day):
    write("Aurora", "appointment/1", day=day(0), time="00:30", what="Meeting")
    write("Kielo", "case", threat=True)
    page = shown()
    assert kinds(page) == [ThreatRow, AppointmentRow]


def test_a_ticked_task_goes_and_undo_brings_it_back(shown, people, write, day, session, qtbot):
    write("Aurora", "task/1", what="Send the request", due=day(0))
    page = shown()
    page.agenda.rows[0].tick.click()
    qtbot.waitUntil(lambda: not page.agenda.rows)
    fields = session.case("Aurora").fields("task/1")
    assert (fields["done"], fields["done_on"]) == (True, day(0))
    page.findChild(Toast).acted.emit()
    qtbot.waitUntil(lambda: len(page.agenda.rows) == 1)
    assert session.case("Aurora").fields("task/1")["done"] is False


def test_what_became_of_an_appointment_is_said_from_its_row(
    shown, people, write, day, session, qtbot
):
    write("Aurora", "appointment/1", day=day(0), time="07:00", what="Meeting")
    page = shown()
    menu_of(page.agenda.rows[0])["It took place"].trigger()
    qtbot.waitUntil(lambda: "Took place" in said(page.agenda))
    menu_of(page.agenda.rows[0])["It is cancelled"].trigger()
    qtbot.waitUntil(lambda: not page.agenda.rows)
    assert session.case("Aurora").text("appointment/1", "state") == "cancelled"


def test_an_appointment_of_the_days_before_is_asked_about_until_it_is_said(
    shown, people, write, day
):
    write("Aurora", "appointment/1", day=day(-3), time="07:00", what="Meeting")
    write("Aurora", "appointment/2", day=day(-30), time="07:00", what="Long ago")
    page = shown()
    assert "Did it take place?" in said(page.agenda)
    assert len(page.agenda.rows) == 1
    write("Aurora", "appointment/1", state="missed")
    assert shown().agenda.rows == []


def test_the_week_holds_seven_days_each_with_what_is_on_it(shown, people, write, day, qtbot):
    write("Aurora", "appointment/1", day=day(2), time="07:00", what="Meeting")
    write("Kielo", "task/1", what="Bring the papers", due=day(6))
    write("Kielo", "task/2", what="Too late for this week", due=day(7))
    page = shown()
    assert page.agenda.rows == []
    page.agenda.week.click()
    qtbot.waitUntil(lambda: "Tuesday 24 November" in said(page.agenda))
    assert said(page.agenda).count("Nothing planned") == 5
    assert kinds(page) == [AppointmentRow, TaskRow]


def test_another_pseudonym_is_followed(shown, people, write, day):
    write("Aurora", "appointment/1", day=day(0), time="09:30", what="Meeting")
    shown()
    write("Aurora", "case", pseudonym="Ruska")
    assert "Meeting with Ruska" in said(shown().agenda)


def test_the_nearest_clocks_stand_first_and_open_the_plan(
    shown, people, write, day, content, qtbot
):
    grant(write, content, "Kielo", day(-80), day(96))
    grant(write, content, "Aurora", day(-79), day(11))
    write("Kielo", "proposal", appeal_until=day(19), decided_on=day(-11))
    page = shown()
    found = [(one.name, (one.end - page.standing.today).days) for one in page.standing.clocks]
    assert found == [("Aurora", 11), ("Kielo", 19), ("Kielo", 96)]
    with qtbot.waitSignal(page.plan_wanted, check_params_cb=lambda case: case == "Aurora"):
        page.clocks.rows[0].click()


def test_a_clock_ends_at_six_months_whatever_is_written_and_none_runs_that_is_over(
    session, people, write, day, content
):
    grant(write, content, "Kielo", "2026-06-10", "2027-03-01")
    grant(write, content, "Aurora", "2026-08-01", day(-1))
    (clock,) = running.read(session.reader, content, session.today)
    assert (clock.name, clock.end.isoformat()) == ("Kielo", "2026-12-10")


def test_clocks_are_the_nearest_of_all_and_no_more_cases_are_opened(session, write, day, content):
    for number in range(12):
        name = f"Usva{number:02}"
        write(name, "case", pseudonym=name, stage="plan")
        grant(write, content, name, day(-100), day(3 + 5 * number))
    found = running.read(session.reader, content, session.today)
    assert [one.name for one in found] == ["Usva00", "Usva01", "Usva02", "Usva03"]


def test_a_clock_that_runs_before_the_last_saved_day_is_told(
    shown, people, session, open_vault, write
):
    assert clock_notice(session) is None
    session.clock = lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    page = shown()
    (notice,) = page.findChildren(Notice)
    assert (
        "It says 20 November 2026, but something was saved here on 23 November 2026."
        in " ".join(said(notice))
    )


def test_a_clock_of_another_desk_says_nothing_about_this_one(session, people, pen):
    connection = session.vault.connect()
    change = case_store.load(connection, "Aurora").changes[0]
    ahead = replace(
        change,
        id="f" * 32,
        device="laptop-2",
        at=change.at + timedelta(days=400),
        replaces=(change.id,),
    )
    case_store.add(connection, [ahead])
    connection.close()
    assert clock_notice(session) is None


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Monday 23 November"),
        ("fi", "Maanantai 23. marraskuuta"),
        ("sv", "Måndag 23 november"),
    ],
)
def test_the_day_is_written_as_the_language_writes_it(session, language, day):
    i18n.use_language(language)
    assert greeting.title(session.today) == day


def test_everything_is_reached_by_the_keyboard(shown, people, write, day, qtbot):
    write("Aurora", "appointment/1", day=day(0), time="09:30", what="Meeting")
    write("Aurora", "task/1", what="Send the request", due=day(0))
    page = shown()
    page.agenda.week.setFocus()
    seen = set()
    for _step in range(20):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.add(page.window().focusWidget())
    row, task = page.agenda.rows
    assert {row.open_button, row.more, task.tick, page.new_button, page.recent.rows[0]} <= seen


def test_in_a_small_window_the_day_stands_above_what_is_beside_it(shown, people, qtbot):
    page = shown()
    page.window().resize(QSize(1000, 640))
    qtbot.waitUntil(lambda: page.clocks.parentWidget().y() > page.agenda.parentWidget().y())
    assert isinstance(page.agenda.add.menu_, Menu)


def test_the_keyboard_stays_at_its_place_when_a_task_is_ticked(shown, people, write, day, qtbot):
    for number in (1, 2, 3):
        write("Aurora", f"task/{number}", what=f"Task {number}", due=day(0))
    page = shown()
    page.window().activateWindow()
    page.agenda.rows[1].tick.setFocus()
    qtbot.keyClick(page.agenda.rows[1].tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.agenda.rows) == 2)
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.agenda.rows[1].tick)


def test_a_day_with_very_much_on_it_opens_with_the_first_and_tells_of_the_rest(
    shown, people, write, day
):
    for number in range(30):
        write("Aurora", f"task/{number}", what=f"Task {number}", due=day(-number))
    page = shown()
    assert len(page.agenda.rows) == 25
    rest = next(b for b in page.agenda.findChildren(QPushButton) if b.text() == "Show everything")
    rest.click()
    assert len(page.agenda.rows) == 30


def test_the_right_to_stay_and_the_18th_birthday_are_clocks_too(
    session, people, write, day, content
):
    born = content.paths["date_of_birth"]
    write("Aurora", "intake", **{content.paths["stay_basis"]: "permit"})
    write("Aurora", "intake", **{content.paths["stay_until"]: day(40)})
    write("Kielo", "intake", **{born: "2008-12-01"})
    found = running.read(session.reader, content, session.today)
    assert [(one.name, one.what, one.end.isoformat()) for one in found] == [
        ("Kielo", "until the 18th birthday", "2026-12-01"),
        ("Aurora", "until the right to stay ends", day(40)),
    ]
    write("Kielo", "intake", **{born: "2008-11-22"})
    assert [one.name for one in running.read(session.reader, content, session.today)] == ["Aurora"]
