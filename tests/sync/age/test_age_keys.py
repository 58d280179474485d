from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.age import bech32
from assistance_desktop.sync.age.hybrid import HybridIdentity, HybridRecipient
from assistance_desktop.sync.age.keys import (
    parse_identity,
    parse_recipient,
    read_identity_file,
    write_identity_file,
)
from assistance_desktop.sync.age.refusals import UnreadableKeyError
from assistance_desktop.sync.age.x25519 import X25519Identity, X25519Recipient

KINDS = [HybridIdentity, X25519Identity]

# The identity and recipient of the specification, c2sp.org/age, "The X25519 recipient type".
_SPECIFIED = (
    "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
    "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
)


def test_the_identity_of_the_specification_has_its_recipient():
    identity, recipient = _SPECIFIED
    assert str(parse_identity(identity).recipient) == recipient


@pytest.mark.parametrize("kind", KINDS)
def test_keys_are_read_as_they_are_written(kind):
    identity = kind.generate()
    assert parse_identity(identity.encode()) == identity
    assert parse_recipient(str(identity.recipient)) == identity.recipient


@pytest.mark.parametrize("kind", KINDS)
def test_no_single_letter_of_a_key_can_be_wrong(kind):
    text = kind.generate().encode()
    for place in range(len(text)):
        other = "Q" if text[place] != "Q" else "P"
        with pytest.raises(UnreadableKeyError):
            parse_identity(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_in_the_wrong_case_is_refused(kind):
    identity = kind.generate()
    with pytest.raises(UnreadableKeyError):
        parse_identity(identity.encode().lower())
    with pytest.raises(UnreadableKeyError):
        parse_recipient(str(identity.recipient).upper())
    with pytest.raises(UnreadableKeyError):
        parse_recipient(identity.encode())


def test_a_secret_is_in_no_representation():
    for kind in KINDS:
        identity = kind.generate()
        for shown in (repr(identity), str(identity)):
            assert identity.encode() not in shown
            assert repr(identity.secret) not in shown


def test_keys_of_another_length_are_refused():
    for prefix, read in [
        ("age", parse_recipient),
        ("age1pq", parse_recipient),
        ("AGE-SECRET-KEY-", parse_identity),
        ("AGE-SECRET-KEY-PQ-", parse_identity),
    ]:
        with pytest.raises(UnreadableKeyError):
            read(bech32.encode(prefix, bytes(31)))


def test_a_recipient_that_hides_nothing_is_refused():
    with pytest.raises(UnreadableKeyError):
        parse_recipient(str(X25519Recipient(bytes(32))))
    key = HybridIdentity.generate().recipient.key
    with pytest.raises(UnreadableKeyError):
        parse_recipient(str(HybridRecipient(key[:-32] + bytes(32))))


@given(st.binary(max_size=80))
def test_bech32_reads_what_it_wrote(data):
    for prefix in ("age", "AGE-SECRET-KEY-"):
        assert bech32.decode(bech32.encode(prefix, data), prefix) == data


@given(st.text(max_size=120) | st.text("qpzry9x8gf2tvdw0s3jn54khce6mua7l1").map("age1".__add__))
def test_any_text_is_a_key_or_unreadable(text):
    for read in (parse_recipient, parse_identity):
        with suppress(UnreadableKeyError):
            assert str(read(text)) == text


def test_an_identity_file_holds_its_recipient_in_a_comment():
    identity = HybridIdentity.generate()
    text = write_identity_file(identity)
    assert f"# public key: {identity.recipient}\n" in text
    assert list(read_identity_file(text)) == [identity]


def test_an_identity_file_may_hold_several_and_blank_lines():
    one, two = X25519Identity.generate(), HybridIdentity.generate()
    text = f"# mine\n\n{one.encode()}\r\n  \n{two.encode()}"
    assert list(read_identity_file(text)) == [one, two]


@pytest.mark.parametrize("text", ["", "# nothing\n", "x" * 70_000])
def test_an_identity_file_without_identity_is_refused(text):
    with pytest.raises(UnreadableKeyError):
        read_identity_file(text)


def test_a_wrong_line_of_an_identity_file_is_named_and_not_quoted():
    secret = X25519Identity.generate().encode()[:-1]
    with pytest.raises(UnreadableKeyError, match="Line 3") as refused:
        read_identity_file(f"# mine\n\n{secret}\n")
    assert secret not in str(refused.value)
