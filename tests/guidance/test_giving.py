from dataclasses import replace
from datetime import date

import pytest

from assistance_desktop.cases.agreements import Consent, Giver, State
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.giving import Amiss, amiss, givers, words

TODAY = date(2026, 11, 24)
GIVEN = Consent("consent/1", "x", State.GIVEN, TODAY, None, "spoken", "fr")


def facts(born, **more):
    return read_facts({"date_of_birth": born, **more})


def test_an_adult_agrees_alone_and_so_does_somebody_whose_age_nobody_knows():
    for known in (read_facts({}), facts("2008-11-24")):
        assert list(givers(known, TODAY).who) == [Giver.CLIENT]
        assert amiss(GIVEN, known, TODAY) is None


@pytest.mark.parametrize("born", ["2008-11-25", "2011-11-24"])
def test_from_fifteen_to_eighteen_an_adult_and_the_young_person_agree(born):
    known = facts(born)
    assert givers(known, TODAY).own_yes
    assert amiss(GIVEN, known, TODAY) is Amiss.NO_ADULT
    signed = replace(GIVEN, by=Giver.GUARDIAN)
    assert amiss(signed, known, TODAY) is Amiss.NO_OWN_YES
    assert amiss(replace(signed, own_consent=True), known, TODAY) is None


def test_under_fifteen_an_adult_agrees():
    known = facts("2011-11-25", guardian="parent")
    assert not givers(known, TODAY).own_yes
    assert amiss(replace(GIVEN, by=Giver.GUARDIAN), known, TODAY) is None


@pytest.mark.parametrize(
    "more", [{"guardian": "suspected"}, {"companion": {"present": True, "suspected": True}}]
)
def test_a_suspected_adult_never_agrees_for_a_child(more):
    known = facts("2014-01-01", **more)
    assert list(givers(known, TODAY).who) == [Giver.REPRESENTATIVE]
    assert amiss(replace(GIVEN, by=Giver.GUARDIAN), known, TODAY) is Amiss.SUSPECTED
    assert amiss(replace(GIVEN, by=Giver.REPRESENTATIVE), known, TODAY) is None


def test_a_guardian_never_agrees_for_an_adult():
    guardians = replace(GIVEN, by=Giver.GUARDIAN)
    assert amiss(guardians, facts("1990-01-01"), TODAY) is Amiss.NOT_THEIRS


def test_nobody_is_told_to_ask_an_adult_who_may_be_involved():
    known = facts("2014-01-01", guardian="suspected")
    lack = amiss(GIVEN, known, TODAY)
    assert lack is Amiss.NO_REPRESENTATIVE
    assert words(lack)[1] == "Ask for a representative. Do not ask the guardian."
