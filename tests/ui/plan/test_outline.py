"""The groups of the plan: what is promised, to whom, and that a choice moves nothing."""

from datetime import date

import pytest

from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.plan import outline
from assistance_desktop.ui.plan.offers_card import groups

TODAY = date(2026, 11, 23)


@pytest.fixture
def read(session, content, aurora):
    return lambda: outline.read(session.case("aurora"), content, TODAY)


def keys(found):
    return [promise.key for promise, _offers in groups(found)]


def place(found, code):
    return next(
        promise.key
        for promise, offers in groups(found)
        if code in [offer.line.code for offer in offers]
    )


def test_entitled_is_said_to_customers_only(read, answer):
    titles = {promise.key: promise.title for promise, _offers in groups(read())}
    assert titles["yes"] == "You are entitled to"
    answer(customer="proposed")
    titles = [promise.title for promise, _offers in groups(read())]
    assert "You are entitled to" not in titles
    assert titles[0] == "If you become a customer"


def test_what_may_be_done_about_a_proposal_stands_with_if_you_become_a_customer(read, answer):
    answer(customer="proposed")
    assert (
        groups(read())[0][0].line == "A proposal has been made. The Assistance system decides"
        " on it."
    )


@pytest.mark.parametrize("decision", ["accepts", "later", "declines"])
def test_a_choice_leaves_a_service_where_it_stands(read, write, decision):
    before = [offer.line.code for offer in read().offers]
    write(Edit("plan/HOUSING", "decision", decision))
    found = read()
    assert [offer.line.code for offer in found.offers] == before
    assert place(found, "HOUSING") == "yes"
    assert found.offers[0].decision == decision


def test_a_missing_answer_makes_a_question_and_no_service(read, answer):
    answer(income=Unanswered.UNKNOWN)
    found = read()
    assert "MONEY" not in [o.line.code for _p, offers in groups(found) for o in offers]
    assert "income" in [ask.fact for ask in found.asks]


def test_a_chosen_service_stays_in_sight_when_an_answer_goes_missing(read, answer, write):
    write(Edit("plan/MONEY", "decision", "accepts"))
    answer(income=Unanswered.REFUSED)
    assert place(read(), "MONEY") == "ask"


def test_no_to_everything_is_one_step_and_own_choices_give_way(read, write, session):
    write(Edit("plan/HOUSING", "decision", "accepts"))
    write(*outline.decline_everything(session.case("aurora")))
    found = read()
    assert found.is_declined
    assert {offer.decision for offer in found.choosable} == {"declines"}


def test_no_to_everything_can_be_taken_back_to_the_letter(read, write, session):
    write(Edit("plan/HOUSING", "decision", "accepts"), Edit("plan/LEGAL", "decision", "later"))
    before = {o.line.code: o.decision for o in read().offers}
    edits = outline.decline_everything(session.case("aurora"))
    back = outline.take_back(session.case("aurora"), edits)
    write(*edits)
    write(*back)
    assert {o.line.code: o.decision for o in read().offers} == before


def test_taken_up_again_nothing_is_chosen_for_the_client(read, write, session):
    write(*outline.decline_everything(session.case("aurora")))
    write(*outline.take_up(session.case("aurora")))
    assert {offer.decision for offer in read().offers} == {""}


def test_an_own_choice_wins_over_the_no_to_everything(read, write):
    write(Edit("plan/all", "decision", "declines"), Edit("plan/HEALTH", "decision", "accepts"))
    chosen = {offer.line.code: offer.decision for offer in read().offers}
    assert chosen["HEALTH"] == "accepts"
    assert chosen["HOUSING"] == "declines"


def test_a_day_that_cannot_be_read_is_no_day(read, write):
    write(Edit("plan/HOUSING", "due", "soon"))
    assert read().offers[0].due is None
