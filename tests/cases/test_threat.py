"""A serious threat stands until it is told or judged, and never because of a clock."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.cases.threat import raise_again, standing, threat

RAISED = {"raised_at": "2026-11-24T10:24", "against": "life", "target": "client"}


@pytest.fixture
def case():
    numbers = itertools.count()

    def make(*records):
        changes = []
        for record, fields in records:
            for field, value in fields.items():
                number = next(numbers)
                at = datetime(2026, 11, 24, 9, tzinfo=UTC) + timedelta(minutes=number)
                changes.append(Change(f"c{number}", "k", record, field, value, (), "P", "d", at))
        return Case("k", changes)

    return make


def test_a_threat_stands_until_the_police_were_told(case):
    assert standing(case(("threat/1", RAISED))).record == "threat/1"
    told = case(("threat/1", {**RAISED, "police_told_at": "2026-11-24T10:40"}))
    assert standing(told) is None


def test_it_is_not_judged_away_without_a_reason(case):
    judged = {**RAISED, "not_serious_at": "2026-11-24T10:40"}
    assert standing(case(("threat/1", judged))) is not None
    assert standing(case(("threat/1", {**judged, "not_serious_reason": "A film"}))) is None


def test_while_two_desks_differ_on_whether_it_is_one_it_still_is(case):
    judged = {"not_serious_at": "2026-11-24T10:40", "not_serious_reason": "A film"}
    both = case(("threat/1", {**RAISED, **judged}), ("threat/1", {"not_serious_at": ""}))
    assert standing(both) is not None
    assert not threat(both, "threat/1").is_judged


def test_the_same_threat_is_not_raised_twice_and_another_one_is(case):
    told = case(("threat/1", {**RAISED, "police_told_at": "2026-11-24T10:40"}))
    assert not raise_again(told, {"against": "life", "target": "client"})
    assert raise_again(told, {"against": "freedom", "target": "client"})
    assert raise_again(case(), {"against": "life", "target": "client"})
    assert not raise_again(case(("threat/1", RAISED)), {"against": "freedom", "target": "client"})
