"""What must hold whatever the facts (issue 4, "Accepted when")."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up_facts import SERVICES, known_facts, some_facts
from planning import ON

from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.services import Plan, plan

RANK = {"yes": 2, "may": 2, "if": 2}
law = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def plain(pack):
    def make(facts: dict[str, object]) -> Plan:
        return plan(read_facts(facts), pack, ON)

    return make


def statuses(made: Plan) -> dict[str, str]:
    return {line.code: line.status for line in made.services}


def with_one_unknown(facts: dict[str, object]) -> Iterator[dict[str, object]]:
    """The same facts with one key, or one part of one, unknown. A decision is no fact."""
    for key, value in facts.items():
        if key == "decisions":
            continue
        yield {k: v for k, v in facts.items() if k != key}
        if isinstance(value, dict):
            for part in value:
                yield facts | {key: {k: v for k, v in value.items() if k != part}}
        if isinstance(value, list):
            for place, one in enumerate(value):
                for part in one if isinstance(one, dict) else ():
                    less = {k: v for k, v in one.items() if k != part}
                    yield facts | {key: [*value[:place], less, *value[place + 1 :]]}


@law
@given(known_facts | some_facts)
def test_a_fact_that_becomes_unknown_never_makes_a_no(plain, facts):
    before = statuses(plain(facts))
    for fewer in with_one_unknown(facts):
        after = statuses(plain(fewer))
        new = [code for code in SERVICES if after[code] == "no" != before[code]]
        assert not new, (fewer, new)


@law
@given(known_facts)
def test_a_finnish_citizenship_removes_three_services_and_nothing_else(plain, facts):
    abroad = facts | {"citizenships": ["NG"]}
    finn = facts | {"citizenships": ["NG", "FI"]}
    before, after = plain(abroad), plain(finn)
    for code in SERVICES:
        if code in ("RETURN", "PERMIT", "REFLECT"):
            assert statuses(after)[code] == "no"
        else:
            assert statuses(after)[code] == statuses(before)[code]
    assert [flag.as_json() for flag in before.flags] == [flag.as_json() for flag in after.flags]
    asked = {ask.fact.partition(".")[0] for ask in after.ask}
    assert not asked & {"stay", "wants_return", "reflection"}


@law
@given(known_facts)
def test_a_witness_has_no_service_that_the_person_exploited_would_not(plain, facts):
    exploited = statuses(plain(facts | {"role": "possible_victim"}))
    witness = statuses(plain(facts | {"role": "witness"}))
    for code in SERVICES:
        assert RANK.get(witness[code], 0) <= RANK.get(exploited[code], 0), code
    assert {witness[code] for code in ("REFLECT", "COUNSEL", "COMP", "REPORT")} == {"no"}


@law
@given(known_facts, st.sampled_from(["undecided", "unknown"]))
def test_a_wish_against_the_police_removes_nothing(plain, facts, other):
    police = dict(facts.get("police") if isinstance(facts.get("police"), dict) else {})
    before = statuses(plain(facts | {"police": police | {"wish": other}}))
    after = statuses(plain(facts | {"police": police | {"wish": "no"}}))
    for code in SERVICES:
        assert RANK.get(after[code], 0) == RANK.get(before[code], 0)
        assert (after[code] == "no") == (before[code] == "no")


@law
@given(some_facts | known_facts)
def test_who_is_not_a_customer_never_reads_yes_or_entitled(plain, facts):
    made = plain({**facts, "customer": facts.get("customer", "left")})
    if facts.get("customer") != "admitted":
        assert not {"yes", "may"} & set(statuses(made).values())
        assert not any("entitled" in line.text for line in made.services)


@law
@given(some_facts | known_facts)
def test_every_plan_is_whole_and_explains_itself(plain, facts):
    made = plain(facts)
    assert sorted(statuses(made)) == sorted(SERVICES)
    asked = {ask.fact: set(ask.waiting) for ask in made.ask}
    for line in made.services:
        assert any(source.startswith("S") and source[1:].isdigit() for source in line.source)
        assert line.text
        assert line.organiser
        assert (line.status == "ask") == bool(line.ask)
        assert all(line.code in asked[fact] for fact in line.ask)
        if line.status in ("yes", "may", "if", "declined") or (
            line.status == "no" and line.code != "MONEY"
        ):
            assert line.because or (line.status == "if" and "customer" in asked), line
    urgent = [line.urgent for line in made.services]
    assert urgent == sorted(urgent, reverse=True)
    calm = [line.code for line in made.services if not line.urgent]
    assert calm == [code for code in SERVICES if code in calm]
    assert {"CONFID", "VOLUNTARY", "FREE", "NOPOLICE"} <= {flag.code for flag in made.flags}
    assert all("{" not in flag.text for flag in made.flags)


@law
@given(known_facts)
def test_may_is_said_of_three_services_only(plain, facts):
    may = {code for code, status in statuses(plain(facts)).items() if status == "may"}
    assert may <= {"COUNSEL", "SUPPORT", "REFLECT"}
