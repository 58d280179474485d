from carried import FACTS


def test_every_open_service_stands_under_what_the_client_said(text):
    said = text("plan")
    order = [
        said.index(heading)
        for heading in (
            "What you chose",
            "For later",
            "What we can still talk about",
            "What you said no to",
        )
    ]
    assert order == sorted(order)
    assert "Support person. You can change your mind at any time." in said


def test_may_stays_may(text):
    said = text("plan", facts={**FACTS, "decisions": {"all": "later"}})
    assert "You may be offered a free legal aid counsel" in said


def test_no_reason_and_no_flag_is_printed(text):
    said = text("plan")
    for word in ("home_safe", "own_offence", "offence", "NONPUN", "pressured", "incriminate"):
        assert word not in said


def test_who_is_no_customer_reads_if(text):
    said = text("plan", facts={**FACTS, "customer": "not_proposed"})
    assert "entitled" not in said
    assert "If you become a customer of the Assistance system:" in said


def test_what_does_not_apply_is_not_listed(text):
    said = text("plan", facts={**FACTS, "citizenships": ["FI"]})
    assert "residence permit" not in said
    assert "assisted return" not in said
