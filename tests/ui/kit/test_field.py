from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from assistance_desktop import i18n
from assistance_desktop.ui.kit.date_field import DateField
from assistance_desktop.ui.kit.day_words import NoSuchDayError, read_day
from assistance_desktop.ui.kit.field import LineField, NumberField, TextField


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


def put(page, field):
    return page.put(field)


def leave(qtbot, field):
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_field_is_named_by_its_label(page):
    field = put(page, LineField("Safe way to make contact"))
    assert spoken(field.edit).text(QAccessible.Text.Name) == "Safe way to make contact"


def test_typing_tells_and_writing_does_not(qtbot, page):
    field = put(page, LineField("Name"))
    with qtbot.assertNotEmitted(field.changed):
        field.set_text("Aurora")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.edit, "!")
    assert field.text == "Aurora!"


def test_an_error_keeps_what_was_typed_and_is_spoken(page):
    field = put(page, LineField("Name", "Aurora"))
    field.show_error("Write at least three letters.")
    assert field.text == "Aurora"
    assert field.error == "Write at least three letters."
    described = spoken(field.edit).text(QAccessible.Text.Description)
    assert described == "Write at least three letters."
    field.show_error("")
    assert field.error == ""


def test_typing_takes_the_error_away(qtbot, page):
    field = put(page, LineField("Name"))
    field.show_error("Write a name.")
    qtbot.keyClicks(field.edit, "K")
    assert field.error == ""


@pytest.mark.parametrize(("typed", "number"), [("3", 3), ("", None), ("many", None), ("2,5", None)])
def test_a_whole_number_is_read(qtbot, page, typed, number):
    field = put(page, NumberField("Children"))
    qtbot.keyClicks(field.edit, typed)
    leave(qtbot, field)
    assert field.number == number
    assert bool(field.error) == (number is None and bool(typed))


def test_a_comma_is_a_decimal_sign(qtbot, page):
    field = put(page, NumberField("Hours", decimals=True))
    qtbot.keyClicks(field.edit, "2,5")
    assert field.number == 2.5


def test_tab_leaves_a_text_of_several_lines(qtbot, page):
    field = put(page, TextField("Note"))
    after = put(page, LineField("Next"))
    page.activateWindow()
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert after.edit.hasFocus()


def test_a_text_grows_with_its_lines(page):
    field = put(page, TextField("Note", lines=2))
    before = field.edit.sizeHint().height()
    field.set_text("\n".join("abcdef"))
    assert field.edit.sizeHint().height() > before


@pytest.mark.parametrize(
    "typed",
    ["15.10.2026", "15/10/2026", "15 10 2026", "2026-10-15", "15 October 2026", "15 oct 2026"],
)
def test_a_day_is_read_as_people_write_it(typed):
    assert read_day(typed) == date(2026, 10, 15)


@pytest.mark.parametrize(
    ("language", "typed"), [("fi", "15. lokakuuta 2026"), ("sv", "15 oktober 2026")]
)
def test_months_are_known_in_the_language_of_the_screens(language, typed):
    i18n.use_language(language)
    assert read_day(typed) == date(2026, 10, 15)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31 February 2027", "This date does not exist. Did you mean 28 February?"),
        ("30.2.2028", "This date does not exist. Did you mean 29 February?"),
        ("1.13.2026", "There is no month 13. Write the day first."),
        ("15.10.", "Write the year too, such as 15.10.2026."),
        ("15.10.26", "Write the date as day, month and year, such as 15.10.2026."),
        ("soon", "Write the date as day, month and year, such as 15.10.2026."),
        ("1.1.0026", "Check the year 26."),
    ],
)
def test_a_day_that_is_none_is_answered_with_what_to_do(typed, sentence):
    with pytest.raises(NoSuchDayError, match=sentence.replace("?", r"\?")):
        read_day(typed)


def test_a_day_is_written_out_when_the_field_is_left(qtbot, page):
    field = put(page, DateField("Permission to stay ends"))
    qtbot.keyClicks(field.edit, "15.10.2026")
    with qtbot.waitSignal(field.finished):
        leave(qtbot, field)
    assert (field.text, field.day) == ("15 October 2026", date(2026, 10, 15))


def test_a_wrong_day_stays_as_it_was_typed(qtbot, page):
    field = put(page, DateField("Permission to stay ends"))
    qtbot.keyClicks(field.edit, "31 February 2027")
    leave(qtbot, field)
    assert field.text == "31 February 2027"
    assert field.day is None
    assert field.error == "This date does not exist. Did you mean 28 February?"


def test_a_day_lies_between_its_limits(qtbot, page):
    field = put(page, DateField("Born", not_after=date(2026, 11, 23)))
    qtbot.keyClicks(field.edit, "24.11.2026")
    leave(qtbot, field)
    assert field.day is None
    assert field.error == "The latest day is 23 November 2026."
