from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from assistance_desktop.cases.agreements import State, asked_about
from assistance_desktop.cases.consent import OFFICE, Purpose
from assistance_desktop.cases.telling import Ground, told
from assistance_desktop.storage import outbox
from assistance_desktop.storage.vault import transaction

CASE, SHELTER = "c", "Safe house South"
CLINIC = "City health station"


def words_of(panel):
    return " ".join(one.text() for one in panel.findChildren(QLabel))


def press(qtbot, session, button):
    with qtbot.waitSignal(session.changed):
        button.click()


def test_the_ticks_are_those_that_were_agreed_and_no_others_can_be_set(people_told):
    people_told.open(CASE, SHELTER)
    boxes = people_told.panel.topics.boxes
    assert people_told.panel.topics.ticked == {"called", "language"}
    assert not boxes["phone"].isEnabled()
    assert "health" not in boxes
    assert "Health is secret" in words_of(people_told.panel)


def test_no_phone_number_and_no_own_offence_stands_on_any_panel(people_told, write):
    write(("consent/1", "topics", ["called", "phone", "happened"]))
    for recipient in (SHELTER, CLINIC, "", "log"):
        people_told.open(CASE, recipient)
        said = words_of(people_told.panel)
        assert "040 000" not in said
        assert "offence" not in said
        assert "not allowed" not in said
        people_told.panel.leave()


def test_what_was_told_is_written_down_with_its_consent(qtbot, session, people_told):
    people_told.open(CASE, SHELTER)
    people_told.panel.topics.tick("language")
    press(qtbot, session, people_told.panel.tell_button)
    (one,) = told(session.case(CASE))
    assert (one.recipient, one.what, one.ground) == (SHELTER, ("called",), Ground.CONSENT)
    assert (one.consent, one.by, one.purpose) == ("consent/1", "Pihlaja", "To have a room ready")


def test_nothing_ticked_is_nothing_told(people_told):
    people_told.open(CASE, SHELTER)
    people_told.panel.topics.tick("called", "language")
    assert not people_told.panel.tell_button.isEnabled()


def test_a_consent_withdrawn_at_another_desk_meanwhile_closes_the_open_panel(
    session, people_told, write
):
    people_told.open(CASE, SHELTER)
    write(("consent/1", "state", "withdrawn"))
    people_told.panel.tell_button.click()
    assert "took this consent back" in words_of(people_told.panel)
    assert told(session.case(CASE)) == ()


def test_without_a_consent_it_can_be_asked_and_then_told(qtbot, session, people_told):
    people_told.open(CASE, CLINIC)
    assert "has not agreed to this" in words_of(people_told.panel)
    people_told.panel.first.click()
    asking = people_told.panel
    assert asking.topics.ticked == frozenset()
    asking.yes.click()
    assert asking.isVisible()
    asking.topics.tick("called", "health")
    press(qtbot, session, asking.yes)
    (given,) = asked_about(session.case(CASE), CLINIC)
    assert given.topics == {"called", "health"}
    assert people_told.panel.topics.ticked == {"called", "health"}


def test_a_yes_is_for_its_purpose_and_another_purpose_is_asked_anew(qtbot, session, people_told):
    people_told.open(CASE, "")
    qtbot.keyClicks(people_told.panel.name.edit, SHELTER)
    people_told.panel.purpose.set_text("To ask about papers")
    people_told.panel.go_on.click()
    assert "another purpose only" in words_of(people_told.panel)
    people_told.panel.first.click()
    people_told.panel.topics.tick("stay")
    press(qtbot, session, people_told.panel.yes)
    given = asked_about(session.case(CASE), SHELTER)
    assert [one.purpose for one in given] == ["To have a room ready", "To ask about papers"]
    assert people_told.panel.topics.ticked == frozenset()


def test_a_no_is_written_down_too(qtbot, session, people_told):
    people_told.open(CASE, CLINIC)
    people_told.panel.first.click()
    press(qtbot, session, people_told.panel.no)
    (said,) = asked_about(session.case(CASE), CLINIC)
    assert said.state is State.REFUSED
    assert said.topics == frozenset()


def test_an_embassy_is_closed_and_cannot_even_be_asked_about(people_told):
    people_told.open(CASE, "Suurlähetystö")
    said = words_of(people_told.panel)
    assert "must not know" in said
    assert "Only if the law applies" not in said
    assert people_told.panel.first.text() == "Write down the call"


def test_a_yes_to_somebody_who_must_not_know_any_more_can_still_be_taken_back(
    qtbot, session, people_told, write
):
    write(("consent/1", "kind", "family"), do_not_tell=["family"])
    people_told.open(CASE, SHELTER)
    people_told.panel.withdraw_wanted.emit()
    press(qtbot, session, people_told.panel.withdraw)
    assert asked_about(session.case(CASE), SHELTER)[0].state is State.WITHDRAWN


def test_the_way_on_is_closed_while_the_name_of_an_embassy_is_written(qtbot, people_told):
    people_told.open(CASE, "")
    qtbot.keyClicks(people_told.panel.name.edit, "The embassy")
    assert not people_told.panel.go_on.isEnabled()
    people_told.panel.name.edit.clear()
    qtbot.keyClicks(people_told.panel.name.edit, "Reception centre")
    assert people_told.panel.go_on.isEnabled()
    assert people_told.panel.kind.value == "reception_centre"


def test_a_call_without_a_name_holds_no_name_and_no_number(qtbot, session, people_told, write):
    people_told.open(CASE, CLINIC)
    people_told.panel.nameless_wanted.emit()
    panel = people_told.panel
    write(municipality="Lieksa")
    for giving_away in ("I asked for Aurora", "040 123 4567", "About K7-4M2Q", "in Lieksa"):
        panel.said.set_text(giving_away)
        panel.write_button.click()
        assert panel.said.error
    panel.said.set_text("How to book a visit without papers")
    press(qtbot, session, panel.write_button)
    (one,) = told(session.case(CASE))
    assert (one.ground, one.what) == (Ground.NO_NAME, ())


def test_a_duty_needs_a_reason_and_tells_one_sentence(qtbot, session, people_told):
    people_told.open(CASE, CLINIC)
    people_told.panel.duty_wanted.emit(Purpose.THREAT)
    panel = people_told.panel
    panel.said.set_text("Somebody said they will come tonight.")
    panel.write_button.click()
    assert panel.reason.error
    panel.reason.set_text("A threat to life")
    press(qtbot, session, panel.write_button)
    (one,) = told(session.case(CASE))
    assert (one.recipient, one.ground, one.what) == ("police", Ground.THREAT, ())
    assert (one.said, one.reason) == ("Somebody said they will come tonight.", "A threat to life")


def test_a_word_takes_a_consent_back_and_the_answer_of_the_intake_with_it(
    qtbot, session, people_told, write, content
):
    given = {"recipient": OFFICE, "state": "given", "given_on": "2026-01-02"}
    write(*[("consent/office", field, value) for field, value in given.items()],
          consent_office="agrees")  # fmt: skip
    people_told.open(CASE, OFFICE)
    press(qtbot, session, people_told.panel.withdraw)
    case = session.case(CASE)
    assert asked_about(case, OFFICE)[0].state is State.WITHDRAWN
    assert case.text("intake", content.paths["consent_office"]) == "does_not"


def test_later_is_a_task_and_nothing_more(qtbot, session, people_told):
    people_told.open(CASE, CLINIC)
    with qtbot.waitSignal(session.changed):
        people_told.panel.reminder_wanted.emit()
    case = session.case(CASE)
    (task,) = case.records("task")
    assert CLINIC in case.text(task, "what")
    assert told(case) == ()


def test_for_a_child_an_adult_and_from_fifteen_the_child_agree(people_told, write, session):
    born = session.today.replace(year=session.today.year - 16, day=1)
    write(date_of_birth=born.isoformat(), guardian="parent")
    people_told.open(CASE, SHELTER)
    people_told.panel.first.click()
    asking = people_told.panel
    assert [asking.by.combo.itemData(at) for at in range(asking.by.combo.count())] == [
        "guardian", "representative",
    ]  # fmt: skip
    asking.topics.tick("called")
    asking.yes.click()
    assert "young person agrees too" in words_of(asking)


def test_a_suspected_guardian_is_not_offered(people_told, write, session):
    write(date_of_birth=session.today.isoformat(), guardian="suspected")
    people_told.open(CASE, CLINIC)
    people_told.panel.first.click()
    combo = people_told.panel.by.combo
    assert [combo.itemData(at) for at in range(combo.count())] == ["representative"]


def test_the_log_shows_every_telling_and_every_paper(qtbot, session, people_told, write):
    people_told.open(CASE, SHELTER)
    press(qtbot, session, people_told.panel.tell_button)
    write(("print/1", "kind", "summary"), ("print/1", "on", "2026-01-02"))
    people_told.open(CASE, "log")
    said = words_of(people_told.panel)
    for words in (SHELTER, "Name to use, Language", "Agreed", "A paper", "Pihlaja"):
        assert words in said


def test_a_bundle_to_the_office_stands_in_the_log(session, people_told, open_vault):
    at = datetime(2026, 1, 3, 10, tzinfo=UTC)
    connection = open_vault.connect()
    with transaction(connection):
        held = [one.id for one in session.case(CASE).changes]
        row = outbox.BundleRow(
            True,
            "office",
            1,
            "d" * 64,
            "m" * 64,
            at,
            1,
            len(held),
            False,
        )
        outbox.record(connection, row, held)
    connection.close()
    people_told.open(CASE, "log")
    assert f"{len(held)} changes in a sealed bundle" in words_of(people_told.panel)


def test_everything_that_the_keyboard_reaches_has_a_spoken_name(people_told):
    for recipient in (SHELTER, CLINIC, "", "log", OFFICE, "nameless"):
        people_told.open(CASE, recipient)
        panel = people_told.panel
        nameless = [
            widget
            for widget in panel.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert nameless == []
        panel.leave()


def test_a_small_window_keeps_the_buttons_in_sight(people_told, window):
    window.resize(1024, 608)
    people_told.open(CASE, SHELTER)
    button = people_told.panel.tell_button
    corner = button.mapTo(window, QPoint(button.width() - 1, button.height() - 1))
    assert window.rect().contains(corner)


def test_esc_closes_a_panel_and_nothing_is_told(qtbot, session, people_told):
    people_told.open(CASE, SHELTER)
    qtbot.keyClick(people_told.panel, Qt.Key.Key_Escape)
    assert people_told.panel is None
    assert told(session.case(CASE)) == ()
