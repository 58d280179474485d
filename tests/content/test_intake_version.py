"""The version of the intake says what is asked: cases are pinned to it.

Whoever adds, removes, moves or renames a question, changes the kind of its answer or the names to
choose from must give the intake another version (settings, column version) and add its digest
here. Words may be corrected under the same version.
"""

import hashlib
import json

import pytest

from assistance_desktop.forms.versions import choice_names
from assistance_desktop.forms.workbook import load_form

DIGESTS = {"2026112301": "cbbe7b8977e94f7766f77de299f77218e3b1f56b959606cf6eb9c926eecbd94e"}
"""What every version asked; published ones stay for ever."""


@pytest.fixture(scope="module")
def form(intake_file):
    return load_form(intake_file).form


def digest(form):
    """Paths, types and choice names of all questions, whatever their order and their words."""
    asked = sorted(
        (one.path, one.type, one.data_type, sorted(choice_names(form, one)))
        for one in form.questions()
        if "/meta/" not in one.path
    )
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


def test_what_is_asked_is_what_its_version_says(form):
    assert form.version in DIGESTS, "a new version: add its digest, and keep the old ones"
    assert digest(form) == DIGESTS[form.version], "the questions differ: give another version"


def test_a_choice_more_would_be_noticed(intake_file, form, tmp_path):
    more = tmp_path / "intake.md"
    words = intake_file.read_text("utf-8")
    row = next(line for line in words.splitlines() if line.startswith("| | agreement | agrees"))
    more.write_text(words.replace(row, f"{row}\n{row.replace('agrees', 'sometimes')}"), "utf-8")
    assert digest(load_form(more).form) != digest(form)
