from carried import FACTS


def test_the_form_holds_what_the_assistance_system_asks_for(text):
    said = text(
        "proposal", more={"own_words": "I was told it was a hotel.", "organisation": "Team 3"}
    )
    for part in (
        "Proposal to the Assistance system",
        "Name Aurora Date of birth 14 March 2002",
        "No permit known",
        "Vietnamese",
        "Other languages, level",
        "Children in Finland",
        "2 May 2017",
        "P., Team 3",
        "I was told it was a hotel.",
        "Urgent? Call first: +358 2954 63177",
    ):
        assert part in said


def test_the_consent_that_is_on_record_stands_on_the_last_page(pages):
    last = pages("proposal", more={"organisation": "Team 3"})[-1]
    assert "Given by Aurora on 13 October 2026. Language: French." in last
    assert "that Team 3 proposes me to the Assistance system" in last
    assert "until 13 January 2027." in last
    assert "I can take back this consent at any time" in last


def test_what_nobody_told_is_an_empty_line(text):
    said = text("proposal", facts={}, details={})
    assert "Immigration customer number, if known" in said
    for guess in ("unknown", "Unknown", "No permit known", "None known"):
        assert guess not in said


def test_a_child_abroad_is_not_on_the_form(text):
    facts = {**FACTS, "children": [{"date_of_birth": "2017-05-02", "in_finland": False}]}
    assert "Children in Finland" not in text("proposal", facts=facts)


def test_a_witness_is_not_called_a_victim(text):
    said = text("proposal", facts={**FACTS, "role": "witness", "needs_help": True})
    assert "possible victim" not in said


def test_the_notice_to_the_police_is_told_before_consent(text):
    said = text("proposal")
    assert "If the system grants me a reflection period, it informs the police of that" in said
    assert "It must inform the police of a serious threat to life, health or freedom." in said
