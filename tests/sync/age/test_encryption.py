import hashlib
import io
import itertools
import shutil
import subprocess
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistance_desktop.sync.age.decryption import Decryption, decrypt
from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.age.keys import write_identity_file
from assistance_desktop.sync.age.passphrase import Passphrase
from assistance_desktop.sync.age.refusals import (
    DamagedError,
    MixedRecipientsError,
    NewerError,
    NotForThisKeyError,
)
from assistance_desktop.sync.age.x25519 import X25519Identity

HYBRID, CLASSICAL = HybridIdentity(b"h" * 32), X25519Identity(b"c" * 32)
CHUNK = 64 * 1024


def seal(plain, *recipients, armored=False):
    sealed = io.BytesIO()
    encrypt(io.BytesIO(plain), sealed, recipients, armored=armored)
    return sealed.getvalue()


def unseal(sealed, *identities):
    plain = io.BytesIO()
    decrypt(io.BytesIO(sealed), plain, identities)
    return plain.getvalue()


class Zeros:
    """A long stream that is nowhere whole."""

    def __init__(self, length):
        self.left = length

    def read(self, size, /):
        size = min(size, self.left)
        self.left -= size
        return bytes(size)


class Nowhere:
    """Counts what it is given and keeps nothing."""

    length = 0

    def write(self, data, /):
        self.length += len(data)


@pytest.mark.parametrize("armored", [False, True])
@pytest.mark.parametrize("identity", [HYBRID, CLASSICAL, Passphrase("Usva ja Ruska", cost=10)])
@pytest.mark.parametrize(
    "length", [0, 1, 47, 48, 49, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7]
)
def test_what_is_sealed_opens_again(identity, length, armored):
    plain = hashlib.shake_256(b"plain").digest(length)
    recipient = identity if isinstance(identity, Passphrase) else identity.recipient
    sealed = seal(plain, recipient, armored=armored)
    assert sealed.startswith(b"-----BEGIN" if armored else b"age-encryption.org/v1\n")
    assert unseal(sealed, identity) == plain


def test_every_recipient_can_open_and_nobody_else():
    readers = [HybridIdentity.generate() for _ in range(3)]
    sealed = seal(b"Kielo", *[reader.recipient for reader in readers])
    for reader in readers:
        assert unseal(sealed, HybridIdentity.generate(), reader) == b"Kielo"
    with pytest.raises(NotForThisKeyError):
        unseal(sealed, HybridIdentity.generate(), CLASSICAL, Passphrase("Kielo"))
    with pytest.raises(NotForThisKeyError):
        unseal(sealed)


def test_a_wrong_passphrase_opens_nothing():
    with pytest.raises(NotForThisKeyError):
        unseal(seal(b"Kielo", Passphrase("right", cost=10)), Passphrase("wrong"))


def test_recipients_of_different_companies_are_not_mixed():
    words = Passphrase("right", cost=10)
    for recipients in (
        (HYBRID.recipient, CLASSICAL.recipient),
        (HYBRID.recipient, words),
        (CLASSICAL.recipient, words),
        (words, words),
        (),
    ):
        with pytest.raises(MixedRecipientsError):
            seal(b"Kielo", *recipients)


def test_nothing_is_the_same_twice():
    assert seal(b"Kielo", HYBRID.recipient) != seal(b"Kielo", HYBRID.recipient)


def test_every_truncation_is_refused():
    sealed = seal(bytes(CHUNK + 100), HYBRID.recipient)
    for end in itertools.chain(range(1700), range(1700, len(sealed), 997)):
        with pytest.raises((DamagedError, NotForThisKeyError)):
            unseal(sealed[:end], HYBRID)


def test_something_behind_the_end_is_refused():
    for armored in (False, True):
        sealed = seal(b"Kielo", HYBRID.recipient, armored=armored)
        with pytest.raises(DamagedError):
            unseal(sealed + b"x", HYBRID)


@given(st.data(), st.booleans())
def test_a_changed_byte_is_refused_or_spells_the_same(data, armored):
    """Armor may end its lines in two ways and have blanks around it; nothing else may change."""
    sealed = bytearray(seal(b"Kielo", CLASSICAL.recipient, armored=armored))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DamagedError, NewerError, NotForThisKeyError):
        assert unseal(bytes(sealed), CLASSICAL) == b"Kielo"


@given(st.binary(max_size=300))
def test_any_bytes_for_armor_are_refused(data):
    with pytest.raises(DamagedError):
        unseal(b"-----BEGIN AGE ENCRYPTED FILE-----\n" + data, CLASSICAL)


def test_a_reader_may_take_any_lengths():
    plain = hashlib.shake_256(b"plain").digest(2 * CHUNK + 5)
    opening = Decryption(io.BytesIO(seal(plain, HYBRID.recipient)))
    assert opening.header.kinds == ("mlkem768x25519",)
    opening.unlock([HYBRID])
    lengths = itertools.cycle([1, 512, 70_000])
    parts = iter(lambda: opening.read(next(lengths)), b"")
    assert b"".join(parts) == plain


def test_a_hundred_megabytes_pass_in_constant_memory(tmp_path):
    length = 100 * 1024 * 1024
    path = tmp_path / "sealed.age"
    tracemalloc.start()
    with path.open("wb") as sealed:
        encrypt(Zeros(length), sealed, [HYBRID.recipient])
    with path.open("rb") as sealed:
        decrypt(sealed, nowhere := Nowhere(), [HYBRID])
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert nowhere.length == length
    assert peak < 1024 * 1024


def age(given, *arguments):
    command = [shutil.which("age"), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=True)  # noqa: S603 - age
    return done.stdout


@pytest.mark.skipif(not shutil.which("age"), reason="the age command is not installed")
@pytest.mark.parametrize("armored", [False, True])
def test_the_age_command_opens_ours_and_we_open_its(tmp_path, armored):
    plain = hashlib.shake_256(b"plain").digest(2 * CHUNK)
    key = tmp_path / "key.txt"
    key.write_text(write_identity_file(CLASSICAL))
    ours = seal(plain, CLASSICAL.recipient, armored=armored)
    assert age(ours, "-d", "-i", key) == plain
    options = ["-a"] if armored else []
    theirs = age(plain, *options, "-r", str(CLASSICAL.recipient))
    assert unseal(theirs, CLASSICAL) == plain


def test_pyrage_opens_ours_and_we_open_its():
    pyrage = pytest.importorskip("pyrage")
    plain = hashlib.shake_256(b"plain").digest(CHUNK + 1)
    identity = pyrage.x25519.Identity.from_str(CLASSICAL.encode())
    assert pyrage.decrypt(seal(plain, CLASSICAL.recipient), [identity]) == plain
    assert unseal(pyrage.encrypt(plain, [identity.to_public()]), CLASSICAL) == plain
    words = Passphrase("Usva ja Ruska", cost=10)
    assert pyrage.passphrase.decrypt(seal(plain, words), words.words) == plain
    assert unseal(pyrage.passphrase.encrypt(plain, words.words), words) == plain
