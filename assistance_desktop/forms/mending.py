"""Small repairs before a workbook is converted: what fielded forms do although it is wrong.

Every repair is a warning with its place and what the author should write instead.
"""

from pyxform import aliases
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT
from pyxform.xls2json import RE_BEGIN_CONTROL, RE_END_CONTROL, RE_OSM, RE_SELECT

from assistance_desktop.forms.remarks import Remark
from assistance_desktop.forms.sheets import Sheet, Sheets
from assistance_desktop.i18n import _

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
}
_MOST_REMARKS = 200


def mend(sheets: Sheets) -> list[Remark]:
    """Repair what can be repaired, in place; what was done."""
    found = [*_types(sheets.sheet("survey")), *_repeated_choices(sheets)]
    return found[:_MOST_REMARKS]


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


def _meant(written: str) -> str | None:
    """The known type that an unknown one stands for; None when it is known, or nobody can say."""
    if not written or _known(written):
        return None
    small = written.lower()
    if small in _OLD_TYPES:
        return _OLD_TYPES[small]
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
    if list_heading is None or name_heading is None:
        return []
    found: list[Remark] = []
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(choices.rows, start=2):
        key = (row.get(list_heading, ""), row.get(name_heading, ""))
        if not all(key):
            continue
        first = seen.setdefault(key, number)
        if first != number:
            found.append(
                Remark(
                    _("The choice name “{name}” stands in row {row} already.").format(
                        name=key[1], row=first
                    ),
                    _("Give each choice its own name, or keep them apart with a choice_filter."),
                    sheet="choices",
                    row=number,
                    column=name_heading,
                )
            )
    if found and not _allowed(sheets):
        _allow(sheets)
        return found
    return []


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
