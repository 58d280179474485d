"""What happened in a case and what comes next, for the timeline: the newest first.

Only what was written is told; answers are counted, never shown.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.guidance.deadlines import Deadline
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.recipients import recipient_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.timeline import Event
from assistance_desktop.ui.session import HELSINKI


@dataclass(frozen=True, slots=True)
class _Told:
    """An event with the moment that orders it."""

    at: datetime
    event: Event


def events(
    case: Case, content: Content, deadlines: tuple[Deadline, ...], today: date
) -> list[Event]:
    """The story of a case: what is to come on top, the first meeting at the bottom."""
    told = [
        *_planned(case, content, today),
        *_periods(deadlines, today),
        *_by_day(case, content, today),
        *_notes(case, today),
        *_prints(case, today),
        *_consents(case, today),
    ]
    return [one.event for one in sorted(told, key=lambda one: one.at, reverse=True)]


def _planned(case: Case, content: Content, today: date) -> Iterator[_Told]:
    for record in case.records("plan"):
        step, due = case.text(record, "next_step"), _day(case.text(record, "due"))
        if not step or due is None or case.text(record, "state") == "done":
            continue
        service = content.pack.services.get(record.partition("/")[2])
        name = in_language(service.name, i18n.language()) if service else ""
        when = phrases.day(due, today)
        late = due < today
        line = _("{service}. Overdue").format(service=name) if late else name
        yield _Told(_at_end_of(due), Event(step, line, when, "calendar", "next"))


def _periods(deadlines: tuple[Deadline, ...], today: date) -> Iterator[_Told]:
    for deadline in deadlines:
        began = Event(
            _("Reflection period began"), "", phrases.day(deadline.start, today), "hourglass"
        )
        yield _Told(_at_start_of(deadline.start), began)


def _by_day(case: Case, content: Content, today: date) -> Iterator[_Told]:
    """The answers and choices of each day and hand, told once."""
    groups: dict[tuple[str, date, str], list[Change]] = {}
    for change in case.changes:
        kind = _kind(case, change)
        if kind:
            local = change.at.astimezone(HELSINKI).date()
            groups.setdefault((kind, local, change.author), []).append(change)
    first = True
    for (kind, _on, author), changes in groups.items():
        if kind == "choices":
            told = _choices(changes)
        else:
            other = content.title(case, kind) if kind != INTAKE else ""
            told = _answers(changes, author, other, first=first)
        first = first and kind != INTAKE
        at = changes[-1].at
        title, line, icon, state = told
        yield _Told(at, Event(title, line, phrases.moment(at, today), icon, state))


def _kind(case: Case, change: Change) -> str:
    """What a change is told with: the record of its questionnaire, "choices", or "" for neither."""
    kind = change.record.partition("/")[0]
    if kind in (INTAKE, "repeat", answers.OTHERS):
        return answers.around(case, change.record) if change.field.startswith("/") else ""
    return "choices" if kind == "plan" and change.field == "decision" else ""


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


def _notes(case: Case, today: date) -> Iterator[_Told]:
    for record in case.records("note"):
        heads = case.heads(record, "text")
        text = case.text(record, "text")
        if heads and text:
            when = phrases.moment(heads[-1].at, today)
            yield _Told(heads[-1].at, Event(_("Note"), _short(text), when, "note"))


def _prints(case: Case, today: date) -> Iterator[_Told]:
    for record in case.records("print"):
        heads = case.heads(record, "kind")
        if not heads:
            continue
        discreet = case.text(record, "kind") == "discreet"
        title = _("Printed a discreet note") if discreet else _("Printed a summary")
        languages = case.text(record, "language").split()
        line = ", ".join(i18n.language_name(one, i18n.language()) for one in languages)
        at = heads[-1].at
        yield _Told(at, Event(title, line, phrases.moment(at, today), "printer"))


def _consents(case: Case, today: date) -> Iterator[_Told]:
    said: dict[str, Callable[[str], str]] = {
        "given": lambda who: _("Agreed: {who} may be told").format(who=who),
        "refused": lambda who: _("Said no: {who} is not told").format(who=who),
        "withdrawn": lambda who: _("Took back: {who} is not told any more").format(who=who),
    }
    for record in case.records("consent"):
        heads = case.heads(record, "state")
        tell = said.get(case.text(record, "state"))
        if heads and tell:
            title = tell(recipient_words(case.text(record, "recipient")))
            when = phrases.moment(heads[-1].at, today)
            yield _Told(heads[-1].at, Event(title, "", when, "speech"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _at_end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, HELSINKI)


def _at_start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, HELSINKI)
