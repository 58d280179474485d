"""Words, numbers and dates in the language of whoever reads them.

The msgid is the English sentence. Two gettext domains: `ui` for the worker, `client` for
texts that are spoken or printed for the client. Draft (fuzzy) translations are compiled in
and `is_draft` tells so; nobody is told that a text was checked when it was not.
"""

import gettext
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError, dates, localedata, numbers
from babel.messages.pofile import read_po

from assistance_desktop import paths

_NEAREST = {"en": "en-GB", "prs": "fa-AF", "ary": "ar-MA", "tw": "ak"}
"""Languages that CLDR writes under another code; only for dates, numbers and direction."""

UI_LANGUAGES = ("fi", "sv", "en")
"""The languages of the screens, complete."""


@dataclass
class _Current:
    """The language of the screens, set once at start and when the user changes it."""

    language: str = "en"
    words: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


_current = _Current()


def use_language(code: str) -> None:
    """Show the screens in this language from now on."""
    _current.language = code
    _current.words = catalogue("ui", code)


def language() -> str:
    """The language of the screens as a BCP 47 code."""
    return _current.language


@cache
def catalogue(domain: str, code: str) -> gettext.NullTranslations:
    """The catalogue of a domain in a language; English, and a missing one, is the msgid itself."""
    folder = str(paths.translations())
    return gettext.translation(domain, folder, [code.replace("-", "_")], fallback=True)


def _(message: str) -> str:
    """The sentence in the language of the screens."""
    return _current.words.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence in the plural form that the count asks for; the caller fills in the count."""
    return _current.words.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a sentence for translation where it is defined, to be translated where it is shown."""
    return message


@cache
def is_draft(domain: str, code: str) -> bool:
    """Whether any text of a domain in a language waits for a person to review it."""
    file = paths.translations() / code.replace("-", "_") / "LC_MESSAGES" / f"{domain}.po"
    try:
        with file.open("rb") as catalogue_file:
            return any(message.fuzzy for message in read_po(catalogue_file) if message.id)
    except OSError:
        return False  # English is the source itself


def C_(message: str) -> str:  # noqa: N802 - N_ for the client's domain
    """Mark a sentence that the client hears, sees or gets on paper; see `client_words`."""
    return message


def client_words(code: str) -> Callable[[str], str]:
    """Translate sentences of the `client` domain into the client's language."""
    return catalogue("client", code).gettext


def text_direction(code: str) -> str:
    """`ltr` or `rtl`."""
    return _locale(code).text_direction


def language_name(code: str, in_language: str | None = None) -> str:
    """What a language is called, in itself or in another language; the code when nobody knows."""
    name = _locale(in_language or code).languages.get(code.replace("-", "_"))
    return name[:1].upper() + name[1:] if name else code


def language_code(name: str) -> str | None:
    """The code in or behind a language's name as authors of forms write it; None when unknown.

    "Suomi (fi)", "fi", "Finnish" and "suomi" are all fi.
    """
    written = name.strip()
    inside = re.search(r"\(([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\)$", written)
    if inside and _is_code(inside[1]):
        return inside[1].replace("_", "-")
    plain = written.partition("(")[0].strip() or written
    if _is_code(plain):
        return plain.lower() if len(plain) <= 3 else plain.replace("_", "-")
    wanted = plain.casefold()
    return _names_in("en").get(wanted) or _names_in(language()).get(wanted) or _own(wanted)


def direction_of(text: str, otherwise: str = "ltr") -> str:
    """`ltr` or `rtl`, by the first letter that has a direction; `otherwise` when none has."""
    for each in text:
        found = unicodedata.bidirectional(each)
        if found in ("L", "R", "AL"):
            return "ltr" if found == "L" else "rtl"
    return otherwise


def _is_code(text: str) -> bool:
    return re.split("[-_]", text)[0].lower() in _locale("en").languages


@cache
def _names_in(code: str) -> dict[str, str]:
    """Codes by what the languages are called in one of them."""
    return {name.casefold(): each for each, name in _locale(code).languages.items()}


@cache
def _own(name: str) -> str | None:
    """The code of a language by its own name; reads CLDR through once, only when it must."""
    for code in localedata.locale_identifiers():
        if len(code) == 2 and (_locale(code).languages.get(code) or "").casefold() == name:
            return code
    return None


def show_date(day: date, code: str | None = None, style: str = "short") -> str:
    """A day as people of the language write it.

    Styles: `short` is "Thu 15 Oct" (Finnish "15.10."), `long` is "15 October 2026", `day` is
    "Thursday 15 October".
    """
    where = code or _current.language
    if style == "day":
        pattern = {"fi": "cccc d. MMMM", "sv": "cccc d MMMM"}.get(where, "EEEE d MMMM")
        return dates.format_date(day, pattern, _locale(where))
    if style == "long":
        return dates.format_date(day, "long", _locale(where))
    pattern = {"fi": "ccc d.M.", "sv": "ccc d MMM"}.get(where, "EEE d MMM")
    return dates.format_date(day, pattern, _locale(where))


def show_time(moment: datetime, code: str | None = None) -> str:
    """A clock time, always with 24 hours."""
    return dates.format_time(moment, "HH:mm", locale=_locale(code or _current.language))


def show_number(value: float, code: str | None = None) -> str:
    """A number with the separators of the language."""
    return numbers.format_decimal(value, locale=_locale(code or _current.language))


@cache
def _locale(code: str) -> Locale:
    known = _NEAREST.get(code, code)
    try:
        return Locale.parse(known, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")
