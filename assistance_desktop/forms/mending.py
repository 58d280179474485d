"""Small repairs before a workbook is converted: what fielded forms do although it is wrong.

Every repair is a warning with its place and what the author should write instead.
"""

import re

from pyxform import aliases
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT
from pyxform.xls2json import RE_BEGIN_CONTROL, RE_END_CONTROL, RE_OSM, RE_SELECT

from assistance_desktop.forms.remarks import Remark
from assistance_desktop.forms.sheets import Sheet, Sheets
from assistance_desktop.i18n import _, ngettext

_OLD_TYPES = {
    "hidden string": "hidden",
    "str": "text",
    "number": "decimal",
    "float": "decimal",
    "double": "decimal",
    "boolean": "text",
    "multiline": "text",
    "textarea": "text",
    "photo": "image",
    "picture": "image",
    "signature": "image",
    "gps": "geopoint",
    "location": "geopoint",
    "datetime": "dateTime",
    "trigger": "acknowledge",
    "phone": "text",
    "calculate_here": "calculate",
    "xml_external": "xml-external",
    "csv_external": "csv-external",
}
_OLD_SELECTS = re.compile(
    r"(select multiple|select many|select all)( from| that apply from)? (\S+)"
)
_NOWHERE = frozenset({"audit"})
"""Types whose row must not be named."""
_MOST_REMARKS = 200


def mend(sheets: Sheets) -> list[Remark]:
    """Repair what can be repaired, in place; what was done."""
    survey = sheets.sheet("survey")
    found = [*_comments(survey), *_types(survey), *_names(survey), *_repeated_choices(sheets)]
    return found[:_MOST_REMARKS]


def _comments(survey: Sheet) -> list[Remark]:
    """Rows of words alone, which nobody can be asked."""
    kind, name = _heading(survey, ("type",)), _heading(survey, ("name",))
    found: list[Remark] = []
    for number, row in enumerate(survey.rows, start=2):
        if row and not row.get(kind or "", "") and not row.get(name or "", ""):
            row.clear()
            found.append(
                Remark(
                    _("The row has neither type nor name; it is taken for a comment."),
                    _("Give it a type and a name if it is a question."),
                    sheet="survey",
                    row=number,
                    column=kind or "type",
                )
            )
    return found


def _types(survey: Sheet) -> list[Remark]:
    heading = next((h for h in survey.headings if h.lower() == "type"), None)
    if heading is None:
        return []
    found: list[Remark] = []
    for number, row in enumerate(survey.rows, start=2):
        written = row.get(heading, "")
        meant = _meant(" ".join(written.split()))
        if meant is not None and meant != written:
            row[heading] = meant
            found.append(
                Remark(
                    _("The type “{written}” is not in use; read as “{meant}”.").format(
                        written=written, meant=meant
                    ),
                    _("Write {meant}.").format(meant=meant),
                    sheet="survey",
                    row=number,
                    column=heading,
                )
            )
    return found


def _names(survey: Sheet) -> list[Remark]:
    kind, name = _heading(survey, ("type",)), _heading(survey, ("name",))
    if kind is None or name is None:
        return []
    found: list[Remark] = []
    for number, row in enumerate(survey.rows, start=2):
        if row.get(kind) in _NOWHERE and row.pop(name, row[kind]) != row[kind]:
            found.append(
                Remark(
                    _("A row of the type {type} has no name of its own.").format(type=row[kind]),
                    _("Leave the name empty."),
                    sheet="survey",
                    row=number,
                    column=name,
                )
            )
    return found


def _meant(written: str) -> str | None:
    """The known type that an unknown one stands for; None when it is known, or nobody can say."""
    if not written or _known(written):
        return None
    small = written.lower()
    if small in _OLD_TYPES:
        return _OLD_TYPES[small]
    many = _OLD_SELECTS.fullmatch(written)
    if many is not None:
        return f"select_multiple {many[3]}"
    for candidate in (small, small.replace(" ", "_"), small.replace("-", "_")):
        if _known(candidate):
            return candidate
    head, _space, rest = written.partition(" ")
    if _known(f"{head.lower()} {rest}"):
        return f"{head.lower()} {rest}"
    return head.lower() if rest and head.lower() in QUESTION_TYPE_DICT else None


def _known(written: str) -> bool:
    return (
        written in QUESTION_TYPE_DICT
        or written in aliases._type_alias_map  # noqa: SLF001 - pyxform offers no other list  # pyright: ignore[reportPrivateUsage]
        or written in aliases.settings_header
        or written in ("audit", "end", "start")
        or any(
            pattern.search(written)
            for pattern in (RE_BEGIN_CONTROL, RE_END_CONTROL, RE_SELECT, RE_OSM)
        )
    )


def _repeated_choices(sheets: Sheets) -> list[Remark]:
    choices = sheets.sheet("choices")
    list_heading = _heading(choices, ("list_name", "list name"))
    name_heading = _heading(choices, ("name", "value"))
    if list_heading is None or name_heading is None or _allowed(sheets):
        return []
    seen: dict[tuple[str, str], int] = {}
    again: dict[str, list[int]] = {}
    for number, row in enumerate(choices.rows, start=2):
        key = (row.get(list_heading, ""), row.get(name_heading, ""))
        if all(key) and seen.setdefault(key, number) != number:
            again.setdefault(key[0], []).append(number)
    if again:
        _allow(sheets)
    found: list[Remark] = []
    for name_of_list, rows in again.items():
        name = choices.rows[rows[0] - 2][name_heading]
        twice = _("“{name}” stands twice in the list {list}, first in row {row}.").format(
            name=name, list=name_of_list, row=seen[name_of_list, name]
        )
        more = ngettext(
            "{count} more row of the list repeats a name.",
            "{count} more rows of the list repeat a name.",
            len(rows) - 1,
        ).format(count=len(rows) - 1)
        found.append(
            Remark(
                f"{twice} {more}" if len(rows) > 1 else twice,
                _("Give each choice its own name, or keep them apart with a choice_filter."),
                sheet="choices",
                row=rows[0],
                column=name_heading,
            )
        )
    return found


def _heading(sheet: Sheet, names: tuple[str, ...]) -> str | None:
    return next((h for h in sheet.headings if h.lower() in names), None)


def _allowed(sheets: Sheets) -> bool:
    row = next(iter(sheets.sheet("settings").rows), {})
    return bool(aliases.yes_no.get(row.get("allow_choice_duplicates", "no"), False))


def _allow(sheets: Sheets) -> None:
    settings = sheets.by_name.setdefault("settings", Sheet())
    if "allow_choice_duplicates" not in settings.headings:
        settings.headings.append("allow_choice_duplicates")
    if not settings.rows:
        settings.rows.append({})
    settings.rows[0]["allow_choice_duplicates"] = "yes"
