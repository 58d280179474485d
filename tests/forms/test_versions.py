"""What differs between two versions of a questionnaire."""

import pytest

from assistance_desktop.forms.versions import choice_names, compare
from assistance_desktop.forms.workbook import load_form

HEAD = "| survey | type | name | label::English (en) | label::Suomi (fi) | choice_filter |"
CHOICES = """
| choices | list_name | name | label::English (en) | label::Suomi (fi) |
| | roofs | tin | Tin | Pelti |
| | roofs | tile | Tile | Tiili |
"""
ROWS = (
    "| | begin_group | home | Home | Koti | |",
    "| | select_one roofs | roof | Which roof? | Mikä katto? | |",
    "| | integer | rooms | How many rooms? | Montako huonetta? | |",
    "| | end_group | | | | |",
    "| | text | wish | What do you wish? | Mitä toivot? | |",
)


@pytest.fixture
def form(tmp_path):
    def make(rows=ROWS, choices=CHOICES):
        file = tmp_path / "visit.md"
        file.write_text("\n".join([HEAD, *rows, choices]))
        return load_form(file).form

    return make


def changed(before, after):
    return tuple(after if row == before else row for row in ROWS)


def test_the_same_questions_differ_in_nothing(form):
    found = compare(form(), form())
    assert found.only_words
    assert not found.breaks
    assert not found.reworded


def test_a_new_question_is_new_and_one_that_is_left_out_is_gone(form):
    newer = form((*ROWS[:4], "| | date | since | Since when? | Mistä lähtien? | |"))
    found = compare(form(), newer)
    assert found.new == ("/data/since",)
    assert found.gone == ("/data/wish",)
    assert not found.only_words
    assert not found.breaks


def test_a_name_in_another_section_has_moved_and_keeps_its_meaning(form):
    found = compare(form(), form((*ROWS[:3], ROWS[4], ROWS[3])))
    assert found.moved == (("/data/wish", "/data/home/wish"),)
    assert (found.new, found.gone, found.breaks) == ((), (), False)


def test_a_name_for_another_kind_of_answer_breaks_what_old_answers_mean(form):
    found = compare(form(), form(changed(ROWS[2], ROWS[2].replace("integer", "text"))))
    assert found.retyped == ("/data/home/rooms",)
    assert found.breaks


def test_a_moved_name_for_another_kind_of_answer_breaks_too(form):
    found = compare(form(), form((*ROWS[:3], ROWS[4].replace("text", "integer"), ROWS[3])))
    assert found.moved
    assert found.retyped == ("/data/home/wish",)


def test_a_question_that_is_asked_for_each_of_many_now_breaks_what_its_answer_meant(form):
    many = tuple(row.replace("_group", "_repeat") for row in ROWS)
    assert compare(form(), form(many)).retyped == ("/data/home/roof", "/data/home/rooms")
    into = compare(form(many), form((*many[:3], ROWS[4], many[3])))
    assert into.moved
    assert into.retyped == ("/data/home/wish",)
    assert not compare(form(many), form(many)).breaks


def test_choices_that_are_not_offered_any_more_are_told(form):
    fewer = CHOICES.replace("| | roofs | tile | Tile | Tiili |\n", "")
    assert compare(form(), form(choices=fewer)).fewer_choices == ("/data/home/roof",)
    assert not compare(form(choices=fewer), form()).fewer_choices


@pytest.mark.parametrize("listed", ["", "true()"])
def test_the_names_to_choose_are_found_however_the_list_is_written(form, listed):
    rows = changed(ROWS[1], ROWS[1].removesuffix("|") + f"{listed} |")
    made = form(rows)
    roof = next(one for one in made.questions() if one.name == "roof")
    assert choice_names(made, roof) == {"tin", "tile"}


@pytest.mark.parametrize(("old", "new"), [("Which roof?", "What roof?"), ("Mikä", "Millainen")])
def test_other_words_in_any_language_are_only_words(form, old, new):
    found = compare(form(), form(changed(ROWS[1], ROWS[1].replace(old, new))))
    assert found.reworded == ("/data/home/roof",)
    assert found.only_words


def test_a_name_that_stands_twice_is_not_taken_for_a_move(form):
    twice = (*ROWS, "| | begin_group | work | Work | Työ | |", ROWS[2], "| | end_group | | | | |")
    without = tuple(row for row in twice if row != ROWS[4])
    found = compare(form(), form(without))
    assert found.new == ("/data/work/rooms",)
    assert found.moved == ()


def test_calculations_are_nobodys_answers(form):
    made = form((*ROWS, "| | hidden | secret | | | |"))
    assert compare(form(), made).only_words
