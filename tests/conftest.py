"""What every test stands on: no screen, English, a made-up clock, a real vault."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_ACCESSIBILITY", "1")

import itertools
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import hypothesis
import pytest

from assistance_desktop import i18n
from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import keys, vault
from assistance_desktop.storage.editing import Pen

# No test is timed; in CI the same examples come every time, elsewhere always new ones.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

PASSPHRASE = "seven cranberry lanterns drifting"
SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def _english():
    i18n.use_language("en")
    yield
    i18n.use_language("en")


@pytest.fixture(autouse=True)
def _no_thread_is_left():
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and not t.daemon and t.is_alive()]
    assert not left, f"left running: {[thread.name for thread in left]}"


@pytest.fixture
def clock():
    """A clock that is always the same day and moves a second at every look."""
    start = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    seconds = itertools.count()
    return lambda: start + timedelta(seconds=next(seconds))


@pytest.fixture
def new_id():
    numbers = itertools.count(1)
    return lambda: f"{next(numbers):032x}"


@pytest.fixture
def pen(clock, new_id):
    return Pen(Author("Pihlaja", "laptop-1"), clock, new_id)


@pytest.fixture
def open_vault(tmp_path):
    """An open, empty vault with the cheapest cost that is allowed."""
    made = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    yield made
    made.close()


@pytest.fixture
def connection(open_vault):
    made = open_vault.connect()
    yield made
    made.close()


@pytest.fixture
def shared():
    """The folder of test data that nobody on this project wrote."""
    if not SHARED.is_dir():
        assert not os.environ.get("CI"), "shared/ must be there in CI"
        pytest.skip("shared/ is not beside this checkout")
    return SHARED


def pytest_terminal_summary(terminalreporter):
    """The counts and seeds of the proofs, under the results (tests/proofs)."""
    reports = [one for word in ("passed", "failed") for one in terminalreporter.getreports(word)]
    lines = [words for one in reports for name, words in one.user_properties if name == "proof"]
    if lines:
        terminalreporter.section("proofs")
    for line in lines:
        terminalreporter.write_line(line)
