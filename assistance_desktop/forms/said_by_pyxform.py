"""What pyxform says about a form, as remarks with a place.

pyxform speaks English sentences with the place inside; the place is taken out, the rest is kept.
"""

import re

from assistance_desktop.forms.remarks import FormulaRefused, Remark
from assistance_desktop.forms.sheets import Sheet, Sheets
from assistance_desktop.i18n import _

_ROW = re.compile(r"\[row : (\d+)\]\s*")
_SHEET = re.compile(r"[Oo]n the '(\w+)' sheet,?\s*")
_COLUMN = re.compile(r"the '([^']+)' value is invalid\.?\s*")
_MORE = re.compile(r"\s*Learn more: \S+\s*")
_QUOTED = re.compile(r"['‘“\"]([^'’”\"]+)['’”\"]")
_LONGEST = 400


def refusal(message: str, sheets: Sheets) -> Remark:
    """The first thing that pyxform refuses."""
    return _remark(_parts(message)[0], sheets)


def remarks(messages: list[str], sheets: Sheets) -> list[Remark]:
    """All that pyxform warns of."""
    return [_remark(part, sheets) for message in messages for part in _parts(message)]


_COLUMNS = {
    "calculate": ("calculation", "bind::calculate", "bind:calculate"),
    "relevant": ("relevant", "relevance", "bind::relevant", "bind:relevant"),
    "readonly": ("read_only", "readonly", "read only", "bind::readonly"),
    "choices": ("choice_filter",),
    "jr:count": ("repeat_count", "jr:count", "count"),
    "setvalue": ("default", "calculation"),
}
"""What authors call the rules of an XForm in the headings of a workbook."""


def in_sheet(refused: FormulaRefused, sheets: Sheets) -> Remark:
    """A formula's refusal with the cell that it stands in."""
    survey = sheets.sheet("survey")
    wanted = _COLUMNS.get(refused.rule, (refused.rule,))
    column = next((h for h in survey.headings if h.lower() in wanted), wanted[0])
    name = refused.path.rpartition("/")[2]
    rows = enumerate(survey.rows, start=2)
    named = [(number, row) for number, row in rows if row.get(_heading(survey, "name")) == name]
    holding = [number for number, row in named if row.get(column)]
    row = next(iter(holding), named[0][0] if named else None)
    return Remark(refused.bare, refused.hint, sheet="survey", row=row, column=column)


def _heading(sheet: Sheet, name: str) -> str:
    return next((h for h in sheet.headings if h.lower() == name), name)


def _parts(message: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"\n(?=\[row : )", message) if part.strip()]
    return parts or [message.strip() or "The form cannot be converted."]


def _remark(message: str, sheets: Sheets) -> Remark:
    row = _ROW.search(message)
    sheet = _SHEET.search(message)
    column = _COLUMN.search(message)
    text = _MORE.sub(" ", _ROW.sub("", message))
    for pattern in (_SHEET, _COLUMN):
        text = pattern.sub("", text)
    text = " ".join(text.split())[:_LONGEST] or message[:_LONGEST]
    number = int(row.group(1)) if row else None
    where = sheet.group(1) if sheet else "survey"
    if number is None:
        number = _row_of(message, sheets)
    return Remark(
        text[:1].upper() + text[1:],
        _("Correct the cell and open the form again. The XLSForm reference is at xlsform.org."),
        sheet=where,
        row=number,
        column=column.group(1) if column else "",
    )


def _row_of(message: str, sheets: Sheets) -> int | None:
    """The row whose name or type the message quotes, when it gives no number."""
    quoted = [text.lower() for text in _QUOTED.findall(message)]
    if not quoted:
        return None
    for number, row in enumerate(sheets.sheet("survey").rows, start=2):
        if any(value.lower() in quoted for key, value in row.items() if key in ("name", "type")):
            return number
    return None
