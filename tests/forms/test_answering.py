import json
from datetime import date

import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.forms.answering import answer_form, read_answers
from assistance_desktop.forms.checking import check_form

TODAY = date(2026, 11, 23)


@pytest.fixture
def form(form_of):
    return form_of(
        "begin_group | safety | Safety",
        "select_one yn | home_safe | Is home safe? | required=yes",
        "text | why | You said ${home_safe}: why? | relevant=${home_safe} = 'no'",
        "integer | age | Age | constraint=. > 0 and . < 120",
        "end_group |  | ",
        "begin_repeat | children | Children",
        "text | name | Name",
        "integer | years | Age of ${name}",
        "calculate | place |  | calculation=position(..)",
        "end_repeat |  | ",
        "calculate | total |  | calculation=sum(${years})",
        "calculate | many |  | calculation=count(${children})",
        choices=(("yn", "yes", "Yes"), ("yn", "no", "No")),
    )


def test_answers_go_in_one_after_the_other_and_everything_shown_comes_out(form):
    found = answer_form(
        form,
        [
            ("/data/safety/home_safe", "no"),
            ("/data/safety/age", 130),
            ("/data/children/name", "Usva"),
            ("/data/children[1]/years", 3),
            ("/data/children[2]/name", "Ruska"),
            ("/data/children[2]/years", 4),
        ],
        TODAY,
    )
    assert found["values"]["/data/children[2]/years"] == 4
    assert found["values"]["/data/children[2]/place"] == "2"
    assert found["values"]["/data/total"] == "7"
    assert found["values"]["/data/many"] == "2"
    assert found["relevant"]["/data/safety/why"] is True
    assert found["required"]["/data/safety/home_safe"] is True
    assert found["choices"] == {"/data/safety/home_safe": ["yes", "no"]}
    assert found["labels"]["/data/safety/why"] == "You said no: why?"
    assert found["labels"]["/data/children[2]/years"] == "Age of Ruska"
    assert list(found["invalid"]) == ["/data/safety/age"]


def test_what_is_required_and_blank_is_listed_as_invalid(form):
    assert list(answer_form(form, [], TODAY)["invalid"]) == ["/data/safety/home_safe"]


@pytest.mark.parametrize(
    "path",
    ["/data/nothing", "/data/safety/why", "/data/total", "/data/children[3]/name", "/data/safety"],
)
def test_an_answer_that_nobody_could_give_is_refused_by_its_path(form, path):
    with pytest.raises(AppError) as told:
        answer_form(form, [(path, "x")], TODAY)
    assert path in told.value.problem


def test_an_empty_answer_takes_an_answer_back(form):
    found = answer_form(form, [("/data/safety/age", 20), ("/data/safety/age", "")], TODAY)
    assert found["values"]["/data/safety/age"] == ""


def test_answers_are_read_from_their_file(tmp_path):
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"answers": [["/data/a", ["x", "y"]]]}), encoding="utf-8")
    assert read_answers(path) == [("/data/a", ["x", "y"])]


@pytest.mark.parametrize("text", ["", "[]", '{"answers": 1}', '{"answers": [[1, 2]]}', "[" * 9999])
def test_a_file_of_answers_that_makes_no_sense_is_named(tmp_path, text):
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AppError) as told:
        read_answers(path)
    assert "answers.json" in told.value.problem


def test_checking_a_form_counts_what_it_asks(form):
    found = check_form(form)
    assert (found["ok"], found["questions"], found["groups"], found["repeats"]) == (True, 5, 1, 1)
