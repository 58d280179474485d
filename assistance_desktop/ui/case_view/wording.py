"""A change in the words of people: what was changed, and what it says now.

Questions speak the words of the questionnaire; what the program itself writes is worded here.
"""

from collections.abc import Sequence

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.life import Reason
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _
from assistance_desktop.storage import attachments
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.change_words import FIELDS, VALUES
from assistance_desktop.ui.case_view.documents_opening import kind_words
from assistance_desktop.ui.case_view.recipients import recipient_words
from assistance_desktop.ui.closing_words import reason_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.field_words import field_words
from assistance_desktop.ui.stages import stage_chip

_TYPED = ("text", "what", "said", "note", "reason", "outcome", "closed_note", "account", "title")
"""Fields that hold a person's own words, which are never read as a day or a time."""

_OF_QUESTIONNAIRE = ("form", "begun_on", "finished_on", "removed")


def describe(
    case: Case, content: Content, record: str, field: str, value: Answer
) -> tuple[str, str]:
    """What a field of a record is called, and what this value of it says."""
    kind, _slash, which = record.partition("/")
    title, words = content.describe(record, field, value, case)
    named = FIELDS.get(kind, {}).get(field)
    title = _(named) if named else title
    if kind == "plan":
        title = f"{_service(content, which)}: {_(named) if named else field_words('', field)}"
    elif kind == "consent" and field == "state":
        title = f"{title}: {recipient_words(case.text(record, 'recipient'))}"
    elif kind == answers.OTHERS and field in _OF_QUESTIONNAIRE:
        asked = content.title(case, record)
        title = _("{questionnaire}: {field}").format(questionnaire=asked, field=title)
    return title, _value(case, content, record, field, value) or words


_NAMED_BY = {
    "told": "recipient",
    "consent": "recipient",
    "appointment": "what",
    "task": "what",
    "document": "title",
}
"""The field that names a record of a kind."""


def names(record: str, field: str) -> bool:
    """Whether a field is the one that names its record."""
    return _NAMED_BY.get(record.partition("/")[0]) == field


def name_of(case: Case, record: str) -> str:
    """What an appointment, a task or a telling is about, in a few words."""
    field = _NAMED_BY.get(record.partition("/")[0], "")
    name = case.text(record, field)
    return recipient_words(name) if field == "recipient" else name


def _service(content: Content, code: str) -> str:
    if code == "all":
        return _("Everything")
    service = content.pack.services.get(code)
    return in_language(service.name, i18n.language()) if service else code


def _value(case: Case, content: Content, record: str, field: str, value: Answer) -> str:
    """The words of a value that the program wrote itself, "" for any other."""
    kind = record.partition("/")[0]
    if (kind, field) in (("consent", "topics"), ("told", "what")):
        return _topics(content, value)
    if not isinstance(value, str) or not value or field.startswith("/"):
        return ""
    if field == answers.FORM and kind in (CASE, answers.OTHERS):
        return _pinned(content.titled(value), value)
    named = _named(kind, field, value) or _of_pack(case, content, kind, field, value)
    return named or _written(case, content, record, field, value)


def _written(case: Case, content: Content, record: str, field: str, value: str) -> str:
    """The words of what was written: languages, a question, a day; "" for a person's own."""
    kind = record.partition("/")[0]
    if field == "language" and kind in ("print", "consent"):
        return ", ".join(i18n.language_name(one, i18n.language()) for one in value.split())
    if kind in ("note", "repeat") and value.startswith("/"):
        return content.describe(_asking(case, record), answers.plain(value), None, case)[0]
    digest = attachments.hash_in(value)
    if kind == "document" and digest:
        short = _("check number {number}…").format(number=digest[:8])
        return short if field == "original" else kind_words(value)
    return "" if field in _TYPED else phrases.moment_typed(value)


def _topics(content: Content, value: Answer) -> str:
    names = {topic.id: in_language(topic.name, i18n.language()) for topic in content.pack.topics}
    listed = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return ", ".join(names.get(str(one), str(one)) for one in listed)


def _of_pack(case: Case, content: Content, kind: str, field: str, value: str) -> str:
    """The words of a value that names something: a service, a kind of recipient, a consent."""
    if (kind, field) == ("task", "service"):
        return _service(content, value)
    if field == "kind" and kind in ("consent", "told"):
        found = (one.name for one in content.pack.recipients if one.id == value)
        return next((in_language(name, i18n.language()) for name in found), "")
    if (kind, field) == ("told", "consent"):
        return recipient_words(case.text(value, "recipient"))
    return ""


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
    listed = VALUES.get((kind, field), {})
    if value in listed:
        return _(listed[value])
    if kind == CASE and field == "stage":
        return stage_chip(value)[0]
    if (kind, field) == (CASE, "closed_reason") and value in set(Reason):
        return reason_words(Reason(value))
    return recipient_words(value) if field == "recipient" else ""
