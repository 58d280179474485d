"""The Finnish intake, read once as a form's author reads it and once as pyxform makes it."""

from pathlib import Path
from typing import NamedTuple

import pytest
from pyxform.xls2json_backends import md_to_dict
from pyxform.xls2xform import convert

from assistance_desktop import paths

LANGUAGES = ("English (en)", "Suomi (fi)", "Svenska (sv)")
SECTIONS = ("consent", "safety", "about_you", "situation", "needs", "residence", "wishes")

Row = dict[str, str]


class Intake(NamedTuple):
    """The rows as written, and what pyxform had to say about them."""

    survey: list[Row]
    choices: list[Row]
    settings: Row
    xform: str
    warnings: list[str]

    @property
    def questions(self) -> list[Row]:
        """What is asked: no groups, no calculations."""
        return [row for row in self.survey if not _is_frame(row) and row["type"] != "calculate"]

    def question(self, name: str) -> Row:
        """The question of that name."""
        return next(row for row in self.questions if row["name"] == name)

    def list_of(self, name: str) -> list[str]:
        """The names of the choices that a select question gives."""
        wanted = self.question(name)["type"].split()[1]
        return [row["name"] for row in self.choices if row["list_name"] == wanted]

    def sections(self) -> dict[str, list[str]]:
        """Question names by section, in the order in which they are asked."""
        found: dict[str, list[str]] = {}
        for row in self.survey:
            if row["type"] == "begin_group":
                found[row["name"]] = []
            elif row in self.questions:
                found[list(found)[-1]].append(row["name"])
        return found


def _is_frame(row: Row) -> bool:
    return row["type"].startswith(("begin", "end"))


@pytest.fixture(scope="session")
def intake_file() -> Path:
    return paths.resources() / "packs" / "finland" / "intake.md"


@pytest.fixture(scope="session")
def intake(intake_file) -> Intake:
    book = md_to_dict(str(intake_file))
    made = convert(str(intake_file), validate=False)
    return Intake(
        book["survey"], book["choices"], book["settings"][0], made.xform, list(made.warnings)
    )
