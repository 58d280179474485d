from datetime import date

import pytest
from hypothesis import given, settings
from made_up_facts import some_facts

from assistance_desktop.errors import AppError
from assistance_desktop.guidance.facts import READERS, read_facts
from assistance_desktop.guidance.fields import UNKNOWN, Child


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"rol": "witness"}, "rol"),
        ({"stay": {"basis": "none", "untill": None}}, "stay.untill"),
        ({"children": [{}, {"born": "2015-01-01"}]}, "children.2.born"),
        ({"reflection": {"grants": [{"begin": "2026-01-01"}]}}, "reflection.grants.1.begin"),
        ({"decisions": {"HOUSE": "accepts"}}, "decisions.HOUSE"),
    ],
)
def test_an_unknown_key_is_named_with_its_path(facts, key):
    with pytest.raises(AppError) as refused:
        read_facts(facts)
    assert refused.value.problem == f"Unknown key {key}."
    assert refused.value.hint


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"role": "victim"}, "role"),
        ({"role": ["witness"]}, "role"),
        ({"role": None}, "role"),
        ({"in_finland": "yes"}, "in_finland"),
        ({"in_finland": 1}, "in_finland"),
        ({"date_of_birth": "2002-02-30"}, "date_of_birth"),
        ({"date_of_birth": "20020314"}, "date_of_birth"),
        ({"date_of_birth": 2002}, "date_of_birth"),
        ({"citizenships": "FI"}, "citizenships"),
        ({"citizenships": ["Finland"]}, "citizenships.1"),
        ({"citizenships": ["NG", "FN"]}, "citizenships.2"),
        ({"stay": "permit"}, "stay"),
        ({"stay": {"until": "soon"}}, "stay.until"),
        ({"municipality": ""}, "municipality"),
        ({"children": {}}, "children"),
        ({"children": [{"in_finland": "no"}]}, "children.1.in_finland"),
        ({"languages": ["fi"]}, "languages.1"),
        ({"languages": [{"code": "Finnish language"}]}, "languages.1.code"),
        ({"threat": {"target": "me"}}, "threat.target"),
        ({"decisions": {"all": "no"}}, "decisions.all"),
        ({"do_not_tell": ["boss"]}, "do_not_tell.1"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_key_and_never_repeated(facts, key):
    with pytest.raises(AppError) as refused:
        read_facts(facts)
    assert refused.value.problem == f"The value of {key} cannot be used."
    assert refused.value.hint
    assert "boss" not in str(refused.value)


def test_a_slip_of_the_pen_is_met_with_the_nearest_name():
    with pytest.raises(AppError) as refused:
        read_facts({"citizenship": ["FI"]})
    assert refused.value.hint == "Did you mean citizenships?"


@pytest.mark.parametrize("source", [[], None, "facts"])
def test_what_is_no_object_is_refused(source):
    with pytest.raises(AppError):
        read_facts(source)


def test_missing_and_unknown_are_the_same_down_to_the_parts():
    spelt = read_facts(
        {
            "role": "unknown",
            "stay": {"basis": "unknown"},
            "threat": "unknown",
            "children": [{"date_of_birth": "unknown", "in_finland": True}],
        }
    )
    missing = read_facts({"stay": {}, "children": [{"in_finland": True}]})
    assert spelt == missing
    assert spelt["children"] == (Child(UNKNOWN, in_finland=True),)
    assert spelt["role"] is UNKNOWN


def test_none_is_known_and_so_is_an_empty_list():
    facts = read_facts({"municipality": None, "citizenships": [], "stay": {"until": None}})
    assert facts["municipality"] is None
    assert facts["citizenships"] == ()
    assert facts["stay.until"] is None


def test_what_is_printed_is_no_fact():
    assert read_facts({"print": {"phone": "112"}}) == read_facts({})


def test_countries_are_read_in_small_letters_too():
    assert read_facts({"citizenships": ["fi"]})["citizenships"] == ("FI",)


@given(some_facts)
@settings(max_examples=50, deadline=None, derandomize=True)
def test_facts_come_back_as_they_were_written(facts):
    read = read_facts(facts)
    for path in READERS:
        value: object = facts
        for part in path.split("."):
            value = value.get(part, "unknown") if isinstance(value, dict) else "unknown"
        if value == "unknown":
            assert read[path] is UNKNOWN
        elif not isinstance(value, list):
            assert read.as_json(path) == value


def test_days_are_days():
    assert read_facts({"date_of_birth": "2002-03-14"})["date_of_birth"] == date(2002, 3, 14)
