import pytest
from form_vectors import TODAY

from assistance_desktop.errors import AppError
from assistance_desktop.forms.interview import Interview

YES_NO = (("yn", "yes", "Yes"), ("yn", "no", "No"))
TOWNS = (
    ("county", "a", "A"),
    ("county", "b", "B"),
    ("town", "t1", "One", "a"),
    ("town", "t2", "Two", "a"),
    ("town", "t3", "Three", "b"),
)


def test_an_irrelevant_value_counts_nowhere_and_comes_back(interview_of):
    talk = interview_of(
        "select_one yn | safe | Safe?",
        "integer | nights | Nights | relevant=${safe} = 'no'",
        "calculate | told |  | calculation=concat('n', ${nights})",
        choices=YES_NO,
    )
    talk.answer("/data/safe", "no")
    talk.answer("/data/nights", 3)
    assert talk.value("/data/told") == "n3"
    talk.answer("/data/safe", "yes")
    assert talk.value("/data/nights") is None
    assert talk.value("/data/told") == "n"
    assert talk.kept_value("/data/nights") == 3
    talk.answer("/data/safe", "no")
    assert talk.value("/data/nights") == 3
    assert talk.value("/data/told") == "n3"


def test_what_is_irrelevant_is_blank_when_it_is_compared(interview_of):
    talk = interview_of(
        "text | a | A",
        "begin_group | g | G | relevant=${a} = 'go'",
        "text | x | X",
        "end_group |  | ",
        "calculate | blank |  | calculation=${x} = ''",
        "calculate | other |  | calculation=${x} != 'no'",
        "calculate | less |  | calculation=${x} < 3",
    )
    assert [talk.value(f"/data/{name}") for name in ("blank", "other", "less")] == [
        "true",
        "true",
        "false",
    ]
    talk.answer("/data/a", "go")
    talk.answer("/data/g/x", "no")
    assert (talk.value("/data/blank"), talk.value("/data/other")) == ("false", "false")
    talk.answer("/data/a", "stop")
    assert (talk.value("/data/blank"), talk.value("/data/other")) == ("true", "true")


def test_an_answer_tells_everything_that_may_look_different(interview_of):
    talk = interview_of(
        "select_one yn | safe | Safe?",
        "text | why | Why | relevant=${safe} = 'no'",
        "note | said | You said ${safe}",
        "text | other | Other",
        choices=YES_NO,
    )
    assert talk.answer("/data/safe", "no") == {"/data/safe", "/data/why", "/data/said"}
    assert talk.answer("/data/other", "x") == {"/data/other"}
    assert talk.answer("/data/other", "x") == frozenset()


def test_a_question_left_open_is_blank_for_formulas_but_not_unanswered(interview_of):
    talk = interview_of(
        "integer | nights | Nights | required=yes",
        "calculate | told |  | calculation=coalesce(${nights}, 'nothing')",
    )
    assert list(talk.invalid()) == ["/data/nights"]
    talk.answer("/data/nights", 4)
    talk.leave("/data/nights", "refused")
    assert (talk.state("/data/nights"), talk.value("/data/nights")) == ("refused", None)
    assert talk.value("/data/told") == "nothing"
    assert talk.invalid() == {}
    talk.answer("/data/nights", 5)
    assert (talk.state("/data/nights"), talk.value("/data/told")) == ("answered", "5")


def test_a_choice_that_is_no_longer_offered_counts_nowhere(interview_of):
    talk = interview_of(
        "select_one county | county | County",
        "select_multiple town | towns | Towns | choice_filter=of=${county}",
        "calculate | many |  | calculation=count-selected(${towns})",
        choices=TOWNS,
    )
    talk.answer("/data/county", "a")
    talk.answer("/data/towns", ["t2", "t1"])
    assert talk.value("/data/towns") == ["t1", "t2"]
    talk.answer("/data/county", "b")
    assert [offered.label for offered in talk.choices("/data/towns")] == ["Three"]
    assert (talk.value("/data/towns"), talk.value("/data/many")) == ([], "0")
    talk.answer("/data/county", "a")
    assert talk.value("/data/many") == "2"


def test_repeats_are_added_removed_and_counted(interview_of):
    talk = interview_of(
        "begin_repeat | kids | Kids",
        "integer | age | Age",
        "calculate | place |  | calculation=position(..)",
        "end_repeat |  | ",
        "calculate | sum |  | calculation=sum(${age})",
        "calculate | many |  | calculation=count(${kids})",
    )
    talk.answer("/data/kids[1]/age", 3)
    assert talk.add("/data/kids") == "/data/kids[2]"
    talk.answer("/data/kids[2]/age", 4)
    talk.add("/data/kids")
    talk.answer("/data/kids[3]/age", 5)
    assert (talk.value("/data/sum"), talk.value("/data/many")) == ("12", "3")
    talk.remove("/data/kids[2]")
    assert talk.instances("/data/kids") == ("/data/kids[1]", "/data/kids[2]")
    assert (talk.value("/data/kids[2]/age"), talk.value("/data/kids[2]/place")) == (5, "2")
    assert (talk.value("/data/sum"), talk.value("/data/many")) == ("8", "2")


def test_a_number_decides_how_often_a_repeat_is_asked(interview_of):
    talk = interview_of(
        "integer | n | How many",
        "begin_repeat | kids | Kids | repeat_count=${n}",
        "begin_repeat | toys | Toys",
        "text | toy | Toy",
        "end_repeat |  | ",
        "end_repeat |  | ",
    )
    assert talk.instances("/data/kids") == ()
    talk.answer("/data/n", 2)
    assert talk.instances("/data/kids") == ("/data/kids[1]", "/data/kids[2]")
    talk.answer("/data/kids[2]/toys[1]/toy", "ball")
    talk.answer("/data/n", 1)
    assert talk.instances("/data/kids") == ("/data/kids[1]",)
    with pytest.raises(AppError):
        talk.add("/data/kids")


def test_defaults_are_set_once_and_triggers_when_they_are_pulled(interview_of):
    talk = interview_of(
        "date | seen | Seen | default=today()",
        "integer | visits | Visits | default=2",
        "text | word | Word",
        "calculate | copy |  | calculation=concat(${word}, '!') | trigger=${word}",
    )
    assert (talk.value("/data/seen"), talk.value("/data/visits")) == ("2026-11-23", 2)
    assert talk.value("/data/copy") is None
    talk.answer("/data/word", "go")
    assert talk.value("/data/copy") == "go!"


def test_an_interview_is_taken_up_again_from_its_answers(interview_of):
    rows = (
        "text | word | Word | default=first",
        "calculate | copy |  | calculation=concat(${word}, '!') | trigger=${word}",
        "begin_repeat | kids | Kids",
        "integer | age | Age",
        "end_repeat |  | ",
        "calculate | sum |  | calculation=sum(${age})",
    )
    talk = interview_of(*rows)
    talk.answer("/data/word", "second")
    talk.answer("/data/kids[1]/age", 3)
    talk.answer("/data/kids[2]/age", 4)
    talk.answer("/data/kids[3]/age", 5)
    talk.remove("/data/kids[1]")
    talk.leave("/data/kids[2]/age", "unknown")
    again = Interview(talk.form, talk._filling.world.now, answers=talk.answers())
    assert again.answers() == talk.answers()
    assert again.value("/data/sum") == talk.value("/data/sum")
    assert again.state("/data/kids[2]/age") == "unknown"


def test_a_constraint_is_told_with_its_message_and_the_value_is_kept(interview_of):
    talk = interview_of(
        "integer | age | Age | constraint=. < 120 | constraint_message=Too old",
    )
    talk.answer("/data/age", 130)
    assert (talk.value("/data/age"), talk.problem("/data/age")) == (130, "Too old")


def test_texts_come_in_the_language_asked_for_or_the_default_one(interview_of):
    talk = interview_of(
        "text | word |  | label::English (en)=Word | label::Suomi (fi)=Sana",
        "text | other |  | label::English (en)=Other",
    )
    assert talk.form.languages == ("English (en)", "Suomi (fi)")
    talk.language = "Suomi (fi)"
    assert talk.label("/data/word").text == "Sana"
    assert talk.label("/data/word", "English (en)").text == "Word"


def test_rows_know_the_ones_before_them(interview_of):
    talk = interview_of(
        "begin_repeat | r | R",
        "integer | x | X",
        "calculate | before |  | calculation=indexed-repeat(${x}, ${r}, position(..) - 1)",
        "calculate | so_far |  | calculation=sum(../../r[position() <= position(current()/..)]/x)",
        "end_repeat |  | ",
    )
    for place, number in enumerate((4, 5, 6), start=1):
        talk.answer(f"/data/r[{place}]/x", number)
    assert [talk.value(f"/data/r[{place}]/so_far") for place in (1, 2, 3)] == ["4", "9", "15"]
    assert [talk.value(f"/data/r[{place}]/before") for place in (2, 3)] == ["4", "5"]
    talk.answer("/data/r[1]/x", 1)
    assert [talk.value(f"/data/r[{place}]/so_far") for place in (1, 2, 3)] == ["1", "6", "12"]


def test_only_known_states_leave_a_question(interview_of):
    talk = interview_of("text | word | Word")
    with pytest.raises(ValueError, match="later"):
        talk.leave("/data/word", "later")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "many"),
        ("integer", 3_000_000_000),
        ("decimal", "x"),
        ("date", "2026-13-01"),
        ("time", "25:00"),
        ("geopoint", "100 200"),
        ("select_multiple yn", 3),
        ("text", ["a"]),
    ],
)
def test_what_is_no_answer_of_the_type_is_refused_without_repeating_it(interview_of, kind, value):
    talk = interview_of(f"{kind} | q | Q", choices=YES_NO)
    with pytest.raises(AppError) as told:
        talk.answer("/data/q", value)
    assert "/data/q" in told.value.problem
    assert str(value) not in told.value.problem


def test_instances_beyond_a_smaller_count_are_kept_aside_and_come_back(interview_of):
    talk = interview_of(
        "integer | n | How many",
        "begin_repeat | kids | Kids | repeat_count=${n}",
        "text | name | Name",
        "begin_repeat | toys | Toys",
        "text | toy | Toy",
        "end_repeat |  | ",
        "end_repeat |  | ",
        "calculate | all |  | calculation=join(' ', ${name})",
    )
    talk.answer("/data/n", 3)
    for place, name in enumerate(("Usva", "Ruska", "Kielo"), start=1):
        talk.answer(f"/data/kids[{place}]/name", name)
    talk.answer("/data/kids[3]/toys[1]/toy", "ball")
    talk.answer("/data/n", 1)
    assert (talk.instances("/data/kids"), talk.value("/data/all")) == (("/data/kids[1]",), "Usva")
    again = Interview(talk.form, TODAY, answers=talk.answers())
    assert again.answers() == talk.answers()
    for one in (talk, again):
        one.answer("/data/n", 3)
        assert one.value("/data/all") == "Usva Ruska Kielo"
        assert one.value("/data/kids[3]/toys[1]/toy") == "ball"


def test_a_formula_counts_anew_when_answers_are_taken_up(interview_of):
    talk = interview_of(
        "integer | n | How many",
        "begin_repeat | kids | Kids | repeat_count=${n}",
        "text | name | Name",
        "end_repeat |  | ",
        answers={"/data/n": 2, "/data/kids": 0, "/data/kids[2]/name": "Usva"},
    )
    assert talk.instances("/data/kids") == ("/data/kids[1]", "/data/kids[2]")
    assert talk.value("/data/kids[2]/name") == "Usva"


def test_answers_of_a_removed_instance_do_not_bring_it_back(interview_of):
    talk = interview_of(
        "begin_repeat | kids | Kids",
        "text | name | Name",
        "end_repeat |  | ",
        answers={"/data/kids": 1, "/data/kids[1]/name": "Usva", "/data/kids[2]/name": "Ruska"},
    )
    assert talk.instances("/data/kids") == ("/data/kids[1]",)
