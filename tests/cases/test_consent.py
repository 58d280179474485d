from datetime import UTC, date, datetime

import pytest

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.cases.consent import (
    CLIENT,
    OFFICE,
    ConsentMissingError,
    Purpose,
    consents,
    release,
)

TODAY = date(2026, 11, 23)


def case_with(**records):
    changes = [
        Change(f"{record}:{field}", "c", record.replace("__", "/"), field, value, (), "P", "d",
               datetime(2026, 11, 23, 9, tzinfo=UTC))
        for record, fields in records.items()
        for field, value in fields.items()
    ]  # fmt: skip
    return Case("c", changes)


GIVEN = {"recipient": OFFICE, "state": "given", "given_on": "2026-11-20"}


def test_without_a_consent_nothing_leaves_and_the_refusal_says_why():
    with pytest.raises(ConsentMissingError, match="no consent on record"):
        release(case_with(case={"pseudonym": "Aurora"}), OFFICE, Purpose.BUNDLE, TODAY)


def test_a_consent_for_one_recipient_is_none_for_another():
    case = case_with(consent__1={**GIVEN, "recipient": "assistance_system"})
    with pytest.raises(ConsentMissingError):
        release(case, OFFICE, Purpose.BUNDLE, TODAY)


def test_a_consent_lets_the_whole_case_travel_to_the_office():
    case = case_with(case={"pseudonym": "Aurora"}, intake={"/q": 1}, consent__1=GIVEN)
    released = release(case, OFFICE, Purpose.BUNDLE, TODAY)
    assert set(released.changes) == set(case.changes)
    assert released.consent is not None
    assert released.consent.record == "consent/1"


@pytest.mark.parametrize("state", ["withdrawn", "refused", "not_asked"])
def test_a_consent_that_is_not_given_allows_nothing(state):
    case = case_with(consent__1={**GIVEN, "state": state})
    assert consents(case) == ()


def test_a_consent_ends_on_its_last_day():
    case = case_with(consent__1={**GIVEN, "until": "2026-11-23"})
    assert release(case, OFFICE, Purpose.BUNDLE, TODAY)
    with pytest.raises(ConsentMissingError):
        release(case, OFFICE, Purpose.BUNDLE, date(2026, 11, 24))


def test_two_desks_that_disagree_on_a_consent_mean_no_consent():
    case = case_with(consent__1=GIVEN)
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    other = Change("x", "c", "consent/1", "state", "withdrawn", (), "K", "office", moment)
    assert consents(case.with_changes([other])) == ()


def test_paper_for_the_client_needs_no_consent_and_holds_no_registers_or_notes():
    case = case_with(
        case={"pseudonym": "Aurora"},
        note__1={"text": "said quietly"},
        told__1={"to": "police"},
        print__1={"kind": "summary"},
    )
    released = release(case, CLIENT, Purpose.PAPER, TODAY)
    assert set(released.content) == {CASE}
    assert {one.record for one in released.withheld} == {"note/1", "told/1", "print/1"}
    assert all(one.why for one in released.withheld)
