"""What is said of a version before it is published."""

from datetime import date

import pytest

from assistance_desktop.forms.workbook import load_form
from assistance_desktop.storage import questionnaires
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.content import entry_of
from assistance_desktop.ui.questionnaires.examining import Needs, examine
from assistance_desktop.ui.questionnaires.finding import Finding, Weight
from tests.ui.questionnaires.conftest import PUBLISHED, ROWS

TODAY = date(2026, 11, 23)


@pytest.fixture
def shelve(connection):
    """Puts a file on the shelf, or into use."""

    def put(file, *, use=False):
        loaded = load_form(file)
        entry = entry_of(loaded, file.name, PUBLISHED)
        with transaction(connection):
            kept = questionnaires.Content(loaded.source, loaded.xform, loaded.files)
            questionnaires.add(connection, entry, kept)
            if use:
                questionnaires.publish(connection, entry.form, entry.version, PUBLISHED)
        return questionnaires.find(connection, entry.form, entry.version)

    return put


@pytest.fixture
def look(connection):
    return lambda entry: examine(connection, entry, Needs("finland_intake", {}), TODAY)


def problems(found, weight):
    return [one.plain for one in found.findings if one.weight is weight]


def test_a_plain_questionnaire_needs_no_look(shelve, look, book):
    found = look(shelve(book()))
    assert found.findings == ()
    assert found.obstacle is None
    assert (found.sections, found.languages, found.differences) == (0, 1, None)


def test_a_lower_number_than_the_one_in_use_is_to_look_at(shelve, look, book):
    shelve(book("10"), use=True)
    found = look(shelve(book("9", ROWS[:2])))
    assert problems(found, Weight.TO_LOOK_AT)[-1] == (
        "Version 9 has a lower number than version 10, which is in use"
    )
    follows = problems(found, Weight.TO_KNOW)
    assert follows == ["Version 9 follows version 10, published Tue 1 Sept"]


def test_the_same_title_under_another_form_id_is_to_look_at(shelve, look, book):
    shelve(book(), use=True)
    found = look(shelve(book(form="visits", name="visits.md")))
    assert any("its form id is visit" in one for one in problems(found, Weight.TO_LOOK_AT))
    assert found.obstacle is None


def test_a_workbook_without_a_form_id_is_named_by_its_file_and_says_so(
    shelve, look, book, tmp_path
):
    file = tmp_path / "nameless.md"
    file.write_text(book().read_text("utf-8").replace("| form_id |", "| style |"), "utf-8")
    found = look(shelve(file))
    assert "There is no form id; the name of the file stands for it" in problems(
        found, Weight.TO_LOOK_AT
    )


def test_what_stops_stands_first_and_what_is_only_to_know_last(shelve, look, book):
    shelve(book(), use=True)
    rows = (ROWS[0].replace("select_one roofs", "text"), ROWS[2])
    weights = [one.weight for one in look(shelve(book("2", rows))).findings]
    assert weights == sorted(weights)
    assert {*weights} == {Weight.STOPS, Weight.TO_LOOK_AT, Weight.TO_KNOW}


def test_fewer_choices_and_another_section_are_told_with_their_rows(shelve, look, book, tmp_path):
    shelve(book(), use=True)
    file = book("2", ("| | begin_group | home | Home |", *ROWS, "| | end_group | | |"))
    file.write_text(file.read_text("utf-8").replace("| | roofs | tile | Tile |", ""), "utf-8")
    found = look(shelve(file)).findings
    assert (
        Finding(
            Weight.TO_LOOK_AT,
            "<b>roof</b> offers fewer answers than before",
            "Old answers keep what was chosen. Put it back if somebody still needs it.",
            "survey",
            3,
            "type",
        )
        in found
    )
    moved = [one for one in found if "another section" in one.problem]
    assert [(one.row, one.weight) for one in moved] == [(n, Weight.TO_KNOW) for n in (3, 4, 5)]
