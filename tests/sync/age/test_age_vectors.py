"""The vectors of C2SP/CCTV, and files that three other tools wrote."""

import hashlib
import io
import zlib
from dataclasses import dataclass, field

import pytest

from assistance_desktop.errors import AppError
from assistance_desktop.sync.age import refusals
from assistance_desktop.sync.age.decryption import decrypt
from assistance_desktop.sync.age.keys import parse_identity
from assistance_desktop.sync.age.passphrase import Passphrase


@dataclass
class Vector:
    expect: str = ""
    payload: str = ""
    identities: list = field(default_factory=list)
    sealed: bytes = b""

    @classmethod
    def read(cls, path):
        head, _, body = path.read_bytes().partition(b"\n\n")
        vector = cls(sealed=body)
        for line in head.decode().splitlines():
            key, _, value = line.partition(": ")
            if key in ("expect", "payload"):
                setattr(vector, key, value)
            elif key == "identity":
                vector.identities.append(parse_identity(value))
            elif key == "passphrase":
                vector.identities.append(Passphrase(value))
            elif key == "compressed":
                assert value == "zlib"
                vector.sealed = zlib.decompress(body)
        return vector


REFUSALS = {
    "header failure": (refusals.DamagedError, refusals.NewerError, refusals.NotForThisKeyError),
    "armor failure": refusals.DamagedError,
    "payload failure": refusals.DamagedError,
    "HMAC failure": refusals.DamagedError,
    "no match": refusals.NotForThisKeyError,
}


class Trickle:
    """A stream that gives less than it is asked for, as pipes and networks do."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def read(self, size, /):
        return self._data.read(max(1, size // 3))


def check(vector, stream):
    plain = io.BytesIO()
    if vector.expect == "success":
        decrypt(stream, plain, vector.identities)
    else:
        with pytest.raises(AppError) as refused:
            decrypt(stream, plain, vector.identities)
        assert isinstance(refused.value, REFUSALS[vector.expect])
        assert refused.value.problem
        assert refused.value.hint
    if vector.payload:
        assert hashlib.sha256(plain.getvalue()).hexdigest() == vector.payload
    else:
        assert plain.getvalue() == b""


def test_every_vector_opens_or_is_refused_as_it_says(vector_folder, subtests):
    paths = sorted((vector_folder / "testdata").iterdir())
    assert len(paths) >= 95
    for path in paths:
        with subtests.test(path.name):
            vector = Vector.read(path)
            check(vector, io.BytesIO(vector.sealed))


def test_every_vector_does_the_same_when_it_comes_in_drops(vector_folder, subtests):
    for path in sorted((vector_folder / "testdata").iterdir()):
        with subtests.test(path.name):
            vector = Vector.read(path)
            check(vector, Trickle(vector.sealed))


def test_files_of_other_tools_open(vector_folder, subtests):
    for path in sorted((vector_folder / "interop").iterdir()):
        with subtests.test(path.name):
            vector = Vector.read(path)
            check(vector, io.BytesIO(vector.sealed))
