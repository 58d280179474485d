"""Nothing of a vault can be read by another user of the computer, whatever its umask is."""

import os
import stat
import sys

import pytest

from assistance_desktop.storage import keys, settings, vault
from tests.conftest import PASSPHRASE


@pytest.fixture
def _open_to_all():
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept otherwise there")
@pytest.mark.usefixtures("_open_to_all")
def test_the_folder_and_every_file_are_their_owners_alone(tmp_path):
    made = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with vault.transaction(connection):
        settings.write(connection, "worker", "Pihlaja")
    seen = {each.name: stat.S_IMODE(each.stat().st_mode) for each in made.folder.iterdir()}
    connection.close()
    made.close()
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert len(seen) > 4
    assert {name: oct(mode) for name, mode in seen.items() if mode & 0o077} == {}
