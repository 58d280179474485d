"""Answers as people and programs give them, and as the form keeps them: always text.

What cannot be an answer of the type is refused by name of the type, never by repeating it.
"""

import math
import re
from collections.abc import Sequence
from datetime import date, time
from typing import TypeAlias, cast

from assistance_desktop.errors import AppError
from assistance_desktop.forms.expressions.functions.places import point
from assistance_desktop.forms.expressions.values import as_number, number_text, wall_clock
from assistance_desktop.forms.form import Question
from assistance_desktop.i18n import _

Answer: TypeAlias = "bool | int | float | str | Sequence[str] | None"
MANY = frozenset({"select_multiple", "rank"})
_WHOLE = (-2_147_483_648, 2_147_483_647)
"""The int of XML Schema, which ODK forms mean."""
_LONGEST = 1_000_000
_TIME = re.compile(r"\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?")


def kept(question: Question, answer: Answer) -> str:
    """An answer as the form keeps it; empty for none.

    Raises AppError when it is not of the question's type.
    """
    if answer is None or answer in ("", []):
        return ""
    if question.type in MANY:
        return _many(question, answer)
    if not isinstance(answer, str | int | float):
        raise _wrong(question)
    text = _text(answer)
    if len(text) > _LONGEST:
        raise AppError(_("An answer is longer than a million characters."))
    found = _of_data_type(question, text)
    if found is None:
        raise _wrong(question)
    return found


def coerced(question: Question, text: str) -> str:
    """A calculated text as the form keeps it: nothing when it is not of the type."""
    return (_of_data_type(question, text) or "") if text else ""


def given(question: Question, text: str) -> Answer:
    """What the form keeps, as an answer: numbers as numbers, several choices as a list."""
    if question.type in MANY:
        return text.split()
    if not text:
        return None
    if question.data_type == "int" and question.type != "select_one":
        return int(text)
    if question.data_type == "decimal":
        return float(text)
    return text


def _text(answer: str | float) -> str:
    if isinstance(answer, bool):
        return "true" if answer else "false"
    return answer if isinstance(answer, str) else number_text(float(answer))


def _many(question: Question, answer: Answer) -> str:
    if isinstance(answer, str):
        return " ".join(answer.split())
    if isinstance(answer, int | float | bool) or answer is None:
        raise _wrong(question)
    parts = cast("Sequence[object]", answer)
    if not all(isinstance(part, str) and len(part.split()) == 1 for part in parts):
        raise _wrong(question)
    return " ".join(dict.fromkeys(str(part) for part in parts))


def _of_data_type(question: Question, text: str) -> str | None:
    if question.type == "acknowledge" or question.control in ("select1", "upload"):
        return text
    kind = question.data_type
    if kind in ("int", "decimal"):
        return _number(kind, text)
    if kind in ("date", "dateTime", "time"):
        return _moment(kind, text)
    if kind in ("geopoint", "geotrace", "geoshape"):
        return _place(kind, text)
    return text


def _number(kind: str, text: str) -> str | None:
    number = as_number(text)
    if not math.isfinite(number):
        return None
    if kind == "decimal":
        return number_text(number)
    whole = math.trunc(number)
    return str(whole) if _WHOLE[0] <= whole <= _WHOLE[1] else None


def _moment(kind: str, text: str) -> str | None:
    if kind == "time":
        return text if _TIME.fullmatch(text) and _is_time(text) else None
    moment = wall_clock(text)
    if moment is None:
        return None
    if kind == "date":
        return date(moment.year, moment.month, moment.day).isoformat()
    return text


def _is_time(text: str) -> bool:
    try:
        time.fromisoformat(text)
    except ValueError:
        return False
    return True


def _place(kind: str, text: str) -> str | None:
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if not parts or any(point(part) is None for part in parts):
        return None
    fewest = {"geopoint": 1, "geotrace": 2, "geoshape": 3}[kind]
    if len(parts) < fewest or (kind == "geopoint" and len(parts) > 1):
        return None
    return ";".join(_point(part) for part in parts)


def _point(text: str) -> str:
    """Latitude, longitude, altitude and accuracy, each with a decimal, as ODK keeps them."""
    numbers = [as_number(part) for part in text.split()]
    whole = [*numbers, 0.0, 0.0][:4]
    return " ".join(str(n) if abs(n) >= 1e-4 or n == 0.0 else number_text(n) for n in whole)


def _wrong(question: Question) -> AppError:
    return AppError(
        _("{path} does not take this kind of answer; it asks for {type}.").format(
            path=question.path, type=question.type
        ),
        _("Numbers are numbers, days are written 2026-11-23, several choices are a list."),
    )
