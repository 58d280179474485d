import gzip
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.age import encryption
from assistance_desktop.sync.age.header import Header
from assistance_desktop.sync.age.source import Source
from assistance_desktop.sync.age.stream import seal_chunks
from assistance_desktop.sync.age.x25519 import X25519Identity
from assistance_desktop.sync.bundle import tar
from assistance_desktop.sync.bundle.changes import compress
from assistance_desktop.sync.bundle.opening import open_bundle
from assistance_desktop.sync.bundle.refusals import (
    BundleDamagedError,
    BundleNewerError,
    NotForThisDeskError,
    UnknownSenderError,
)
from assistance_desktop.sync.bundle.sealing import seal
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.roster import Roster
from assistance_desktop.sync.trust.signing import Signed

REFUSALS = (BundleDamagedError, BundleNewerError, NotForThisDeskError, UnknownSenderError)


def test_every_bit_of_the_header_and_many_of_the_payload_are_guarded(bundle, reads):
    header = bundle.index(b"\n--- ") + 49
    places = [*range(header * 8), *range(header * 8, len(bundle) * 8, 37)]
    data = bytearray(bundle)
    for place in places:
        data[place // 8] ^= 1 << place % 8
        with pytest.raises(REFUSALS):
            reads(bytes(data))
        data[place // 8] ^= 1 << place % 8
    assert reads(bytes(data))


def test_every_byte_inside_is_guarded_from_who_can_seal_it_again(bundle, payload_of, reseal, reads):
    """Here the age layer is right: only signatures, hashes and strict reading stand guard."""
    payload = bytearray(payload_of(bundle))
    for place in range(0, len(payload), 5):
        bit = 1 << place // 5 % 8
        payload[place] ^= bit
        with pytest.raises(REFUSALS):
            reads(reseal(bytes(payload)))
        payload[place] ^= bit


def test_a_bundle_cut_short_or_with_more_behind_it_is_refused(bundle, payload_of, reseal, reads):
    payload = payload_of(bundle)
    for end in range(0, len(payload), 512):
        with pytest.raises(REFUSALS):
            reads(reseal(payload[:end]))
    with pytest.raises(BundleDamagedError):
        reads(reseal(payload + bytes(512)))
    with pytest.raises(REFUSALS):
        reads(bundle + b"\0")


def test_a_signature_of_another_bundle_does_not_pass(
    bundle, some_changes, heading, laptop, office, reseal, reads, members_of
):
    mine = members_of(bundle)
    second = seal(some_changes, replace(heading, sequence=2), laptop, [office.card])
    other = members_of(second.content)
    for half in ({"manifest.ed25519"}, {"manifest.mldsa65"}, {"manifest.json"}):
        mixed = {name: (other if name in half else mine)[name] for name in mine}
        with pytest.raises(BundleDamagedError):
            reads(reseal(tar.write(mixed.items())))


def test_members_in_another_order_or_number_are_refused(bundle, reseal, reads, members_of):
    members = list(members_of(bundle).items())
    for place in range(len(members) - 1):
        swapped = members.copy()
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        for other in (swapped, members[:place] + members[place + 1 :]):
            with pytest.raises(BundleDamagedError):
                reads(reseal(tar.write(other)))
    with pytest.raises(BundleDamagedError):
        reads(reseal(tar.write([*members, ("more", b"")])))


def test_a_classical_recipient_beside_ours_is_refused(bundle, office, payload_of, reads):
    """Our own writer never mixes them; another might, and a recording would be readable."""
    key, nonce = bytes(16), bytes(16)
    stanzas = (office.card.recipient.wrap(key), X25519Identity.generate().recipient.wrap(key))
    payload = seal_chunks(
        Source(io.BytesIO(payload_of(bundle))), encryption.payload_key(key, nonce)
    )
    header = Header(stanzas, encryption.header_mac(key, stanzas))
    with pytest.raises(BundleDamagedError):
        reads(header.encode() + nonce + b"".join(payload))


def test_content_that_is_signed_but_wrong_is_refused(forge_content, some_changes, reads):
    right = compress(some_changes)
    assert list(reads(forge_content(right)).changes) == some_changes
    for data, count in [
        (b"", 7),
        (right[:-1], 7),
        (right, 6),
        (compress([*some_changes, some_changes[0]]), 8),
    ]:
        with pytest.raises(BundleDamagedError):
            reads(forge_content(data, count))


def test_a_bomb_that_is_rightly_signed_is_refused(forge_content, some_changes, reads):
    line = plain_json.encode(some_changes[0]) + b"\n"
    with pytest.raises(BundleDamagedError) as refused:
        reads(forge_content(gzip.compress(line * 100_000, mtime=0), 100_000))
    assert "swell" in refused.value.reason


@pytest.mark.parametrize(
    "piece", ["blobs/x.0", f"blobs/{'ab' * 32}.00", f"../{'ab' * 32}.0", "pad", "/etc/passwd"]
)
def test_a_piece_of_another_name_is_refused(forge_content, some_changes, reads, piece):
    with pytest.raises(BundleDamagedError):
        reads(forge_content(compress(some_changes), pieces=[(piece, b"x")]))


def test_a_piece_that_is_too_long_is_refused(
    forge_content, some_changes, reads, heading, laptop, office
):
    piece = (f"blobs/{'ab' * 32}.0", bytes(1024 * 1024 + 1))
    with pytest.raises(BundleDamagedError):
        reads(forge_content(compress(some_changes), pieces=[piece]))


@given(st.binary(max_size=400))
def test_any_bytes_for_a_bundle_are_refused(data):
    device = Device("0" * 32, "x", Role.OFFICE, _KEYS.keys, _KEYS.identity)
    for start in (b"", b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----\n"):
        with pytest.raises(REFUSALS):
            open_bundle(io.BytesIO(start + data), device, _ROSTER)


_KEYS = Device.generate("x", Role.OFFICE)
_ROSTER = Roster("org-1", 1, None, (), _KEYS.id, _KEYS.sign(Signed.ROSTER, b""))
