"""An erased vault leaves nothing that opens, and touches no other."""

import pytest

from assistance_desktop.storage import keys, leaving, vault
from tests.conftest import PASSPHRASE


def test_an_erased_vault_is_gone_with_everything_in_its_folder(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    vault.create(tmp_path / "other", PASSPHRASE, cost=keys.FLOOR).close()
    leaving.erase(tmp_path / "notes")
    assert not (tmp_path / "notes").exists()
    vault.unlock(tmp_path / "other", PASSPHRASE).close()


def test_the_keys_go_even_when_something_else_cannot(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "notes" / "vault.db").unlink()
    (tmp_path / "notes" / "vault.db").mkdir()
    leaving.erase(tmp_path / "notes")
    assert [path.name for path in (tmp_path / "notes").iterdir()] == ["vault.db"]


def test_erasing_says_when_a_key_file_is_left(tmp_path):
    (tmp_path / "notes" / "vault.keys").mkdir(parents=True)
    with pytest.raises(leaving.KeysLeftError, match=r"vault\.keys"):
        leaving.erase(tmp_path / "notes")


def test_nothing_of_the_old_key_file_is_left_in_its_blocks(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    path = tmp_path / "notes" / "vault.keys"
    before = path.read_bytes()
    with path.open("rb") as held:
        leaving.erase(tmp_path / "notes")
        after = held.read()
    assert len(after) == len(before)
    assert not any(before[at : at + 16] in after for at in range(0, len(before) - 16, 16))


def test_what_lies_beside_it_goes_too(tmp_path):
    place = tmp_path / "notes"
    for name in ("notes", "notes.damaged-2026-11-24", "notes.damaged-2026-11-24-2", "notes2"):
        vault.create(tmp_path / name, PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "notes2").rename(tmp_path / ".notes.0badcafe")
    vault.create(tmp_path / "notes3", PASSPHRASE, cost=keys.FLOOR).close()
    leaving.erase(place)
    assert [path.name for path in tmp_path.iterdir()] == ["notes3"]


def test_what_a_killed_program_left_half_made_is_gone_at_the_next_unlock(tmp_path):
    for name in ("notes", "half"):
        vault.create(tmp_path / name, PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "half").rename(tmp_path / ".notes.0badcafe")
    vault.unlock(tmp_path / "notes", PASSPHRASE).close()
    assert [path.name for path in tmp_path.iterdir()] == ["notes"]
