import io

import pytest

from assistance_desktop.sync.age.decryption import decrypt
from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.age.files import CannotWriteError, new_file
from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.age.refusals import DamagedError

IDENTITY = HybridIdentity(b"h" * 32)


@pytest.fixture
def sealed():
    out = io.BytesIO()
    encrypt(io.BytesIO(bytes(200_000)), out, [IDENTITY.recipient])
    return out.getvalue()


def test_a_file_that_opens_stands_under_its_name(tmp_path, sealed):
    path = tmp_path / "case.pdf"
    with new_file(path) as out:
        decrypt(io.BytesIO(sealed), out, [IDENTITY])
    assert path.read_bytes() == bytes(200_000)
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_does_not_verify_leaves_nothing(tmp_path, sealed):
    path = tmp_path / "case.pdf"
    for before in (None, b"older"):
        if before:
            path.write_bytes(before)
        with pytest.raises(DamagedError), new_file(path) as out:
            decrypt(io.BytesIO(sealed[:-1]), out, [IDENTITY])
        assert [each.read_bytes() for each in tmp_path.iterdir()] == ([before] if before else [])


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path):
    with (
        pytest.raises(CannotWriteError, match="could not be read or written"),
        new_file(tmp_path / "no" / "x"),
    ):
        pass
