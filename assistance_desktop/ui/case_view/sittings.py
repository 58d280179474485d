"""The answers and the choices of each day and hand, told once; answers are counted, never shown."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.case_view.happening import Happening, at_moment
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import HELSINKI

_CHOICES = "choices"


def sittings(case: Case, content: Content, today: date) -> Iterator[Happening]:
    """What was answered and chosen, by day and by who wrote it."""
    groups: dict[tuple[str, date, str], list[Change]] = {}
    for change in case.changes:
        kind = _kind(case, change)
        if kind:
            local = change.at.astimezone(HELSINKI).date()
            groups.setdefault((kind, local, change.author), []).append(change)
    first = True
    for (kind, _on, author), changes in groups.items():
        if kind == _CHOICES:
            said = _choices(changes)
        else:
            other = content.title(case, kind) if kind != INTAKE else ""
            said = _answers(changes, author, other, first=first)
        begins = first and kind == INTAKE
        first = first and not begins
        yield at_moment(changes[0 if begins else -1].at, today, *said)


def _kind(case: Case, change: Change) -> str:
    """What a change is told with: the record of its questionnaire, its choices, "" for neither."""
    kind = change.record.partition("/")[0]
    if kind in (INTAKE, "repeat", answers.OTHERS):
        return answers.around(case, change.record) if change.field.startswith("/") else ""
    return _CHOICES if kind == "plan" and change.field == "decision" else ""


def _answers(
    changes: list[Change], author: str, other: str, *, first: bool
) -> tuple[str, str, str, str]:
    """Answers of a day, to the intake or to another questionnaire."""
    count = len({(change.record, change.field) for change in changes})
    words = ngettext("{count} answer", "{count} answers", count).format(count=count)
    line = _("{answers}, written by {worker}").format(answers=words, worker=author)
    if other:
        return other, line, "form", ""
    if first:
        return _("First meeting"), line, "person", ""
    return _("Answers added or changed"), line, "pencil", ""


def _choices(changes: list[Change]) -> tuple[str, str, str, str]:
    last = {change.record: change.value for change in changes}
    if last.get("plan/all") == "declines":
        return _("Declined everything"), _("The offer stays open."), "check", "done"
    counts = Counter(str(value) for value in last.values())
    parts = [
        _("{count} accepted").format(count=counts["accepts"]) if counts["accepts"] else "",
        _("{count} later").format(count=counts["later"]) if counts["later"] else "",
        _("{count} declined").format(count=counts["declines"]) if counts["declines"] else "",
    ]
    return _("Choices in the plan"), ", ".join(part for part in parts if part), "check", "done"
