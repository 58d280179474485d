"""A new passphrase and a new sheet from the settings, over the open notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop.storage import keys, vault
from assistance_desktop.storage.keyslots import Kind, WrongPassphraseError, WrongSheetError
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.ui.unlock.current_page import CurrentPage
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.way_change import WayChange
from tests.conftest import PASSPHRASE
from tests.little_room import WINDOWS_HAS_NONE, files_no_larger_than

KEYS = Qt.Key
OLD_SHEET = Sheet(bytes(range(80, 100)))
NEW = "twelve patient herons whistling"


@pytest.fixture
def opened(tmp_path):
    made = vault.create(tmp_path / "notes", PASSPHRASE, sheet=OLD_SHEET.secret, cost=keys.FLOOR)
    yield made
    made.close()


@pytest.fixture
def change(qtbot, jobs, opened):
    def show(way):
        made = WayChange(opened, way, jobs)
        qtbot.addWidget(made)
        made.resize(1280, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.page.field.edit.hasFocus)
        return made

    return show


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def type_in(qtbot, words):
    for one in words:
        qtbot.keyClick(QApplication.focusWidget(), one)


def pass_first(qtbot, made):
    type_in(qtbot, PASSPHRASE)
    press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(made.page, CurrentPage), timeout=20_000)


def test_a_new_passphrase_opens_and_the_old_one_does_not(qtbot, change, opened):
    made = change(Kind.PASSPHRASE)
    pass_first(qtbot, made)
    assert isinstance(made.page, PassphrasePage)
    type_in(qtbot, NEW)
    press(qtbot, KEYS.Key_Return)
    type_in(qtbot, NEW)
    with qtbot.waitSignal(made.finished, timeout=60_000) as told:
        press(qtbot, KEYS.Key_Return)
    assert told.args == [Kind.PASSPHRASE]
    opened.connect().close()
    opened.close()
    with pytest.raises(WrongPassphraseError):
        vault.unlock(opened.folder, PASSPHRASE)
    vault.unlock(opened.folder, NEW).close()


def test_without_the_present_passphrase_nothing_is_offered(qtbot, change, opened):
    made = change(Kind.SHEET)
    type_in(qtbot, NEW)
    press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: bool(made.page.field.error), timeout=20_000)
    assert isinstance(made.page, CurrentPage)
    assert "That did not open it." in made.page.field.error
    press(qtbot, KEYS.Key_Return)
    assert isinstance(made.page, CurrentPage)


def test_a_new_sheet_proves_itself_before_the_old_one_stops_working(qtbot, change, opened):
    made = change(Kind.SHEET)
    pass_first(qtbot, made)
    page = made.page
    assert isinstance(page, RecoveryPage)
    groups = made._sheet.groups
    secret = made._sheet.secret
    page.written_button.click()
    assert not made.foot.next.isEnabled()
    type_in(qtbot, "".join(groups).lower())
    qtbot.waitUntil(made.foot.next.isEnabled)
    with qtbot.waitSignal(made.finished, timeout=60_000):
        made.foot.next.click()
    opened.close()
    with pytest.raises(WrongSheetError):
        vault.unlock_with_sheet(opened.folder, OLD_SHEET.secret)
    vault.unlock_with_sheet(opened.folder, secret).close()


def test_leaving_changes_nothing_and_keeps_the_notes_open(qtbot, change, opened):
    made = change(Kind.SHEET)
    pass_first(qtbot, made)
    with qtbot.waitSignal(made.left):
        made.foot.back.click()
    made.deleteLater()
    opened.connect().close()
    opened.close()
    vault.unlock_with_sheet(opened.folder, OLD_SHEET.secret).close()


@WINDOWS_HAS_NONE
def test_a_sheet_that_cannot_prove_itself_leaves_the_old_one(opened):
    with files_no_larger_than(4096), pytest.raises(vault.StorageFullError):
        vault.replace_sheet(opened, b"n" * 20)
    opened.close()
    vault.unlock_with_sheet(opened.folder, OLD_SHEET.secret).close()


@pytest.mark.parametrize("way", [Kind.PASSPHRASE, Kind.SHEET])
def test_everything_has_a_name(qtbot, change, nameless, way):
    made = change(way)
    assert nameless(made) == []
    pass_first(qtbot, made)
    assert nameless(made) == []
