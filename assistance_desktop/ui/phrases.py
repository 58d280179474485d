"""Small phrases that several screens say: a moment, a size, what changes are about, an answer.

They say what is there and never guess; a question's own words come from the questionnaire.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from assistance_desktop import i18n
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Change, Unanswered
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.storage import attachments
from assistance_desktop.ui.session import HELSINKI

_ANSWERED = ("intake", "questionnaire", "repeat")
"""Kinds of records that hold answers; a field of them that is one is the path of a question."""

_QUIET = ("unread",)
"""Kinds of records that nobody needs to hear of: what was typed and could not be read."""


def moment(at: datetime, today: date) -> str:
    """When something happened, in Finland's time: "Today 09:31", "Mon 12 Oct 16:42"."""
    local = at.astimezone(HELSINKI)
    return _("{day} {time}").format(day=day(local.date(), today), time=i18n.show_time(local))


def day(when: date, today: date) -> str:
    """A day: "Today", "Yesterday", "Mon 12 Oct", or with its year when that is another."""
    if when == today:
        return _("Today")
    if when == today - timedelta(days=1):
        return _("Yesterday")
    return i18n.show_date(when, style="short" if when.year == today.year else "long")


def size(content: int) -> str:
    """How large a file of so many bytes is: "86 kB", "1.2 MB"."""
    if content < 1_000_000:
        return _("{number} kB").format(number=i18n.show_number(max(1, round(content / 1000))))
    return _("{number} MB").format(number=i18n.show_number(round(content / 1_000_000, 1)))


def gist(changes: Iterable[Change]) -> str:
    """What changes are about, without a value: "23 answers, consent"."""
    answered: set[tuple[str, str]] = set()
    others: dict[str, set[str]] = {}
    for change in changes:
        kind = change.record.partition("/")[0]
        if kind in _QUIET or change.field == "place":
            continue
        if kind in _ANSWERED and change.field.startswith("/"):
            answered.add((change.record, change.field))
        else:
            others.setdefault(kind, set()).add(change.record)
    parts = [_count_answers(len(answered))] if answered else []
    parts += [_name_kind(kind, len(records)) for kind, records in others.items()]
    text = ", ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:]


def answer(value: Answer) -> str:
    """An answer as it stands, for people."""
    if isinstance(value, Unanswered):
        return unanswered(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int | float):
        return i18n.show_number(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {answer(each)}" for name, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(answer(each) for each in value)
    return _text(value) if value else _("Empty")


def moment_typed(value: str) -> str:
    """A day, a clock time or both, as a form keeps them, for people; anything else as it is."""
    day_of, _separator, time_of = value.rpartition("T")
    try:
        if not day_of and len(value) == len("2026-11-26"):
            return i18n.show_date(date.fromisoformat(value), style="long")
        clock = i18n.show_time(datetime.fromisoformat(f"2000-01-01T{time_of[:5]}"))
        if not day_of:
            return clock
        shown = i18n.show_date(date.fromisoformat(day_of), style="long")
    except ValueError:
        return value
    return _("{day} {time}").format(day=shown, time=clock)


def _text(value: str) -> str:
    """Words as they stand; of a file what it is called, such as "picture.jpg"."""
    digest = attachments.hash_in(value)
    return value.replace(f"-{digest}", "") if digest else value


def unanswered(why: Unanswered) -> str:
    """Why there is no answer."""
    return {
        Unanswered.UNKNOWN: _("Not known yet"),
        Unanswered.REFUSED: _("Prefers not to say"),
        Unanswered.NOT_ASKED: _("Not asked"),
    }[why]


def describe(_record: str, field: str, value: Answer, _case: Case | None = None) -> tuple[str, str]:
    """A field's name and its value, made from their plain names alone."""
    return plain_name(field), answer(value)


def plain_name(field: str) -> str:
    """What a field is called when nobody has worded it: "/intake/home_safe" is "Home safe"."""
    name = field.rpartition("/")[2].replace("_", " ")
    return name[:1].upper() + name[1:]


def _count_answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _name_kind(kind: str, count: int) -> str:
    if kind == "note":
        return ngettext("{count} note", "{count} notes", count).format(count=count)
    if kind == "appointment":
        words = ngettext("{count} appointment", "{count} appointments", count)
        return words.format(count=count)
    if kind == "task":
        return ngettext("{count} task", "{count} tasks", count).format(count=count)
    names = {
        "repeat": _("a part that repeats"),
        "questionnaire": _("a questionnaire"),
        "plan": _("plan"),
        "consent": _("consent"),
        "print": _("what was printed"),
        "told": _("who was told"),
        "document": _("files"),
    }
    return names.get(kind) or _("case details")
