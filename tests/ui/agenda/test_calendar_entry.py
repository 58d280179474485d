from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.ui.agenda.calendar_file import CalendarEntry, calendar_file
from assistance_desktop.ui.agenda.covers import covers, gives_away

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def made(entry):
    return calendar_file(entry, HELSINKI, "5f", NOW)


def event_in(content):
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    return event


def case_of(*texts):
    return Case(
        "c",
        [
            Change(f"{n}", "c", "note/1", f"f{n}", text, (), "Pihlaja", "laptop-1", NOW)
            for n, text in enumerate(texts)
        ],
    )


def test_an_entry_is_at_the_time_in_finland_on_both_sides_of_the_summer():
    winter = event_in(made(CalendarEntry("Errand", date(2026, 11, 24), "09:30", 45)))
    summer = event_in(made(CalendarEntry("Errand", date(2026, 6, 24), "09:30", 45)))
    assert winter.decoded("dtstart") == datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
    assert winter.decoded("dtend") == datetime(2026, 11, 24, 8, 15, tzinfo=UTC)
    assert summer.decoded("dtstart") == datetime(2026, 6, 24, 6, 30, tzinfo=UTC)


def test_an_entry_without_a_time_is_about_the_day():
    event = event_in(made(CalendarEntry("Errand", date(2026, 11, 24), "", 30)))
    assert event.decoded("dtstart") == date(2026, 11, 24)


def test_an_entry_holds_a_title_and_a_time_and_nothing_else():
    content = made(CalendarEntry("Errand", date(2026, 11, 24), "09:30", 30))
    names = {line.split(b":")[0].split(b";")[0] for line in content.splitlines()}
    assert names == {
        b"BEGIN", b"END", b"VERSION", b"PRODID", b"UID", b"DTSTAMP", b"DTSTART", b"DTEND",
        b"SUMMARY", b"CLASS",
    }  # fmt: skip
    assert b"ssistance" not in content


def test_the_place_goes_along_only_when_it_is_given():
    content = made(CalendarEntry("Errand", date(2026, 11, 24), "09:30", 30, "Side entrance"))
    assert event_in(content)["location"] == "Side entrance"


@pytest.mark.parametrize(
    "title",
    [
        "Aurora",
        "aurora and me",
        "Auroran asia",
        "Usvan luona",
        "Ravintola Ruusussa",
        "Aurora\u0308",
        "Case K7",
        "K7-4M2Q",
        "Restaurant Ruusu",
        "Pihlaja",
        "Trafficking talk",
        "Ihmiskauppa",
        "Visit to the harbour office",
    ],
)
def test_a_title_with_a_name_a_number_or_words_of_the_case_gives_away(title):
    case = case_of("Aurora", "Usva", "K7-4M2Q", "She worked in restaurant Ruusu")
    assert gives_away(title, case, ["Pihlaja", "Harbour office"])


def test_ordinary_titles_and_those_that_are_offered_give_nothing_away():
    case = case_of("A meeting about an errand", "Aurora")
    assert not gives_away("Dentist", case)
    assert not any(gives_away(title, case) for title, _words in covers())
