"""Neutral titles for a calendar, and whether words of one's own would give somebody away.

A calendar is read by phones, colleagues and other programs: never a name, a number, an office or
the words of a case (facts.md 9.9).
"""

import re
import unicodedata
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

_SHORT, _STEM = 4, 5
"""Words of fewer letters than `_SHORT` are in every text and give nobody away; of longer ones the
first `_STEM` letters count, for words bend: Aurora, Auroran, Auroralle."""


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
    known = {word for text in (*_texts(case), *others) for word in _words(text)}
    return any(
        word.startswith(_TELLING) or any(_is_akin(word, one) for one in known)
        for word in _words(title)
    )


def _is_akin(word: str, other: str) -> bool:
    """Whether two words begin alike, as far as the shorter one goes."""
    stem = min(len(word), len(other), _STEM)
    return stem >= _SHORT and word[:stem] == other[:stem]


def _texts(case: Case) -> Iterable[str]:
    """Every text that ever stood in the case, but for the titles of calendar entries."""
    for change in case.changes:
        if isinstance(change.value, str) and change.field != "cover":
            yield change.value


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return set(re.findall(r"[^\W\d_]+", plain))
