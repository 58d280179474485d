from PySide6.QtWidgets import QFileDialog, QLabel

from assistance_desktop.cases import agenda as records
from assistance_desktop.storage import activity
from assistance_desktop.storage.activity import Filters
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.ui.kit.time_field import read_time
from assistance_desktop.ui.kit.toast import Toast


def the_appointment(session, case_id="aurora"):
    (found,) = records.appointments(session.case(case_id))
    return found


def test_an_appointment_is_written_with_all_that_was_typed(agenda, session, qtbot):
    agenda.open("aurora", "appointment")
    form = agenda.form
    for field, words in ((form.what, "Clinic visit"), (form.where, "Side entrance")):
        qtbot.keyClicks(field.edit, words)
    qtbot.keyClicks(form.time.edit, "9.30")
    form.minutes.set_text("45")
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    found = the_appointment(session)
    assert (found.day, found.time, found.minutes) == (session.today, "09:30", 45)
    assert (found.what, found.where) == ("Clinic visit", "Side entrance")
    assert found.cover == "Appointment"
    assert agenda.form is None


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_written(agenda, session):
    agenda.open("aurora", "appointment")
    form = agenda.form
    form.day.set_text("")
    form.save_button.click()
    assert form.day.error
    form.day.set_day(session.today)
    form.time.set_text("noon")
    form.save_button.click()
    assert agenda.form is form
    assert records.appointments(session.case("aurora")) == ()


def test_opening_and_saving_what_is_there_changes_nothing(agenda, session, write, qtbot):
    write("aurora", "appointment/1", day="2026-11-24", time="09:30", minutes=30, cover="Errand")
    before = len(session.case("aurora").changes)
    agenda.open("aurora", "appointment/1")
    with qtbot.waitSignal(agenda.form.saved):
        agenda.form.save_button.click()
    assert len(session.case("aurora").changes) == before


def test_from_today_the_form_asks_whose_it_is(agenda, session, qtbot):
    agenda.open("", "task")
    form = agenda.form
    form.what.set_text("Ring the clinic")
    form.save_button.click()
    assert form.chooser.field.error
    qtbot.keyClicks(form.chooser.field.edit, "kie")
    qtbot.waitUntil(lambda: len(form.chooser.rows) == 1)
    form.chooser.rows[0].click()
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    (task,) = records.tasks(session.case("kielo"))
    assert (task.what, task.due) == ("Ring the clinic", session.today)


def test_a_task_for_a_service_carries_its_code(agenda, session, qtbot):
    agenda.open("aurora", "task LEGAL")
    agenda.form.what.set_text("Ask for legal aid")
    with qtbot.waitSignal(agenda.form.saved):
        agenda.form.save_button.click()
    assert records.tasks(session.case("aurora"))[0].service == "LEGAL"


def test_what_is_taken_out_can_be_put_back(agenda, session, write, window, qtbot):
    write("aurora", "task/1", what="Call", due="2026-11-24")
    agenda.open("aurora", "task/1")
    with qtbot.waitSignal(agenda.form.removed):
        agenda.form.remove.click()
    assert records.tasks(session.case("aurora")) == ()
    window.centralWidget().findChild(Toast).acted.emit()
    qtbot.waitUntil(lambda: len(records.tasks(session.case("aurora"))) == 1)


def test_locking_keeps_what_is_half_typed(agenda, session, qtbot):
    agenda.open("aurora", "task")
    qtbot.keyClicks(agenda.form.what.edit, "Send the requ")
    session.closing.emit()
    qtbot.waitUntil(lambda: records.tasks(session.case("aurora")) != ())
    assert records.tasks(session.case("aurora"))[0].what == "Send the requ"


def test_locking_an_untouched_form_writes_nothing(agenda, session, qtbot, write):
    agenda.open("aurora", "appointment")
    session.closing.emit()
    agenda.form.leave()
    agenda.open("aurora", "task")
    qtbot.keyClicks(agenda.form.what.edit, "Call")
    session.closing.emit()
    qtbot.waitUntil(lambda: records.tasks(session.case("aurora")) != ())
    assert records.appointments(session.case("aurora")) == ()


def test_esc_leaves_without_saving(agenda, session, qtbot):
    agenda.open("aurora", "task")
    agenda.form.what.set_text("Nothing")
    agenda.form.reject()
    assert agenda.form is None
    assert records.tasks(session.case("aurora")) == ()


def test_a_calendar_gets_a_neutral_title_and_no_place_unless_it_is_ticked(
    agenda, session, write, tmp_path, qtbot
):
    fields = {"day": "2026-11-24", "time": "09:30", "what": "Clinic visit", "where": "Side door"}
    write("aurora", "appointment/1", **fields)
    agenda.open("aurora", "appointment/1")
    form, path = agenda.form, tmp_path / "entry.ics"
    form._on_path_chosen(path)
    qtbot.waitUntil(lambda: form.findChild(Toast) is not None)
    content = path.read_text("utf-8")
    assert "SUMMARY:Appointment" in content
    for word in ("Aurora", "Clinic", "Side", "Pihlaja", "K7-4M2Q", "VALARM", "DESCRIPTION"):
        assert word not in content
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.glob("*.ics*")] == ["entry.ics"]
    form.calendar.place.setChecked(True)
    form._on_path_chosen(path)
    qtbot.waitUntil(lambda: "LOCATION:Side door" in path.read_text("utf-8"))
    qtbot.waitUntil(lambda: activity.head(session.reader)[0] == 2)
    newest = activity.read(session.reader, Filters())[0]
    assert newest.deed == Deed(Kind.EXPORTED, "aurora", {"what": "calendar"})


def test_words_that_give_away_are_refused_and_never_kept(agenda, session, window, qtbot):
    agenda.open("aurora", "appointment")
    form = agenda.form
    form.calendar.title_field.combo.pick("own")
    form.calendar.title_field.changed.emit()
    for words in ("Aurora", "Clinic", "Number 5", ""):
        form.what.set_text("Clinic visit")
        form.calendar.own.set_text(words)
        form.calendar.save_button.click()
        assert form.calendar.own.error
        assert form.calendar.cover == ""
    assert window.findChild(QFileDialog) is None
    form.calendar.own.set_text("Dentist")
    form.calendar.save_button.click()
    dialog = window.findChild(QFileDialog)
    assert dialog.selectedFiles()[0].endswith("entry.ics")
    dialog.reject()


def test_an_entry_that_cannot_be_written_is_told_and_nothing_is_left(
    agenda, session, write, tmp_path, qtbot
):
    write("aurora", "appointment/1", day="2026-11-24")
    agenda.open("aurora", "appointment/1")
    agenda.form._on_path_chosen(tmp_path / "nowhere" / "entry.ics")
    qtbot.waitUntil(lambda: "could not be written" in " ".join(_said(agenda.form)))


def _said(widget):
    return [one.text() for one in widget.findChildren(QLabel)]


def test_times_are_read_as_people_write_them():
    assert [read_time(one) for one in ("9", "9.30", "09:30", "24:00", "9:5", "x", "")] == [
        "09:00", "09:30", "09:30", None, None, None, None,
    ]  # fmt: skip
