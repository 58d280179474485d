"""A case is closed and taken up again; nothing is lost by either."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from assistance_desktop.cases import admission, life
from assistance_desktop.cases.admission import Status
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Author, Change
from assistance_desktop.cases.life import Closing, Reason
from assistance_desktop.cases.stage import AGREED, CLOSED, reached, stage

DAY = date(2026, 11, 24)
CUSTOMER = "/intake/residence/customer"


def grow(case, fields):
    """The case once somebody wrote these fields."""
    for record, field, value in fields:
        at = datetime(2026, 11, 24, tzinfo=UTC) + timedelta(minutes=len(case.changes))
        made = case.edit(
            record,
            field,
            value,
            author=Author("Pihlaja", "laptop-1"),
            at=at,
            new_id=partial(format, len(case.changes), "04"),
        )
        case = case.with_changes([made])
    return case


@pytest.fixture
def agreed():
    return grow(Case("c", []), [(CASE, "stage", "plan"), ("plan/HOUSING", "decision", "accepts")])


@pytest.mark.parametrize("reason", Reason)
def test_a_case_is_closed_with_a_day_a_reason_and_a_note(agreed, reason):
    closed = grow(agreed, life.close(reason, " Moved in with her sister. ", DAY))
    assert life.closing(closed) == Closing(DAY, reason, "Moved in with her sister.")
    assert stage(closed) == CLOSED


def test_a_closed_case_taken_up_again_is_as_far_as_it_was(agreed):
    closed = grow(agreed, life.close(Reason.MOVED, "", DAY))
    assert reached(closed) == AGREED
    again = grow(closed, life.reopen(closed))
    assert (life.closing(again), stage(again)) == (None, AGREED)
    assert [c.value for c in again.changes if c.field == life.CLOSED_ON] == [DAY.isoformat(), ""]


def test_a_case_that_one_desk_closed_and_another_took_up_stays_open(agreed):
    """Work must not be lost to a conflict: until somebody decides, the case is open."""
    closed = grow(agreed, life.close(Reason.NO_CONTACT, "", DAY))
    other = Change(
        "zz", "c", CASE, life.CLOSED_ON, "", (), "Kataja", "desk-4", closed.changes[-1].at
    )
    assert not life.is_closed(closed.with_changes([other]))


def test_a_case_that_two_desks_closed_is_closed(agreed):
    closed = grow(agreed, life.close(Reason.NO_CONTACT, "", DAY))
    at = closed.changes[-1].at
    other = Change("zz", "c", CASE, life.CLOSED_ON, "2026-11-20", (), "Kataja", "desk-4", at)
    assert life.is_closed(closed.with_changes([other]))


def test_a_reason_of_another_program_is_still_a_closing(agreed):
    closed = grow(agreed, [(CASE, life.CLOSED_ON, "2026-11-24"), (CASE, "closed_reason", "new")])
    assert life.closing(closed) == Closing(DAY, None, "")


@pytest.mark.parametrize(
    ("status", "since"),
    [
        (Status.NOT_PROPOSED, None),
        (Status.PROPOSED, DAY),
        (Status.ADMITTED, DAY),
        (Status.REFUSED, DAY),
        (Status.LEFT, DAY),
    ],
)
def test_the_status_is_the_one_answer_of_the_intake_and_has_its_day(agreed, status, since):
    case = grow(agreed, admission.become(CUSTOMER, status, DAY))
    found = admission.admission(case, CUSTOMER)
    assert (found.status, found.since) == (status, since)
    assert case.value(INTAKE, CUSTOMER) == status.value


def test_only_a_refusal_has_a_last_day_to_appeal_and_it_stands_as_written(agreed):
    until = date(2026, 12, 24)
    refused = grow(agreed, admission.become(CUSTOMER, Status.REFUSED, DAY, until))
    assert admission.admission(refused, CUSTOMER).appeal_until == until
    admitted = grow(refused, admission.become(CUSTOMER, Status.ADMITTED, DAY, until))
    assert admission.admission(admitted, CUSTOMER).appeal_until is None


def test_the_day_of_the_proposal_stays_when_the_answer_comes(agreed):
    sent = grow(agreed, admission.become(CUSTOMER, Status.PROPOSED, date(2026, 11, 1)))
    case = grow(sent, admission.become(CUSTOMER, Status.ADMITTED, DAY))
    assert admission.admission(case, CUSTOMER).sent_on == date(2026, 11, 1)


def test_a_status_that_two_desks_tell_differently_is_nobodys(agreed):
    case = grow(agreed, admission.become(CUSTOMER, Status.PROPOSED, DAY))
    at = case.changes[-1].at
    other = Change("zz", "c", INTAKE, CUSTOMER, "admitted", (), "Kataja", "desk-4", at)
    assert admission.admission(case.with_changes([other]), CUSTOMER).status is None
