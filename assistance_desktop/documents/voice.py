"""How a paper speaks: the client's sentences, and days as people of the language write them.

Only languages whose sentences exist are spoken; nobody gets half a paper in English.
"""

from dataclasses import dataclass
from datetime import date

from babel import Locale, dates

from assistance_desktop import i18n, paths
from assistance_desktop.documents.layout.runs import Words, rich
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_PATTERNS = {
    "en": ("d MMMM y", "EEEE d MMMM y", "EEE d MMMM", "EEEE d MMMM", "d MMMM"),
    "fi": ("d.M.y", "cccc d.M.y", "ccc d.M.", "cccc d.M.", "d.M."),
    "sv": ("d MMMM y", "EEEE d MMMM y", "EEE d MMMM", "EEEE d MMMM", "d MMMM"),
}
_SKELETONS = ("yMMMMd", "yMMMMEEEEd", "MMMEd", "MMMMEEEEd", "MMMMd")


def languages() -> tuple[str, ...]:
    """The languages that papers can be made in: English, and those with a client catalogue."""
    found = paths.translations().glob("*/LC_MESSAGES/client.mo")
    return tuple(sorted({"en", *(path.parts[-3].replace("_", "-") for path in found)}))


@dataclass(frozen=True, slots=True)
class Voice:
    """One language. Made by `speak`."""

    language: str

    def text(self, sentence: str) -> str:
        """A sentence of the client domain in this language."""
        return i18n.client_words(self.language)(sentence)

    def words(self, sentence: str, **values: str) -> Words:
        """A sentence with its `**bold**` parts and its values put in."""
        return rich(self.text(sentence), **values)

    def day(self, day: date) -> str:
        """`24 October 2026`, on one line."""
        return self._written(day, 0).replace(" ", "\u00a0")

    def full_day(self, day: date) -> str:
        """`Tuesday 13 October 2026`."""
        return self._written(day, 1)

    def short_day(self, day: date) -> str:
        """`Wed 14 October`, on one line."""
        return self._written(day, 2).replace(" ", "\u00a0")

    def week_day(self, day: date) -> str:
        """`Wednesday 14 October`."""
        return self._written(day, 3)

    def near_day(self, day: date) -> str:
        """`14 October`, on one line."""
        return self._written(day, 4).replace(" ", "\u00a0")

    def _written(self, day: date, style: int) -> str:
        base = self.language.partition("-")[0]
        if base in _PATTERNS:
            return dates.format_date(day, _PATTERNS[base][style], locale=base)
        try:
            locale = Locale.parse({"prs": "fa-AF"}.get(self.language, self.language), sep="-")
        except (ValueError, LookupError):
            return day.isoformat()
        return dates.format_skeleton(_SKELETONS[style], day, locale=locale)


def speak(language: str) -> Voice:
    """The voice of a language, in its plain form (`sv` for `sv-FI`).

    Raises AppError that names the languages which exist.
    """
    known = languages()
    for code in (language, language.partition("-")[0]):
        if code in known:
            return Voice(code)
    raise AppError(
        _("There are no texts for papers in the language {language}.").format(language=language),
        _("Use one of: {names}.").format(names=", ".join(known)),
    )


def unbroken(number: str) -> str:
    """A telephone number that stays on one line."""
    return number.replace(" ", "\u00a0")
