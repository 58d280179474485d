"""A desktop session of its own for one test: a real message bus, a real gnome-keyring-daemon.

Nothing of it is the person's own: its bus, its home and its keyring lie in the test's folder.
"""

import os
import shutil
import subprocess
import threading
from contextlib import closing, contextmanager

import pytest
import secretstorage
from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    MessageType,
    message_bus,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import Proxy, open_dbus_connection

SECRETS = "org.freedesktop.secrets"

# No service is started by this bus itself: who is on it is what the test put there.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/>
<allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


def require(*programs):
    """Skip where the programs of a desktop session are not installed (dev.py names them)."""
    missing = [name for name in programs if not shutil.which(name)]
    if missing:
        assert not (os.environ.get("CI") and shutil.which("apt-get") and os.geteuid() == 0), missing
        pytest.skip(f"not installed: {', '.join(missing)}")


class Bus:
    """A session bus that is running, and what its programs know of the world."""

    def __init__(self, folder):
        self.folder = folder
        for name in ("home", "run", "data", "config", "cache"):
            (folder / name).mkdir(mode=0o700)
        settings = folder / "bus.conf"
        settings.write_text(BUS.format(folder=folder / "run"))
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        self._daemon = subprocess.Popen(  # noqa: S603 - a bus of the test's own
            ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address=1"],  # noqa: S607
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment,
        )  # fmt: skip
        with self._daemon.stdout as told:
            self.address = told.readline().strip()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address

    def stop(self):
        _stop(self._daemon)

    @contextmanager
    def somebody(self, name):
        """Somebody who owns a name and answers nothing; has anybody called?"""
        with open_dbus_connection(self.address) as owner:
            Proxy(message_bus, owner).RequestName(name)
            yield lambda: _is_called(owner)


class Wallets:
    """A kwalletd that has the one wallet "kdewallet", and only tells whether it is open."""

    def __init__(self, bus):
        self.is_open = False
        self._owner = open_dbus_connection(bus.address)
        Proxy(message_bus, self._owner).RequestName("org.kde.kwalletd5")
        self._thread = threading.Thread(target=self._answer)
        self._thread.start()

    def _answer(self):
        while self._next_call() != "Quit":
            pass

    def _next_call(self):
        message = self._owner.receive(timeout=10)
        if message.header.message_type != MessageType.method_call:
            return ""
        method = message.header.fields[HeaderFields.member]
        if method == "networkWallet":
            self._owner.send(new_method_return(message, "s", ("kdewallet",)))
        elif method == "isOpen" and message.body == ("kdewallet",):
            self._owner.send(new_method_return(message, "b", (self.is_open,)))
        else:
            self._owner.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        return method

    def stop(self):
        with open_dbus_connection() as caller:
            wallets = DBusAddress("/modules/kwalletd5", "org.kde.kwalletd5", "org.kde.KWallet")
            caller.send_and_get_reply(new_method_call(wallets, "Quit"), timeout=10)
        self._thread.join(10)
        self._owner.close()


def _is_called(connection):
    """Whether a call lies there; what else comes (signals to everybody) is not for us."""
    try:
        while connection.receive(timeout=0).header.message_type != MessageType.method_call:
            pass
    except TimeoutError:
        return False
    return True


class Keyring:
    """A gnome-keyring-daemon on a bus. Its password is "lantern" while it is being opened."""

    def __init__(self, bus):
        self.bus = bus
        self._daemon = None

    def start(self, *, opened=True):
        """Start it, as a login does: with the password, or without it."""
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        with open_dbus_connection(self.bus.address) as watcher:
            rule = MatchRule(type="signal", member="NameOwnerChanged", path=message_bus.object_path)
            rule.add_arg_condition(0, SECRETS)
            Proxy(message_bus, watcher).AddMatch(rule)
            with watcher.filter(rule) as owners:
                self._daemon = subprocess.Popen(  # noqa: S603 - Debian's own keyring
                    command + ["--unlock"] * opened,
                    stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    env=self.bus.environment,
                )  # fmt: skip
                with self._daemon.stdin as told:
                    told.write(b"lantern" if opened else b"")
                watcher.recv_until_filtered(owners, timeout=10)

    def stop(self):
        if self._daemon is not None:
            _stop(self._daemon)
            self._daemon = None

    def wipe(self):
        """Take the files of the keyring away, as a reinstalled system does."""
        shutil.rmtree(self.bus.folder / "data" / "keyrings")

    def lock(self):
        with closing(secretstorage.dbus_init()) as bus:
            secretstorage.Collection(bus).lock()

    def is_locked(self):
        with closing(secretstorage.dbus_init()) as bus:
            return secretstorage.Collection(bus).is_locked()

    def items(self):
        """Label and attributes of everything that it keeps."""
        with closing(secretstorage.dbus_init()) as bus:
            found = secretstorage.Collection(bus).get_all_items()
            return [(item.get_label(), item.get_attributes()) for item in found]

    def bytes_on_disk(self):
        files = (self.bus.folder / "data" / "keyrings").iterdir()
        return b"".join(file.read_bytes() for file in files)


def _stop(process):
    process.terminate()
    process.wait(10)
