"""Room that is kept for a full disk."""

import shutil

from assistance_desktop.storage import keys, reserve, vault
from tests.conftest import PASSPHRASE


def test_a_vault_keeps_eight_megabytes_that_are_really_written(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    kept = (tmp_path / "notes" / reserve.FILE).stat()
    assert kept.st_size == 8 * 1024 * 1024
    assert kept.st_blocks * 512 >= kept.st_size
    assert kept.st_mode & 0o777 == 0o600


def test_it_is_given_up_once_and_made_again_at_the_next_unlock(tmp_path):
    opened = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    assert opened.give_up_reserve()
    assert not opened.give_up_reserve()
    opened.close()
    vault.unlock(tmp_path / "notes", PASSPHRASE).close()
    assert (tmp_path / "notes" / reserve.FILE).exists()


def test_on_a_disk_without_room_none_is_made(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    assert not reserve.keep(tmp_path)
    assert list(tmp_path.iterdir()) == []
