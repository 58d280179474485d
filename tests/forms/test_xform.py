"""Each feature of the ODK XForms specification that forms use, in a form of a few lines."""

import pytest
from form_vectors import TODAY

from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.workbook import read_form

YES_NO = (("yn", "yes", "Yes"), ("yn", "no", "No"))
LETTERS = tuple(("letters", letter, letter.upper()) for letter in "abcdefgh")
GEOJSON = """{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null,
    "properties": {"code": "k2", "nm": "Plum", "of": "b"}}]}"""
KINDS = {
    "text": "Usva",
    "integer": 3,
    "decimal": 2.5,
    "date": "2026-11-23",
    "time": "10:30",
    "dateTime": "2026-11-23T10:30",
    "select_one yn": "yes",
    "select_multiple yn": ["yes", "no"],
    "rank yn": ["no", "yes"],
    "range": 4,
    "acknowledge": "OK",
    "geopoint": "60.17 24.94 0.0 0.0",
    "geotrace": "60.0 24.0 0.0 0.0;61.0 25.0 0.0 0.0",
    "image": "face.png",
    "audio": "voice.mp3",
    "file": "letter.pdf",
    "barcode": "6410405082657",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_of_question_takes_its_answer(interview_of, kind):
    talk = interview_of(f"{kind} | q | Q", choices=YES_NO)
    talk.answer("/data/q", KINDS[kind])
    assert (talk.item("/data/q").type, talk.value("/data/q")) == (kind.split()[0], KINDS[kind])


def test_a_whole_number_is_cut_as_both_odk_engines_do(interview_of):
    talk = interview_of("integer | q | Q")
    talk.answer("/data/q", 2.7)
    assert talk.value("/data/q") == 2


def test_a_choice_that_is_not_offered_is_no_answer(interview_of):
    talk = interview_of("select_one yn | q | Q | required=yes", choices=YES_NO)
    talk.answer("/data/q", "perhaps")
    assert (talk.value("/data/q"), list(talk.invalid())) == (None, ["/data/q"])


def test_other_is_offered_and_asked_for(interview_of):
    talk = interview_of("select_one yn or_other | q | Q", choices=YES_NO)
    assert not talk.relevant("/data/q_other")
    talk.answer("/data/q", "other")
    assert talk.relevant("/data/q_other")


def test_a_shuffle_with_a_seed_is_the_one_of_the_specification(interview_of):
    talk = interview_of(
        "select_one letters | q | Q | parameters=randomize=true seed=42",
        "select_one letters | r | R | parameters=randomize=true",
        choices=LETTERS,
    )
    names = [offered.name for offered in talk.choices("/data/q")]
    assert names == ["a", "f", "c", "b", "h", "e", "g", "d"]
    assert sorted(offered.name for offered in talk.choices("/data/r")) == sorted(names)
    assert talk.choices("/data/r") == talk.choices("/data/r")


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("f.csv", "code,nm,of\nk1,Kiwi,a\nk2,Plum,b\n"),
        ("f.xml", "<root><item><code>k2</code><nm>Plum</nm><of>b</of></item></root>"),
        (
            "f.geojson",
            GEOJSON,
        ),
    ],
)
def test_a_list_in_a_file_is_offered_filtered_under_its_own_headings(workbook_of, file, content):
    path = workbook_of(
        survey=[
            "type | name | label | parameters | choice_filter",
            "text | of | Of",
            f"select_one_from_file {file} | q | Q | value=code, label=nm | of=${{of}}",
        ],
        files={file: content},
    )
    talk = Interview(read_form(path)[0], TODAY)
    talk.answer("/data/of", "b")
    assert [(o.name, o.label) for o in talk.choices("/data/q")] == [("k2", "Plum")]


def test_external_choices_are_offered_filtered(workbook_of):
    path = workbook_of(
        survey=[
            "type | name | label | choice_filter",
            "text | c | C",
            "select_one_external towns | t | T | of=${c}",
        ],
        external_choices=[
            "list_name | name | label | of",
            "towns | t1 | One | a",
            "towns | t2 | Two | b",
        ],
    )
    talk = Interview(read_form(path)[0], TODAY)
    talk.answer("/data/c", "b")
    assert [(o.name, o.label) for o in talk.choices("/data/t")] == [("t2", "Two")]


def test_choices_in_a_repeat_follow_the_answers_of_their_own_instance(interview_of):
    talk = interview_of(
        "begin_repeat | r | R",
        "select_one county | c | C",
        "select_one town | t | T | choice_filter=of=${c}",
        "end_repeat |  | ",
        choices=[
            ("county", "a", "A"),
            ("county", "b", "B"),
            ("town", "x", "X", "a"),
            ("town", "y", "Y", "b"),
        ],
    )
    talk.answer("/data/r[1]/c", "a")
    talk.answer("/data/r[2]/c", "b")
    offered = [[o.name for o in talk.choices(f"/data/r[{place}]/t")] for place in (1, 2)]
    assert offered == [["x"], ["y"]]


def test_rows_of_lists_are_counted_summed_and_looked_up(interview_of):
    talk = interview_of(
        "select_one t | q | Q",
        "calculate | mine |  | calculation=instance('t')/root/item[name = ${q}]/of",
        "calculate | many |  | calculation=count(instance('t')/root/item[of > 1])",
        "calculate | said |  | calculation=jr:choice-name(${q}, '${q}')",
        choices=[("t", "x", "Ex", "1"), ("t", "y", "Why", "2"), ("t", "z", "Zed", "3")],
    )
    talk.answer("/data/q", "y")
    assert [talk.value(f"/data/{n}") for n in ("mine", "many", "said")] == ["2", "2", "Why"]


def test_repeats_inside_repeats_know_their_places(interview_of):
    talk = interview_of(
        "begin_repeat | r | R",
        "begin_repeat | s | S",
        "text | m | M",
        "calculate | p |  | calculation=concat(position(../..), '.', position(..))",
        "end_repeat |  | ",
        "end_repeat |  | ",
        "calculate | c |  | calculation=indexed-repeat(${m}, ${r}, 2, ${s}, 1)",
        "calculate | n |  | calculation=count(${s})",
    )
    for path, word in (("r[1]/s[1]", "x"), ("r[2]/s[1]", "y"), ("r[2]/s[2]", "z")):
        talk.answer(f"/data/{path}/m", word)
    assert talk.value("/data/r[2]/s[2]/p") == "2.2"
    assert (talk.value("/data/c"), talk.value("/data/n")) == ("y", "3")


def test_a_trigger_sets_a_value_in_its_own_instance(interview_of):
    talk = interview_of(
        "begin_repeat | r | R",
        "text | a | A",
        "text | b | B | calculation=concat(${a}, '!') | trigger=${a}",
        "end_repeat |  | ",
    )
    talk.answer("/data/r[1]/a", "p")
    talk.answer("/data/r[2]/a", "q")
    assert [talk.value(f"/data/r[{place}]/b") for place in (1, 2)] == ["p!", "q!"]


def test_what_is_worked_out_once_stays(interview_of):
    talk = interview_of(
        "text | a | A",
        "calculate | first |  | calculation=once(${a})",
        "calculate | past |  | calculation=coalesce(selected-at('x y', 5), 'none')",
    )
    talk.answer("/data/a", "one")
    talk.answer("/data/a", "two")
    assert (talk.value("/data/first"), talk.value("/data/past")) == ("one", "none")


def test_what_a_person_writes_over_a_calculation_stands_until_its_ground_changes(interview_of):
    talk = interview_of("integer | a | A", "integer | b | B | calculation=${a} * 2")
    talk.answer("/data/a", 2)
    talk.answer("/data/b", 5)
    again = Interview(talk.form, TODAY, answers=talk.answers())
    assert (talk.value("/data/b"), again.value("/data/b")) == (5, 5)
    again.answer("/data/a", 3)
    assert again.value("/data/b") == 6


def test_read_only_holds_for_all_in_a_group(interview_of):
    talk = interview_of(
        "begin_group | g | G | readonly=true()", "text | a | A | default=x", "end_group |  | "
    )
    assert (talk.read_only("/data/g/a"), talk.value("/data/g/a")) == (True, "x")


def test_messages_have_answers_in_them(interview_of):
    talk = interview_of(
        "integer | a | A | constraint=. < ${b} | constraint_message=Less than ${b}",
        "integer | b | B | default=5",
        "text | c | C | required=yes | required_message=After ${a}?",
    )
    talk.answer("/data/a", 9)
    assert talk.invalid() == {"/data/a": "Less than 5", "/data/c": "After 9?"}


def test_settings_are_taken_in(workbook_of):
    path = workbook_of(
        survey=["type | name | label::English (en) | label::Suomi (fi)", "text | q | Q | K"],
        settings=[
            "form_title | form_id | version | default_language | instance_name | style | name",
            "Talk | talk | 7 | Suomi (fi) | concat(${q}, '!') | pages | root",
        ],
    )
    form, _remarks = read_form(path)
    assert (form.title, form.id, form.version) == ("Talk", "talk", "7")
    assert (form.default_language, form.root.name) == ("Suomi (fi)", "root")
    talk = Interview(form, TODAY)
    talk.answer("/root/q", "Usva")
    assert talk.value("/root/meta/instanceName") == "Usva!"


def test_a_table_of_choices_is_a_page_of_them(interview_of):
    talk = interview_of(
        "begin_group | g | G | appearance=table-list",
        "select_one yn | a | A",
        "select_one yn | b | B",
        "end_group |  | ",
        choices=YES_NO,
    )
    assert "field-list" in talk.item("/data/g").appearance
    looks = [i.appearance for _p, i in talk.walk() if isinstance(i, Question) and i.choices]
    assert looks == ["label", "list-nolabel", "list-nolabel"]


def test_what_is_kept_elsewhere_is_blank_and_runs(workbook_of):
    path = workbook_of(
        survey=[
            "type | name | label | default | save_to",
            "text | q | Q | ${last-saved#q} | nm",
        ],
        entities=["list_name | label", "trees | concat(${q}, 'x')"],
    )
    talk = Interview(read_form(path)[0], TODAY)
    assert talk.value("/data/q") is None
    assert talk.answer("/data/q", "x")
