"""Where the names of a questionnaire stand in the workbook that it was loaded from."""

from pathlib import Path

from assistance_desktop.child import unwrap, wrap
from assistance_desktop.errors import AppError
from assistance_desktop.forms.sheets import Sheet, read_sheets

_IDS = ("form_id", "id_string")


def run(data: bytes) -> bytes:
    """The `rows` of the survey by question name, and whether the form `is_unnamed`.

    `name` is the file's; of what cannot be read any more only the places are lost.
    """
    options, content = unwrap(data)
    try:
        sheets = read_sheets(bytes(content), Path(options["name"]))
    except AppError:
        return wrap({"rows": {}, "is_unnamed": False})  # it was read by an older program
    rows: dict[str, int] = {}
    for number, name in enumerate(_column(sheets.sheet("survey"), "name"), start=2):
        rows.setdefault(name, number)
    settings = sheets.sheet("settings")
    named = any(any(_column(settings, name)) for name in _IDS)
    return wrap({"rows": rows, "is_unnamed": not named})


def _column(sheet: Sheet, name: str) -> list[str]:
    heading = next((one for one in sheet.headings if one.lower() == name), name)
    return [row.get(heading, "") for row in sheet.rows]
