from datetime import date, timedelta
from itertools import count

import pytest
from form_vectors import TODAY, VECTORS, vector_files
from hypothesis import given, settings
from hypothesis import strategies as st

from assistance_desktop import paths
from assistance_desktop.forms.blank import Blank
from assistance_desktop.forms.conditions import (
    ALWAYS,
    NEVER,
    All,
    Answered,
    Chosen,
    Compared,
    Counted,
    Either,
    Not,
    Unsaid,
)
from assistance_desktop.forms.expressions.values import as_number
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.skipping import END, read_skips
from assistance_desktop.forms.workbook import read_form

SUPPORT = VECTORS / "support"
YES_NO = (("yn", "yes", "Yes"), ("yn", "partly", "Partly"), ("yn", "no", "No"))
ONE, MANY, NUMBER = "/data/one", "/data/many", "/data/number"


@pytest.fixture
def skips_of(form_of):
    def make(*rows, choices=YES_NO):
        form, _remarks = read_form(form_of(*rows, choices=choices))
        return read_skips(Blank(form))

    return make


@pytest.mark.parametrize(
    ("formula", "condition"),
    [
        ("${one} = 'yes'", Chosen(ONE, ("yes",))),
        ("'yes' = ${one}", Chosen(ONE, ("yes",))),
        ("${one} = 'yes' or ${one} = 'partly'", Chosen(ONE, ("yes", "partly"))),
        ("${one} != 'no'", Not(Chosen(ONE, ("no",)))),
        ("${one} != 'no' and ${one} != 'partly'",
         All((Not(Chosen(ONE, ("no",))), Not(Chosen(ONE, ("partly",)))))),
        ("not(${one} = 'yes' or ${one} = 'no')", Not(Chosen(ONE, ("yes", "no")))),
        ("selected(${many}, 'no')", Chosen(MANY, ("no",))),
        ("not(selected(${many}, 'no'))", Not(Chosen(MANY, ("no",)))),
        ("count-selected(${many}) > 1", Counted(MANY, ">", 1.0)),
        ("${number} < 18", Compared(NUMBER, "<", 18.0)),
        ("18 > ${number}", Compared(NUMBER, "<", 18.0)),
        ("not(${number} < 18)", Not(Compared(NUMBER, "<", 18.0))),
        ("${number} >= -2", Compared(NUMBER, ">=", -2.0)),
        ("${one} != ''", Answered(ONE)),
        ("${tick} = 'OK'", Answered("/data/tick")),
        ("${number} = ''", Not(Answered(NUMBER))),
        ("string-length(${number}) > 0", Answered(NUMBER)),
        ("string-length(${number}) = 0", Not(Answered(NUMBER))),
        ("${one} = 'yes' and ${number} > 3",
         All((Chosen(ONE, ("yes",)), Compared(NUMBER, ">", 3.0)))),
        ("${one} = 'yes' or ${number} > 3",
         Either((Chosen(ONE, ("yes",)), Compared(NUMBER, ">", 3.0)))),
        ("false()", NEVER),
        ("${one} = 'yes' and false()", NEVER),
        ("${number} > ${other}", Unsaid((NUMBER, "/data/other"))),
        ("${many} = 'no'", Unsaid((MANY,))),
        ("${one} = 'yes' and regex(${other}, 'a+')",
         All((Chosen(ONE, ("yes",)), Unsaid(("/data/other",))))),
        ("not(today() > date('2020-01-01'))", Unsaid(())),
        ("count(${inside}) > 1", Unsaid(("/data/each/inside",))),
        ("${inside} = 'yes'", Unsaid(("/data/each/inside",))),
    ],
)  # fmt: skip
def test_a_formula_is_read_as_a_person_would_say_it(skips_of, formula, condition):
    skips = skips_of(
        "select_one yn | one | One",
        "select_multiple yn | many | Many",
        "integer | number | Number",
        "text | other | Other",
        "acknowledge | tick | Tick",
        "begin_repeat | each | Each",
        "select_one yn | inside | Inside",
        "end_repeat |  | ",
        f"text | asked | Asked | relevant={formula}",
    )
    assert skips.conditions["/data/asked"] == condition


def test_what_is_always_asked_has_no_condition(skips_of):
    assert skips_of("text | a | A | relevant=true()", "text | b | B").conditions == {}


def test_a_question_is_asked_when_all_that_is_around_it_is(skips_of):
    skips = skips_of(
        "select_one yn | one | One",
        "begin_group | g | G | relevant=${one} = 'yes'",
        "integer | number | Number",
        "text | asked | Asked | relevant=${number} > 1",
        "end_group |  | ",
        "text | last | Last",
    )
    assert skips.asked_if("/data/g/number") == Chosen(ONE, ("yes",))
    assert skips.asked_if("/data/g/asked") == All(
        (Chosen(ONE, ("yes",)), Compared("/data/g/number", ">", 1.0))
    )
    assert skips.asked_if("/data/last") == ALWAYS
    assert skips.jumps == {ONE: {"partly": "/data/last", "no": "/data/last"}}


def test_a_calculated_value_is_told_by_the_questions_that_it_is_worked_out_from(skips_of):
    skips = skips_of(
        "date | born | Born",
        "integer | guess | Guess",
        "calculate | year |  | calculation=format-date(${born}, '%Y')",
        "calculate | age |  | calculation=if(${year} != '', 2026 - ${year}, ${guess})",
        "text | asked | Asked | relevant=${age} < 18",
    )
    assert skips.conditions["/data/asked"] == Compared("/data/age", "<", 18.0)
    assert skips.sources == {"/data/age": ("/data/born", "/data/guess")}


def test_it_says_go_to_only_where_that_is_certain(skips_of):
    skips = skips_of(
        "select_one yn | one | One",
        "text | a | A | relevant=${one} = 'yes'",
        "text | b | B | relevant=${one} = 'yes' and string-length(${a}) > 4",
        "integer | number | Number | relevant=${one} != 'no'",
        "select_one yn | two | Two | relevant=${number} > 3",
        "text | c | C | relevant=${two} = 'yes' or ${number} > 5",
        "text | d | D | relevant=${number} > 3",
        "select_one yn | three | Three",
        "text | e | E | relevant=${three} = 'yes'",
    )
    assert skips.jumps == {
        ONE: {"partly": NUMBER, "no": "/data/three"},
        "/data/three": {"partly": END, "no": END},
    }


def test_it_never_says_go_to_past_a_note_that_may_have_to_be_read(skips_of):
    skips = skips_of(
        "select_one yn | one | One",
        "text | a | A | relevant=${one} = 'yes'",
        "note | read | Call 112 | relevant=${one} = 'no'",
        "text | b | B",
    )
    assert skips.jumps == {ONE: {"partly": "/data/b"}}


def test_it_never_says_go_to_out_of_a_repeat_that_may_come_again(skips_of):
    skips = skips_of(
        "begin_repeat | each | Each",
        "select_one yn | one | One",
        "text | a | A | relevant=${one} = 'yes'",
        "end_repeat |  | ",
        "text | last | Last",
    )
    assert skips.jumps == {}


@pytest.mark.parametrize(
    "path", [p for p in vector_files() if not p.name.startswith("bug_")], ids=lambda p: p.name
)
def test_no_rule_of_a_real_form_is_dropped(path):
    form, _remarks = read_form(path, SUPPORT)
    skips = read_skips(Blank(form))
    ruled = {item.path for item in form.items() if item.bind.relevant is not None}
    assert set(skips.conditions) == ruled


# A person who reads nothing but the paper


def _told(condition, answers):
    """Whether a condition holds for the answers on the paper: path to tuple of choices."""
    match condition:
        case All(parts):
            found = all(_told(part, answers) for part in parts)
        case Either(parts):
            found = any(_told(part, answers) for part in parts)
        case Not(part):
            found = not _told(part, answers)
        case Chosen(path, names):
            found = bool(set(answers(path)) & set(names))
        case Answered(path):
            found = bool(answers(path))
        case Compared(path, "<", value):
            found = as_number(" ".join(answers(path))) < value
    return found


def _follow(form, answer):
    """Fill an interview as the paper tells; the numbered paths that were asked."""
    blank = Blank(form)
    skips = read_skips(blank)
    talk = Interview(form, TODAY)
    asked, target = [], None

    def written(path):
        if path in blank.numbers:
            return given_answers.get(path, ())
        worked_out = talk.value(path)
        return () if worked_out is None else (str(worked_out),)

    given_answers = {}
    for path in blank.numbers:
        if target is not None and path != target:
            continue
        target = None
        if not _told(skips.asked_if(path), written):
            continue
        asked.append(path)
        value = answer(blank, blank.questions[path])
        if value in (None, [], ""):
            continue
        given_answers[path] = tuple(value) if isinstance(value, list) else (str(value),)
        talk.answer(path, value)
        if blank.questions[path].type == "select_one":
            target = skips.jumps.get(path, {}).get(value)
    return talk, asked, list(blank.numbers)


def _drawn(data):
    days = st.dates(date(1940, 1, 1), TODAY + timedelta(days=400)).map(date.isoformat)
    plain = {"date": days, "integer": st.integers(0, 100), "time": st.just("10:30")}

    def answer(blank, question):
        names = [one.name for one in blank.choices(question)]
        if question.type == "select_one":
            return data.draw(st.sampled_from([None, *names[:14]]))
        if question.type == "select_multiple":
            return data.draw(st.lists(st.sampled_from(names[:6]), unique=True, max_size=3))
        return data.draw(st.none() | plain.get(question.type, st.just("word")))

    return answer


@pytest.fixture(scope="module")
def intake():
    return read_form(paths.resources() / "packs" / "finland" / "intake.md")[0]


@settings(max_examples=60)
@given(data=st.data())
def test_who_follows_the_paper_asks_exactly_what_the_intake_asks(intake, data):
    talk, asked, everything = _follow(intake, _drawn(data))
    assert asked == [path for path in everything if talk.relevant(path)]


@st.composite
def _atom(draw, before):
    name, kind = draw(st.sampled_from(before))
    choice = draw(st.sampled_from(("yes", "partly", "no")))
    looks = ["selected(${{{0}}}, '{1}')", "${{{0}}} != ''", "${{{0}}} = ''"]
    if kind == "select_one yn":
        looks += ["${{{0}}} = '{1}'", "${{{0}}} != '{1}'"]
    return draw(st.sampled_from(looks)).format(name, choice)


def _rule(before):
    def more(inner):
        both = st.builds("({0} {2} {1})".format, inner, inner, st.sampled_from(("and", "or")))
        return both | st.builds("not({0})".format, inner)

    return st.recursive(_atom(before), more, max_leaves=4)


@st.composite
def _forms(draw):
    """Rows of a form with random rules, each looking at what stands before it."""
    rows, before, inside = [], [], False
    for number in range(draw(st.integers(3, 9))):
        if before and not inside and draw(st.integers(0, 4)) == 0:
            rows.append(f"| | begin_group | g{number} | G | {draw(_rule(before))} |")
            inside = True
        rule = draw(st.just("") | _rule(before)) if before else ""
        kind = draw(st.sampled_from(("select_one yn", "select_one yn", "select_multiple yn")))
        rows.append(f"| | {kind} | q{number} | Q | {rule} |")
        before.append((f"q{number}", kind))
        if inside and draw(st.booleans()):
            rows.append("| | end_group | | | |")
            inside = False
    return [*rows, "| | end_group | | | |"] if inside else rows


_NUMBERS = count()


def test_one_of_several_that_was_chosen_says_nothing_of_the_others(tmp_path):
    rows = [
        "| | select_multiple yn | q0 | Q | |",
        "| | select_one yn | q1 | Q | selected(${q0}, 'yes') |",
        "| | select_one yn | q2 | Q | selected(${q0}, 'partly') or selected(${q1}, 'yes') |",
    ]
    path = tmp_path / "several.md"
    choices = "".join(f"| | {' | '.join(choice)} |\n" for choice in YES_NO)
    path.write_text(
        "| survey |\n| | type | name | label | relevant |\n"
        + "\n".join(rows)
        + "\n| choices |\n| | list_name | name | label |\n"
        + choices,
        encoding="utf-8",
    )
    blank = Blank(read_form(path)[0])
    assert "partly" not in read_skips(blank).jumps.get("/data/q1", {})


@settings(max_examples=50)
@given(rows=_forms(), data=st.data())
def test_who_follows_the_paper_asks_what_any_form_asks(tmp_path_factory, rows, data):
    path = tmp_path_factory.getbasetemp() / f"random{next(_NUMBERS)}.md"
    choices = "".join(f"| | {' | '.join(choice)} |\n" for choice in YES_NO)
    path.write_text(
        "| survey |\n| | type | name | label | relevant |\n"
        + "\n".join(rows)
        + "\n| choices |\n| | list_name | name | label |\n"
        + choices,
        encoding="utf-8",
    )
    form, _remarks = read_form(path)
    for _turn in range(4):
        talk, asked, everything = _follow(form, _drawn(data))
        assert asked == [path for path in everything if talk.relevant(path)]
