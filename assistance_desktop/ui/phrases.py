"""Small phrases that several screens say: a moment, a size, what changes are about, an answer.

They say what is there and never guess; a question's own words come from the questionnaire.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from assistance_desktop import i18n
from assistance_desktop.cases.changes import Answer, Change, Unanswered
from assistance_desktop.i18n import _, ngettext
from assistance_desktop.ui.session import HELSINKI

_FRAME = ("of", "removed")
"""Fields of a repeat that are no answers: what it is one of, and that it was taken out."""


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
        if kind in ("intake", "repeat") and change.field not in _FRAME:
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
    return value or _("Empty")


def unanswered(why: Unanswered) -> str:
    """Why there is no answer."""
    return {
        Unanswered.UNKNOWN: _("Not known yet"),
        Unanswered.REFUSED: _("Prefers not to say"),
        Unanswered.NOT_ASKED: _("Not asked"),
    }[why]


def describe(_record: str, field: str, value: Answer) -> tuple[str, str]:
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
    names = {
        "repeat": _("a part that repeats"),
        "plan": _("plan"),
        "consent": _("consent"),
        "print": _("what was printed"),
        "told": _("who was told"),
    }
    return names.get(kind) or _("case details")
