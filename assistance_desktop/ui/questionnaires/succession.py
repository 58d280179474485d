"""What it means that a version of a questionnaire follows another one that is in use.

A name keeps its meaning for ever: a version that gives one another meaning is stopped; what old
answers lose is to look at; the rest is to know.
"""

from collections.abc import Iterator
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.forms.versions import Differences
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage.questionnaires import Entry, State
from assistance_desktop.ui.questionnaires.finding import Finding, Weight
from assistance_desktop.ui.questionnaires.workbook import Workbook
from assistance_desktop.ui.session import HELSINKI


def compare_answers(found: Differences, book: Workbook) -> Iterator[Finding]:
    """What the newer version does to the answers of the older."""
    look, know = Weight.TO_LOOK_AT, Weight.TO_KNOW
    for path in found.retyped:
        words = _("<b>{name}</b> would take another kind of answer than before")
        hint = _("Give the question another name. Old answers stay under this one.")
        yield _about(Weight.STOPS, path, words, hint, book, "type")
    for path in found.gone:
        words = _("<b>{name}</b> is not asked any more")
        hint = _("If it was renamed, give it its old name back. Its old answers stay.")
        yield _about(look, path, words, hint, book, "")
    for path in (one for one in found.fewer_choices if one not in found.retyped):
        words = _("<b>{name}</b> offers fewer answers than before")
        hint = _("Old answers keep what was chosen. Put it back if somebody still needs it.")
        yield _about(look, path, words, hint, book, "type")
    for _old, path in found.moved:
        words = _("<b>{name}</b> stands in another section now")
        yield _about(know, path, words, _("Its old answers go there with it."), book)
    count = len(found.reworded)
    if count:
        words = ngettext(
            "{count} question has other words than before",
            "{count} questions have other words than before",
            count,
        )
        hint = _("Old answers stay under their names: see that each still asks the same.")
        yield Finding(know, words.format(count=count), hint, "survey", column="label")


def compare_numbers(entry: Entry, before: Entry, today: date) -> Iterator[Finding]:
    """Whether the number of the version says that it is the newer one, and what it follows."""
    numbers = {"version": entry.version, "before": before.version}
    if entry.state is State.REPLACED:
        yield of_settings(
            Weight.TO_KNOW,
            _("Version {version} was in use before; now it is version {before}"),
            _("Cases that were begun with it keep it. You can use it again."),
            **numbers,
        )
        return
    if _is_older(entry.version, before.version):
        yield of_settings(
            Weight.TO_LOOK_AT,
            _("Version {version} has a lower number than version {before}, which is in use"),
            _("Give it a higher one, so that nobody takes it for the older."),
            **numbers,
        )
    if before.published_at is not None:
        when = before.published_at.astimezone(HELSINKI).date()
        yield of_settings(
            Weight.TO_KNOW,
            _("Version {version} follows version {before}, published {day}"),
            _("Open cases stay on version {before} until a worker moves them."),
            **numbers,
            day=say_day(when, today),
        )


def of_settings(weight: Weight, problem: str, hint: str, **said: str) -> Finding:
    """A matter of the version in the sheet settings."""
    return Finding(
        weight, problem.format(**said), hint.format(**said), "settings", 2, "version", ours=False
    )


def _is_older(version: str, before: str) -> bool:
    both_numbers = version.isdecimal() and before.isdecimal()
    return both_numbers and int(version) < int(before)


def say_day(when: date, today: date) -> str:
    """A day inside a sentence: "today", "Mon 12 Oct"."""
    style = "short" if when.year == today.year else "long"
    return _("today") if when == today else i18n.show_date(when, style=style)


def _about(
    weight: Weight, path: str, words: str, hint: str, book: Workbook, column: str = "name"
) -> Finding:
    name = path.rpartition("/")[2]
    return Finding(weight, words.format(name=name), hint, "survey", book.rows.get(name), column)
