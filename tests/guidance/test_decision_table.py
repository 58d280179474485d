"""One test a rule of the decision table (facts.md 3.2)."""

from planning import asked, flags, line, status


def test_d1_signs_are_enough_to_offer_a_proposal(planned):
    made = planned(role="possible_victim", in_finland=True, customer="not_proposed")
    assert made.proposal.state == "offer"
    assert "D1" in made.proposal.rules
    assert planned(role="unclear", in_finland=True).proposal.state == "offer"


def test_d2_children_under_18_in_finland_are_counted(customer):
    children = [
        {"date_of_birth": "2015-05-01", "in_finland": True},
        {"date_of_birth": "2015-05-01", "in_finland": False},
        {"date_of_birth": "2000-05-01", "in_finland": True},
    ]
    flag = next(one for one in customer(children=children).flags if one.code == "CHILDREN")
    assert flag.number == {"count": 1}


def test_d2_a_child_under_18_is_helped_with_the_parent(planned):
    made = planned(
        role="child_of_victim", in_finland=True, customer="not_proposed", date_of_birth="2014-01-01"
    )
    assert status(made, "SOCIAL") == "if"
    assert status(made, "REPORT") == "no"


def test_d3_a_grown_child_is_asked_and_never_turned_away(planned):
    made = planned(
        role="child_of_victim", in_finland=True, customer="not_proposed", date_of_birth="2000-01-01"
    )
    assert status(made, "SOCIAL") == "ask"
    assert line(made, "SOCIAL").ask == ("role",)
    assert "own right" in line(made, "SOCIAL").text


def test_d4_a_witness_who_needs_help_has_no_service_of_the_exploited(customer):
    made = customer(role="witness", needs_help=True)
    assert {status(made, code) for code in ("REFLECT", "COUNSEL", "COMP", "REPORT")} == {"no"}
    assert {status(made, code) for code in ("RETURN", "PERMIT")} == {"info"}
    assert {status(made, code) for code in ("SOCIAL", "LEGAL")} == {"yes"}


def test_d5_a_witness_who_needs_no_help_has_no_service(customer):
    made = customer(role="witness", needs_help=False, home_safe=False, income="none")
    assert {one.status for one in made.services} == {"no", "info"}


def test_d5_a_witness_whose_need_is_unknown_is_asked(customer):
    made = customer(role="witness", home_safe=False)
    assert line(made, "HOUSING").ask == ("needs_help",)


def test_d6_abroad_nothing_is_planned_and_nobody_is_judged(customer, pack):
    made = customer(in_finland=False)
    assert {status(made, code) for code in ("LEGAL", "COMP")} == {"info"}
    assert {one.status for one in made.services} == {"info", "no"}
    assert "ABROAD" in flags(made)
    assert not any("not a victim" in one.text for one in made.services)
    assert any(contact.phone == "+358 2954 63177" for contact in pack.contacts)


def test_d7_who_is_not_yet_a_customer_reads_if_admitted(planned):
    for state in ("not_proposed", "proposed", "refused", "left"):
        made = planned(role="possible_victim", in_finland=True, customer=state)
        assert status(made, "LEGAL") == "if"
        assert {"fact": "customer", "value": state} in line(made, "LEGAL").as_json()["because"]


def test_d8_without_consent_no_proposal_but_the_information_stays(planned):
    for consent in ("refused", "withdrawn"):
        made = planned(role="possible_victim", in_finland=True, proposal_consent=consent)
        assert made.proposal.state == "respected"
        assert status(made, "LEGAL") == "if"
        assert {"CONFID", "NOPOLICE", "VOLUNTARY"} <= set(flags(made))


def test_d9_what_is_declined_is_not_planned_and_may_be_reopened(customer):
    made = customer(decisions={"SOCIAL": "declines"})
    assert status(made, "SOCIAL") == "declined"
    assert "change your mind" in line(made, "SOCIAL").text


def test_d10_a_finnish_citizen_also_with_two_passports(customer):
    for citizenships in (["FI"], ["VN", "FI"]):
        made = customer(citizenships=citizenships, stay={"basis": "none"}, wants_return=True)
        assert {status(made, code) for code in ("RETURN", "PERMIT", "REFLECT")} == {"no"}


def test_d11_who_is_not_finnish_has_return_and_permit(customer):
    for citizenships in ([], ["RO"], ["NG", "VN"]):
        made = customer(citizenships=citizenships, wants_return=True)
        assert {status(made, code) for code in ("RETURN", "PERMIT")} == {"yes"}


def test_d12_without_a_right_to_stay_a_reflection_period_can_be_offered(customer):
    made = customer(stay={"basis": "none"})
    assert status(made, "REFLECT") == "may"
    assert status(made, "SOCIAL") == "yes"


def test_d13_with_a_right_to_stay_none_is_needed_now(customer):
    for basis in ("eu_right", "asylum_pending", "temporary_protection"):
        assert status(customer(stay={"basis": basis}), "REFLECT") == "no"
    for basis in ("permit", "visa"):
        made = customer(stay={"basis": basis, "until": "2026-12-24"})
        assert status(made, "REFLECT") == "no"
        assert "STAY-ENDS" in flags(made)


def test_d14_a_stay_that_is_unknown_is_asked(customer):
    assert status(customer(), "REFLECT") == "ask"
    assert asked(customer())["stay"] == ("REFLECT",)


def test_d15_money_is_named_by_the_municipality(customer):
    assert status(customer(income="none"), "MONEY") == "yes"
    named = {
        "Social": customer(income="none", municipality="Kuopio"),
        "Reception": customer(income="none", municipality=None),
        "Depends": customer(income="none"),
    }
    for word, made in named.items():
        assert line(made, "MONEY").organiser.startswith(word)


def test_d16_enough_income_means_no_money_and_some_is_asked(customer):
    assert status(customer(income="enough"), "MONEY") == "no"
    made = customer(income="some")
    assert status(made, "MONEY") == "ask"
    assert line(made, "MONEY").ask == ("income",)


def test_d17_a_language_that_is_not_shared_means_an_interpreter(customer):
    assert status(customer(languages=[{"code": "prs", "reads": False}]), "INTERP") == "yes"


def test_d18_a_process_or_the_wish_for_one_opens_three_services(customer):
    for police in ({"process": "court"}, {"wish": "yes"}, {"wish": "reported"}):
        made = customer(police=police, losses=True, support_person_wanted=True)
        assert [status(made, code) for code in ("COUNSEL", "SUPPORT", "COMP")] == [
            "may",
            "may",
            "yes",
        ]
    made = customer(police={"wish": "no", "process": "none"}, losses=True)
    assert {status(made, code) for code in ("COUNSEL", "SUPPORT", "COMP")} == {"info"}


def test_d19_no_wish_for_the_police_leaves_the_help_as_it_is(customer):
    made = customer(police={"wish": "no", "process": "none"}, home_safe=False)
    assert {status(made, code) for code in ("HOUSING", "SOCIAL", "LEGAL", "REPORT")} == {"yes"}


def test_d20_a_serious_threat_is_raised_whatever_the_wish(customer):
    made = customer(
        threat={"serious": True, "against": "life", "target": "worker"}, police={"wish": "no"}
    )
    assert flags(made)[0] == "THREAT"
    assert "must inform the police" in made.flags[0].text


def test_d21_an_own_offence_brings_rights_and_no_promise(customer):
    assert "SELFINC" in flags(customer(own_offence={"mentioned": True, "under_pressure": False}))
    made = customer(own_offence={"mentioned": True, "under_pressure": True})
    assert {"SELFINC", "NONPUN"} <= set(flags(made))
    text = next(one.text for one in made.flags if one.code == "NONPUN")
    assert "should not be punished" in text
    assert "will not be punished" not in text


def test_d22_the_do_not_tell_list_is_kept_in_sight(customer):
    made = customer(do_not_tell=["home_authorities"])
    assert "embassy" in next(one.text for one in made.flags if one.code == "NOTELL")


def test_d23_under_18_the_guardian_and_the_own_consent_are_seen_to(customer):
    made = customer(date_of_birth="2010-01-01", guardian="suspected", police={"wish": "no"})
    text = next(one.text for one in made.flags if one.code == "MINOR")
    assert "from 15" in text
    assert "child welfare" in text
    assert "guardian is suspected" in text


def test_d24_a_suspected_companion_decides_and_receives_nothing(customer):
    made = customer(companion={"present": True, "suspected": True})
    text = next(one.text for one in made.flags if one.code == "CONFID")
    assert "never decides, interprets or receives papers" in text
