"""The keyring, as Debian's gnome-keyring-daemon is one: there, locked, gone, another, hanging."""

import base64
import itertools
import secrets
import sys
import time
from contextlib import closing

import pytest
import secretstorage
from keyring.backends.kwallet import DBusKeyring
from PySide6.QtCore import QObject, QTimer

from assistance_desktop.child import ChildStoppedError
from assistance_desktop.storage import keyring_entry, system_keyring
from assistance_desktop.storage.keyring_entry import (
    Entry,
    KeyringError,
    Standing,
    State,
    generation_of,
)
from assistance_desktop.ui.session import Jobs
from tests.storage.keyring_session import SECRETS, Wallets

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")

VAULT = "5e" * 16
KEY = secrets.token_bytes(32)
ANCHOR = secrets.token_bytes(200)
SLOT = ("SecretService", generation_of(KEY))

PLAIN_KEYRING = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 9

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        raise AssertionError("a key was given to a file")
"""


def test_an_entry_is_kept_fetched_and_forgotten(ring):
    assert keyring_entry.state(VAULT) == State(Standing.EMPTY, "SecretService")
    assert keyring_entry.keep(VAULT, KEY, ANCHOR) == "SecretService"
    assert keyring_entry.fetch(VAULT, *SLOT) == Entry("SecretService", KEY, ANCHOR)
    keyring_entry.forget(VAULT, "SecretService")
    assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.EMPTY, "SecretService")
    assert ring.items() == []
    keyring_entry.forget(VAULT, "SecretService")


def test_a_login_opens_the_keyring_and_the_entry_is_there(ring):
    keyring_entry.keep(VAULT, KEY, b"the first")
    keyring_entry.keep(VAULT, KEY, b"the second")
    assert len(ring.items()) == 1
    ring.stop()
    ring.start()
    assert keyring_entry.fetch(VAULT, *SLOT) == Entry("SecretService", KEY, b"the second")


def test_the_entry_shows_no_key_and_names_no_program_of_this_kind(ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    ((label, attributes),) = ring.items()
    assert label == f"Password for '{VAULT}' on 'Workspace'"
    of_the_system = {"org.freedesktop.Secret.Generic"}  # gnome-keyring puts it there in its time
    told = set(attributes.values()) - of_the_system
    assert told == {VAULT, "Workspace", "Python keyring library"}
    assert repr(Entry("SecretService", KEY, ANCHOR)) == "Entry(backend='SecretService')"
    assert KEY not in ring.bytes_on_disk()
    assert base64.b64encode(b"\x01" + KEY + ANCHOR) not in ring.bytes_on_disk()


def test_two_vaults_have_each_their_own_entry(ring):
    other, key = "a7" * 16, secrets.token_bytes(32)
    keyring_entry.keep(VAULT, KEY, b"")
    keyring_entry.keep(other, key, b"")
    keyring_entry.forget(VAULT, "SecretService")
    assert keyring_entry.fetch(other, "SecretService", generation_of(key)).key == key


def test_a_locked_keyring_is_told_and_nobody_is_asked(bus, ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    ring.lock()
    with bus.somebody("org.gnome.keyring.SystemPrompter") as is_asked:
        assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.LOCKED, "SecretService")
        with pytest.raises(KeyringError, match="is locked"):
            keyring_entry.keep(VAULT, secrets.token_bytes(32), b"")
        with pytest.raises(KeyringError, match="may still be"):
            keyring_entry.forget(VAULT, "SecretService")
        assert not is_asked()
    assert ring.is_locked()


def test_a_login_without_the_password_leaves_the_keyring_locked(ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    ring.stop()
    ring.start(opened=False)
    assert keyring_entry.state(VAULT, *SLOT) == State(Standing.LOCKED, "SecretService")


def test_a_button_pressed_lets_the_keyring_ask_and_the_question_can_be_left(bus, ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    ring.lock()
    with (
        bus.somebody("org.gnome.keyring.SystemPrompter") as is_asked,
        pytest.raises(ChildStoppedError),
    ):
        keyring_entry.fetch(VAULT, *SLOT, ask=True, stop=is_asked)
    assert ring.is_locked()


def test_a_question_that_cannot_be_put_leaves_the_keyring_locked(ring):
    """No window of the desktop is there to ask in."""
    ring.lock()
    with pytest.raises(KeyringError, match="is locked"):
        keyring_entry.keep(VAULT, KEY, ANCHOR, ask=True)


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_there_is_no_keyring(bus, monkeypatch, address):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    if not address:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert keyring_entry.state(VAULT, *SLOT) == State(Standing.ABSENT)


def test_on_a_bus_without_the_service_there_is_no_keyring(bus):
    assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.ABSENT)
    with pytest.raises(KeyringError, match="no keyring") as refusal:
        keyring_entry.keep(VAULT, KEY, ANCHOR)
    assert refusal.value.hint == "Your passphrase opens your notes as before."
    keyring_entry.forget(VAULT, "SecretService")


def test_a_keyring_made_anew_has_no_entry(ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    ring.stop()
    ring.wipe()
    ring.start()
    assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.EMPTY, "SecretService")


def test_a_keyring_that_was_never_opened_is_not_made_unbidden(bus, ring):
    ring.stop()
    ring.wipe()
    ring.start(opened=False)
    with bus.somebody("org.gnome.keyring.SystemPrompter") as is_asked:
        assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.EMPTY, "SecretService")
        with pytest.raises(KeyringError, match="is locked"):
            keyring_entry.keep(VAULT, KEY, ANCHOR)
        assert not is_asked()


def test_a_slot_of_another_keyring_is_told_to_be_replaced(ring):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    state = keyring_entry.state(VAULT, "KWallet", generation_of(KEY))
    assert state == State(Standing.REPLACED, "SecretService")
    keyring_entry.forget(VAULT, "KWallet")
    assert keyring_entry.state(VAULT, *SLOT).standing == Standing.KEPT


def test_an_entry_of_an_older_slot_is_stale(ring):
    keyring_entry.keep(VAULT, secrets.token_bytes(32), ANCHOR)
    assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.STALE, "SecretService")


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "lantern",
        "AQ==",
        "räven",
        base64.b64encode(b"\x01" + bytes(31)).decode(),
        base64.b64encode(b"\x02" + bytes(32)).decode(),
        base64.b64encode(b"\x01" + bytes(32 + 201)).decode(),
        base64.b64encode(b"\x01" + bytes(32)).decode() + "\n",
    ],
)
def test_an_entry_that_is_not_ours_is_stale_and_no_key(secret):
    assert keyring_entry._entry("SecretService", secret) is None


@pytest.mark.parametrize("other", [b"lantern", b"\xff\xfe\x00"])
def test_an_entry_that_another_program_wrote_over_is_stale(ring, other):
    keyring_entry.keep(VAULT, KEY, ANCHOR)
    with closing(secretstorage.dbus_init()) as connection:
        (item,) = secretstorage.Collection(connection).get_all_items()
        item.set_secret(other)
    assert keyring_entry.fetch(VAULT, *SLOT) == State(Standing.STALE, "SecretService")


def test_a_keyring_that_only_writes_a_file_is_refused_and_gets_nothing(bus, ring):
    settings = bus.folder / "config" / "python_keyring"
    settings.mkdir()
    (settings / "plain_file.py").write_text(PLAIN_KEYRING)
    (settings / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=plain_file.Keyring\nkeyring-path={settings}\n"
    )
    assert keyring_entry.state(VAULT) == State(Standing.REFUSED, "plain_file.Keyring")
    with pytest.raises(KeyringError, match="does not keep keys safely"):
        keyring_entry.keep(VAULT, KEY, ANCHOR, ask=True)
    assert ring.items() == []


@pytest.mark.parametrize(
    ("named", "state"),
    [
        ("keyring.backends.null.Keyring", State(Standing.REFUSED, "keyring.backends.null.Keyring")),
        ("keyring.backends.fail.Keyring", State(Standing.ABSENT)),
        ("nothing.of.the.kind", State(Standing.ABSENT)),
        ("keyring.backends.chainer.ChainerBackend", State(Standing.EMPTY, "SecretService")),
    ],
)
def test_a_keyring_chosen_by_name_is_taken_only_if_it_is_a_real_one(
    ring, monkeypatch, named, state
):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert keyring_entry.state(VAULT) == state


def test_a_closed_wallet_of_kde_is_seen_without_opening_it(bus):
    """KDE's own libraries are not here: only the look is tried, on their class."""
    ring, wallets = DBusKeyring(), Wallets(bus)
    try:
        assert system_keyring._lock(ring, "KWallet") == "closed"
        wallets.is_open = True
        assert system_keyring._lock(ring, "KWallet") == "open"
    finally:
        wallets.stop()


def test_a_keyring_that_hangs_is_given_up_and_the_window_goes_on(bus, qtbot):
    """Fetching and keeping at once: each 5 seconds, and the window counts on every 10 ms."""
    jobs, owner, told, ticks = Jobs(2, "keyring"), QObject(), {}, [time.perf_counter()]
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    with bus.somebody(SECRETS) as is_called:
        timer.start()
        jobs.start(
            lambda: keyring_entry.fetch(VAULT, *SLOT, ask=True),
            owner, lambda state: told.update(fetch=state), pytest.fail,
        )  # fmt: skip
        jobs.start(
            lambda: keyring_entry.keep(VAULT, KEY, ANCHOR, ask=True),
            owner, pytest.fail, lambda refusal: told.update(keep=refusal.problem),
        )  # fmt: skip
        qtbot.waitUntil(lambda: len(told) == 2, timeout=9000)
        timer.stop()
        assert is_called()
    jobs.finish()
    assert told["fetch"] == State(Standing.SILENT)
    assert told["keep"] == "The keyring of this computer does not answer."
    assert ticks[-1] - ticks[0] < 6
    gaps = sorted(after - before for before, after in itertools.pairwise(ticks))
    assert gaps[int(len(gaps) * 0.99)] < 0.05  # other work on the computer may hold one tick up
    assert gaps[-1] < 0.5


def test_nobody_waits_for_a_keyring_that_hangs_once_it_is_told_to_stop(bus):
    start = time.perf_counter()
    with bus.somebody(SECRETS) as is_called, pytest.raises(ChildStoppedError):
        keyring_entry.fetch(VAULT, *SLOT, stop=is_called)
    assert time.perf_counter() - start < 3


def test_an_anchor_note_is_short():
    with pytest.raises(ValueError, match="short"):
        keyring_entry.keep(VAULT, KEY, b"x" * 201)


def test_every_standing_is_a_sentence_of_its_own():
    told = [keyring_entry.sentence(standing) for standing in Standing]
    assert len(set(told)) == len(Standing)
    assert all(sentence.endswith(".") for sentence in told)
