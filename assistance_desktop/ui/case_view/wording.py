"""A change in the words of people: what was changed, and what it says now.

Questions speak the words of the questionnaire; what the program itself writes is worded here.
"""

from collections.abc import Mapping
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui.case_view.recipients import recipient_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.stages import stage_chip

_FIELDS: Mapping[str, Mapping[str, str]] = {
    "consent": {
        "state": N_("Consent"),
        "recipient": N_("Who it is about"),
    },
    "print": {
        "kind": N_("Printed for the client"),
        "to": N_("Where it went"),
        "on": N_("Day of the print"),
        "language": N_("Language of the paper"),
        "kept_where": N_("Where it is kept"),
    },
    "note": {"question": N_("Question of the note")},
    "repeat": {"of": N_("Added a part that repeats"), "within": N_("Where the part belongs")},
}
_VALUES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("plan", "decision"): {
        "accepts": N_("Accepts"),
        "later": N_("Later"),
        "declines": N_("Declines"),
        "not_asked": N_("Open again"),
    },
    ("plan", "state"): {"done": N_("In place"), "open": N_("Not in place")},
    ("consent", "state"): {
        "given": N_("Agreed"),
        "refused": N_("Said no"),
        "withdrawn": N_("Taken back"),
        "not_asked": N_("Not asked"),
    },
    ("print", "kind"): {"summary": N_("Summary"), "discreet": N_("Discreet note")},
    ("print", "to"): {"printer": N_("Printer"), "file": N_("File")},
}


def describe(
    case: Case, content: Content, record: str, field: str, value: Answer
) -> tuple[str, str]:
    """What a field of a record is called, and what this value of it says."""
    kind, _slash, which = record.partition("/")
    title, words = content.describe(record, field, value)
    named = _FIELDS.get(kind, {}).get(field)
    title = _(named) if named else title
    if kind == "plan":
        title = f"{_service(content, which)}: {content.describe('', field, None)[0]}"
    elif kind == "consent" and field == "state":
        title = f"{title}: {recipient_words(case.text(record, 'recipient'))}"
    return title, _value(content, kind, field, value) or words


def _service(content: Content, code: str) -> str:
    if code == "all":
        return _("Everything")
    service = content.pack.services.get(code)
    return in_language(service.name, i18n.language()) if service else code


def _value(content: Content, kind: str, field: str, value: Answer) -> str:
    """The words of a value that the program wrote itself, "" for any other."""
    if not isinstance(value, str) or not value:
        return ""
    if named := _named(kind, field, value):
        return named
    if field == "language" and kind in ("print", "consent"):
        return ", ".join(i18n.language_name(one, i18n.language()) for one in value.split())
    if kind in ("note", "repeat") and value.startswith("/"):
        return content.describe("intake", answers.plain(value), None)[0]
    return _day(value)


def _named(kind: str, field: str, value: str) -> str:
    """The words of a value that is one of a few, "" for any other."""
    listed = _VALUES.get((kind, field), {})
    if value in listed:
        return _(listed[value])
    if kind == CASE and field == "stage":
        return stage_chip(value)[0]
    return recipient_words(value) if field == "recipient" else ""


def _day(value: str) -> str:
    if len(value) != len("2026-11-26"):
        return ""
    try:
        return i18n.show_date(date.fromisoformat(value), style="long")
    except ValueError:
        return ""
