"""What each key of FACTS.json may hold, read strictly.

A value that does not fit is refused with the key and what would fit, never with the value
itself: it may be about a client (commands.md, "plan").
"""

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, TypeAlias, cast

from babel import Locale

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class Unknown(Enum):
    """Nobody has said yet. Unknown is never no (facts.md 9.5)."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True)
class Child:
    """A child of the client. Never labelled anything else (facts.md 9.8)."""

    date_of_birth: date | Unknown
    in_finland: bool | Unknown


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the client uses, and whether they read it."""

    code: str | Unknown
    reads: bool | Unknown


@dataclass(frozen=True, slots=True)
class Grant:
    """One decision on a reflection period, with its days exactly as written."""

    start: date | Unknown
    end: date | Unknown
    by: str | Unknown


Entry: TypeAlias = Child | Language | Grant
Known: TypeAlias = bool | int | str | date | tuple[str, ...] | tuple[Entry, ...] | None
Reader: TypeAlias = Callable[[str, object], Known]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Two letters that CLDR lists beside the countries."""


def misfit(key: str, hint: str) -> AppError:
    """The value of this key does not fit; the hint says what would."""
    return AppError(_("The value of {key} cannot be used.").format(key=key), hint)


def stranger(key: str, names: Collection[str]) -> AppError:
    """Nobody knows this key; the hint names the nearest one, or all."""
    near = difflib.get_close_matches(key.rpartition(".")[2], names, 1)
    hint = (
        _("Did you mean {name}?").format(name=near[0])
        if near
        else _("Use one of: {names}.").format(names=", ".join(names))
    )
    return AppError(_("Unknown key {key}.").format(key=key), hint)


def mapping(key: str, value: object) -> Mapping[str, object]:
    """An object of JSON."""
    if not isinstance(value, dict):
        raise misfit(key, _("It must be an object in curly brackets."))
    return cast("dict[str, object]", value)


def choice(*names: str) -> Reader:
    """One of a few words."""

    def read(key: str, value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise misfit(key, _("Use one of: {names}.").format(names=", ".join(names)))
        return value

    return read


def truth(key: str, value: object) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise misfit(key, _("Use true or false, without quotation marks."))
    return value


def day(key: str, value: object) -> date:
    """A plain day, such as 2026-11-23."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise misfit(key, _("Write a day that exists as year-month-day, such as 2026-11-23."))


def day_or_none(key: str, value: object) -> date | None:
    """A plain day, or null for none."""
    return None if value is None else day(key, value)


def name_or_none(key: str, value: object) -> str | None:
    """A name, or null for none."""
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise misfit(key, _("Write a name, or null for none."))
    return value.strip()


def country(key: str, value: object) -> str:
    """A country by its two letters (ISO 3166-1), written in capitals."""
    code = value.upper() if isinstance(value, str) else ""
    territories = cast("Mapping[str, str]", Locale("en").territories)
    if len(code) != 2 or not code.isalpha() or code not in territories or code in _NO_COUNTRY:
        raise misfit(key, _("Write the country as its two letters, such as FI or NG."))
    return code


def language(key: str, value: object) -> str:
    """A language by its BCP 47 code."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise misfit(key, _("Write the language as its code, such as fi, prs or zh-Hant."))
    return value


def words(read_one: Reader) -> Reader:
    """A list of single words, each read by the given reader."""

    def read(key: str, value: object) -> tuple[str, ...]:
        listed = _listed(key, value)
        return tuple(
            cast("str", read_one(f"{key}.{place}", one)) for place, one in enumerate(listed, 1)
        )

    return read


def entries(make: Callable[..., Entry], parts: Mapping[str, Reader]) -> Reader:
    """A list of objects; a part that is missing, or "unknown", is unknown."""

    def read_one(key: str, value: object) -> Entry:
        given = {} if value == "unknown" else mapping(key, value)
        for name in given:
            if name not in parts:
                raise stranger(f"{key}.{name}", parts)
        return make(
            **{
                name: UNKNOWN
                if given.get(name, "unknown") == "unknown"
                else read(f"{key}.{name}", given[name])
                for name, read in parts.items()
            }
        )

    def read(key: str, value: object) -> tuple[Entry, ...]:
        listed = _listed(key, value)
        return tuple(read_one(f"{key}.{place}", one) for place, one in enumerate(listed, 1))

    return read


def _listed(key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise misfit(key, _("It must be a list in square brackets."))
    return cast("list[object]", value)
