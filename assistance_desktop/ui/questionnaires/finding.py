"""What is to be said of a version of a questionnaire, as data: where, what, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from assistance_desktop.i18n import _


class Weight(IntEnum):
    """How much a finding weighs; the heavier ones stand first."""

    STOPS = 0
    """It cannot be published so."""
    TO_LOOK_AT = 1
    TO_KNOW = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One matter. `problem` reads <b>…</b> when it is `ours`; else it is somebody's own words."""

    weight: Weight
    problem: str
    hint: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    ours: bool = True

    @property
    def plain(self) -> str:
        """The problem without marks."""
        return self.problem.replace("<b>", "").replace("</b>", "") if self.ours else self.problem

    @property
    def place(self) -> str:
        """Where in its sheet: "row 41, relevant"."""
        row = _("row {number}").format(number=self.row) if self.row else ""
        return ", ".join(part for part in (row, self.column) if part)


def of_remark(remark: Mapping[str, Any]) -> Finding:
    """What was said of the file when it was loaded (`forms.remarks.Remark.as_json`)."""
    return Finding(
        Weight.TO_LOOK_AT,
        remark["problem"],
        remark["hint"],
        remark["sheet"],
        remark["row"],
        remark["column"],
        ours=False,
    )
