"""A backup becomes the notes: on a new laptop, and where the notes are damaged."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from assistance_desktop.storage import backup, keys, settings, vault
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import preferences
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.unlock.backup_page import BackupPage
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE

AT = datetime(2026, 12, 1, 8, 10, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path):
    """With a backup of Pihlaja's notes, from a laptop that is lost."""
    made = vault.create(
        tmp_path / "lost" / "notes",
        PASSPHRASE,
        name="Pihlaja",
        cost=keys.FLOOR,
        fill=lambda c: desks.found(c, "Pihlaja", "Laptop 1", Role.FIELD, AT),
    )
    backup.write(made, tmp_path / "stick", AT)
    made.close()
    return tmp_path / "stick"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "desk"
    preferences.write(made, Preferences("en", "light"))
    return made


@pytest.fixture
def window(qapp, folder, qtbot):
    made = MainWindow(folder)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def take_backup(window, qtbot, stick):
    page = window.entrance
    assert isinstance(page, BackupPage)
    with qtbot.waitSignal(page.found):
        page.look_in(stick)
    assert page.form.rows[0].isChecked()
    with qtbot.waitSignal(page.placed):
        qtbot.mouseClick(page.form.use, Qt.MouseButton.LeftButton)


def unlock(window, qtbot):
    page = window.entrance
    assert isinstance(page, UnlockPage)
    page.form.field.set_passphrase(PASSPHRASE)
    page.form.button.click()
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)


def device(connection):
    return settings.read(connection, "desk")["device"]


def test_on_a_new_laptop_a_backup_becomes_the_notes_with_a_new_device(window, qtbot, stick):
    assert isinstance(window.entrance, FirstStart)
    window.entrance.page.restore.click()
    take_backup(window, qtbot, stick)
    unlock(window, qtbot)
    lost = vault.unlock(stick.parent / "lost" / "notes", PASSPHRASE)
    connection = lost.connect(read_only=True)
    before = device(connection)
    connection.close()
    lost.close()
    assert device(window.session.reader) != before
    assert settings.read(window.session.reader, "former_devices") == [before]


def test_damaged_notes_offer_a_backup_and_stay_beside_it(qapp, folder, qtbot, stick):
    vault.create(folder / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    (folder / "notes" / "vault.db").write_bytes(b"nothing that opens" * 4096)
    window = MainWindow(folder)
    qtbot.addWidget(window)
    window.show()
    page = window.entrance
    page.form.field.set_passphrase(PASSPHRASE)
    page.form.button.click()
    qtbot.waitUntil(lambda: page.form.notice is not None, timeout=10_000)
    page.form.restore.click()
    take_backup(window, qtbot, stick)
    unlock(window, qtbot)
    assert [path.name[:14] for path in folder.glob("notes.*")] == ["notes.damaged-"]
    window.close()


def test_a_wrong_passphrase_offers_no_backup(qapp, folder, qtbot):
    vault.create(folder / "notes", PASSPHRASE, cost=keys.FLOOR).close()
    window = MainWindow(folder)
    qtbot.addWidget(window)
    window.show()
    page = window.entrance
    page.form.field.set_passphrase("quite another one")
    page.form.button.click()
    qtbot.waitUntil(lambda: page.form.field.isEnabled() and page.form.wait.text() != "")
    assert page.form.restore is None
    window.close()


def test_a_folder_without_backups_is_told_and_one_goes_back(window, qtbot, tmp_path):
    window.entrance.page.restore.click()
    page = window.entrance
    with qtbot.waitSignal(page.found):
        page.look_in(tmp_path / "desk")
    assert not page.form.use.isEnabled()
    assert not page.form.notices.isHidden()
    page.form.back.click()
    assert isinstance(window.entrance, FirstStart)
