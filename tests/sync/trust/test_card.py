import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.refusals import (
    UnreadableCardError,
    UnverifiedError,
    WeakKeyError,
)
from assistance_desktop.sync.trust.signing import Signed


def changed(card, **signed):
    plain = json.loads(card.encode())
    plain["signed"] |= signed
    return plain_json.encode(plain)


def test_a_device_comes_back_from_its_secrets(laptop):
    again = Device.from_secrets(json.loads(json.dumps(laptop.secrets())))
    assert again == laptop
    assert again.card.fingerprint == laptop.card.fingerprint
    assert again.identity.recipient == laptop.card.recipient


def test_no_secret_is_in_a_representation(laptop):
    for secret in (laptop.keys.ed25519, laptop.keys.mldsa65, laptop.identity.secret):
        assert repr(secret)[2:-1] not in repr(laptop)


def test_a_card_is_read_as_it_was_written(laptop):
    card = Card.decode(laptop.card.encode())
    assert card == laptop.card
    assert card.words == laptop.card.words
    assert (card.label, card.role) == ("Laptop 3", Role.FIELD)


def test_no_word_of_a_card_can_be_changed(laptop, stranger):
    other = json.loads(stranger.card.encode())["signed"]
    for key in ("age", "device", "ed25519", "label", "mldsa65"):
        with pytest.raises(UnverifiedError):
            Card.decode(changed(laptop.card, **{key: other[key]}))
    with pytest.raises(UnverifiedError):
        Card.decode(changed(laptop.card, role="office"))


@pytest.mark.parametrize(
    "signed",
    [
        {"format": "assistance-desktop-card-2"},
        {"device": "x"},
        {"device": "A" * 32},
        {"device": 3},
        {"label": ""},
        {"label": " Laptop"},
        {"label": "Laptop\n3"},
        {"label": "Laptop \u202e3"},
        {"label": "x" * 81},
        {"role": "owner"},
        {"ed25519": "AAAA"},
        {"mldsa65": "not base64"},
        {"age": "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj"},
        {"more": 1},
    ],
)
def test_a_card_of_another_shape_is_refused(laptop, signed):
    with pytest.raises(UnreadableCardError):
        Card.decode(changed(laptop.card, **signed))


@given(st.binary(max_size=50))
def test_any_bytes_for_a_card_are_refused(data):
    with pytest.raises(UnreadableCardError):
        Card.decode(data)


@given(st.data())
def test_a_changed_byte_of_a_card_is_refused(data):
    device = _LAPTOP
    encoded = bytearray(device.card.encode())
    place = data.draw(st.integers(0, len(encoded) - 1))
    encoded[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises((UnreadableCardError, UnverifiedError, WeakKeyError)):
        Card.decode(bytes(encoded))


_LAPTOP = Device.generate("Laptop", Role.FIELD)


def test_a_card_under_a_weak_key_is_refused(laptop):
    """Under the neutral point one signature fits every message, OpenSSL says."""
    weak = replace(laptop.card.keys, ed25519=(1).to_bytes(32, "little"))
    unsigned = replace(laptop.card, keys=weak)
    content = plain_json.encode(unsigned.as_json()["signed"])
    forged = replace(
        laptop.sign(Signed.CARD, content), ed25519=(1).to_bytes(32, "little") + bytes(32)
    )
    with suppress(UnverifiedError):
        weak.verify(Signed.CARD, content, forged)
    with pytest.raises(WeakKeyError):
        Card.decode(replace(unsigned, signatures=forged).encode())


def test_a_signature_for_one_kind_does_not_pass_for_another(laptop):
    signatures = laptop.sign(Signed.CARD, b"content")
    laptop.card.keys.verify(Signed.CARD, b"content", signatures)
    for kind in set(Signed) - {Signed.CARD}:
        with pytest.raises(UnverifiedError):
            laptop.card.keys.verify(kind, b"content", signatures)


def test_both_signatures_are_needed(laptop, stranger):
    mine, other = (device.sign(Signed.CARD, b"content") for device in (laptop, stranger))
    for half in (
        replace(mine, ed25519=other.ed25519),
        replace(mine, mldsa65=other.mldsa65),
        replace(mine, ed25519=b""),
        replace(mine, mldsa65=b""),
    ):
        with pytest.raises(UnverifiedError):
            laptop.card.keys.verify(Signed.CARD, b"content", half)
