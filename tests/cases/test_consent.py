from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.cases.agreements import asked, consents, taken_back
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.cases.consent import (
    CLIENT,
    OFFICE,
    Purpose,
    release,
    release_threat,
)
from assistance_desktop.cases.lack import ConsentMissingError, Lack
from assistance_desktop.errors import AppError

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


def test_a_file_and_its_original_are_on_no_paper():
    kept = {"title": "Room", "file": "picture-1.jpg", "original": "original-1.jpg"}
    case = case_with(case={"pseudonym": "Aurora"}, document__1=kept)
    released = release(case, CLIENT, Purpose.PAPER, TODAY)
    assert set(released.content) == {CASE}
    assert [(one.record, bool(one.why)) for one in released.withheld] == [("document/1", True)]


SHELTER = "Safe house South"
AGREED = {"recipient": SHELTER, "state": "given", "given_on": "2026-11-20",
          "topics": ["called", "language"]}  # fmt: skip
TOPICS = {
    "called": {(CASE, "pseudonym")},
    "language": {("intake", "/language")},
    "health": {("intake", "/health")},
}
KNOWN = {"case": {"pseudonym": "Aurora"}, "intake": {"/language": "vi", "/health": "yes"}}


def tell(case, *told, recipient=SHELTER, today=TODAY):
    return release(case, recipient, Purpose.TELL, today, topics=TOPICS, told=told)


def test_only_what_is_ticked_leaves_and_what_stays_says_why():
    released = tell(case_with(**KNOWN, consent__1=AGREED), "called")
    assert released.content == {CASE: {"pseudonym": "Aurora"}}
    assert [(one.record, one.field) for one in released.changes] == [(CASE, "pseudonym")]
    stays = {one.record: one.why for one in released.withheld}
    assert stays["language"] == "Not needed for this purpose."
    assert stays["health"] == "Not agreed."


@pytest.mark.parametrize("told", [("health",), ("called", "health"), (), ("nothing known",)])
def test_a_topic_that_was_not_agreed_takes_the_whole_telling_with_it(told):
    with pytest.raises(ConsentMissingError) as refusal:
        tell(case_with(**KNOWN, consent__1=AGREED), *told)
    assert refusal.value.lack is Lack.NOT_THIS


def test_a_recipient_is_the_same_whatever_the_capitals_and_spaces():
    assert tell(case_with(**KNOWN, consent__1=AGREED), "called", recipient=" safe house  SOUTH")


@pytest.mark.parametrize(
    ("said", "lack"),
    [
        ({"state": "refused"}, Lack.REFUSED),
        ({"state": "withdrawn", "withdrawn_on": "2026-11-22"}, Lack.WITHDRAWN),
        ({"until": "2026-11-22"}, Lack.RAN_OUT),
        ({"state": "not_asked"}, Lack.NOT_ASKED),
        ({"given_on": "last week"}, Lack.NOT_ASKED),
    ],
)
def test_a_refusal_says_what_the_person_said(said, lack):
    with pytest.raises(ConsentMissingError) as refusal:
        tell(case_with(**KNOWN, consent__1={**AGREED, **said}), "called")
    assert refusal.value.lack is lack
    if lack in (Lack.WITHDRAWN, Lack.RAN_OUT):
        assert "22 Nov" in refusal.value.problem


def test_a_word_is_enough_to_withdraw_and_the_yes_before_stays_in_the_changes():
    case = case_with(**KNOWN, consent__1=AGREED)
    for record, field, value in taken_back("consent/1", TODAY, "spoken"):
        replaces = tuple(head.id for head in case.heads(record, field))
        moment = datetime(2026, 11, 23, 10, tzinfo=UTC)
        said = Change(f"back:{field}", "c", record, field, value, replaces, "P", "d", moment)
        case = case.with_changes([said])
    with pytest.raises(ConsentMissingError) as refusal:
        tell(case, "called")
    assert refusal.value.lack is Lack.WITHDRAWN
    assert [one.value for one in case.changes if one.field == "state"] == ["given", "withdrawn"]


def test_while_two_desks_differ_on_topics_and_days_the_smaller_consent_acts():
    case = case_with(**KNOWN, consent__1={**AGREED, "until": "2026-12-31"})
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    others = [
        Change("x", "c", "consent/1", "topics", ["called", "health"], (), "K", "office", moment),
        Change("y", "c", "consent/1", "until", "2026-11-30", (), "K", "office", moment),
    ]
    (consent,) = asked(case.with_changes(others))
    assert consent.topics == {"called"}
    assert consent.until == date(2026, 11, 30)


def test_two_desks_that_differ_are_told_so():
    case = case_with(**KNOWN, consent__1=AGREED)
    other = Change("x", "c", "consent/1", "state", "withdrawn", (), "K", "office",
                   datetime(2026, 11, 1, tzinfo=UTC))  # fmt: skip
    with pytest.raises(ConsentMissingError) as refusal:
        tell(case.with_changes([other]), "called")
    assert refusal.value.lack is Lack.DIFFERS


def test_a_proposal_by_topics_holds_these_answers_and_no_others():
    given = {"recipient": "assistance_system", "state": "given", "given_on": "2026-11-20"}
    released = release(
        case_with(**KNOWN, consent__1=given), "assistance_system", Purpose.PROPOSAL, TODAY,
        topics=TOPICS, told=("language",),
    )  # fmt: skip
    assert released.content == {"intake": {"/language": "vi"}}


def test_somebody_who_is_called_client_is_not_the_client():
    with pytest.raises(ConsentMissingError):
        tell(case_with(**KNOWN), "called", recipient="client")


def test_a_yes_for_one_purpose_is_none_for_another_and_a_no_takes_only_its_own():
    bed, visit = "To have a room ready", "To book a visit"
    case = case_with(
        **KNOWN, consent__1={**AGREED, "purpose": bed},
        consent__2={**AGREED, "purpose": visit, "state": "refused"},
    )  # fmt: skip

    def ask(what_for):
        return release(case, SHELTER, Purpose.TELL, TODAY, topics=TOPICS, told=("called",),
                       what_for=what_for)  # fmt: skip

    assert ask(f" {bed.upper()}").consent.record == "consent/1"
    for other, lack in ((visit, Lack.REFUSED), ("To ask who she is", Lack.NOT_FOR_THIS)):
        with pytest.raises(ConsentMissingError) as refusal:
            ask(other)
        assert refusal.value.lack is lack


@given(
    agreed=st.sets(st.sampled_from(sorted(TOPICS))),
    told=st.lists(st.sampled_from([*TOPICS, "own_offence"])),
    state=st.sampled_from(["given", "refused", "withdrawn", "not_asked"]),
    until=st.sampled_from(["", "2026-11-22", "2026-11-23"]),
    purpose=st.sampled_from([Purpose.TELL, Purpose.PROPOSAL]),
)
def test_nothing_ever_leaves_but_what_was_agreed_for_this_day(agreed, told, state, until, purpose):
    consent = {**AGREED, "topics": sorted(agreed), "state": state, "until": until}
    case = case_with(**KNOWN, intake__own={"/offence": "secret"}, consent__1=consent)
    try:
        released = release(case, SHELTER, purpose, TODAY, topics=TOPICS, told=told)
    except ConsentMissingError:
        return
    assert state == "given"
    assert until != "2026-11-22"
    whole_form = purpose is Purpose.PROPOSAL and not agreed
    allowed = set(TOPICS) if whole_form else agreed
    assert set(told) <= allowed
    left = {(one.record, one.field) for one in released.changes}
    assert left == {place for topic in told for place in TOPICS[topic]}


def test_a_threat_is_told_without_the_file_and_only_with_a_reason():
    case = case_with(**KNOWN)
    said = "Somebody said they will come tonight."
    released = release_threat(case, "police", Purpose.THREAT, TODAY, said=said, reason="Tonight")
    assert released.content == {"danger": {"said": said}}
    assert not released.changes
    assert {one.record for one in released.withheld} == {CASE, "intake"}
    for empty in ({"said": " ", "reason": "r"}, {"said": said, "reason": ""}):
        with pytest.raises(AppError):
            release_threat(case, "police", Purpose.CHILD, TODAY, **empty)


def test_a_duty_is_no_way_around_a_consent():
    case = case_with(**KNOWN)
    with pytest.raises(ValueError, match="release_threat"):
        release(case, "police", Purpose.THREAT, TODAY)
    with pytest.raises(ValueError, match="no consent"):
        release_threat(case, "police", Purpose.TELL, TODAY, said="x", reason="y")
