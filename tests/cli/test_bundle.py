from datetime import UTC, datetime

import pytest

from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.age.keys import write_identity_file
from assistance_desktop.sync.bundle.manifest import Heading
from assistance_desktop.sync.bundle.sealing import seal
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.roster import Roster

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def office():
    return Device.generate("Office desk", Role.OFFICE)


@pytest.fixture
def bundle(office, tmp_path):
    laptop = Device.generate("Laptop 1", Role.FIELD)
    roster = Roster.start("org-1", office, AT).enrol(office, laptop.card, Role.FIELD, AT)
    heading = Heading("org-1", 1, None, roster.version, roster.hash, {})
    path = tmp_path / "bundle.age"
    path.write_bytes(seal([], heading, laptop, [office.card]).content)
    return path


@pytest.fixture
def identity(office, write):
    return write("identity.txt", write_identity_file(office.identity))


def inspect(command, *arguments):
    return command("bundle", "inspect", *arguments)


def test_without_an_identity_only_the_outside_is_told(command, bundle):
    ended = inspect(command, bundle)
    assert (ended.status, ended.err) == (0, "")
    assert ended.objects == [
        {
            "format": "age-encryption.org/v1",
            "recipients": {"mlkem768x25519": 1},
            "bytes": bundle.stat().st_size,
        }
    ]


def test_with_the_identity_it_is_told_that_it_verifies(command, bundle, identity):
    (told,) = inspect(command, bundle, "--identity", identity).objects
    assert told["verifies"] is True
    assert told["problem"] is None
    assert told["inside"]["changes"] == 0


def test_a_flipped_byte_is_told_without_trusting_anything(command, bundle, identity):
    content = bytearray(bundle.read_bytes())
    content[-10] ^= 1
    bundle.write_bytes(bytes(content))
    (told,) = inspect(command, bundle, "--identity", identity).objects
    assert told["verifies"] is False
    assert told["problem"]


def test_another_desk_cannot_look_inside(command, bundle, write):
    other = write("other.txt", write_identity_file(HybridIdentity.generate()))
    (told,) = inspect(command, bundle, "--identity", other).objects
    assert told["verifies"] is False
    assert "inside" not in told


@pytest.mark.parametrize("content", [b"", b"a letter", b"PK\x03\x04 something else"])
def test_what_is_no_bundle_is_refused_by_name(command, tmp_path, content):
    path = tmp_path / "letter.age"
    path.write_bytes(content)
    assert inspect(command, path).is_refusal(path)


def test_a_bundle_cut_off_in_its_head_is_refused(command, bundle):
    bundle.write_bytes(bundle.read_bytes()[:100])
    assert inspect(command, bundle).is_refusal(bundle)


@pytest.mark.parametrize("content", [b"no key\n", b"AGE-SECRET-KEY-1NONE\n", b"\xff\xfe\x00k"])
def test_a_bad_identity_is_refused_by_file_and_never_by_its_words(
    command, bundle, tmp_path, content
):
    path = tmp_path / "identity.txt"
    path.write_bytes(content)
    ended = inspect(command, bundle, "--identity", path)
    assert ended.is_refusal(path)
    assert "NONE" not in ended.err


def test_missing_files_are_named(command, bundle, tmp_path):
    none = tmp_path / "none"
    assert inspect(command, none).is_refusal(none)
    assert inspect(command, bundle, "--identity", none).is_refusal(none)
    assert inspect(command).is_refusal("FILE")
    assert command("bundle").is_refusal("inspect")


def test_the_program_itself_does_the_same(program, bundle, identity):
    (told,) = inspect(program, bundle, "--identity", identity).objects
    assert told["verifies"] is True
    assert inspect(program, identity).is_refusal(identity)
