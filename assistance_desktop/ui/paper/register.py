"""The register of prints: that, when, which kind and language, where to. Never the text."""

from dataclasses import dataclass
from datetime import date

from assistance_desktop.storage import deeds
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.paper.choices import Choices

PRINTER = "printer"
FILE = "file"


@dataclass(frozen=True, slots=True)
class Print:
    """A paper that is about to leave: whose case, as what, to be kept where, and its bytes."""

    case_id: str
    choices: Choices
    kept: str
    pdf: bytes


def deed(made: Print, to: str) -> Deed:
    """What the activity log says of one print; `to` is PRINTER or FILE."""
    languages = " ".join(made.choices.languages)
    return deeds.left(made.choices.kind.value, languages, made.case_id, as_file=to == FILE)


def entry(record: str, made: Print, to: str, on: date) -> tuple[Edit, ...]:
    """The record of one print; `to` is PRINTER or FILE."""
    fields = {
        "kind": made.choices.kind.value,
        "language": " ".join(made.choices.languages),
        "to": to,
        "on": on.isoformat(),
        "kept_where": made.kept,
    }
    return tuple(Edit(record, field, value) for field, value in fields.items())
