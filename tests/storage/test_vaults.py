"""Several workers on one computer, one vault each."""

from assistance_desktop.storage import keys, keyslots, settings, vault, vaults
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE

OTHER = "nine wandering kettles humming"


def make(folder, name, passphrase=PASSPHRASE):
    place = vaults.next_place(folder)
    vault.create(place, passphrase, name=name, cost=keys.FLOOR).close()
    return place


def test_where_there_is_nothing_the_first_place_is_offered(tmp_path):
    assert vaults.find(tmp_path) == vaults.find(tmp_path / "missing") == []
    assert vaults.next_place(tmp_path) == tmp_path / "notes"


def test_workers_are_found_by_their_names(tmp_path):
    halla, aaltonen = make(tmp_path, "Halla"), make(tmp_path, "Aalto")
    assert [each.name for each in vaults.find(tmp_path)] == ["Aalto", "Halla"]
    assert (halla.name, aaltonen.name) == ("notes", "notes-2")
    assert vaults.next_place(tmp_path).name == "notes-3"


def test_nobody_opens_the_vault_of_another(tmp_path):
    make(tmp_path, "Halla")
    other = make(tmp_path, "Aalto", OTHER)
    vault.unlock(other, OTHER).close()
    for passphrase, folder in ((OTHER, tmp_path / "notes"), (PASSPHRASE, other)):
        try:
            vault.unlock(folder, passphrase)
        except keyslots.WrongPassphraseError:
            continue
        raise AssertionError(folder)


def test_nothing_of_one_worker_changes_while_another_works(tmp_path):
    first, second = make(tmp_path, "Halla"), make(tmp_path, "Aalto")
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    opened = vault.unlock(second, PASSPHRASE)
    connection = opened.connect()
    with transaction(connection):
        settings.write(connection, "x", 1)
    connection.close()
    opened.close()
    assert {path.name: path.read_bytes() for path in first.iterdir()} == before


def test_two_workers_may_be_open_at_once(tmp_path):
    first, second = make(tmp_path, "Halla"), make(tmp_path, "Aalto")
    one, other = vault.unlock(first, PASSPHRASE), vault.unlock(second, PASSPHRASE)
    one.close()
    other.close()


def test_half_a_vault_is_found_without_a_name_and_its_place_is_taken(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "vault.keys").write_bytes(b"damaged")
    assert [each.name for each in vaults.find(tmp_path)] == [""]
    assert vaults.next_place(tmp_path).name == "notes-2"


def test_other_folders_are_no_vaults(tmp_path):
    for name in ("Backups", "notes.damaged-2026-11-23", "notes-old", ".notes.1234"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vault.db").write_bytes(b"x")
    assert vaults.find(tmp_path) == []
