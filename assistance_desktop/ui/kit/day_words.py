"""Days as people type them: 15.10.2026, 15 October 2026, 2026-10-15; and what to say otherwise.

A date is a plain day without clock or zone. A two-digit year is not guessed.
"""

import re
from calendar import monthrange
from datetime import date

from babel.dates import get_month_names

from assistance_desktop.i18n import _, language, show_date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4})")
_NAMED = re.compile(r"(\d{1,2})[.\s]+([^\W\d]+)\.?[,\s]+(\d{4})")
_YEARLESS = re.compile(r"\d{1,2}[./\s-]+(\d{1,2}|[^\W\d]+)\.?")


class NoSuchDayError(ValueError):
    """What was typed is not a day; the text is a sentence for the person who typed it."""


def read_day(typed: str) -> date:
    """The day that was typed. Raises NoSuchDayError with what to do."""
    words = " ".join(typed.split())
    year, month, day = _parts(words)
    if not 1 <= month <= 12:
        raise NoSuchDayError(
            _("There is no month {month}. Write the day first.").format(month=month)
        )
    if not 1900 <= year <= 2200:
        raise NoSuchDayError(_("Check the year {year}.").format(year=year))
    last = monthrange(year, month)[1]
    if 1 <= day <= last:
        return date(year, month, day)
    nearest = show_date(date(year, month, last), style="long").replace(str(year), "").strip(" ,")
    raise NoSuchDayError(_("This date does not exist. Did you mean {day}?").format(day=nearest))


def _parts(words: str) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _FIGURES.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if (found := _NAMED.fullmatch(words)) and (month := _month(found[2])):
        return int(found[3]), month, int(found[1])
    if _YEARLESS.fullmatch(words):
        raise NoSuchDayError(_("Write the year too, such as 15.10.2026."))
    raise NoSuchDayError(_("Write the date as day, month and year, such as 15.10.2026."))


def _month(word: str) -> int | None:
    """The number of a month by its name, in the language of the screens or in English."""
    wanted = word.lower().rstrip(".")
    for where in (language(), "en"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, where).items():
                    if name.lower().rstrip(".") == wanted:
                        return number
    return None
