import re

from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.trust.fingerprint import fingerprint, spoken

_digits = st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}")


@given(_digits)
def test_a_fingerprint_is_six_words_of_three_open_syllables(digits):
    words = spoken(digits)
    assert len(words) == 6
    assert all(re.fullmatch(r"(?:[hjklmnprstv][aeiou]){3}", word) for word in words)


@given(st.integers(0, 55**18 - 1), st.integers(0, 55**18 - 1))
def test_different_numbers_have_different_words(one, other):
    same = spoken(f"{one:064x}") == spoken(f"{other:064x}")
    assert same == (one == other)


def test_the_words_never_change():
    """People have written them down; docs/bundle-format.md has this example."""
    assert spoken("00" * 32) == ("hahaha",) * 6
    assert spoken(f"{55**18 - 1:064x}") == ("vuvuvu",) * 6
    assert spoken(f"{1 + 7 * 55:064x}")[0] == "hejiha"


def test_a_fingerprint_covers_the_device_and_both_keys(office, laptop):
    card = office.card
    assert fingerprint(card.device, card.keys) == card.fingerprint
    assert fingerprint(laptop.id, card.keys) != card.fingerprint
    assert fingerprint(card.device, laptop.card.keys) != card.fingerprint
