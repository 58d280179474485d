"""One test a flag (commands.md, "Flags")."""

from datetime import date

import pytest
from planning import asked, days, flags

RUNNING = [{"start": "2026-10-01", "end": "2027-01-22"}]


def test_four_flags_are_always_up(planned):
    assert [one for one in flags(planned()) if one != "CLOCK"] == [
        "CONFID", "NOPOLICE", "VOLUNTARY", "FREE",
    ]  # fmt: skip


def test_notell_when_the_list_is_not_empty(planned):
    assert "NOTELL" in flags(planned(do_not_tell=["family"]))
    assert "NOTELL" not in flags(planned(do_not_tell=[]))
    assert asked(planned())["do_not_tell"] == ("NOTELL",)


@pytest.mark.parametrize("target", ["client", "worker", "another_victim"])
@pytest.mark.parametrize("against", ["life", "health", "freedom"])
def test_threat_by_what_and_whom(planned, target, against):
    made = planned(threat={"serious": True, "against": against, "target": target})
    assert flags(made)[0] == "THREAT"
    assert not any(fact.startswith("threat") for fact in asked(made))


@pytest.mark.parametrize(
    ("threat", "fact"),
    [
        ({"serious": True, "against": "life", "target": "close_person"}, "threat.target"),
        ({"serious": True, "against": "life", "target": "other"}, "threat.target"),
        ({"serious": True, "against": "property", "target": "client"}, "threat.against"),
        ({"serious": True, "target": "client"}, "threat.against"),
        ({"serious": True, "against": "life"}, "threat.target"),
    ],
)
def test_a_threat_that_no_rule_raises_is_assessed(planned, threat, fact):
    made = planned(threat=threat)
    assert "THREAT" not in flags(made)
    assert "THREAT" in asked(made)[fact]


def test_a_threat_to_a_close_person_is_assessed_with_the_office(planned):
    made = planned(threat={"serious": True, "against": "life", "target": "close_person"})
    assert "ssess with the office" in next(
        one.question for one in made.ask if one.fact == "threat.target"
    )


def test_no_serious_threat_raises_and_asks_nothing(planned):
    made = planned(threat={"serious": False})
    assert "THREAT" not in flags(made)
    assert not any(fact.startswith("threat") for fact in asked(made))
    assert asked(planned())["threat"] == ("THREAT",)


def test_selfinc_and_nonpun_ask_nothing_but_the_pressure(planned):
    made = planned(own_offence={"mentioned": True})
    assert "SELFINC" in flags(made)
    assert asked(made)["own_offence.under_pressure"] == ("NONPUN",)
    assert not any(fact.startswith("own_offence") for fact in asked(planned()))


def test_children_whose_place_or_birth_is_unknown_are_asked(planned):
    known = {"date_of_birth": "2015-01-01", "in_finland": True}
    made = planned(children=[known, {"date_of_birth": "2016-01-01"}])
    assert next(one.number for one in made.flags if one.code == "CHILDREN") == {"count": 1}
    assert asked(made)["children"] == ("CHILDREN",)
    grown = planned(children=[known, {"date_of_birth": "1999-01-01"}, {"in_finland": False}])
    assert "children" not in asked(grown)
    assert "CHILDREN" not in flags(planned(children=[]))
    assert "children" not in asked(planned(children=[]))


def test_a_child_is_counted_until_the_day_before_turning_18(planned):
    def count(born: str) -> list[str]:
        return flags(planned(children=[{"date_of_birth": born, "in_finland": True}]))

    assert "CHILDREN" in count("2008-11-24")
    assert "CHILDREN" not in count("2008-11-23")


def test_minor_until_the_day_before_turning_18(planned):
    assert "MINOR" in flags(planned(date_of_birth="2008-11-24"))
    assert "MINOR" not in flags(planned(date_of_birth="2008-11-23"))
    assert asked(planned(date_of_birth="2010-01-01"))["guardian"] == ("MINOR",)


def test_turns_18_within_60_days(planned):
    assert days(planned(date_of_birth="2008-11-24"), "TURNS-18") == 1
    assert days(planned(date_of_birth="2009-01-22"), "TURNS-18") == 60
    assert "TURNS-18" not in flags(planned(date_of_birth="2009-01-23"))
    child = {"date_of_birth": "2008-12-03", "in_finland": True}
    assert days(planned(children=[child]), "TURNS-18") == 10
    assert "TURNS-18" not in flags(planned(children=[child | {"in_finland": False}]))


def test_witness_by_role(planned):
    assert "WITNESS" in flags(planned(role="witness"))
    assert "WITNESS" in asked(planned(role="unclear"))["role"]


def test_abroad_by_place(planned):
    assert "ABROAD" in flags(planned(in_finland=False))
    assert "ABROAD" not in flags(planned())


@pytest.mark.parametrize(("end", "left"), [("2027-01-22", 60), ("2026-11-23", 0)])
def test_refl_soon_within_60_days_of_a_running_end(planned, end, left):
    made = planned(reflection__grants=[{"start": "2026-10-01", "end": end}])
    assert days(made, "REFL-SOON") == left


def test_refl_soon_neither_before_nor_after(planned):
    later = planned(reflection__grants=[{"start": "2026-10-01", "end": "2027-01-23"}])
    assert "REFL-SOON" not in flags(later)
    ended = planned(reflection__grants=[{"start": "2026-10-01", "end": "2026-11-22"}])
    assert "REFL-SOON" not in flags(ended)
    assert days(ended, "REFL-ENDED") == 1


def test_refl_ended_by_an_interruption_or_by_the_limit(planned):
    made = planned(reflection={"grants": RUNNING, "interrupted": "2026-11-03"})
    assert days(made, "REFL-ENDED") == 20
    made = planned(reflection__grants=[{"start": "2026-05-13", "end": "2027-01-01"}])
    assert days(made, "REFL-ENDED") == 10
    assert days(made, "REFL-OVER") == 10


def test_refl_over_counts_from_the_limit_and_is_negative_before_it(planned):
    made = planned(reflection__grants=[{"start": "2026-10-01", "end": "2027-04-02"}])
    assert days(made, "REFL-OVER") == -129
    assert "REFL-OVER" not in flags(
        planned(reflection__grants=[{"start": "2026-10-01", "end": "2027-04-01"}])
    )
    assert {one.code for one in made.services if one.urgent} == {"LEGAL", "PERMIT"}


def test_refl_short_when_less_than_30_days_were_granted_in_all(planned):
    short = {"start": "2026-11-01", "end": "2026-11-30"}
    assert "REFL-SHORT" in flags(planned(reflection__grants=[short]))
    assert "REFL-SHORT" not in flags(planned(reflection__grants=[short | {"end": "2026-12-01"}]))
    extended = [short, {"start": "2026-12-01", "end": "2026-12-20"}]
    assert "REFL-SHORT" not in flags(planned(reflection__grants=extended))


def test_stay_ends_within_60_days(planned):
    assert days(planned(stay={"basis": "permit", "until": "2027-01-22"}), "STAY-ENDS") == 60
    assert days(planned(stay={"basis": "visa", "until": "2026-11-23"}), "STAY-ENDS") == 0
    for until in ("2027-01-23", "2026-11-22", None):
        assert "STAY-ENDS" not in flags(planned(stay={"basis": "permit", "until": until}))


def test_stay_ends_names_the_law_of_may_2025_from_its_day_on(planned):
    for on, told in ((date(2025, 5, 5), False), (date(2025, 5, 6), True)):
        made = planned(on=on, stay={"basis": "permit", "until": "2025-05-20"})
        text = next(one.text for one in made.flags if one.code == "STAY-ENDS")
        assert ("made while the stay is lawful" in text) is told


@pytest.mark.parametrize(
    "facts",
    [
        {"date_of_birth": "2026-11-26"},
        {"children": [{"date_of_birth": "2026-11-26"}]},
        {"reflection": {"grants": [{"start": "2026-11-26", "end": "2027-01-01"}]}},
        {"reflection": {"permit_applied": "2026-11-26"}},
    ],
)
def test_clock_when_the_day_lies_before_one_that_must_have_been(planned, facts):
    assert days(planned(**facts), "CLOCK") == 3
    assert "CLOCK" not in flags(planned(on=date(2026, 11, 26), **facts))


def test_an_interruption_ahead_is_no_matter_of_the_clock(planned):
    made = planned(reflection={"grants": RUNNING, "interrupted": "2026-12-01"})
    assert "CLOCK" not in flags(made)
    assert days(made, "REFL-SOON") == 8
