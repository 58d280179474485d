import pytest

from assistance_desktop.forms.checking import check_form
from assistance_desktop.forms.workbook import read_form

HEAD = "type | name | label | relevant | calculation | trigger | parameters"
LIST = ["list_name | name | label", "yn | yes | Yes", "yn | a b | No"]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["text | a | A", "wizardry | b | B"], (3, "type")),
        (["text | a | A", "end_group |  | "], (3, "type")),
        (["text | a | A", "begin_group | g | G", "text | b | B"], (3, "type")),
        (["text | a | A", "text |  | B"], (3, "name")),
        (["text | a | A", " | b | B"], (3, "type")),
        (["text | a | A", "text | a | B"], (3, "name")),
        (["text | a | A", "text | 1a | B"], (3, "name")),
        (["text | a | A", "calculate | b | "], (3, "calculation")),
        (["text | a | A", "text | b | B | ${zz} = 1"], (3, "relevant")),
        (["text | a | A", "text | b | B | ${a = 1"], (3, "relevant")),
        (["text | a | A", "select_one gone | b | B"], (3, "type")),
        (["text | a | A", "select_multiple yn | b | B"], (3, "name")),
        (["text | a | A", "select_one_from_file x | b | B"], (3, "type")),
        (["text | a | A", "select_one_external yn | b | B"], (3, "type")),
        (["text | a | A", "background-geopoint | b | B"], (3, "trigger")),
        (["text | a | A", "range | b | B |  |  |  | wide=1"], (3, "parameters")),
        (["text | a | A", "range | b | B |  |  |  | start=x"], (3, "parameters")),
    ],
    ids=lambda value: value[1] if isinstance(value, list) else "",
)
def test_a_refusal_has_its_cell_and_says_it_in_our_words(workbook_of, rows, place):
    path = workbook_of(survey=[HEAD, *rows], choices=LIST)
    error = check_form(path)["error"]
    wanted = ("choices" if "select_multiple" in rows[1] else "survey", *place)
    assert (error["sheet"], error["row"], error["column"]) == wanted
    assert "xlsform.org" not in error["hint"]


def test_a_form_without_its_sheet_of_choices_is_told_at_the_question(form_of):
    error = check_form(form_of("text | a | A", "select_one yn | b | B"))["error"]
    assert (error["sheet"], error["row"], error["column"]) == ("survey", 3, "type")
    assert "choices" in error["problem"]


def test_two_headings_for_one_column_are_told_in_the_first_row(workbook_of):
    error = check_form(workbook_of(survey=["type | name | Label | caption", "text | a | A | B"]))
    assert (error["error"]["row"], error["error"]["column"]) == (1, "caption")


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["text | a | A", "begin_repeat | r | ", "text | b | B", "end_repeat"], (3, "label")),
        (["text | a | A", "text | A | B"], (3, "name")),
        (["text | a | A", "simserial | b | "], (3, "type")),
        (["text | a | A", "select_one_external yn | b | B"], (3, "choice_filter")),
    ],
    ids=lambda value: value[1] if isinstance(value, list) else "",
)
def test_a_warning_has_its_cell_and_says_it_in_our_words(workbook_of, rows, place):
    sheets = {"survey": [HEAD, *rows], "choices": LIST, "external_choices": LIST}
    [remark] = read_form(workbook_of(**sheets))[1]
    assert (remark.sheet, remark.row, remark.column) == ("survey", *place)
    assert "xlsform.org" not in remark.hint


def test_advice_about_mobile_nets_is_not_passed_on(form_of):
    assert read_form(form_of("image | a | A"))[1] == []
