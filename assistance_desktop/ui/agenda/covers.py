"""Neutral titles for a calendar, and whether words of one's own would give somebody away.

A calendar is read by phones, colleagues and other programs: never a name, a number, an office or
the words of a case (facts.md 9.9).
"""

import re
from collections.abc import Iterable

from assistance_desktop.cases.case import Case
from assistance_desktop.i18n import N_, _

_COVERS = {
    "appointment": N_("Appointment"),
    "meeting": N_("Meeting"),
    "errand": N_("Errand"),
    "call": N_("Phone call"),
    "reserved": N_("Reserved"),
}

_TELLING = ("traffick", "ihmiskaup", "människohandel", "victim", "uhri", "offer")
"""Beginnings of words that say what this is about, in the languages of the screens."""

_SHORT = 4
"""Words of fewer letters are in every text and give nobody away."""


def covers() -> list[tuple[str, str]]:
    """The titles that are offered, as pairs of the title and its words."""
    return [(_(words), _(words)) for words in _COVERS.values()]


def gives_away(title: str, case: Case, others: Iterable[str] = ()) -> bool:
    """Whether a title holds a number, or a word of the case or of `others` (workers, offices)."""
    offered = {words for _title, words in covers()}
    if title in offered:
        return False
    if re.search(r"\d", title):
        return True
    words = _words(title)
    known = {word for text in (*_texts(case), *others) for word in _words(text)}
    told = any(word.startswith(_TELLING) for word in words)
    return told or bool(known & {word for word in words if len(word) >= _SHORT})


def _texts(case: Case) -> Iterable[str]:
    """Every text that ever stood in the case, but for the titles of calendar entries."""
    for change in case.changes:
        if isinstance(change.value, str) and change.field != "cover":
            yield change.value


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))
