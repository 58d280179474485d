"""What the intake asks fits what the plan reads: names, words, days, countries, languages."""

import pytest
from babel import Locale

from assistance_desktop.guidance.facts import read_facts

LANGUAGES = {"en": "English (en)", "fi": "Suomi (fi)", "sv": "Svenska (sv)"}

FACTS = {
    "role": "role",
    "customer": "customer",
    "proposal_consent": "proposal_consent",
    "income": "income",
    "guardian": "guardian",
    "stay_basis": "stay.basis",
    "threat_against": "threat.against",
    "threat_target": "threat.target",
    "police_wish": "police.wish",
    "police_process": "police.process",
}
"""Questions with one choice of words, and the fact that each becomes."""

TRUTHS = (
    "in_finland", "home_safe", "health_need", "needs_help", "threat_serious", "losses",
    "own_offence_mentioned", "own_offence_under_pressure", "wants_return",
    "support_person_wanted", "companion_present", "companion_suspected", "has_children",
    "child_in_finland", "best_language_reads", "has_municipality", "reflection_granted",
)  # fmt: skip

DAYS = (
    "date_of_birth", "child_date_of_birth", "stay_until", "grant_start", "grant_end",
    "reflection_interrupted", "reflection_permit_applied",
)  # fmt: skip

PLAIN_NAMES = {
    "HK": ("Hong Kong", "Hongkong", "Hongkong"),
    "MO": ("Macao", "Macao", "Macao"),
    "PS": ("Palestine", "Palestiina", "Palestina"),
}
"""Where CLDR's name is an office's and not a person's."""


@pytest.mark.parametrize(("name", "fact"), list(FACTS.items()))
def test_every_choice_is_a_word_that_the_plan_knows(intake, name, fact):
    for choice in intake.list_of(name):
        parent, _, part = fact.partition(".")
        read = read_facts({parent: {part: choice} if part else choice})
        assert read[fact] == choice


@pytest.mark.parametrize("name", TRUTHS)
def test_what_the_plan_takes_as_true_or_false_is_asked_as_yes_or_no(intake, name):
    assert intake.question(name)["type"] == "select_one yes_no"


@pytest.mark.parametrize("name", DAYS)
def test_what_the_plan_takes_as_a_day_is_asked_as_a_day(intake, name):
    assert intake.question(name)["type"] == "date"


def test_lists_of_words_are_known_to_the_plan(intake):
    told = intake.list_of("do_not_tell")
    assert read_facts({"do_not_tell": told})["do_not_tell"] == tuple(told)
    spoken = [{"code": code, "reads": True} for code in intake.list_of("best_language")]
    assert len(read_facts({"languages": spoken})["languages"]) == len(spoken)
    for by in intake.list_of("grant_by"):
        assert read_facts({"reflection": {"grants": [{"by": by}]}})["reflection.grants"]


def test_stateless_is_a_choice_and_all_others_are_countries(intake):
    codes = intake.list_of("citizenships")
    assert codes[:2] == ["FI", "stateless"]
    countries = [code for code in codes if code != "stateless"]
    assert read_facts({"citizenships": countries})["citizenships"] == tuple(countries)
    assert len(countries) == 200


@pytest.mark.parametrize("locale", LANGUAGES)
def test_countries_are_named_as_the_language_names_them(intake, locale):
    names = Locale(locale).territories
    index = list(LANGUAGES).index(locale)
    for row in intake.choices:
        code = row["name"]
        if row["list_name"] == "countries" and code != "stateless":
            expected = PLAIN_NAMES[code][index] if code in PLAIN_NAMES else names[code]
            assert row[f"label::{LANGUAGES[locale]}"] == expected
