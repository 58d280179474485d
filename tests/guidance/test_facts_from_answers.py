import itertools
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from planning import FINLAND, ON, flags, nested

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.guidance.answers import from_answers, from_case
from assistance_desktop.guidance.facts import READERS, Facts, read_facts
from assistance_desktop.guidance.fields import UNKNOWN
from assistance_desktop.guidance.services import plan

ELSEWHERE = {"worker_languages"} | {path for path in READERS if path.startswith("decisions.")}
"""Facts that are no answers: the worker's settings, and what the client chose in the plan."""

ANSWERS = {
    "/intake/safety/home_safe": "no",
    "/intake/safety/threat_serious": "yes",
    "/intake/safety/threat_against": "life",
    "/intake/safety/threat_target": "client",
    "/intake/about_you/role": "possible_victim",
    "/intake/about_you/date_of_birth": date(2001, 2, 3),
    "/intake/about_you/best_language": "vi",
    "/intake/about_you/best_language_reads": "yes",
    "/intake/about_you/other_languages": ["en", "vi"],
    "/intake/needs/has_children": "yes",
    "/intake/needs/children": [
        {
            "/intake/needs/children/child_date_of_birth": "2019-01-01",
            "/intake/needs/children/child_in_finland": "yes",
        },
        {"/intake/needs/children/child_in_finland": Unanswered.REFUSED},
    ],
    "/intake/residence/citizenships": ["VN"],
    "/intake/residence/has_municipality": "no",
    "/intake/residence/reflection_granted": "yes",
    "/intake/residence/grants": [{"grant_start": "2026-10-01", "grant_by": "police"}],
    "/intake/wishes/do_not_tell": ["employer", "family"],
    "/intake/about_you/customer": "refused",
    "/intake/consent/proposal_consent": Unanswered.REFUSED,
    "/intake/needs/income": Unanswered.UNKNOWN,
    "/intake/needs/health_need": Unanswered.NOT_ASKED,
    "/intake/needs/losses": "",
}


def test_answers_become_facts(pack):
    found = from_answers(ANSWERS, pack.questions)
    assert found == read_facts(
        nested(
            {
                "home_safe": False,
                "threat": {"serious": True, "against": "life", "target": "client"},
                "role": "possible_victim",
                "date_of_birth": "2001-02-03",
                "languages": [{"code": "vi", "reads": True}, {"code": "en"}],
                "children": [{"date_of_birth": "2019-01-01", "in_finland": True}, {}],
                "citizenships": ["VN"],
                "municipality": None,
                "reflection__grants": [{"start": "2026-10-01", "by": "police"}],
                "do_not_tell": ["employer", "family"],
                "customer": "refused",
            }
        )
    )


def test_an_answer_that_means_none_is_known(pack):
    found = from_answers(
        {"has_children": "no", "reflection_granted": "no", "citizenships": ["stateless"]},
        pack.questions,
    )
    assert found == Facts({"children": (), "reflection.grants": (), "citizenships": ()})


@pytest.mark.parametrize("value", [None, "", [], *Unanswered, "no such day", 17])
def test_what_was_not_answered_or_cannot_be_read_is_unknown(pack, value):
    assert from_answers({"date_of_birth": value}, pack.questions)["date_of_birth"] is UNKNOWN


def test_every_fact_has_a_question_in_words_and_all_but_the_recorded_ones_in_the_form(pack):
    assert {path for path in READERS if not path.startswith("decisions.")} == set(pack.questions)
    unasked = {path for path, question in pack.questions.items() if not question.question}
    assert unasked == ELSEWHERE & set(pack.questions)


def test_the_questions_and_choices_of_the_finnish_intake_bear_the_names_of_the_facts(pack):
    intake = (FINLAND / "intake.md").read_text(encoding="utf-8")
    survey, _, choices = intake.partition("## Choices")
    rows = [[cell.strip() for cell in row.split("|")] for row in survey.splitlines()]
    types = {row[3]: row[2] for row in rows if len(row) > 4 and row[3]}
    for question in pack.questions.values():
        names = {question.question, question.more, question.none_question, *question.parts.values()}
        assert names - {""} <= set(types), question.fact
    for path, question in pack.questions.items():
        kind = types.get(question.question, "")
        if question.parts or not kind.startswith("select_"):
            continue
        listed = re.findall(rf"^\| \| {kind.split()[1]} \| (\S+) \|", choices, re.MULTILINE)
        assert listed, path
        for name in listed:
            answer = [name] if kind.startswith("select_multiple") else name
            found = from_answers({question.question: answer}, pack.questions)
            assert found[path] is not UNKNOWN, (path, name)


# A case


@pytest.fixture
def write():
    numbers = itertools.count()

    def change(record: str, field: str, value: object, replaces: tuple[str, ...] = ()) -> Change:
        number = next(numbers)
        at = datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(minutes=number)
        return Change(f"c{number}", "k1", record, field, value, replaces, "Tuisku", "d1", at)

    return change


def test_the_facts_of_a_case_are_its_intake_its_repeats_and_its_decisions(write, pack):
    changes = [
        write("intake", "/intake/residence/in_finland", "yes"),
        write("repeat/1", "of", "/intake/needs/children"),
        write("repeat/1", "/intake/needs/children/child_in_finland", "yes"),
        write("repeat/2", "of", "/intake/needs/children"),
        write("repeat/2", "removed", value=True),
        write("plan/LEGAL", "decision", "declines"),
    ]
    found = from_case(Case("k1", changes), pack.questions, ["fi", "prs"])
    assert found == read_facts(
        {
            "in_finland": True,
            "children": [{"in_finland": True}],
            "decisions": {"LEGAL": "declines"},
            "worker_languages": ["fi", "prs"],
        }
    )


def test_where_two_desks_disagree_the_fact_is_unknown_and_safety_takes_the_safer(write, pack):
    changes = [
        write("intake", "/intake/about_you/role", "witness"),
        write("intake", "/intake/about_you/role", "possible_victim"),
        write("intake", "/intake/safety/threat_serious", "yes"),
        write("intake", "/intake/safety/threat_serious", "no"),
        write("intake", "/intake/safety/home_safe", "no"),
        write("intake", "/intake/safety/home_safe", "yes"),
        write("intake", "/intake/wishes/do_not_tell", ["family"]),
        write("intake", "/intake/wishes/do_not_tell", ["employer"]),
    ]
    found = from_case(Case("k1", changes), pack.questions)
    assert found == read_facts(
        {
            "threat": {"serious": True},
            "home_safe": False,
            "do_not_tell": ["family", "employer"],
        }
    )
    assert "NOTELL" in flags(plan(found, pack, ON))


def test_any_questionnaire_tells_a_fact_and_two_that_differ_leave_it_unknown_or_safe(write, pack):
    changes = [
        write("intake", "/intake/safety/home_safe", "yes"),
        write("intake", "/intake/needs/income", "some"),
        write("intake", "/intake/needs/losses", "yes"),
        write("intake", "/intake/wishes/do_not_tell", ["family"]),
        write("questionnaire/1", "form", "housing-visit 1"),
        write("questionnaire/1", "/visit/home_safe", "no"),
        write("questionnaire/1", "/visit/income", "none"),
        write("questionnaire/1", "/visit/health_need", "yes"),
        write("questionnaire/1", "/visit/do_not_tell", ["employer"]),
        write("questionnaire/2", "form", "housing-visit 1"),
        write("questionnaire/2", "/visit/income", "some"),
        write("questionnaire/2", "/visit/losses", "yes"),
        write("repeat/1", "of", "/visit/children"),
        write("repeat/1", "within", "questionnaire/2"),
        write("repeat/1", "/visit/children/child_in_finland", "no"),
    ]
    found = from_case(Case("k1", changes), pack.questions)
    assert found == read_facts(
        {
            "home_safe": False,
            "health_need": True,
            "losses": True,
            "do_not_tell": ["family", "employer"],
            "children": [{"in_finland": False}],
        }
    )
