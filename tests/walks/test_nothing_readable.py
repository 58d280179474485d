"""Nothing that was typed can be read on the disk: not in the folder, the home or the scratch.

A worker at the real window types until the process is killed, which leaves everything as it was
in the middle of work: the database, its journal, key files, anchors and logs.
"""

import base64
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistance_desktop.storage import keys, vault
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role
from tests.conftest import PASSPHRASE

WORKER = Path(__file__).with_name("typing_worker.py")
ROOT = Path(__file__).resolve().parents[2]
TYPED = "umbrella"
"""What the worker types into every field of text."""
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
NAMES = ("Laptop 1", "safe_word", "consent_talk")
"""Not the worker's: who works here is chosen before anything is unlocked."""


def forms(word):
    """How a word could stand in a file: as text, for Windows, or in the three ways of Base64."""
    plain = word.encode()
    yield from (plain, word.upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain)[4 if shift else 0 : -4]
        if len(coded) >= 4:  # of a short word nothing is left that is surely its own
            yield coded


def found_in(folder, words):
    """Which words can be read where; every file below the folder is looked at, and its name."""
    return [
        (path.relative_to(folder).as_posix(), word)
        for path in folder.rglob("*")
        for word in words
        if word in path.name
        or (path.is_file() and any(form in path.read_bytes() for form in forms(word)))
    ]


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """A whole machine, as far as the program sees it, after a worker was killed while typing."""
    machine = tmp_path_factory.mktemp("machine")
    for name in ("home", "scratch", "desk"):
        (machine / name).mkdir()
    made = vault.create(
        machine / "desk" / "notes",
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda c: desk.found(c, "Pihlaja", "Laptop 1", Role.FIELD, NOW),
    )
    made.close()
    surroundings = os.environ | {
        "PYTHONPATH": str(ROOT),
        "HOME": str(machine / "home"),
        "TMPDIR": str(machine / "scratch"),
        "SQLITE_TMPDIR": str(machine / "scratch"),
    }
    command = [sys.executable, str(WORKER), str(machine / "desk")]
    with subprocess.Popen(  # noqa: S603 - our own script
        command, stdout=subprocess.PIPE, env=surroundings, text=True
    ) as worker:
        assert worker.stdout is not None
        heard = ""
        while f'"{TYPED}"' not in heard:  # a whole word is acknowledged
            heard = worker.stdout.readline()
            assert heard, "the worker ended by itself"
        worker.send_signal(signal.SIGKILL)
    return machine


def test_what_was_typed_stands_nowhere(killed):
    assert (killed / "desk" / "notes").is_dir()
    assert found_in(killed, [TYPED, PASSPHRASE, *NAMES]) == []


def test_no_word_of_the_passphrase_stands_anywhere(killed):
    assert found_in(killed, [word for word in PASSPHRASE.split() if len(word) > 4]) == []


def test_it_is_there_for_whoever_has_the_passphrase(killed):
    """Else the search above would prove nothing."""
    opened = vault.unlock(killed / "desk" / "notes", PASSPHRASE)
    reader = opened.connect(read_only=True)
    words = str([tuple(row) for row in reader.execute("SELECT * FROM change")])
    reader.close()
    opened.close()
    assert TYPED in words
    assert "safe_word" in words


@pytest.mark.parametrize("form", range(7))
def test_the_search_finds_a_word_in_every_form(tmp_path, form):
    ways = list(forms("a word: umbrella."))
    (tmp_path / "file").write_bytes(b"\x01" * form + ways[form] + b"\xff")
    assert found_in(tmp_path, ["a word: umbrella."]) == [("file", "a word: umbrella.")]
