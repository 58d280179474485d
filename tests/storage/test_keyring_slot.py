"""A vault that the keyring opens, and every way in which it does not and nothing is lost."""

import secrets
import sys

import pytest

from assistance_desktop.storage import keyring_entry, keyring_slot, keyslots, settings, vault
from assistance_desktop.storage.keyring_entry import KeyringError, Standing, State
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.vault import transaction
from tests.conftest import PASSPHRASE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")


@pytest.fixture
def folder(open_vault):
    """A vault with a word in it; the test closes it."""
    connection = open_vault.connect()
    with transaction(connection):
        settings.write(connection, "desk", {"worker": "Pihlaja"})
    connection.close()
    return open_vault.folder


def word_in(opened):
    connection = opened.connect(read_only=True)
    found = settings.read(connection, "desk")
    connection.close()
    opened.close()
    return found["worker"]


def opens_with_the_passphrase(folder):
    return word_in(vault.unlock(folder, PASSPHRASE)) == "Pihlaja"


def test_the_keyring_opens_the_vault_and_hands_back_the_note(ring, open_vault, folder):
    assert not keyring_slot.is_there(folder)
    assert keyring_slot.add(open_vault, b"link 12") == "SecretService"
    open_vault.close()
    assert keyring_slot.is_there(folder)
    assert keyring_slot.look(folder).state == State(Standing.KEPT, "SecretService")
    unlocked = keyring_slot.unlock(folder)
    assert unlocked.anchor == b"link 12"
    assert unlocked.vault.opened_by == Kind.KEYRING
    assert unlocked.vault.gap.is_none
    assert word_in(unlocked.vault) == "Pihlaja"
    assert opens_with_the_passphrase(folder)


def test_a_newer_note_takes_the_place_of_the_old_one(ring, open_vault, folder):
    assert not keyring_slot.note(open_vault, b"nobody asked for one")
    keyring_slot.add(open_vault, b"link 12")
    assert keyring_slot.note(open_vault, b"link 13")
    open_vault.close()
    unlocked = keyring_slot.unlock(folder)
    unlocked.vault.close()
    assert unlocked.anchor == b"link 13"
    ring.lock()
    assert not keyring_slot.note(open_vault, b"link 14")


def test_without_a_slot_no_keyring_is_asked(bus, open_vault, folder):
    open_vault.close()
    with bus.somebody("org.freedesktop.secrets") as is_called:
        assert keyring_slot.unlock(folder) == State(Standing.EMPTY)
        assert not is_called()


def test_removed_means_neither_slot_nor_entry(ring, open_vault, folder):
    keyring_slot.add(open_vault)
    keyring_slot.remove(open_vault)
    assert ring.items() == []
    open_vault.close()
    assert not keyring_slot.is_there(folder)
    assert opens_with_the_passphrase(folder)


def test_removed_while_the_keyring_is_locked_says_that_the_key_may_be_there(
    ring, open_vault, folder
):
    keyring_slot.add(open_vault)
    ring.lock()
    with pytest.raises(KeyringError, match="may still be"):
        keyring_slot.remove(open_vault)
    open_vault.close()
    assert not keyring_slot.is_there(folder)


def test_a_keyring_that_takes_nothing_leaves_the_keyslots_as_they_were(ring, open_vault, folder):
    before = (folder / "vault.keys").read_bytes()
    ring.lock()
    with pytest.raises(KeyringError, match="locked"):
        keyring_slot.add(open_vault)
    assert (folder / "vault.keys").read_bytes() == before


def test_a_copy_with_an_older_slot_costs_a_passphrase(ring, open_vault, folder):
    """Restored from a backup: its slot is of the key before."""
    keyring_slot.add(open_vault)
    older = [(folder / name).read_bytes() for name in keyslots.FILES]
    keyring_slot.add(open_vault)
    open_vault.close()
    for name, data in zip(keyslots.FILES, older, strict=True):
        (folder / name).write_bytes(data)
    assert keyring_slot.unlock(folder) == State(Standing.STALE, "SecretService")
    assert opens_with_the_passphrase(folder)


def test_a_keyring_made_anew_costs_a_passphrase_and_can_be_given_the_key_again(
    ring, open_vault, folder
):
    keyring_slot.add(open_vault)
    open_vault.close()
    ring.stop()
    ring.wipe()
    ring.start()
    assert keyring_slot.unlock(folder) == State(Standing.EMPTY, "SecretService")
    opened = vault.unlock(folder, PASSPHRASE)
    keyring_slot.add(opened)
    opened.close()
    assert word_in(keyring_slot.unlock(folder).vault) == "Pihlaja"


def test_a_vault_whose_keyring_is_gone_is_opened_and_never_made_anew(ring, open_vault, folder):
    keyring_slot.add(open_vault)
    open_vault.close()
    before = (folder / "vault.db").read_bytes()
    ring.stop()
    assert keyring_slot.unlock(folder) == State(Standing.ABSENT)
    assert (folder / "vault.db").read_bytes() == before
    assert opens_with_the_passphrase(folder)


def test_an_entry_of_another_slot_under_the_same_mark_opens_nothing(ring, open_vault, folder):
    """Who can write into the keyslots can name any generation, but not seal under it."""
    keyring_slot.add(open_vault)
    key = secrets.token_bytes(32)
    keyring_entry.keep(open_vault.id, key, b"")
    slot = open_vault.keyslots.of(Kind.KEYRING)
    forged = {**slot, "generation": keyring_entry.generation_of(key)}
    open_vault.put_slot(lambda master, vault_id: forged)
    open_vault.close()
    with pytest.raises(KeyringError, match="does not open your notes"):
        keyring_slot.unlock(folder)
    assert opens_with_the_passphrase(folder)
