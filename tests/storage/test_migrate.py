"""Vaults of every older schema open, lose nothing, and leave a copy of what they were."""

import shutil

import pytest

from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.storage import case_store, chain, migrate, settings, vault
from assistance_desktop.storage.database import connect
from tests.conftest import PASSPHRASE
from tests.storage.conftest import VAULTS

SCHEMAS = sorted(int(path.name.removeprefix("schema-")) for path in VAULTS.glob("schema-*"))


def test_there_are_vaults_of_older_schemas():
    assert SCHEMAS[:4] == [1, 4, 5, 9]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_an_old_vault_opens_with_everything_that_was_in_it(old_vault, schema):
    opened = vault.unlock(old_vault(schema), PASSPHRASE)
    assert opened.gap.is_none
    connection = opened.connect(read_only=True)
    assert migrate.present(connection) == migrate.newest()
    assert settings.read(connection, "desk")["worker"] == "Pihlaja"
    rows = case_store.rows(connection, case_store.case_ids(connection))
    assert [(row.pseudonym, row.number) for row in rows] == [
        ("Aurora", "K7-4M2Q"),
        ("Tuisku", "H5-6HBW"),
    ]
    case = case_store.load(connection, rows[0].case_id)
    assert case.value("intake", "/data/need") == "A bed far from the frozen lake"
    assert case.value("intake", "/data/age") is Unanswered.UNKNOWN
    assert case.value("case", "opened_on") == "2026-11-24"
    assert len(case.changes) == 10
    assert chain.check(connection).is_none
    # From schema 6 on a change that was amended in place has a link for each time.
    assert chain.tip(connection).n == (22 if schema >= migrate.ANCHORED else 20)
    connection.close()
    opened.close()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_migrated_vault_is_found_whole_at_the_next_unlock(old_vault, schema):
    folder = old_vault(schema)
    vault.unlock(folder, PASSPHRASE).close()
    again = vault.unlock(folder, PASSPHRASE)
    assert again.gap.is_none
    again.close()


def test_before_a_migration_a_copy_is_kept_that_opens_with_the_same_key(old_vault):
    folder = old_vault(4)
    opened = vault.unlock(folder, PASSPHRASE)
    copy = connect(folder / "vault.before-4", opened.key("database"), read_only=True)
    assert migrate.present(copy) == 4
    assert copy.execute("SELECT count(*) FROM change").fetchone()[0] == 20
    copy.close()
    opened.close()


def test_a_migration_that_fails_changes_nothing_and_can_be_tried_again(old_vault, monkeypatch):
    folder = old_vault(5)

    def fail(_connection):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(migrate, "_FILLINGS", {6: fail})
        with pytest.raises(ZeroDivisionError):
            vault.unlock(folder, PASSPHRASE)
    opened = vault.unlock(folder, PASSPHRASE)
    assert opened.gap.is_none
    opened.close()


def test_a_kill_right_behind_a_migration_raises_no_alarm(old_vault, monkeypatch):
    folder = old_vault(5)

    def die(*_everything):
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(vault, "_settle", die)
        with pytest.raises(ZeroDivisionError):
            vault.unlock(folder, PASSPHRASE)
    opened = vault.unlock(folder, PASSPHRASE)
    assert opened.gap.is_none
    opened.close()


def test_an_update_without_room_for_the_copy_is_refused(old_vault):
    folder = old_vault(5)
    (folder / ".vault.before-5.new").mkdir()  # nothing can be written under this name
    with pytest.raises(vault.StorageFullError, match="copy"):
        vault.unlock(folder, PASSPHRASE)
    shutil.rmtree(folder / ".vault.before-5.new")
    vault.unlock(folder, PASSPHRASE).close()
