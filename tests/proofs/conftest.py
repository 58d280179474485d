"""What the proofs stand on: a seed, a line of counts, a vault to begin with, a failing disk."""

import os
import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistance_desktop.cases.changes import Author
from assistance_desktop.cases.consent import OFFICE
from assistance_desktop.storage import editing, keys, keyslots, reserve, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import exchange
from assistance_desktop.sync.trust.card import Role
from tests.conftest import PASSPHRASE
from tests.proofs.deeds import SHEET
from tests.proofs.disk import NoDisk, mounted
from tests.storage.conftest import VAULTS

BUNDLES = 12
START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def seed():
    """From ASSISTANCE_DESKTOP_SEED, else by chance; every proof prints it."""
    return int(os.environ.get("ASSISTANCE_DESKTOP_SEED") or secrets.randbelow(1 << 32))


@pytest.fixture
def say(record_property):
    """Put a line of counts under the results of the whole run."""
    return lambda line: record_property("proof", line)


@dataclass(frozen=True)
class Ground:
    """An office's vault to begin with, and a field desk's bundles for it.

    `ids` are those of the changes that each bundle brings.
    """

    folder: Path
    bundles: tuple[bytes, ...]
    ids: tuple[tuple[str, ...], ...]

    def copy(self, to):
        """The vault, with a reserve that takes no time to make."""
        shutil.copytree(self.folder, to, ignore=shutil.ignore_patterns(reserve.FILE))
        with (to / reserve.FILE).open("wb") as file:
            file.truncate(reserve.SIZE)
        return to


@pytest.fixture(scope="session")
def ground(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ground")
    office = vault.create(folder / "office", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR)
    field = vault.create(folder / "field", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR)
    here, there = office.connect(), field.connect()
    with transaction(here), transaction(there):
        desk = desks.found(here, "Kataja", "Office", Role.OFFICE, START)
        other = desks.found(there, "Pihlaja", "Laptop 1", Role.FIELD, START)
        roster = desks.enrol(here, desk, other.device.card, START)
        desks.join(there, other, roster, desk.device.card.fingerprint)
    sealed = [seal_bundle(there, desk.device.card, number) for number in range(BUNDLES)]
    for connection in (here, there):
        connection.close()
    office.close()
    field.close()
    return Ground(folder / "office", *zip(*sealed, strict=True))


def seal_bundle(connection, to, number):
    """A bundle with a case of its own, and the ids of what it brings that is new."""
    desk = desks.read(connection)
    ids = (f"{number:016x}{n:016x}" for n in range(1, 100))
    pen = Pen(Author("Pihlaja", desk.device.id), lambda: START, lambda: next(ids))
    consent = [("recipient", OFFICE), ("state", "given"), ("given_on", "2026-11-23")]
    edits = [Edit("consent/office", name, value) for name, value in consent]
    edits += [Edit("intake", f"/intake/q{n}", "hail " * 20) for n in range(20)]
    with transaction(connection):
        made = editing.write(connection, f"{0xB0 + number:032x}", edits, pen)
    with transaction(connection):
        parcel = exchange.make(connection, desk, to, START.date(), pen)
    return parcel.content, tuple(change.id for change in made)


@pytest.fixture(scope="session")
def old_ground(tmp_path_factory):
    """Real vaults of the older schemas, each with a sheet, so that opening takes no time."""
    folder = tmp_path_factory.mktemp("old")
    for old in VAULTS.glob("schema-*"):
        copy = folder / f"old-{old.name}"
        shutil.copytree(old, copy)
        slots = keyslots.read(copy)[0]
        master = keyslots.unseal_passphrase(slots, PASSPHRASE)
        sheet = keyslots.seal_sheet(master, SHEET, slots.vault_id, "2026-11-23")
        keyslots.write(copy, slots.having(sheet), master)
        with (copy / reserve.FILE).open("wb") as file:
            file.truncate(reserve.SIZE)
    return folder


@pytest.fixture(scope="module")
def disk(tmp_path_factory):
    """The failing disk, mounted."""
    try:
        with mounted(tmp_path_factory.mktemp("mount")) as found:
            yield found
    except NoDisk as reason:
        if os.environ.get("CI"):
            raise  # there it must be
        pytest.skip(str(reason))
