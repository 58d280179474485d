"""Reading what was typed into a field, and writing an answer out as people write it.

Days, moments, numbers and places, in Finnish, Swedish or English manner. What cannot be read
stays as it was typed, with a sentence that says what to write.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from babel.dates import format_skeleton

from assistance_desktop.cases.changes import Answer
from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _, language, show_date
from assistance_desktop.ui.intake.typed_places import NoSuchPlaceError, read_places, show_places
from assistance_desktop.ui.kit.day_words import NoSuchDayError, read_day
from assistance_desktop.ui.session import HELSINKI

BETWEEN = " | "
"""What stands between day and time while a moment is half typed."""
PLACES = {"geopoint": 1, "geotrace": 2, "geoshape": 3}
"""The fewest points of each kind of place."""


class UnreadableError(ValueError):
    """What was typed is not what the question asks for; the sentence says what to write."""


def kind(question: Question) -> str:
    """How the answer to a question is read: its type, or `month` or `year` for such dates."""
    if question.type in ("date", "dateTime", "time"):
        appearance = question.appearance.split()
        if question.type == "date" and "month-year" in appearance:
            return "month"
        if question.type == "date" and "year" in appearance:
            return "year"
        return question.type
    if question.type == "range":
        return "integer" if question.data_type == "int" else "decimal"
    return question.type


def read(kind: str, text: str) -> Answer:
    """The answer in a text typed for a kind of question; None when it is empty.

    Raises UnreadableError while it is half typed or wrong.
    """
    if not text.replace(BETWEEN.strip(), "").strip():
        return None
    if kind in _READERS:
        return _READERS[kind](text)
    if kind in PLACES:
        return _read_places(kind, text)
    return text


def problem(kind: str, text: str) -> str:
    """Why a text cannot be read, "" when it can."""
    try:
        read(kind, text)
    except UnreadableError as sentence:
        return str(sentence)
    return ""


def words(kind: str, value: object) -> str:
    """An answer as it stands in its field; what is not of the kind stands as it is."""
    if value is None or value == "":
        return ""
    if kind in PLACES:
        return show_places(str(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    try:
        return _WRITERS[kind](str(value)) if kind in _WRITERS else str(value)
    except ValueError:
        return str(value)


def _write_moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return f"{show_date(moment.date(), style='long')}{BETWEEN}{moment:%H:%M}"


def _read_day(text: str) -> str:
    try:
        return read_day(text).isoformat()
    except NoSuchDayError as sentence:
        raise UnreadableError(str(sentence)) from None


def _read_month(text: str) -> str:
    """The first day of a month: 3/2011, 03.2011, 2011-03, March 2011."""
    plain = " ".join(text.replace("/", " ").replace(".", " ").split())
    year, dash, month = plain.partition("-")
    first = f"1.{month}.{year}" if dash else f"1.{plain.replace(' ', '.')}"
    for attempt in (first, f"1. {plain}", text):
        try:
            return read_day(attempt).replace(day=1).isoformat()
        except NoSuchDayError:
            continue
    raise UnreadableError(_("Write month and year, such as 3/2011."))


def _read_year(text: str) -> str:
    if len(text) == 4 and text.isdecimal() and 1900 <= int(text) <= 2200:
        return date(int(text), 1, 1).isoformat()
    raise UnreadableError(_("Write a year, such as 2011."))


def _read_time(text: str) -> str:
    hours, _mark, minutes = text.replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes or 0)).isoformat("minutes")
    except ValueError:
        raise UnreadableError(_("Write a time, such as 14:30.")) from None


def _read_moment(text: str) -> str:
    """A day and a time, both needed; by the clock of Finland."""
    day, _mark, clock = text.partition(BETWEEN.strip())
    if not day.strip():
        raise UnreadableError(_("Write the day too, such as 15.10.2026."))
    on = date.fromisoformat(_read_day(day.strip()))
    if not clock.strip():
        raise UnreadableError(_("Write a time, such as 14:30."))
    at = time.fromisoformat(_read_time(clock.strip()))
    return datetime.combine(on, at, HELSINKI).isoformat(timespec="milliseconds")


def _read_integer(text: str) -> int:
    try:
        return int(_plain_number(text))
    except ValueError:
        raise UnreadableError(_("Write a whole number, such as 3.")) from None


def _read_decimal(text: str) -> float:
    try:
        return float(_plain_number(text))
    except ValueError:
        raise UnreadableError(_("Write a number, such as 2,5.")) from None


def _plain_number(text: str) -> str:
    return "".join(text.split()).replace(",", ".").replace("\u2212", "-")


def _read_places(kind: str, text: str) -> str:
    try:
        return read_places(text, PLACES[kind])
    except NoSuchPlaceError as sentence:
        raise UnreadableError(str(sentence)) from None


_READERS = {
    "date": _read_day,
    "month": _read_month,
    "year": _read_year,
    "time": _read_time,
    "dateTime": _read_moment,
    "integer": _read_integer,
    "decimal": _read_decimal,
}

_WRITERS: Mapping[str, Callable[[str], str]] = {
    "date": lambda text: show_date(date.fromisoformat(text), style="long"),
    "month": lambda text: format_skeleton("yMMMM", date.fromisoformat(text), locale=language()),
    "year": lambda text: str(date.fromisoformat(text).year),
    "time": lambda text: time.fromisoformat(text).isoformat("minutes"),
    "dateTime": _write_moment,
}
