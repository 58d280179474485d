"""Functions about days and moments (ODK XForms specification, date and time functions).

Days are ISO text. Arithmetic with them is arithmetic with days since 1970-01-01; `date()` makes
a day of such a number again.
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from assistance_desktop.forms.expressions.functions.signature import Signature, lazily
from assistance_desktop.forms.expressions.paths import Evaluate
from assistance_desktop.forms.expressions.values import (
    DAY_SECONDS,
    NAN,
    Value,
    as_text,
    wall_clock,
)
from assistance_desktop.forms.expressions.world import Scope

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - a wall clock, without a zone on purpose
_LOOSE_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?")
_CLOCK = re.compile(r"(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:\d{2})?")
_OFFSET = re.compile(r"(Z|[+-]\d{2}:\d{2})$")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def iso_moment(moment: datetime) -> str:
    """A moment as the dateTime type writes it: milliseconds and the offset from UTC."""
    return moment.isoformat(timespec="milliseconds")


def _moment(value: Value, zone: tzinfo | None) -> datetime | None:
    """A day or moment on the clock of the zone; a number counts days since 1970."""
    if isinstance(value, float):
        if value != value or abs(value) > 2_900_000:  # noqa: PLR0124 - NaN; the year 9910
            return None
        return _EPOCH + timedelta(seconds=round(value * DAY_SECONDS, 3))
    text = as_text(value)
    clock = wall_clock(text)
    if clock is None or _OFFSET.search(text[10:]) is None:
        return clock
    there = datetime.fromisoformat(text).astimezone(zone)
    return there.replace(tzinfo=None)


def _date(scope: Scope, given: Sequence[Evaluate]) -> Value:
    value = given[0](scope)
    if isinstance(value, bool):
        return ""
    if not isinstance(value, float):
        loose = _LOOSE_DAY.fullmatch(as_text(value))
        if loose:
            year, month, day, rest = loose.groups(default="")
            value = f"{year}-{month:0>2}-{day:0>2}{rest}"
    moment = _moment(value, scope.world.now.tzinfo)
    return moment.date().isoformat() if moment else ""


def _date_time(scope: Scope, given: Sequence[Evaluate]) -> Value:
    moment = _moment(given[0](scope), scope.world.now.tzinfo)
    return iso_moment(moment.replace(tzinfo=scope.world.now.tzinfo)) if moment else ""


def _decimal_date_time(scope: Scope, given: Sequence[Evaluate]) -> Value:
    """Days since 1970-01-01 in UTC, as the specification says."""
    moment = _moment(given[0](scope), scope.world.now.tzinfo)
    if moment is None:
        return NAN
    return moment.replace(tzinfo=scope.world.now.tzinfo).astimezone(UTC).timestamp() / DAY_SECONDS


def _decimal_time(scope: Scope, given: Sequence[Evaluate]) -> Value:
    match = _CLOCK.fullmatch(as_text(given[0](scope)))
    if match is None:
        return NAN
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    if hours > 23 or minutes > 59 or seconds >= 60:
        return NAN
    return (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS


_SIGNS: dict[str, Callable[[datetime], str]] = {
    "%Y": lambda m: f"{m.year:04}",
    "%y": lambda m: f"{m.year % 100:02}",
    "%m": lambda m: f"{m.month:02}",
    "%n": lambda m: str(m.month),
    "%b": lambda m: _MONTHS[m.month - 1],
    "%d": lambda m: f"{m.day:02}",
    "%e": lambda m: str(m.day),
    "%a": lambda m: _DAYS[m.weekday()],
    "%H": lambda m: f"{m.hour:02}",
    "%h": lambda m: str(m.hour),
    "%M": lambda m: f"{m.minute:02}",
    "%S": lambda m: f"{m.second:02}",
    "%3": lambda m: f"{m.microsecond // 1000:03}",
}
_SIGN = re.compile(r"%[YymnbdeaHhMS3]")


def _format(scope: Scope, given: Sequence[Evaluate]) -> Value:
    moment = _moment(given[0](scope), scope.world.now.tzinfo)
    if moment is None:
        return ""
    return _SIGN.sub(lambda sign: _SIGNS[sign.group()](moment), as_text(given[1](scope)))


def _today(scope: Scope, _given: Sequence[Evaluate]) -> Value:
    return scope.world.now.date().isoformat()


FUNCTIONS: dict[str, Signature] = {
    "today": lazily(_today, 0),
    "now": lazily(lambda s, _given: iso_moment(s.world.now), 0),
    "date": lazily(_date, 1),
    "date-time": lazily(_date_time, 1),
    "decimal-date-time": lazily(_decimal_date_time, 1),
    "decimal-time": lazily(_decimal_time, 1),
    "format-date": lazily(_format, 2),
    "format-date-time": lazily(_format, 2),
}
