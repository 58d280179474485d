"""Reading what was typed into a field: days, times and numbers as people write them."""

from datetime import time

from assistance_desktop.cases.changes import Answer
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.day_words import NoSuchDayError, read_day


class UnreadableError(ValueError):
    """What was typed is not what the question asks for; the sentence says what to write."""


def read(kind: str, text: str) -> Answer:
    """The answer in a text typed for a question of a type; None when it is empty.

    Raises UnreadableError while it is half typed or wrong.
    """
    if not text:
        return None
    if kind == "date":
        return _read_day(text)
    if kind == "time":
        return _read_time(text)
    if kind in ("integer", "decimal"):
        return _read_number(kind, text)
    return text


def problem(kind: str, text: str) -> str:
    """Why a text cannot be read, "" when it can."""
    try:
        read(kind, text)
    except UnreadableError as sentence:
        return str(sentence)
    return ""


def _read_day(text: str) -> str:
    try:
        return read_day(text).isoformat()
    except NoSuchDayError as sentence:
        raise UnreadableError(str(sentence)) from None


def _read_time(text: str) -> str:
    hours, _mark, minutes = text.replace(".", ":").partition(":")
    try:
        return time(int(hours), int(minutes or 0)).isoformat("minutes")
    except ValueError:
        raise UnreadableError(_("Write a time, such as 14:30.")) from None


def _read_number(kind: str, text: str) -> int | float:
    plain = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    try:
        return int(plain) if kind == "integer" else float(plain)
    except ValueError:
        if kind == "integer":
            raise UnreadableError(_("Write a whole number, such as 3.")) from None
        raise UnreadableError(_("Write a number, such as 2,5.")) from None
