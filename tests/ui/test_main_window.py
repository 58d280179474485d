"""The window over a real vault: locking, hiding, languages, and what can go wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from assistance_desktop.storage import case_store, vault
from assistance_desktop.ui import failure, preferences
from assistance_desktop.ui.crash.page import CrashPage
from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE
from tests.ui.at_work import half_type, in_front, kept, make_case, make_desk, unlock

PAGES = (
    "today",
    "cases",
    "sync",
    "devices",
    "settings",
    "case",
    "plan",
    "intake",
    "paper",
    "asked",
)


@pytest.fixture
def folder(tmp_path):
    return make_desk(tmp_path / "desk")


@pytest.fixture
def window(qtbot, folder):
    made = MainWindow(folder)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def opened(qtbot, window):
    unlock(qtbot, window)
    return window


@pytest.fixture
def case_id(qtbot, opened):
    return make_case(qtbot, opened)


def show(window, page, case_id):
    work = window.workspace
    shows = {
        "case": lambda: work.show_case(case_id),
        "plan": lambda: work.show_plan(case_id),
        "intake": lambda: work.show_intake(case_id),
        "paper": lambda: work.show_paper(case_id),
        "asked": work.show_questionnaires,
    }
    shows.get(page, lambda: work.go(page))()


@pytest.mark.parametrize("page", PAGES)
def test_locking_closes_everything_from_every_page(qtbot, opened, case_id, page):
    show(opened, page, case_id)
    session = opened.session
    opened.actions_["lock"].trigger()
    assert opened.session is opened.workspace is None
    assert isinstance(in_front(opened), UnlockPage)
    with pytest.raises(vault.VaultMissingError):
        session.vault.connect()
    assert "Aurora" not in opened.windowTitle()


def test_locking_closes_dialogs_too(qtbot, opened, case_id):
    opened.workspace.show_case(case_id)
    ours = Dialog(opened.workspace, "Take away?", "For good.", act="Take away", keep="Keep")
    ours.open_now()
    system = QFileDialog(opened)
    system.setOption(QFileDialog.Option.DontUseNativeDialog)
    system.open()
    opened.lock()
    assert not system.isVisible()
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not opened]
    assert isinstance(in_front(opened), UnlockPage)


@pytest.mark.parametrize("leave", ["lock", "close", "hide_now"])
def test_a_half_typed_answer_is_in_the_vault(qtbot, opened, folder, leave):
    case_id, path = half_type(qtbot, opened, "A lawyer and")
    getattr(opened, leave)()
    qtbot.waitUntil(lambda: opened.session is None)
    assert kept(folder, case_id, path) == "A lawyer and"


@pytest.mark.parametrize("page", ["cases", "intake", "paper"])
def test_hiding_shows_ordinary_notes_and_the_way_back_needs_the_passphrase(
    qtbot, opened, case_id, page
):
    show(opened, page, case_id)
    qtbot.keyClick(opened, Qt.Key.Key_F9)
    notes = in_front(opened)
    assert isinstance(notes, NotesPage)
    assert opened.windowTitle() == "Notes"
    qtbot.waitUntil(lambda: opened.session is None)
    assert not notes.sheet.toPlainText()
    qtbot.keyClick(notes.sheet, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: isinstance(in_front(opened), UnlockPage))
    unlock(qtbot, opened)
    assert case_store.case_ids(opened.session.reader) == [case_id]


def test_idle_notes_lock_themselves_and_any_key_starts_the_time_again(qtbot, opened):
    opened._idle.setInterval(200)
    opened._idle.start()
    left = opened._idle.remainingTime()
    qtbot.waitUntil(lambda: opened._idle.remainingTime() < left)
    lower = opened._idle.remainingTime()
    qtbot.keyClick(opened, Qt.Key.Key_Shift)
    assert opened._idle.remainingTime() > lower
    qtbot.waitUntil(lambda: opened.session is None, timeout=5000)
    assert isinstance(in_front(opened), UnlockPage)


def test_the_chosen_idle_time_is_in_force_at_once(qtbot, opened):
    opened.workspace.settings_page.idle_chosen.emit(2)
    assert opened._idle.interval() == 120_000


def test_a_wrong_passphrase_opens_nothing(qtbot, window):
    unlock(qtbot, window, "another passphrase altogether")
    page = window.entrance
    qtbot.waitUntil(lambda: bool(page.form.field.error), timeout=20_000)
    assert window.session is None


def test_another_language_rebuilds_the_pages_and_loses_no_case(qtbot, opened, case_id):
    titles = set()
    for code in ("fi", "sv", "en"):
        opened.workspace.go("settings")
        opened.workspace.settings_page.language.pick(code)
        opened.workspace.settings_page._on_language_chosen(code)
        assert opened.preferences.language == code
        assert preferences.read(opened.folder).language == code
        titles.add(opened.workspace.settings_page.header.findChild(QAbstractButton).text())
        assert opened.workspace.settings_page.isVisible()
        assert case_store.case_ids(opened.session.reader) == [case_id]
        opened.workspace.show_case(case_id)
        assert opened.workspace.case_page.case_id == case_id
    assert len(titles) > 1
    opened.actions_["cases"].trigger()
    assert opened.workspace.case_list.isVisible()


def test_another_language_keeps_what_is_half_typed(qtbot, opened, folder):
    case_id, path = half_type(qtbot, opened, "A lawyer and")
    opened.workspace.preferences_chosen.emit(Preferences("fi", "light"))
    opened.lock()
    assert kept(folder, case_id, path) == "A lawyer and"


def test_another_theme_is_shown_and_remembered(qtbot, opened):
    light = opened.grab().toImage().pixelColor(900, 700)
    opened.workspace.preferences_chosen.emit(Preferences("en", "dark"))
    assert preferences.read(opened.folder).theme == "dark"
    assert opened.grab().toImage().pixelColor(900, 700).lightness() < light.lightness()


def test_a_bug_shows_a_page_without_values_and_leads_back(qtbot, opened, case_id):
    opened.workspace.show_case(case_id)
    failure.install(opened.show_crash)
    try:
        failure.show_bug(ValueError("Aurora"))
    finally:
        failure.uninstall()
    page = in_front(opened)
    assert isinstance(page, CrashPage)
    page.closed.emit()
    assert in_front(opened) is opened.workspace
    assert opened.workspace.case_page.isVisible()


def test_locking_works_from_the_crash_page(qtbot, opened):
    opened.show_crash("Version 0")
    opened.lock()
    assert isinstance(in_front(opened), UnlockPage)


def test_an_unreadable_vault_gives_a_notice_and_is_left_as_it_is(qtbot, folder, window):
    path = folder / "notes" / "vault.db"
    path.write_bytes(path.read_bytes()[:1000])
    before = path.read_bytes()
    page = window.entrance
    qtbot.keyClicks(page.form.field.edit, PASSPHRASE)
    page.form.button.click()
    qtbot.waitUntil(lambda: page.form.notice is not None, timeout=20_000)
    assert window.session is None
    assert path.read_bytes() == before


def test_a_second_window_on_the_same_notes_is_refused_with_a_notice(qtbot, opened, folder):
    second = MainWindow(folder)
    second.show()
    page = second.entrance
    qtbot.keyClicks(page.form.field.edit, PASSPHRASE)
    page.form.button.click()
    qtbot.waitUntil(lambda: page.form.notice is not None, timeout=20_000)
    assert second.session is None
    second.close()
    assert opened.session is not None


@pytest.mark.parametrize("page", PAGES)
def test_the_title_of_the_window_never_holds_a_name(qtbot, opened, case_id, page):
    show(opened, page, case_id)
    assert opened.windowTitle() == "Workspace"


def test_a_shortcut_leaves_the_page_alone_while_a_panel_lies_over_it(opened, qtbot):
    workspace = opened.workspace
    workspace.agenda.open("", "task")
    opened.actions_["new_intake"].trigger()
    opened.actions_["cases"].trigger()
    assert workspace.today_page.isVisible()
    workspace.agenda.form.leave()
    opened.actions_["cases"].trigger()
    assert workspace.case_list.isVisible()


def test_today_is_the_first_page_and_the_rail_goes_by_its_keys(opened):
    workspace = opened.workspace
    assert workspace.today_page.isVisible()
    pages = {
        "Ctrl+1": workspace.today_page,
        "Ctrl+2": workspace.case_list,
        "Ctrl+3": workspace.exchange_page,
        "Ctrl+4": workspace.devices_page,
        "Ctrl+5": workspace.settings_page,
    }
    for place in ("settings", "devices", "sync", "cases", "today"):
        action = opened.actions_[place]
        action.trigger()
        assert pages[action.shortcut().toString()].isVisible()


def test_a_half_typed_task_is_in_the_vault_after_a_lock(qtbot, opened, case_id):
    opened.workspace.agenda.open(case_id, "task")
    qtbot.keyClicks(opened.workspace.agenda.form.what.edit, "Ring the clin")
    opened.actions_["lock"].trigger()
    assert isinstance(in_front(opened), UnlockPage)
    unlock(qtbot, opened)
    page = opened.workspace.today_page
    qtbot.waitUntil(lambda: len(page.agenda.rows) == 1)
    assert page.agenda.rows[0].whose.what.what == "Ring the clin"
