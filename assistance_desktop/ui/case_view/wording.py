"""A change in the words of people: what was changed, and what it says now.

Questions speak the words of the questionnaire; what the program itself writes is worded here.
"""

from collections.abc import Mapping
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
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
    "case": {"form": N_("Questionnaire of the intake")},
    "questionnaire": {
        "form": N_("Version"),
        "begun_on": N_("Begun"),
        "finished_on": N_("Finished"),
    },
    "note": {"question": N_("Question of the note")},
    "repeat": {"of": N_("Added a part that repeats"), "within": N_("Where the part belongs")},
}
_OF_QUESTIONNAIRE = ("form", "begun_on", "finished_on", "removed")
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
    title, words = content.describe(record, field, value, case)
    named = _FIELDS.get(kind, {}).get(field)
    title = _(named) if named else title
    if kind == "plan":
        title = f"{_service(content, which)}: {content.describe('', field, None)[0]}"
    elif kind == "consent" and field == "state":
        title = f"{title}: {recipient_words(case.text(record, 'recipient'))}"
    elif kind == answers.OTHERS and field in _OF_QUESTIONNAIRE:
        asked = content.title(case, record)
        title = _("{questionnaire}: {field}").format(questionnaire=asked, field=title)
    return title, _value(case, content, record, field, value) or words


def _service(content: Content, code: str) -> str:
    if code == "all":
        return _("Everything")
    service = content.pack.services.get(code)
    return in_language(service.name, i18n.language()) if service else code


def _value(case: Case, content: Content, record: str, field: str, value: Answer) -> str:
    """The words of a value that the program wrote itself, "" for any other."""
    kind = record.partition("/")[0]
    if not isinstance(value, str) or not value or field.startswith("/"):
        return ""
    if field == answers.FORM and kind in (CASE, answers.OTHERS):
        return _pinned(content.titled(value), value)
    if named := _named(kind, field, value):
        return named
    if field == "language" and kind in ("print", "consent"):
        return ", ".join(i18n.language_name(one, i18n.language()) for one in value.split())
    if kind in ("note", "repeat") and value.startswith("/"):
        return content.describe(_asking(case, record), answers.plain(value), None, case)[0]
    return _day(value)


def _pinned(title: str, pin: str) -> str:
    """A questionnaire with its version: "Intake, version 4"."""
    form, _space, version = pin.rpartition(" ")
    words = _("{title}, version {version}") if version else "{title}"
    return words.format(title=title or form, version=version)


def _asking(case: Case, record: str) -> str:
    """The questionnaire that a note or a part that repeats belongs to."""
    if record.startswith("note/questionnaire"):
        where = record.removeprefix("note/").split(".")[:2]
        return "/".join(where)
    return answers.around(case, record) if record.startswith("repeat/") else INTAKE


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
