"""What pyxform says about a form, as remarks with a place.

pyxform speaks English sentences with the place inside; the place is taken out, what is common is
said in our own words, the rest is kept.
"""

import re

from pyxform.parsing.expression import is_xml_tag
from pyxform.xls2json import RE_SELECT

from assistance_desktop.forms.remarks import FormulaRefused, Remark
from assistance_desktop.forms.sayings import Reworded, reworded
from assistance_desktop.forms.sheets import Sheet, Sheets
from assistance_desktop.i18n import _

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"(?:[Oo]n the|for sheet:) '(\w+)'(?: sheet)?[,.]?\s*")
_COLUMN = re.compile(r"the '([^']+)' value is invalid\.?\s*")
_MORE = re.compile(r"\s*Learn more: \S+\s*")
_QUOTED = re.compile(r"['‘“\"]([^'’”\"]+)['’”\"]")
_LONGEST = 400


def refusal(message: str, sheets: Sheets) -> Remark:
    """The first thing that pyxform refuses."""
    return _remark(_parts(message)[0], sheets)


def remarks(messages: list[str], sheets: Sheets) -> list[Remark]:
    """All that pyxform warns of."""
    found = (_remark(part, sheets) for message in messages for part in _parts(message))
    return [remark for remark in found if remark.problem]


_COLUMNS = {
    "calculate": ("calculation", "bind::calculate", "bind:calculate"),
    "relevant": ("relevant", "relevance", "bind::relevant", "bind:relevant"),
    "readonly": ("read_only", "readonly", "read only", "bind::readonly"),
    "choices": ("choice_filter",),
    "jr:count": ("repeat_count", "jr:count", "count"),
    "setvalue": ("default", "calculation"),
}
"""What authors call the rules of an XForm in the headings of a workbook."""


_MADE_OF = {"instanceName": ("settings", "instance_name"), "entity": ("entities", "label")}
"""Nodes that no row of the survey makes, and the cells that do."""


def in_sheet(refused: FormulaRefused, sheets: Sheets) -> Remark:
    """A formula's refusal with the cell that it stands in."""
    survey = sheets.sheet("survey")
    elsewhere = _MADE_OF.get(refused.path.rpartition("/")[2])
    if elsewhere is not None and elsewhere[0] in sheets.by_name:
        sheet, column = elsewhere
        return Remark(refused.bare, refused.hint, sheet=sheet, row=2, column=column)
    wanted = _COLUMNS.get(refused.rule, (refused.rule,))
    column = next((h for h in survey.headings if h.lower() in wanted), wanted[0])
    name = refused.path.rpartition("/")[2]
    rows = enumerate(survey.rows, start=2)
    named = [(number, row) for number, row in rows if row.get(_heading(survey, "name")) == name]
    holding = [number for number, row in named if row.get(column)]
    row = next(iter(holding), named[0][0] if named else None)
    if row is None and name.endswith("_count"):
        counted = FormulaRefused(
            refused.path.removesuffix("_count"), "jr:count", refused.bare, refused.hint
        )
        return in_sheet(counted, sheets)
    return Remark(refused.bare, refused.hint, sheet="survey", row=row, column=column)


def _heading(sheet: Sheet, name: str) -> str:
    return next((h for h in sheet.headings if h.lower() == name), name)


def _parts(message: str) -> list[str]:
    parts = [p.strip() for p in re.split(r"\n(?=\[row : |Language ')", message) if p.strip()]
    return parts or [message.strip() or "The form cannot be converted."]


def _remark(message: str, sheets: Sheets) -> Remark:
    row = _ROW.search(message)
    sheet = _SHEET.search(message)
    column = _COLUMN.search(message)
    ours = reworded(message)
    where = (ours.sheet if ours else "") or (sheet.group(1) if sheet else "survey")
    number = int(row.group(1)) if row else _row_of(message, ours, where, sheets)
    heading = (ours.column if ours else "") or (column.group(1) if column else "")
    if ours is not None:
        return Remark(ours.problem, ours.hint, where, number, _written(heading, where, sheets))
    return Remark(
        _passed_on(message),
        _("Correct the cell and open the form again. The XLSForm reference is at xlsform.org."),
        where,
        number,
        _written(heading, where, sheets),
    )


def _passed_on(message: str) -> str:
    text = _MORE.sub(" ", _ROW.sub("", message))
    for pattern in (_SHEET, _COLUMN):
        text = pattern.sub("", text)
    text = " ".join(text.split())[:_LONGEST] or message[:_LONGEST]
    return text[:1].upper() + text[1:]


def _written(column: str, sheet: str, sheets: Sheets) -> str:
    """A column as its author headed it."""
    headings = sheets.sheet(sheet).headings
    names = (column, *_COLUMNS.get(column, ()), *_COLUMNS.get(column.rpartition(":")[2], ()))
    exact = next((h for h in headings if h.lower() in names), "")
    return exact or next((h for h in headings if h.lower().startswith(f"{column}::")), column)


def _row_of(message: str, ours: Reworded | None, where: str, sheets: Sheets) -> int | None:
    """The row that a message without a number means: by what it says, then by what it quotes."""
    survey = sheets.sheet("survey")
    if "machine-readable codes" in message or "headers" in message.lower():
        return 1
    if "sheet in this xlsform" in message or "or_other" in message:
        return _asking(message, survey)
    if "Names must begin" in message:
        names = [row.get(_heading(survey, "name"), "_") for row in survey.rows]
        wrong = (n for n, name in enumerate(names, start=2) if not is_xml_tag(name))
        return next(wrong, _quoting("'begin loop'", survey))
    if ours is not None and (said := ours.parts.get("name") or ours.parts.get("type")):
        sheet = sheets.sheet(where)
        headings = [_heading(sheet, "name"), _heading(sheet, "type")]
        rows = enumerate(sheet.rows, start=2)
        named = [n for n, row in rows if said in [row.get(heading) for heading in headings]]
        return named[-1] if named else _quoting(message, survey)
    return _quoting(message, survey)


def _asking(message: str, survey: Sheet) -> int | None:
    """The first row of the kind that a message is about: or_other, external or plain choices."""
    kinds = (row.get(_heading(survey, "type"), "") for row in survey.rows)
    for number, kind in enumerate(kinds, start=2):
        if "or_other" in message:
            found = "other" in kind
        else:
            found = _is_select(kind) and ("external_choices" in message) == ("external" in kind)
        if found:
            return number
    return None


def _quoting(message: str, survey: Sheet) -> int | None:
    quoted = [text.lower() for text in _QUOTED.findall(message)]
    for number, row in enumerate(survey.rows, start=2):
        named = (value.lower() for key, value in row.items() if key.lower() in ("name", "type"))
        if not set(quoted).isdisjoint(named):
            return number
    return None


def _is_select(kind: str) -> bool:
    return RE_SELECT.search(kind) is not None and "_from_file" not in kind
