"""Sleep and a locked session on Linux, over real buses with a made-up logind and screen saver."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection

from assistance_desktop.ui.guarding import desk_bus
from assistance_desktop.ui.guarding.desk_bus import DeskBus
from tests.storage.keyring_session import Bus, require


@pytest.fixture
def bus(tmp_path_factory):
    """The address of a bus of our own."""
    require("dbus-daemon")
    made = Bus(tmp_path_factory.mktemp("bus"))
    yield made.address
    made.stop()


class Logind:
    """The made-up logind, in a process of its own; `said` are its lines."""

    def __init__(self, address):
        command = [sys.executable, str(Path(__file__).with_name("fake_logind.py")), address]
        self.process = subprocess.Popen(  # noqa: S603 - our own
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.said = []
        self.listening = threading.Thread(target=self._listen, daemon=True)
        self.listening.start()

    def _listen(self):
        self.said.extend(line.strip() for line in iter(self.process.stdout.readline, ""))

    def order(self, words):
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()

    def end(self):
        self.process.terminate()
        self.process.wait()
        self.listening.join()
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def logind(bus, qtbot):
    made = Logind(bus)
    qtbot.waitUntil(lambda: "there" in made.said, timeout=20_000)
    yield made
    made.end()


@pytest.fixture
def desk(bus, qapp, request):
    """The program's ear on that bus, as its system and its session bus."""
    name = request.node.name
    made = DeskBus(QDBusConnection.connectToBus(bus, name), QDBusConnection("none"))
    yield made
    made.inhibitor.release()
    made.deleteLater()
    QDBusConnection.disconnectFromBus(name)


def test_sleep_waits_until_what_is_half_typed_is_saved(qtbot, logind, desk):
    qtbot.waitUntil(lambda: "Inhibit sleep Workspace Saves delay" in logind.said)
    seen = []

    def save():
        seen.append("asleep" in logind.said)

    desk.lock_due.connect(save)
    qtbot.waitUntil(lambda: desk.inhibitor.is_held)
    logind.order("sleep")
    qtbot.waitUntil(lambda: "asleep" in logind.said)
    assert seen == [False]
    assert not desk.inhibitor.is_held


def test_after_waking_the_next_sleep_waits_too(qtbot, logind, desk):
    qtbot.waitUntil(lambda: desk.inhibitor.is_held)
    logind.order("sleep")
    qtbot.waitUntil(lambda: "asleep" in logind.said)
    logind.order("wake")
    qtbot.waitUntil(lambda: desk.inhibitor.is_held)
    assert sum(line.startswith("Inhibit") for line in logind.said) == 2


def test_a_locked_session_locks(qtbot, logind, desk):
    qtbot.waitUntil(lambda: "GetSessionByPID" in logind.said and desk.inhibitor.is_held)
    with qtbot.waitSignal(desk.lock_due, timeout=5000):
        # Told again and again: the desk begins to listen a moment after it was answered.
        ends = []
        desk.lock_due.connect(lambda: ends.append(True))
        qtbot.waitUntil(lambda: logind.order("lock") or bool(ends))


@pytest.mark.parametrize(
    ("saver", "path"),
    [
        ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ],
)
def test_a_covered_screen_locks_and_a_freed_one_does_not(qtbot, bus, saver, path):
    listening = DeskBus(QDBusConnection("none"), QDBusConnection.connectToBus(bus, "screen"))
    told = []
    listening.lock_due.connect(lambda: told.append(True))
    fake = Path(__file__).with_name("fake_saver.py")
    subprocess.run([sys.executable, str(fake), bus, saver, path], check=True, timeout=30)  # noqa: S603 - our own
    qtbot.waitUntil(lambda: bool(told))
    assert told == [True]
    listening.deleteLater()
    QDBusConnection.disconnectFromBus("screen")


def test_a_bus_on_which_nobody_answers_is_no_error(qtbot, bus, desk):
    told = []
    desk.lock_due.connect(lambda: told.append(True))
    done = []
    desk_bus.ask(desk._system, desk, "Inhibit", ["sleep", "", "", "delay"], done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert not desk.inhibitor.is_held
    assert told == []


def test_without_a_bus_nothing_is_started_and_nothing_said(monkeypatch, tmp_path, capfd):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":77")
    bus = desk_bus.session_bus()
    assert not bus.isConnected()
    DeskBus(QDBusConnection.connectToBus(f"unix:path={tmp_path}/none", "none2"), bus)
    assert capfd.readouterr() == ("", "")
