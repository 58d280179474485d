from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.bundle.padding import FLOOR, padded


@given(st.integers(0, 2**26))
def test_a_padded_length_is_enough_and_stays(length):
    target = padded(length)
    assert target >= max(length, FLOOR)
    assert padded(target) == target
    assert target % 1024 == 0


@given(st.integers(FLOOR, 2**26))
def test_padding_costs_at_most_twelve_percent(length):
    assert padded(length) <= length * 1.12


def test_few_lengths_are_left():
    lengths = {padded(length) for length in range(0, 32 * 1024 * 1024, 512)}
    assert len(lengths) < 330
    assert padded(0) == FLOOR
    assert [padded(FLOOR + 1), padded(100_000), padded(1_000_000)] == [17408, 100352, 1015808]
