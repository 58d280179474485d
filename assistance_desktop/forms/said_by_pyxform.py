"""What pyxform says about a form, as remarks with a place.

pyxform speaks English sentences with the place inside; the place is taken out, the rest is kept.
"""

import re

from assistance_desktop.forms.remarks import Remark
from assistance_desktop.forms.sheets import Sheets
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
