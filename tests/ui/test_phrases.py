"""Moments, sizes, gists and answers in words."""

from datetime import UTC, date, datetime

import pytest

from assistance_desktop.cases.changes import Change, Unanswered
from assistance_desktop.ui import phrases

TODAY = date(2026, 11, 23)


def change(record, field):
    return Change(
        "id", "c", record, field, "x", (), "Kataja", "d", datetime(2026, 11, 23, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 23, 7, 31, tzinfo=UTC), "Today 09:31"),
        (datetime(2026, 11, 22, 14, 42, tzinfo=UTC), "Yesterday 16:42"),
        (datetime(2026, 11, 22, 23, 5, tzinfo=UTC), "Today 01:05"),
        (datetime(2026, 10, 12, 13, 42, tzinfo=UTC), "Mon 12 Oct 16:42"),
        (datetime(2025, 10, 12, 13, 42, tzinfo=UTC), "12 October 2025 16:42"),
    ],
)
def test_a_moment_is_told_in_finlands_time(at, words):
    assert phrases.moment(at, TODAY) == words


@pytest.mark.parametrize(
    ("size", "words"), [(12, "1 kB"), (86_400, "86 kB"), (1_240_000, "1.2 MB")]
)
def test_a_size_is_told_in_round_numbers(size, words):
    assert phrases.size(size) == words


def test_a_gist_counts_questions_and_tells_no_value():
    changes = [
        change("intake", "/a"),
        change("intake", "/a"),
        change("repeat/1", "of"),
        change("repeat/1", "/b"),
        change("note/1", "text"),
        change("plan/HOUSING", "next_step"),
    ]
    assert phrases.gist(changes) == "2 answers, a part that repeats, 1 note, plan"
    assert phrases.gist([]) == ""


def test_a_gist_counts_the_answers_of_every_questionnaire_and_no_half_typed_one():
    changes = [
        change("questionnaire/1", "/a"),
        change("questionnaire/1", "form"),
        change("questionnaire/1", "place"),
        change("unread/intake", "/a"),
    ]
    assert phrases.gist(changes) == "1 answer, a questionnaire"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-09-01", "1 September 2026"),
        ("08:30:00.000+03:00", "08:30"),
        ("2026-09-01T08:30:00.000+03:00", "1 September 2026 08:30"),
        ("31.2.2000", "31.2.2000"),
        ("2026-13-01", "2026-13-01"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_a_day_or_a_time_is_told_as_people_write_it(value, words):
    assert phrases.moment_typed(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "Yes"),
        (False, "No"),
        (3, "3"),
        ("as it is", "as it is"),
        ("", "Empty"),
        (None, "Empty"),
        (["fi", "sv"], "fi, sv"),
        ({"name": "x"}, "name: x"),
        (f"picture-{'a' * 64}.jpg", "picture.jpg"),
        (Unanswered.UNKNOWN, "Not known yet"),
        (Unanswered.REFUSED, "Prefers not to say"),
        (Unanswered.NOT_ASKED, "Not asked"),
    ],
)
def test_an_answer_is_told_as_it_stands(value, words):
    assert phrases.answer(value) == words


def test_a_field_has_a_plain_name():
    assert phrases.describe("plan/HOUSING", "next_step", "Move in") == ("Next step", "Move in")
