"""Vaults that older programs made, copied so that they can be opened; a desktop session."""

import shutil
from pathlib import Path

import pytest

from assistance_desktop.storage import keys, vault
from tests.conftest import PASSPHRASE
from tests.storage.keyring_session import Bus, Keyring, require

VAULTS = Path(__file__).parent / "vaults"
SHEET = b"s" * 20


@pytest.fixture
def opened(tmp_path):
    made = vault.create(tmp_path / "notes", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def old_vault(tmp_path):
    def copy(schema):
        folder = tmp_path / f"schema-{schema}"
        shutil.copytree(VAULTS / f"schema-{schema}", folder)
        return folder

    return copy


@pytest.fixture
def bus(tmp_path_factory, monkeypatch):
    """A bus that nobody else is on; this process and its children see it and no other home."""
    require("dbus-daemon")
    made = Bus(tmp_path_factory.mktemp("bus"))
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    yield made
    made.stop()


@pytest.fixture
def ring(bus):
    """An open keyring on the bus."""
    require("gnome-keyring-daemon")
    made = Keyring(bus)
    made.start()
    yield made
    made.stop()
