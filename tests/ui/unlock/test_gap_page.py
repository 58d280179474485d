"""An older file was put back: what is missing is named, and a person decides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, backup, backup_plan, editing, gap, keys, vault
from assistance_desktop.storage.backup_plan import Place, Plan
from assistance_desktop.storage.deeds import Kind
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import preferences
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import now
from assistance_desktop.ui.unlock.gap_page import GapPage
from assistance_desktop.ui.unlock.gap_view import GapWay
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE


def write(folder, pen, case, *edits):
    opened = vault.unlock(folder, PASSPHRASE)
    connection = opened.connect()
    with transaction(connection):
        editing.write(connection, case, edits, pen)
    connection.close()
    opened.close()


@pytest.fixture
def folder(tmp_path, clock, new_id):
    """A desk whose notes of yesterday were put in the place of today's."""
    notes = tmp_path / "desk" / "notes"
    made = vault.create(
        notes,
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda c: desks.found(c, "Pihlaja", "Laptop 1", Role.FIELD, now()),
    )
    made.close()
    pen = Pen(Author("Pihlaja", "laptop-1"), clock, new_id)
    write(notes, pen, "aurora", Edit("case", "pseudonym", "Aurora"))
    stick = tmp_path / "stick"
    stick.mkdir()
    opened = vault.unlock(notes, PASSPHRASE)
    connection = opened.connect()
    with transaction(connection):
        backup_plan.keep(connection, Plan((Place(str(stick)),)))
    connection.close()
    opened.close()
    older = (notes / "vault.db").read_bytes()
    write(notes, pen, "aurora", Edit("note/1", "text", "ice"), Edit("note/2", "text", "rain"))
    opened = vault.unlock(notes, PASSPHRASE)
    backup.write(opened, stick, now())
    opened.close()
    (notes / "vault.db").write_bytes(older)
    preferences.write(tmp_path / "desk", Preferences("en", "light"))
    return tmp_path / "desk"


@pytest.fixture
def window(qtbot, folder):
    made = MainWindow(folder)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(qtbot, window):
    return unlock(qtbot, window)


def unlock(qtbot, window):
    assert isinstance(window.entrance, UnlockPage)
    qtbot.keyClicks(window.entrance.form.field.edit, PASSPHRASE)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.entrance, GapPage), timeout=20_000)
    return window.entrance


def open_anyway(page):
    page.view.rows[GapWay.ANYWAY].click()
    page.view.onward.click()


def said(page):
    return {words.text() for words in page.findChildren(Words)}


def test_what_is_missing_is_named_with_day_case_and_count(page):
    assert "2 changes made on 23 November 2026 are missing from this file." in said(page)
    assert "Aurora" in said(page)
    assert any(words.startswith("2 changes, 11:00") for words in said(page))


def test_nothing_of_a_case_is_shown_before_somebody_decides(window, page):
    assert window.workspace is None
    assert window.session is None


def test_the_backup_that_has_it_all_is_offered_first_and_brings_it_back(qtbot, window, page):
    qtbot.waitUntil(lambda: page.backup is not None, timeout=20_000)
    assert list(page.view.rows) == [GapWay.BACKUP, GapWay.ANYWAY]
    row = page.view.rows[GapWay.BACKUP]
    assert row.isChecked()
    assert row.accessibleDescription().startswith("Has all 2.")
    page.view.onward.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    backup_page = window.workspace.backup_page
    qtbot.waitUntil(backup_page.restore.bring.isVisible, timeout=20_000)
    assert [mark.missing for mark in gap.marks(window.session.reader, "aurora")] == [2]
    qtbot.waitUntil(backup_page.restore.bring.isEnabled, timeout=20_000)
    backup_page.restore.bring.click()
    qtbot.waitUntil(lambda: gap.marks(window.session.reader, "aurora") == [], timeout=20_000)
    assert window.session.case("aurora").value("note/2", "text") == "rain"


def test_opening_anyway_marks_the_case_and_is_noted(qtbot, window, page):
    open_anyway(page)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    reader = window.session.reader
    assert [mark.missing for mark in gap.marks(reader, "aurora")] == [2]
    lines = activity.read(reader, activity.Filters())
    (line,) = [one for one in lines if one.deed.kind is Kind.OPENED_WITH_GAP]
    assert (line.deed.count("missing"), line.who) == (2, "Pihlaja")


def test_the_desk_gets_a_new_device_for_old_numbers_may_be_used(qtbot, window, page, folder):
    before = desks.read(page._vault.connect(read_only=True)).device.id
    open_anyway(page)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    assert desks.read(window.session.reader).device.id != before


def test_the_case_says_what_it_lacks(qtbot, window, page):
    open_anyway(page)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    window.workspace.show_case("aurora")
    lacks = "2 changes of 23 November 2026 are missing here."
    assert lacks in said(window.workspace.case_page)


def test_afterwards_it_opens_without_a_question(qtbot, window, page):
    open_anyway(page)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    window.lock()
    qtbot.keyClicks(window.entrance.form.field.edit, PASSPHRASE)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)


def test_staying_locked_changes_nothing(qtbot, window, page, folder):
    page.view.stay.click()
    assert isinstance(window.entrance, UnlockPage)
    again = unlock(qtbot, window)
    assert "2 changes made on 23 November 2026 are missing from this file." in said(again)


def test_hiding_shows_the_notes_and_leaves_the_gap(qtbot, window, page, folder):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert window.is_hidden
    qtbot.waitUntil(lambda: is_free(folder / "notes"))


def is_free(notes):
    try:
        vault.unlock(notes, PASSPHRASE).close()
    except vault.VaultInUseError:
        return False
    return True


def test_the_keyboard_alone_opens_it(qtbot, window, page):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)


def test_everything_on_it_has_a_name(page, nameless):
    assert nameless(page) == []


def test_another_language_keeps_what_was_found(page):
    page.view.language_chosen.emit("fi")
    assert "Aurora" in said(page)
