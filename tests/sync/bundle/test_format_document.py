"""A second reader, written from docs/bundle-format.md and from nothing of ours.

It shares no code with the program but the age layer's own oracle, `cryptography`.
"""

import gzip
import hashlib
import hmac
import io
import json
import tarfile
from base64 import b64decode

import pytest
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assistance_desktop.sync.bundle.sealing import seal


def hkdf(key, salt, info):
    return HKDF(hashes.SHA256(), 32, salt, info).derive(key)


def open_age(data, identity):
    """Sections 1 and 2; the first stanza is ours."""
    head, _, rest = data.partition(b"\n--- ")
    mac, rest = b64decode(rest[:43] + b"="), rest[44:]
    _version, stanza, *body = head.split(b"\n")[:3]
    share = b64decode(stanza.removeprefix(b"-> mlkem768x25519 ") + b"==")
    seed = hashlib.shake_256(identity).digest(96)
    private = hpke.MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(seed[:64]),
        X25519PrivateKey.from_private_bytes(seed[64:]),
    )
    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    wrapped = share + b64decode(body[0] + b"=")
    key = suite.decrypt(wrapped, private, b"age-encryption.org/mlkem768x25519")
    assert hmac.digest(hkdf(key, b"", b"header"), head + b"\n---", "sha256") == mac
    cipher = ChaCha20Poly1305(hkdf(key, rest[:16], b"payload"))
    chunks = [rest[at : at + 65552] for at in range(16, len(rest), 65552)]
    return b"".join(
        cipher.decrypt(number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, None)
        for number, chunk in enumerate(chunks)
    )


def spelled(value):
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def six_words(digits):
    number, syllables = int(digits, 16), []
    for _ in range(18):
        number, rest = divmod(number, 55)
        syllables.append("hjklmnprstv"[rest // 5] + "aeiou"[rest % 5])
    return tuple("".join(syllables[at : at + 3]) for at in range(0, 18, 3))


@pytest.fixture
def members(some_changes, heading, laptop, office):
    changes = [some_changes[0] | {"id": str(number)} for number in range(5000)]
    payload = open_age(
        seal(changes, heading, laptop, [office.card]).content, office.identity.secret
    )
    assert len(payload) >= 16384
    exponent = len(payload).bit_length() - 1
    assert len(payload) % (1 << exponent - exponent.bit_length()) == 0
    with tarfile.open(fileobj=io.BytesIO(payload)) as opened:
        return {each.name: opened.extractfile(each).read() for each in opened}


def test_a_second_reader_verifies_what_the_first_writer_made(members, laptop):
    raw = members["manifest.json"]
    manifest = json.loads(raw)
    assert spelled(manifest) == raw
    message = b"assistance-desktop/manifest/1\0" + raw
    keys = [b64decode(manifest["sender"][name]) for name in ("ed25519", "mldsa65")]
    Ed25519PublicKey.from_public_bytes(keys[0]).verify(members["manifest.ed25519"], message)
    MLDSA65PublicKey.from_public_bytes(keys[1]).verify(members["manifest.mldsa65"], message)
    device = manifest["sender"]["device"].encode()
    content = b"assistance-desktop/fingerprint/1\0" + device + b"\0" + keys[0] + keys[1]
    assert hashlib.sha256(content).hexdigest() == manifest["sender"]["fingerprint"]
    assert six_words(manifest["sender"]["fingerprint"]) == laptop.card.words


def test_a_second_reader_finds_every_change(members):
    manifest = json.loads(members["manifest.json"])
    for member in manifest["members"]:
        data = members[member["name"]]
        assert (len(data), hashlib.sha256(data).hexdigest()) == (
            member["length"],
            member["sha256"],
        )
    lines = gzip.decompress(members["changes.jsonl.gz"]).splitlines()
    assert len(lines) == manifest["changes"] == 5000
    assert all(spelled(json.loads(line)) == line for line in lines)
    assert [json.loads(line)["id"] for line in lines[:3]] == ["0", "1", "2"]


def test_a_second_reader_verifies_a_card_and_a_roster(roster, office):
    for data, context, keys in [
        (office.card.encode(), b"card", office.card.keys),
        (roster.encode(), b"roster", office.card.keys),
    ]:
        plain = json.loads(data)
        assert spelled(plain) == data
        message = b"assistance-desktop/" + context + b"/1\0" + spelled(plain["signed"])
        Ed25519PublicKey.from_public_bytes(keys.ed25519).verify(
            b64decode(plain["ed25519"]), message
        )
        MLDSA65PublicKey.from_public_bytes(keys.mldsa65).verify(
            b64decode(plain["mldsa65"]), message
        )
