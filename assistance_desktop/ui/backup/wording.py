"""What backups and their places are called, and what a look found, in words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from assistance_desktop import i18n
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.restore import Coming, Look
from assistance_desktop.ui import phrases
from assistance_desktop.ui.backup.standing import PlaceNow

_NAMED = 3
"""Cases that are named; the others are counted."""


def place(where: PlaceNow) -> str:
    """What a place is called in a list."""
    if where.on_same_disk:
        return _("This computer")
    if where.place.volume:
        return _("Stick {name}").format(name=where.place.volume)
    return Path(where.place.path).name


def changes_back(count: int) -> str:
    """How much comes back."""
    words = ngettext("{count} change comes back", "{count} changes come back", count)
    return words.format(count=i18n.show_number(count))


def whose(look: Look) -> str:
    """Whose changes come back, and of which days: "Tuuli 7, Aurora 5, made on 11 November"."""
    cases = _cases(look.coming)
    if look.first is None or look.last is None:
        return cases
    first, last = _day(look.first), _day(look.last)
    if first == last:
        return _("{cases}, made on {day}").format(cases=cases, day=first)
    return _("{cases}, made from {first} to {last}").format(cases=cases, first=first, last=last)


def newer(count: int) -> str:
    """What stays as it is."""
    words = ngettext("{count} newer change stays", "{count} newer changes stay", count)
    return words.format(count=i18n.show_number(count))


def also(look: Look) -> str:
    """What comes back besides changes: "3 files, 1 questionnaire"; "" when nothing does."""
    parts: list[str] = []
    if look.files:
        parts.append(ngettext("{count} file", "{count} files", look.files).format(count=look.files))
    if look.questionnaires:
        words = ngettext("{count} questionnaire", "{count} questionnaires", look.questionnaires)
        parts.append(words.format(count=look.questionnaires))
    return ", ".join(parts)


def held(cases: int, changes: int, size: int) -> str:
    """What a backup holds: "9 cases, 4,812 changes, 31 MB"."""
    parts = (
        ngettext("{count} case", "{count} cases", cases).format(count=i18n.show_number(cases)),
        ngettext("{count} change", "{count} changes", changes).format(
            count=i18n.show_number(changes)
        ),
        phrases.size(size),
    )
    return ", ".join(parts)


def act(look: Look) -> str:
    """The button that brings it back."""
    count = look.changes
    if not count:
        return _("Bring it back")
    words = ngettext("Bring back {count} change", "Bring back {count} changes", count)
    return words.format(count=i18n.show_number(count))


def _cases(coming: Sequence[Coming]) -> str:
    named = [
        _("{name} {count}").format(
            name=each.pseudonym or _("a case without a name"), count=i18n.show_number(each.changes)
        )
        for each in coming[:_NAMED]
    ]
    others = len(coming) - len(named)
    if others:
        words = ngettext("{count} more case", "{count} more cases", others)
        named.append(words.format(count=i18n.show_number(others)))
    return ", ".join(named)


def _day(when: date) -> str:
    return i18n.show_date(when, style="long")
