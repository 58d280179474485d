"""Every clause of "What decides" in commands.md, and the shape of the output."""

import pytest
from planning import asked, line, status

HOME_UNSAFE = {"home_safe": False}
THREATENED = {"threat": {"serious": True, "against": "life", "target": "client"}}


# Who wins


def test_a_finn_with_a_reflection_grant_on_file_has_no_reflection_period(customer):
    made = customer(
        citizenships=["FI"], reflection__grants=[{"start": "2026-10-01", "end": "2027-01-01"}]
    )
    assert {status(made, code) for code in ("RETURN", "PERMIT", "REFLECT")} == {"no"}
    assert not {"stay", "wants_return", "reflection"} & {
        fact.partition(".")[0] for fact in asked(made)
    }


def test_no_from_citizenship_or_role_comes_before_declined(customer):
    declined = {"decisions": {"all": "declines"}}
    assert status(customer(citizenships=["FI"], **declined), "PERMIT") == "no"
    assert status(customer(role="witness", **declined), "REPORT") == "no"


def test_declined_comes_before_everything_else(planned):
    made = planned(decisions={"all": "declines"})
    assert {one.status for one in made.services} == {"declined"}
    assert not any(one.urgent for one in made.services)
    abroad = planned(in_finland=False, decisions={"HOUSING": "declines"})
    assert status(abroad, "HOUSING") == "declined"


def test_a_decision_of_its_own_wins_over_all(customer):
    made = customer(decisions={"all": "declines", "LEGAL": "accepts", "SOCIAL": "unknown"})
    assert status(made, "LEGAL") == "yes"
    assert status(made, "SOCIAL") == "declined"
    assert line(made, "SOCIAL").as_json()["because"] == [
        {"fact": "decisions.all", "value": "declines"}
    ]


def test_later_changes_no_status(customer):
    assert status(customer(decisions={"LEGAL": "later"}), "LEGAL") == "yes"


# May


def test_a_wish_counts_while_the_process_is_unknown(customer):
    assert status(customer(police={"wish": "yes"}), "COUNSEL") == "may"
    assert status(customer(police={"wish": "undecided"}), "COUNSEL") == "ask"
    assert line(customer(police={"wish": "no"}), "COUNSEL").ask == ("police.process",)


def test_a_running_reflection_period_is_yes(customer):
    made = customer(
        stay={"basis": "reflection_period"},
        reflection__grants=[{"start": "2026-10-01", "end": "2027-01-01"}],
    )
    assert status(made, "REFLECT") == "yes"
    assert line(made, "REFLECT").because[0].fact == "reflection.grants"


# Abroad


def test_where_the_person_is_comes_first_among_the_questions(customer):
    made = customer(in_finland="unknown", income="enough", home_safe=True)
    assert status(made, "LEGAL") == "ask"
    assert "in_finland" in line(made, "LEGAL").ask
    assert "in_finland" in line(made, "HOUSING").ask


def test_abroad_a_claim_for_compensation_is_information_at_most(customer):
    made = customer(in_finland=False, losses=True, police={"wish": "yes"})
    assert status(made, "COMP") in ("info", "ask")


# Each service


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (HOME_UNSAFE, "yes"),
        (THREATENED, "yes"),
        (THREATENED | {"home_safe": True}, "yes"),
        ({"home_safe": True}, "info"),
        ({"home_safe": True, "threat": {"serious": False}}, "info"),
        ({"threat": {"serious": True, "against": "property", "target": "client"}}, "yes"),
        ({"threat": {"serious": True, "target": "client"}}, "yes"),
        ({"threat": {"serious": True, "against": "life", "target": "worker"}}, "ask"),
        ({}, "ask"),
    ],
)
def test_housing_by_the_home_and_by_a_threat(customer, facts, expected):
    assert status(customer(**facts), "HOUSING") == expected


@pytest.mark.parametrize(("need", "expected"), [(True, "yes"), (False, "info"), ("unknown", "ask")])
def test_health_by_need(customer, need, expected):
    assert status(customer(health_need=need), "HEALTH") == expected


def test_social_and_legal_are_for_every_customer(planned):
    made = planned(customer="admitted", in_finland=True)
    assert {status(made, code) for code in ("SOCIAL", "LEGAL")} == {"yes"}
    assert line(made, "LEGAL").because[0].fact == "customer"


@pytest.mark.parametrize(
    ("income", "expected"),
    [("none", "yes"), ("some", "ask"), ("enough", "no"), ("unknown", "ask")],
)
def test_money_by_income(customer, income, expected):
    assert status(customer(income=income), "MONEY") == expected


def test_report_is_open_whatever_the_wish(customer, planned):
    for wish in ("yes", "no", "undecided", "reported", "unknown"):
        assert status(customer(police={"wish": wish}), "REPORT") == "yes"
    assert status(planned(role="unclear", in_finland=True), "REPORT") == "ask"


@pytest.mark.parametrize(
    ("losses", "wish", "expected"),
    [
        (True, "yes", "yes"),
        (False, "yes", "info"),
        ("unknown", "yes", "ask"),
        (True, "no", "info"),
        (False, "unknown", "info"),
    ],
)
def test_comp_by_process_or_wish_and_losses(customer, losses, wish, expected):
    made = customer(losses=losses, police={"wish": wish, "process": "none"})
    assert status(made, "COMP") == expected


@pytest.mark.parametrize(
    ("wanted", "wish", "expected"),
    [(True, "yes", "may"), (False, "yes", "info"), ("unknown", "yes", "ask"), (True, "no", "info")],
)
def test_support_by_process_or_wish_and_need(customer, wanted, wish, expected):
    made = customer(support_person_wanted=wanted, police={"wish": wish, "process": "none"})
    assert status(made, "SUPPORT") == expected


@pytest.mark.parametrize(
    ("wants", "expected"), [(True, "yes"), (False, "info"), ("unknown", "ask")]
)
def test_return_by_wish(customer, wants, expected):
    assert status(customer(wants_return=wants), "RETURN") == expected


def test_permit_is_for_every_foreign_national(customer):
    assert status(customer(citizenships=["EE"]), "PERMIT") == "yes"
    assert status(customer(citizenships=[]), "PERMIT") == "yes"
    assert line(customer(citizenships="unknown"), "PERMIT").ask == ("citizenships",)
    assert line(customer(), "PERMIT").because[0].value == ["NG"]


@pytest.mark.parametrize(
    ("languages", "workers", "expected"),
    [
        ([{"code": "prs"}], None, "yes"),
        ([{"code": "prs"}, {"code": "en"}], None, "yes"),
        ([{"code": "en"}, {"code": "prs"}], None, "info"),
        ([{"code": "sv-FI"}], None, "info"),
        ([{"code": "prs"}], ["fi", "prs"], "info"),
        ([{"code": "fi"}], [], "yes"),
        ([{"reads": True}, {"code": "fi"}], None, "ask"),
        ([], None, "ask"),
    ],
)
def test_interp_by_the_best_language(customer, languages, workers, expected):
    facts = {"languages": languages} | ({} if workers is None else {"worker_languages": workers})
    assert status(customer(**facts), "INTERP") == expected


# Reflection period


@pytest.mark.parametrize(
    ("stay", "expected"),
    [
        ({"basis": "none"}, "may"),
        ({"basis": "visa", "until": "2026-11-22"}, "may"),
        ({"basis": "permit", "until": "2026-11-22"}, "may"),
        ({"basis": "permit", "until": "2026-11-23"}, "no"),
        ({"basis": "permit", "until": None}, "no"),
        ({"basis": "permit"}, "ask"),
        ({"basis": "reflection_period"}, "ask"),
        ({}, "ask"),
    ],
)
def test_reflection_by_the_right_to_stay(customer, stay, expected):
    assert status(customer(stay=stay), "REFLECT") == expected


def test_reflection_is_for_the_person_exploited_only(customer):
    stay = {"basis": "none"}
    assert status(customer(stay=stay, customer="proposed"), "REFLECT") == "if"
    assert line(customer(stay=stay, role="unclear"), "REFLECT").ask == ("role",)
    assert line(customer(stay=stay, citizenships="unknown"), "REFLECT").ask == ("citizenships",)
    assert status(customer(stay=stay, role="child_of_victim"), "REFLECT") == "no"


@pytest.mark.parametrize("basis", ["none", "reflection_period", "unknown"])
def test_a_period_that_has_ended_is_never_offered_as_if_new(customer, basis):
    grants = [{"start": "2026-03-01", "end": "2026-06-01"}]
    for applied, expected in ((None, "info"), ("2026-05-01", "info"), ("unknown", "ask")):
        made = customer(
            stay={"basis": basis}, reflection={"grants": grants, "permit_applied": applied}
        )
        assert status(made, "REFLECT") == expected
        assert "legally" not in line(made, "REFLECT").text
        assert "must leave" not in line(made, "REFLECT").text
        assert [one.code for one in made.services if one.urgent] == ["LEGAL", "PERMIT"]


def test_a_permit_applied_for_in_time_is_told(customer):
    made = customer(
        stay={"basis": "none"},
        reflection={
            "grants": [{"start": "2026-03-01", "end": "2026-06-01"}],
            "permit_applied": "2026-06-01",
        },
    )
    assert "lawful while the application is processed" in line(made, "REFLECT").text


@pytest.mark.parametrize(
    "grants",
    [
        [{"start": "2026-10-01"}],
        [{"start": "2027-01-01", "end": "2027-03-01"}],
        [
            {"start": "2026-09-01", "end": "2026-10-01"},
            {"start": "2026-12-01", "end": "2027-01-01"},
        ],
    ],
)
def test_days_that_do_not_tell_are_looked_up_in_the_decision(customer, grants):
    made = customer(stay={"basis": "none"}, reflection={"grants": grants})
    assert line(made, "REFLECT").ask == ("reflection.grants",)


# Customer and wording


def test_a_customer_status_that_is_unknown_reads_if_and_is_asked(customer):
    made = customer(customer="unknown")
    assert status(made, "LEGAL") == "if"
    assert "LEGAL" in asked(made)["customer"]


def test_before_admission_nothing_says_entitled_in_any_language(planned):
    for language, word in (("en", "entitled"), ("fi", "Sinulla on oikeus"), ("sv", "Du har rätt")):
        facts = {"role": "possible_victim", "in_finland": True, "citizenships": ["NG"]}
        made = planned(language=language, customer="proposed", wants_return=True, **facts)
        assert not any(word in one.text for one in made.services)
        made = planned(language=language, customer="admitted", wants_return=True, **facts)
        assert any(word in one.text for one in made.services)


def test_an_unknown_language_reads_english_and_a_region_its_language(customer):
    assert line(customer(language="sv-FI"), "HEALTH").name == "Hälsovård"
    assert line(customer(language="zz"), "HEALTH").name == "Health care"


# Urgency and output


def test_what_is_urgent_comes_first_and_housing_before_the_others(customer):
    made = customer(
        home_safe=False, reflection__grants=[{"start": "2026-10-01", "end": "2026-12-07"}]
    )
    assert [one.code for one in made.services][:4] == ["HOUSING", "LEGAL", "PERMIT", "HEALTH"]
    calm = customer(
        home_safe=True, reflection__grants=[{"start": "2026-10-01", "end": "2026-12-08"}]
    )
    assert not any(one.urgent for one in calm.services)


def test_a_serious_threat_makes_housing_urgent_with_the_home_unknown(customer):
    assert line(customer(**THREATENED), "HOUSING").urgent


def test_the_output_is_the_object_of_the_manual(customer):
    made = customer(
        home_safe=False, reflection__grants=[{"start": "2026-06-03", "end": "2026-12-03"}]
    ).as_json()
    assert list(made) == ["on", "services", "flags", "deadlines", "ask"]
    housing = made["services"]["HOUSING"]
    assert list(housing) == [
        "status", "urgent", "because", "ask", "source", "organiser", "text",
    ]  # fmt: skip
    assert housing["because"] == [{"fact": "home_safe", "value": False}]
    assert housing["source"] == ["S4", "S5"]
    assert made["deadlines"] == [
        {
            "code": "REFLECT",
            "start": "2026-06-03",
            "end": "2026-12-03",
            "limit": "2026-12-03",
            "days_left": 10,
        }
    ]
    assert {"code": "REFL-SOON", "days": 10}.items() <= made["flags"][-1].items()


@pytest.mark.parametrize(
    ("facts", "organiser"),
    [
        ({"municipality": "Helsinki"}, "City of Helsinki and HUS"),
        ({"municipality": "Kuopio"}, "Wellbeing services county"),
        ({"stay": {"basis": "asylum_pending"}}, "Reception centre where you are registered"),
        ({"municipality": None}, "Assistance system"),
        ({}, "Depends on whether you have a municipality of residence"),
    ],
)
def test_who_organises_depends_on_where_the_person_belongs(customer, facts, organiser):
    assert line(customer(**facts), "SOCIAL").organiser == organiser
