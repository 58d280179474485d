"""What is asked of the press: which paper, in which language, on what sheet, with which parts.

These are choices for one print. They are made on the print page or come from the command line,
and are never kept: the register of prints holds that a print was made, not its text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class Kind(StrEnum):
    """The papers. The value is the word of the command line."""

    SUMMARY = "summary"
    DISCREET = "discreet"
    PLAN = "plan"
    RIGHTS = "rights"
    PROPOSAL = "proposal"


class Page(StrEnum):
    """The sheet; a discreet note is always a card."""

    A4 = "a4"
    A5 = "a5"


class Part(StrEnum):
    """What the client wants on the paper, or not."""

    APPOINTMENTS = "appointments"
    SERVICES = "services"
    RIGHTS = "rights"
    REFLECTION = "reflection"
    CONTACTS = "contacts"
    OWN_OFFENCE = "own_offence"


STANDARD = frozenset(Part) - {Part.OWN_OFFENCE}
"""Everything but the rights about own offences: those only if the client wants them on paper."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day, a time as it was agreed, and where or what for."""

    day: date
    time: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What was chosen for this print.

    The first five come from the `print` object of FACTS.json. `title` is the client's own title;
    `reach` says how we reach the client safely; `hours` when the number is answered; the rest
    is for a proposal, where the form asks for it. Notes are printed when they are given.
    """

    client_name: str = ""
    appointments: tuple[Appointment, ...] = ()
    phone: str = ""
    worker_initials: str = ""
    notes: str = ""
    title: str = ""
    reach: str = ""
    hours: str = ""
    organisation: str = ""
    own_words: str = ""
    customer_number: str = ""
    representative: str = ""
    attachments: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One print."""

    kind: Kind
    language: str
    beside: str | None = None
    page: Page = Page.A4
    parts: frozenset[Part] = STANDARD
    details: Details = Details()

    @property
    def languages(self) -> tuple[str, ...]:
        """The language of the paper, and the one beside it if that is another."""
        if self.beside is None or self.beside == self.language:
            return (self.language,)
        return (self.language, self.beside)


_TEXTS = ("client_name", "phone", "worker_initials", "notes")
_TIME = re.compile(r"[\d.:–\- ]{1,13}")


def read_details(source: object) -> Details:
    """The `print` object of FACTS.json.

    Raises AppError that names the key when a key is unknown or its value does not fit.
    """
    given = _object("print", source)
    for key in given:
        if key not in (*_TEXTS, "appointments"):
            raise _misfit(f"print.{key}", _("This key is not known."))
    texts = {key: _text(f"print.{key}", given.get(key)) for key in _TEXTS}
    listed = given.get("appointments")
    listed = [] if listed is None else listed
    if not isinstance(listed, list):
        raise _misfit("print.appointments", _("It must be a list in square brackets."))
    appointments = [
        _appointment(f"print.appointments.{place}", one)
        for place, one in enumerate(cast("list[object]", listed), 1)
    ]
    return Details(appointments=tuple(appointments), **texts)


def _appointment(key: str, source: object) -> Appointment:
    given = _object(key, source)
    for part in given:
        if part not in ("day", "time", "text"):
            raise _misfit(f"{key}.{part}", _("This key is not known."))
    time = _text(f"{key}.time", given.get("time")).strip()
    if time and not _TIME.fullmatch(time):
        raise _misfit(f"{key}.time", _("Write a time such as 09:00."))
    try:
        day = date.fromisoformat(_text(f"{key}.day", given.get("day")))
    except ValueError:
        raise _misfit(f"{key}.day", _("Write a day such as 2026-11-23.")) from None
    return Appointment(day, time, _text(f"{key}.text", given.get("text")))


def _object(key: str, source: object) -> Mapping[str, object]:
    if not isinstance(source, dict):
        raise _misfit(key, _("It must be an object in curly brackets."))
    return cast("dict[str, object]", source)


def _text(key: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _misfit(key, _("It must be a text in quotation marks."))
    return value.strip()


def _misfit(key: str, hint: str) -> AppError:
    return AppError(_("The value of {key} cannot be used.").format(key=key), hint)
