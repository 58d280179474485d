from concurrent.futures import ThreadPoolExecutor

import pytest

from assistance_desktop.storage import keys, keyslots, migrate, passphrase, settings, vault
from tests.conftest import PASSPHRASE
from tests.proofs.disk import NoDisk, mounted


def test_what_was_written_is_there_after_locking_and_unlocking(tmp_path):
    made = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with vault.transaction(connection):
        settings.write(connection, "desk", {"worker": "Pihlaja"})
    connection.close()
    made.close()
    again = vault.unlock(tmp_path / "notes", PASSPHRASE)
    reader = again.connect(read_only=True)
    assert settings.read(reader, "desk") == {"worker": "Pihlaja"}
    reader.close()
    again.close()


def test_a_wrong_passphrase_is_refused_and_changes_nothing(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    before = {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()}
    with pytest.raises(keyslots.WrongPassphraseError, match="did not open"):
        vault.unlock(tmp_path / "notes", "another word of mouth entirely")
    assert {path.name: path.read_bytes() for path in (tmp_path / "notes").iterdir()} == before
    vault.unlock(tmp_path / "notes", PASSPHRASE).close()


def test_no_word_that_was_written_stands_readable_in_the_folder(tmp_path):
    made = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with vault.transaction(connection):
        settings.write(connection, "canary", "mustikkasoppa")
    found = [
        path.name
        for path in (tmp_path / "notes").iterdir()
        if b"mustikkasoppa" in path.read_bytes()
    ]
    assert found == []
    connection.close()
    made.close()


def test_a_second_window_is_told_that_the_vault_is_open(open_vault):
    with pytest.raises(vault.VaultInUseError):
        vault.unlock(open_vault.folder, PASSPHRASE)


def test_a_new_vault_is_never_made_over_an_old_one(open_vault):
    with pytest.raises(vault.VaultInUseError, match="notes in this place"):
        vault.create(open_vault.folder, PASSPHRASE, cost=keys.FLOOR)


def test_a_folder_without_a_vault_is_named_as_such(tmp_path):
    with pytest.raises(vault.VaultMissingError):
        vault.unlock(tmp_path, PASSPHRASE)


def test_a_damaged_database_is_told_from_a_wrong_passphrase(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    database = tmp_path / "notes" / "vault.db"
    data = bytearray(database.read_bytes())
    data[100] ^= 1
    database.write_bytes(data)
    with pytest.raises(vault.VaultDamagedError):
        vault.unlock(tmp_path / "notes", PASSPHRASE)
    assert database.read_bytes() == data


def test_the_second_copy_of_the_keyslots_opens_when_the_first_is_damaged(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "notes" / "vault.keys").write_bytes(b"\0" * 50)
    vault.unlock(tmp_path / "notes", PASSPHRASE).close()


def test_keyslots_that_nobody_can_read_are_named(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    for name in ("vault.keys", "vault.keys.copy"):
        (tmp_path / "notes" / name).write_bytes(b"{}")
    with pytest.raises(keyslots.KeyslotsDamagedError):
        vault.unlock(tmp_path / "notes", PASSPHRASE)


@pytest.mark.parametrize("name", ["memory_kib", "passes", "lanes"])
def test_a_slot_with_absurd_parameters_is_refused_without_trying(name):
    sealed = keyslots.seal_passphrase(b"0" * 32, PASSPHRASE, "v", keys.FLOOR, "2026-11-23")
    slot = {**sealed, name: 10**9}
    with pytest.raises(keyslots.KeyslotsDamagedError):
        keyslots.unseal_passphrase(keyslots.Keyslots("v", (slot,)), PASSPHRASE)


def test_a_slot_whose_parameters_were_changed_does_not_open():
    sealed = keyslots.seal_passphrase(b"0" * 32, PASSPHRASE, "v", keys.FLOOR, "2026-11-23")
    with pytest.raises(keyslots.WrongPassphraseError):
        keyslots.unseal_passphrase(keyslots.Keyslots("other", (sealed,)), PASSPHRASE)


def test_a_vault_from_a_newer_program_is_refused(open_vault):
    connection = open_vault.connect()
    connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    with pytest.raises(migrate.VaultNewerError):
        migrate.migrate(connection)
    connection.close()


def test_a_reader_cannot_write(open_vault):
    reader = open_vault.connect(read_only=True)
    with pytest.raises(vault.StorageFullError), vault.transaction(reader):
        settings.write(reader, "x", 1)
    reader.close()


WEAK = [
    "",
    "aurora",
    "password1234",
    "aaaaaaaaaaaaaaa",
    "1234567890",
    "kesä2026kesä",
    "Juhannus26!",
]


@pytest.mark.parametrize("weak", WEAK)
def test_a_weak_passphrase_is_refused_in_words(weak):
    verdict = passphrase.judge(weak)
    assert not verdict.accepted
    assert verdict.advice


def test_a_passphrase_opens_however_its_letters_are_spelled(tmp_path):
    composed, decomposed = "k\u00e4ki lumi sateenvarjo", "ka\u0308ki lumi sateenvarjo"
    vault.create(tmp_path / "notes", composed, cost=keys.FLOOR).close()
    vault.unlock(tmp_path / "notes", decomposed).close()


def test_four_unrelated_words_are_accepted():
    assert passphrase.judge(PASSPHRASE).accepted


def test_what_a_vault_is_filled_with_is_there_from_the_first_moment(tmp_path):
    made = vault.create(
        tmp_path / "notes",
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda connection: settings.write(connection, "desk", {"worker": "Halla"}),
    )
    connection = made.connect(read_only=True)
    assert settings.read(connection, "desk") == {"worker": "Halla"}
    connection.close()
    made.close()


def test_a_vault_that_was_opened_on_one_thread_is_let_go_on_another(open_vault):
    open_vault.close()
    with ThreadPoolExecutor(1) as other:
        opened = other.submit(vault.unlock, open_vault.folder, PASSPHRASE).result()
        opened.close()
        other.submit(vault.unlock, open_vault.folder, PASSPHRASE).result().close()
    vault.unlock(open_vault.folder, PASSPHRASE).close()


@pytest.fixture
def full(tmp_path):
    """A disk that holds a vault and takes no byte more."""
    try:
        with mounted(tmp_path) as disk:
            vault.create(disk.root / "notes", PASSPHRASE, cost=keys.FLOOR).close()
            disk.fail("space", 0, lasting=True)
            yield disk
    except NoDisk as why:
        pytest.skip(str(why))


def test_on_a_full_disk_the_room_that_was_kept_is_enough_to_open(full):
    vault.unlock(full.root / "notes", PASSPHRASE).close()


def test_a_disk_without_room_is_not_called_a_damaged_file(full):
    (full.root / "notes" / "vault.reserve").unlink()
    full.fail("space", 0, lasting=True)
    with pytest.raises(vault.StorageFullError, match="no room"):
        vault.unlock(full.root / "notes", PASSPHRASE)
    full.heal()
    vault.unlock(full.root / "notes", PASSPHRASE).close()


def test_a_folder_in_the_place_of_the_database_is_refused(tmp_path):
    vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    (tmp_path / "notes" / "vault.db").unlink()
    (tmp_path / "notes" / "vault.db").mkdir()
    with pytest.raises(vault.StorageFailingError):
        vault.unlock(tmp_path / "notes", PASSPHRASE)
