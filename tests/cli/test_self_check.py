import sys

import pytest

from tests.storage.keyring_session import Bus, Keyring, require

CHECKS = [
    "program", "cipher", "vault", "keyring", "pack", "translations", "fonts", "printing",
]  # fmt: skip


def _lines(ended):
    assert (ended.status, ended.err) == (0, "")
    return dict(line.split(": ", 1) for line in ended.out.splitlines())


def test_every_check_holds_and_tells_what_it_found(command, qapp):
    told = _lines(command("self-check"))
    assert list(told) == CHECKS
    assert not any(line.startswith("FAILED") for line in told.values())
    assert told["pack"] == "13"
    assert "fi" in told["translations"]
    assert "SQLCipher" in told["cipher"]


def test_the_program_itself_does_the_same_and_leaves_nothing_behind(program, tmp_path):
    """In a process whose scratch folder is ours to look into."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    ended = program("self-check", TMPDIR=str(scratch), TEMP=str(scratch))
    assert list(_lines(ended)) == CHECKS
    assert list(tmp_path.iterdir()) == [scratch]
    assert not list(scratch.iterdir())


def test_it_takes_nothing(command):
    assert command("self-check", "more").is_refusal("more")


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")
def test_it_names_the_keyring_and_whether_it_would_be_used(program, tmp_path_factory):
    require("dbus-daemon", "gnome-keyring-daemon")
    bus = Bus(tmp_path_factory.mktemp("bus"))
    ring = Keyring(bus)
    try:
        told = _lines(program("self-check", **bus.environment))
        assert told["keyring"] == "absent, would not be used"
        ring.start()
        told = _lines(program("self-check", **bus.environment))
        assert told["keyring"] == "SecretService, empty, would be used"
        chosen = {**bus.environment, "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
        told = _lines(program("self-check", **chosen))
        assert told["keyring"] == "keyring.backends.null.Keyring, refused, would not be used"
    finally:
        ring.stop()
        bus.stop()
