import pytest
from form_vectors import VECTORS, vector_files

from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.workbook import read_form

YES_NO = (("yn", "yes", "Yes"), ("yn", "no", "No"))


def _told(path):
    return [(r.sheet, r.row, r.column, r.problem) for r in read_form(path)[1]]


def test_a_question_that_depends_on_a_later_one_is_passed_over(form_of):
    path = form_of(
        "text | agreed | What was agreed? | relevant=${pay_now} = 'yes'",
        "select_one yn | pay_now | Are you paid?",
        choices=YES_NO,
    )
    [(sheet, row, column, problem)] = _told(path)
    assert (sheet, row, column) == ("survey", 2, "relevant")
    assert "${pay_now}" in problem


IN_TIME = {
    "shown at first": ["text | a | A | relevant=${b} != 'x'", "text | b | B"],
    "something else decides too": [
        "text | a | A | relevant=${b} = 'x' or ${c} = 1",
        "calculate | c |  | calculation=1",
        "text | b | B",
    ],
    "a default": ["text | a | A | relevant=${b} = 'x'", "text | b | B | default=x"],
    "one page": [
        "begin_group | g | G | appearance=field-list",
        "text | a | A | relevant=${b} = 'x'",
        "text | b | B",
        "end_group",
    ],
    "in order": ["text | b | B", "text | a | A | relevant=${b} = 'x'"],
}


@pytest.mark.parametrize("rows", IN_TIME.values(), ids=IN_TIME)
def test_what_can_be_seen_in_time_is_not_remarked(form_of, rows):
    assert _told(form_of(*rows)) == []


def test_a_text_that_is_the_same_in_two_languages_is_probably_not_translated(workbook_of):
    path = workbook_of(
        survey=[
            "type | name | label::English (en) | label::Suomi (fi) | label::Svenska (sv)",
            "text | a | Where did you sleep last night? | Where did you sleep last night? | Var?",
            "text | b | OK, Aurora | OK, Aurora | OK, Aurora",
            "note | c | 1 2 3 4 5 ${a} | 1 2 3 4 5 ${a} | 1 2 3 4 5 ${a}",
        ]
    )
    [(sheet, row, column, problem)] = _told(path)
    assert (sheet, row, column) == ("survey", 2, "label::Suomi (fi)")
    assert "Suomi (fi)" in problem
    assert "Svenska" not in problem


def test_a_column_that_lacks_a_language_is_named_in_the_heading(workbook_of):
    path = workbook_of(
        survey=[
            "type | name | label::English (en) | label::Suomi (fi) | hint::English (en)",
            "text | a | Where? | Missä? | In a few words",
        ]
    )
    [(sheet, row, column, problem)] = _told(path)
    assert (sheet, row, column) == ("survey", 1, "hint::English (en)")
    assert "hint::Suomi (fi)" in problem


def test_a_list_that_is_not_there_is_told_at_the_cell_that_names_it(form_of):
    told = _told(
        form_of(
            "text | a | A",
            "select_one_from_file towns.csv | town | Town",
            "calculate | c |  | calculation=pulldata('roads', 'x', 'y', ${a})",
        )
    )
    assert [(row, column) for _sheet, row, column, _problem in told] == [
        (4, "calculation"),
        (3, "type"),
    ]


@pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test data is not here")
def test_forms_in_use_get_few_remarks_and_each_with_its_row():
    for path in vector_files():
        told = check_form(path, VECTORS / "support")["warnings"]
        assert len(told) <= 60
        if path.suffix != ".xml":
            stray = [t for t in told if not t["row"] and "is not read" not in t["problem"]]
            assert stray == [], path.name
