"""The ways in: each opens by itself, and nothing in the key file can be touched unnoticed."""

import json

import pytest

from assistance_desktop.storage import keys, keyslots, vault
from assistance_desktop.storage.keyslots import Keyslots, Kind
from tests.conftest import PASSPHRASE

SHEET = bytes(range(20))
OTHER = "nine wandering kettles humming"


@pytest.fixture
def folder(tmp_path):
    vault.create(
        tmp_path / "notes", PASSPHRASE, sheet=SHEET, name="Pihlaja", cost=keys.FLOOR
    ).close()
    return tmp_path / "notes"


def damage(path, at, bit=1):
    data = bytearray(path.read_bytes())
    data[at] ^= bit
    path.write_bytes(data)


def test_the_passphrase_and_the_sheet_open_the_same_vault(folder):
    by_words = vault.unlock(folder, PASSPHRASE)
    key = by_words.key("database")
    by_words.close()
    by_sheet = vault.unlock_with_sheet(folder, SHEET)
    assert by_sheet.key("database") == key
    assert (by_words.opened_by, by_sheet.opened_by) == (Kind.PASSPHRASE, Kind.SHEET)
    by_sheet.close()


def test_another_sheet_is_refused_in_words(folder):
    with pytest.raises(keyslots.WrongSheetError, match="does not open"):
        vault.unlock_with_sheet(folder, bytes(20))


def test_a_changed_passphrase_opens_and_the_old_one_does_not(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    opened.change_passphrase(OTHER, cost=keys.FLOOR)
    opened.close()
    with pytest.raises(keyslots.WrongPassphraseError):
        vault.unlock(folder, PASSPHRASE)
    vault.unlock(folder, OTHER).close()
    vault.unlock_with_sheet(folder, SHEET).close()


def test_a_renewed_sheet_opens_and_the_old_one_does_not(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    vault.replace_sheet(opened, b"x" * 20)
    opened.close()
    with pytest.raises(keyslots.WrongSheetError):
        vault.unlock_with_sheet(folder, SHEET)
    vault.unlock_with_sheet(folder, b"x" * 20).close()


def test_a_sheet_is_proved_on_a_scratch_copy_that_is_gone_afterwards(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    before = sorted(path.name for path in folder.parent.iterdir())
    vault.prove_sheet(opened, SHEET)
    with pytest.raises(keyslots.WrongSheetError):
        vault.prove_sheet(opened, bytes(20))
    assert sorted(path.name for path in folder.parent.iterdir()) == before
    opened.close()


def test_the_worker_is_named_before_anything_is_unlocked(folder):
    assert keyslots.read(folder)[0].name == "Pihlaja"


def test_a_dropped_way_in_is_gone(folder):
    opened = vault.unlock(folder, PASSPHRASE)
    opened.drop_slots(Kind.PASSPHRASE)
    opened.close()
    with pytest.raises(keyslots.WrongPassphraseError):
        vault.unlock(folder, PASSPHRASE)
    vault.unlock_with_sheet(folder, SHEET).close()


def test_every_flipped_bit_of_a_key_file_is_noticed(folder):
    opened = vault.unlock_with_sheet(folder, SHEET)
    master = opened._open_master()
    opened.close()
    path = folder / keyslots.FILES[0]
    (folder / keyslots.FILES[1]).unlink()
    data = path.read_bytes()
    for place in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        path.write_bytes(flipped)
        try:
            (copy,) = keyslots.read(folder)
        except keyslots.KeyslotsDamagedError:
            continue
        assert not copy.is_genuine(master), place
    path.write_bytes(data)
    assert keyslots.read(folder)[0].is_genuine(master)


def test_one_touched_copy_is_mended_from_the_other(folder):
    good = (folder / keyslots.FILES[1]).read_bytes()
    damage(folder / keyslots.FILES[0], good.index(b"Pihlaja"))
    opened = vault.unlock_with_sheet(folder, SHEET)
    assert opened.gap.is_none
    assert opened.keyslots.name == "Pihlaja"
    opened.close()
    assert (folder / keyslots.FILES[0]).read_bytes() == (folder / keyslots.FILES[1]).read_bytes()
    assert keyslots.read(folder)[0].name == "Pihlaja"


def test_a_missing_copy_is_written_again(folder):
    (folder / keyslots.FILES[0]).unlink()
    vault.unlock(folder, PASSPHRASE).close()
    assert (folder / keyslots.FILES[0]).read_bytes() == (folder / keyslots.FILES[1]).read_bytes()


def test_two_touched_copies_still_open_and_it_is_told(folder):
    for name in keyslots.FILES:
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"Pihlaja", b"Pihlajo"))
    opened = vault.unlock(folder, PASSPHRASE)
    assert opened.gap.keyslots_touched
    opened.close()


def test_a_key_file_of_the_first_version_opens_and_is_sealed(old_vault):
    folder = old_vault(1)
    assert "seal" not in json.loads((folder / keyslots.FILES[0]).read_bytes())
    vault.unlock(folder, PASSPHRASE).close()
    assert json.loads((folder / keyslots.FILES[0]).read_bytes())["seal"]


@pytest.mark.parametrize("rubbish", [b"", b"[]", b"{}", b"\xff" * 40, b"x" * 300_000, b"null"])
def test_rubbish_in_place_of_the_key_file_is_refused(folder, rubbish):
    for name in keyslots.FILES:
        (folder / name).write_bytes(rubbish)
    with pytest.raises(keyslots.KeyslotsDamagedError):
        vault.unlock(folder, PASSPHRASE)


def test_a_new_slot_stands_in_place_of_the_one_of_its_kind():
    slots = Keyslots("v").having(keyslots.seal(Kind.KEYRING, bytes(32), bytes(32), "v", {"a": 1}))
    slots = slots.having(keyslots.seal(Kind.KEYRING, bytes(32), bytes(32), "v", {"a": 2}))
    assert [slot["a"] for slot in slots.slots] == [2]
