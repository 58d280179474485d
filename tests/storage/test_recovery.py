"""The signs of the sheet. The check sign is tried on every wrong sign and every swap there is."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.storage import recovery
from assistance_desktop.storage.recovery import SIGNS, Sheet, WrongGroupError, what_is_wrong

secrets_of_sheets = st.binary(min_size=20, max_size=20)
places = st.integers(1, 8)


def group_of(secret, place):
    return Sheet(secret).groups[place - 1]


@given(secrets_of_sheets)
def test_what_is_written_is_read_again(secret):
    sheet = Sheet(secret)
    assert len(sheet.groups) == 8
    assert all(len(group) == 5 and set(group) <= set(SIGNS) for group in sheet.groups)
    assert Sheet.read(sheet.groups) == sheet


def test_a_sheet_is_160_bits_by_chance_and_does_not_show_them_by_accident():
    first, second = Sheet.draw(), Sheet.draw()
    assert len(first.secret) == 20
    assert first != second
    assert repr(first) == "Sheet()"
    assert Sheet.draw(lambda count: b"\xff" * count).groups[0][:4] == "ZZZZ"


@given(secrets_of_sheets, places)
def test_every_single_wrong_sign_is_found(secret, place):
    group = group_of(secret, place)
    for at, sign in itertools.product(range(5), SIGNS):
        if sign != group[at]:
            assert what_is_wrong(group[:at] + sign + group[at + 1 :], place)


@given(secrets_of_sheets, places)
def test_every_swap_of_two_signs_is_found(secret, place):
    group = group_of(secret, place)
    for one, other in itertools.combinations(range(5), 2):
        signs = list(group)
        signs[one], signs[other] = signs[other], signs[one]
        if group[one] != group[other]:
            assert what_is_wrong("".join(signs), place)


def test_no_swap_of_neighbours_escapes_among_all_pairs_of_signs():
    """All 32 x 31 pairs at all four places: a check sign that fits one never fits the other."""
    for at in range(4):
        for one, other in itertools.permutations(SIGNS, 2):
            signs = ["7"] * 5
            signs[at], signs[at + 1] = one, other
            fits = {recovery._remainder("".join(signs))}
            signs[at], signs[at + 1] = other, one
            assert recovery._remainder("".join(signs)) not in fits


@given(secrets_of_sheets, places, places)
def test_a_group_in_another_place_is_found(secret, place, other):
    group = group_of(secret, place)
    assert bool(what_is_wrong(group, other)) == (place != other)


def test_a_right_group_in_the_wrong_place_is_told_its_own():
    group = group_of(b"\x00" * 20, 3)
    assert what_is_wrong(group, 5).endswith("It would fit as group 3.")


@given(secrets_of_sheets)
def test_hands_may_write_small_letters_and_what_looks_the_same(secret):
    groups = Sheet(secret).groups
    written = [
        group.lower().replace("1", "l").replace("0", "o").replace("v", "u") for group in groups
    ]
    assert Sheet.read(written) == Sheet(secret)
    assert Sheet.read([group.replace("1", "I") for group in groups]) == Sheet(secret)
    assert Sheet.read([f" {group[:2]}-{group[2:]} " for group in groups]) == Sheet(secret)


@given(secrets_of_sheets)
def test_a_whole_sheet_is_spread_however_it_is_parted(secret):
    groups = Sheet(secret).groups
    numbered = "\n".join(f"{place} {group}" for place, group in enumerate(groups, 1))
    for whole in (numbered, " ".join(groups), "-".join(groups), "".join(groups).lower()):
        assert recovery.spread(whole) == groups


def test_a_look_alike_is_named_and_not_filled_in():
    group = group_of(b"\x01" * 20, 1)
    for at, which in enumerate(("first", "second", "third", "fourth", "last")):
        for pair in recovery._ALIKE.split():
            for one, other in (pair, pair[::-1]):
                right = right_group_with(one, at)
                wrong = right[:at] + other + right[at + 1 :]
                said = what_is_wrong(wrong, 1)
                assert f"Look at the {which} sign: {one} or {other}?" in said or said.count("?") > 1
    assert what_is_wrong(group, 1) == ""


def right_group_with(sign, at):
    """A right first group that has this sign at this place."""
    if at < 4:
        return recovery._with_check("7777"[:at] + sign + "7777"[at + 1 :], 1)
    ends = (recovery._with_check("777" + fourth, 1) for fourth in SIGNS)
    return next(group for group in ends if group[4] == sign)


def test_the_mock_up_speaks_of_8_and_b():
    right = next(
        group
        for four in itertools.product(SIGNS, repeat=4)
        if (group := recovery._with_check("".join(four), 7))[-1] == "8"
        and what_is_wrong(group[:-1] + "B", 7).count("?") == 1
    )
    said = what_is_wrong(right[:-1] + "B", 7)
    assert said == "The check sign does not fit. Look at the last sign: 8 or B?"


def test_an_unfinished_group_and_a_strange_sign_are_told():
    assert what_is_wrong("4KM", 1) == "A group has five signs."
    assert "no sheet has" in what_is_wrong("4KM?7", 1)
    assert "no sheet has" in what_is_wrong("Ä", 1)


def test_reading_names_the_first_group_that_is_wrong_and_no_sign_of_it():
    groups = list(Sheet(bytes(range(20))).groups)
    groups[5], groups[6] = groups[6], groups[5]
    with pytest.raises(WrongGroupError) as refused:
        Sheet.read(groups)
    assert refused.value.place == 6
    with pytest.raises(WrongGroupError) as refused:
        Sheet.read(groups[:3])
    assert refused.value.place == 4
    assert all(group not in str(refused.value) for group in groups)
