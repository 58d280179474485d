from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.ui.kit.clock import Clock, Segments, days_left, is_near
from assistance_desktop.ui.kit.words import Words

TODAY = date(2026, 10, 13)


@pytest.mark.parametrize(
    ("days", "words"), [(96, "96 days"), (1, "1 day"), (0, "today"), (-3, "over")]
)
def test_what_is_left_is_said_in_words(days, words):
    assert days_left(TODAY + timedelta(days), TODAY) == words


def test_the_last_fourteen_days_are_near():
    assert is_near(TODAY + timedelta(14), TODAY)
    assert not is_near(TODAY + timedelta(15), TODAY)


def test_six_months_are_six_segments(qtbot):
    parts = Segments(date(2026, 4, 24), date(2026, 10, 24), TODAY)._parts
    assert len(parts) == 6
    assert parts[:5] == [0, 0, 0, 0, 0]
    assert parts[5] == pytest.approx(11 / 30)


def test_under_sixty_days_the_segments_are_weeks(qtbot):
    assert len(Segments(TODAY, TODAY + timedelta(42), TODAY)._parts) == 6


def test_a_clock_says_all_in_one_sentence(page):
    clock = page.put(Clock("Reflection period ends in {left}", TODAY, date(2026, 10, 24), TODAY))
    assert clock.findChild(Words).text() == "Reflection period ends in 11 days"


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800), st.integers(-900, 900))
def test_every_period_has_segments_and_shares(qapp, start, length, passed):
    end = start + timedelta(length)
    parts = Segments(start, end, start + timedelta(passed))._parts
    assert parts
    assert all(0 <= part <= 1 for part in parts)
    assert parts == sorted(parts)
