import os
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from assistance_desktop import i18n
from assistance_desktop.storage import migrate, tries, vault
from assistance_desktop.ui.session import now
from assistance_desktop.ui.unlock import unlock_page
from tests.conftest import PASSPHRASE

KEYS = Qt.Key


@pytest.fixture
def folder(open_vault):
    open_vault.close()
    return open_vault.folder


@pytest.fixture
def page(qtbot, jobs, folder):
    made = unlock_page.UnlockPage(folder, jobs)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.form.field.edit.hasFocus)
    return made


def refused(qtbot, page, passphrase):
    page.form.field.edit.selectAll()
    qtbot.keyClicks(page.form.field.edit, passphrase)
    qtbot.keyClick(page.form.field.edit, KEYS.Key_Return)
    qtbot.waitUntil(lambda: bool(page.form.field.error or page.form.notice), timeout=20_000)


def letter(page, text, modifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.form.field.edit, QKeyEvent(kind, KEYS.Key_A, modifier, text))


def test_the_passphrase_and_enter_open_the_notes(qtbot, page):
    with qtbot.waitSignal(page.unlocked, timeout=20_000) as unlocked:
        qtbot.keyClicks(page.form.field.edit, PASSPHRASE)
        qtbot.keyClick(page.form.field.edit, KEYS.Key_Return)
    opened = unlocked.args[0]
    opened.connect().close()
    opened.close()
    assert not page.form.field.passphrase
    assert not page.form.field.edit.isUndoAvailable()


def test_a_wrong_passphrase_is_kept_selected_and_told_under_the_field(qtbot, page):
    refused(qtbot, page, "not the right one")
    assert page.form.field.error == "That did not open it. Try again."
    assert page.form.field.edit.selectedText()
    assert page.form.field.passphrase == "not the right one"


def test_the_pause_grows_and_ends(qtbot, page):
    refused(qtbot, page, "not the right one")
    assert page.form.wait.text() == "Wait 1 second."
    assert not page.form.button.isEnabled()
    qtbot.waitUntil(page.form.button.isEnabled, timeout=5_000)
    assert not page.form.wait.text()
    refused(qtbot, page, "another wrong one")
    assert page.form.wait.text() == "Wait 2 seconds."


def test_the_pause_goes_on_where_it_was_when_the_program_is_started_anew(qtbot, jobs, folder):
    for _each in range(4):
        tries.add(folder, now())
    page = unlock_page.UnlockPage(folder, jobs)
    qtbot.addWidget(page)
    assert not page.form.button.isEnabled()
    assert page.form.wait.text() in ("Wait 8 seconds.", "Wait 7 seconds.")


def test_a_pause_that_is_over_keeps_nobody_out_and_the_next_is_longer(qtbot, jobs, folder):
    for _each in range(3):
        tries.add(folder, now() - timedelta(hours=1))
    page = unlock_page.UnlockPage(folder, jobs)
    qtbot.addWidget(page)
    page.show()
    assert page.form.button.isEnabled()
    refused(qtbot, page, "not the right one")
    assert page.form.wait.text() == "Wait 8 seconds."
    assert tries.read(folder).count == 4


def test_a_clock_that_was_put_back_keeps_nobody_out_longer_than_the_pause(qtbot, jobs, folder):
    tries.add(folder, now() + timedelta(days=400))
    page = unlock_page.UnlockPage(folder, jobs)
    qtbot.addWidget(page)
    assert page.form.wait.text() == "Wait 1 second."


def test_enter_does_nothing_during_the_pause(qtbot, page):
    refused(qtbot, page, "not the right one")
    qtbot.keyClick(page.form.field.edit, KEYS.Key_Return)
    assert page.form.field.error


def test_an_empty_field_asks_for_a_passphrase(qtbot, page):
    qtbot.mouseClick(page.form.button, Qt.MouseButton.LeftButton)
    assert page.form.field.error == "Type your passphrase first."
    qtbot.keyClicks(page.form.field.edit, "a")
    assert not page.form.field.error


def test_damaged_notes_are_told_with_what_helps(qtbot, page, folder):
    size = (folder / "vault.db").stat().st_size
    (folder / "vault.db").write_bytes(os.urandom(size))
    refused(qtbot, page, PASSPHRASE)
    assert page.form.notice.words.text() == "The notes are there, but their file is damaged."
    assert page.form.button.isEnabled()
    assert page.form.field.passphrase == PASSPHRASE


def test_missing_notes_are_told(qtbot, page, folder):
    (folder / "vault.db").unlink()
    refused(qtbot, page, PASSPHRASE)
    assert "no notes" in page.form.notice.words.text()


def test_notes_of_a_newer_program_are_told(qtbot, page, folder):
    opened = vault.unlock(folder, PASSPHRASE)
    connection = opened.connect()
    connection.execute(f"PRAGMA user_version = {migrate.newest() + 1}")
    connection.close()
    opened.close()
    refused(qtbot, page, PASSPHRASE)
    assert "newer" in page.form.notice.words.text()


def test_notes_that_are_open_elsewhere_are_told(qtbot, page, folder):
    elsewhere = vault.unlock(folder, PASSPHRASE)
    refused(qtbot, page, PASSPHRASE)
    assert "another window" in page.form.notice.words.text()
    elsewhere.close()


def test_a_new_try_takes_the_notice_away(qtbot, page, folder):
    elsewhere = vault.unlock(folder, PASSPHRASE)
    refused(qtbot, page, PASSPHRASE)
    elsewhere.close()
    with qtbot.waitSignal(page.unlocked, timeout=20_000) as unlocked:
        page.form.button.click()
        assert page.form.notice is None
    unlocked.args[0].close()


def test_caps_lock_is_told_once_a_letter_shows_it(qtbot, page):
    assert not page.form.caps_lock.text
    letter(page, "A", Qt.KeyboardModifier.NoModifier)
    assert page.form.caps_lock.text == "Caps Lock is on."
    qtbot.keyClick(page.form.field.edit, KEYS.Key_CapsLock)
    assert page.form.caps_lock.text == "Caps Lock is off."
    letter(page, "A", Qt.KeyboardModifier.ShiftModifier)
    assert page.form.caps_lock.text == "Caps Lock is off."


def test_show_makes_the_letters_readable_until_the_page_is_cleared(qtbot, page):
    qtbot.keyClicks(page.form.field.edit, "lantern")
    page.form.field.set_shown(True)
    assert page.form.field.edit.displayText() == "lantern"
    page.clear()
    qtbot.keyClicks(page.form.field.edit, "lantern")
    assert "lantern" not in page.form.field.edit.displayText()


def test_another_language_is_shown_at_once_and_keeps_what_is_typed(qtbot, page):
    qtbot.keyClicks(page.form.field.edit, "lantern")
    with qtbot.waitSignal(page.language_chosen) as chosen:
        next(each for each in page.languages.choice.menu.actions() if each.data() == "fi").trigger()
    assert chosen.args == ["fi"]
    assert i18n.language() == "fi"
    assert page.form.field.passphrase == "lantern"
    assert page.languages.choice.value == "fi"


def test_everything_that_takes_the_keyboard_has_a_name(page, nameless):
    assert nameless(page) == []
