"""Unlocking with the sheet, through the unlock page: a new passphrase, perhaps a new sheet."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop import i18n
from assistance_desktop.storage import keys, vault
from assistance_desktop.storage.keyslots import WrongPassphraseError, WrongSheetError
from assistance_desktop.storage.recovery import Sheet
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.recovery_page import RecoveryPage
from assistance_desktop.ui.unlock.renewal import Renewal
from assistance_desktop.ui.unlock.seen_page import SeenPage
from assistance_desktop.ui.unlock.sheet_page import SheetPage
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE
from tests.little_room import WINDOWS_HAS_NONE, files_no_larger_than

KEYS = Qt.Key
SHEET = Sheet(bytes(range(80, 100)))
NEW = "twelve patient herons whistling"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "notes"
    vault.create(place, PASSPHRASE, sheet=SHEET.secret, cost=keys.FLOOR).close()
    return place


@pytest.fixture
def page(qtbot, jobs, folder):
    made = UnlockPage(folder, jobs)
    qtbot.addWidget(made)
    return show(qtbot, made)


def show(qtbot, made):
    made.resize(1280, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.form.field.edit.hasFocus)
    return made


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_in(qtbot, words):
    for one in words:
        qtbot.keyClick(QApplication.focusWidget(), one)


def go_to_sheet(qtbot, page):
    """With the keyboard: past Show and Unlock to the way beside them."""
    for _each in range(3):
        press(qtbot, KEYS.Key_Tab)
    assert QApplication.focusWidget() is page.form.others.use_sheet
    press(qtbot, KEYS.Key_Return)
    assert isinstance(page.over, SheetPage)
    return page.over


def open_with_sheet(qtbot, page, sheet=SHEET):
    go_to_sheet(qtbot, page)
    type_in(qtbot, "".join(sheet.groups).lower())
    press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.over, Renewal), timeout=20_000)
    return page.over


def choose_passphrase(qtbot, renewal):
    assert isinstance(renewal.page, PassphrasePage)
    for _each in range(2):
        type_in(qtbot, NEW)
        press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: isinstance(renewal.page, SeenPage), timeout=60_000)


def test_the_sheet_opens_the_notes_and_leads_to_a_new_passphrase(qtbot, page, folder):
    renewal = open_with_sheet(qtbot, page)
    choose_passphrase(qtbot, renewal)
    with qtbot.waitSignal(page.unlocked) as unlocked:
        press(qtbot, KEYS.Key_Return)
    opened = unlocked.args[0]
    opened.connect().close()
    opened.close()
    vault.unlock(folder, NEW).close()
    vault.unlock_with_sheet(folder, SHEET.secret).close()
    with pytest.raises(WrongPassphraseError):
        vault.unlock(folder, PASSPHRASE)


def test_the_passphrase_can_wait(qtbot, page, folder):
    renewal = open_with_sheet(qtbot, page)
    assert renewal.foot.back.text() == "Later"
    with qtbot.waitSignal(page.unlocked) as unlocked:
        press(qtbot, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    unlocked.args[0].close()
    vault.unlock(folder, PASSPHRASE).close()


def test_a_sheet_that_was_seen_is_replaced_and_the_new_one_proves_itself(qtbot, page, folder):
    renewal = open_with_sheet(qtbot, page)
    choose_passphrase(qtbot, renewal)
    press(qtbot, KEYS.Key_2)
    press(qtbot, KEYS.Key_Return)
    sheet = renewal.page
    assert isinstance(sheet, RecoveryPage)
    assert not renewal.foot.next.isEnabled()
    paper = sheet.preview.groups
    assert paper != SHEET.groups
    sheet.written_button.click()
    type_in(qtbot, "".join(paper))
    with qtbot.waitSignal(page.unlocked, timeout=60_000) as unlocked:
        press(qtbot, KEYS.Key_Return)
    unlocked.args[0].close()
    vault.unlock_with_sheet(folder, Sheet.read(paper).secret).close()
    with pytest.raises(WrongSheetError):
        vault.unlock_with_sheet(folder, SHEET.secret)
    assert [path.name for path in folder.parent.iterdir()] == ["notes"]


@WINDOWS_HAS_NONE
def test_while_there_is_no_room_to_try_the_new_sheet_the_old_one_opens(qtbot, page, folder):
    renewal = open_with_sheet(qtbot, page)
    choose_passphrase(qtbot, renewal)
    press(qtbot, KEYS.Key_2)
    press(qtbot, KEYS.Key_Return)
    sheet = renewal.page
    paper = sheet.preview.groups
    sheet.written_button.click()
    type_in(qtbot, "".join(paper))
    with files_no_larger_than(4096):
        press(qtbot, KEYS.Key_Return)
        qtbot.waitUntil(renewal.foot.next.isEnabled, timeout=60_000)
    assert renewal.page is sheet
    page.leave()
    vault.unlock_with_sheet(folder, SHEET.secret).close()
    with pytest.raises(WrongSheetError):
        vault.unlock_with_sheet(folder, Sheet.read(paper).secret)


def test_going_back_from_a_new_sheet_keeps_the_old_one(qtbot, page, folder):
    renewal = open_with_sheet(qtbot, page)
    choose_passphrase(qtbot, renewal)
    press(qtbot, KEYS.Key_2)
    press(qtbot, KEYS.Key_Return)
    press(qtbot, KEYS.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(renewal.page, SeenPage)
    with qtbot.waitSignal(page.unlocked) as unlocked:
        press(qtbot, KEYS.Key_Return)
    unlocked.args[0].close()
    vault.unlock_with_sheet(folder, SHEET.secret).close()


def test_a_group_that_is_wrong_is_named_and_nothing_is_tried(qtbot, page):
    sheet = go_to_sheet(qtbot, page)
    groups = list(SHEET.groups)
    groups[3], groups[4] = groups[4], groups[3]
    type_in(qtbot, "".join(groups))
    assert [place for place, each in sheet.form.typed.fields.items() if each.error] == [4, 5]
    assert "It would fit as group 5." in sheet.form.typed.fields[4].error
    with qtbot.assertNotEmitted(sheet.form.asked):
        sheet.form.button.click()
    assert sheet.form.typed.fields[4].edit.hasFocus()


def test_a_sheet_of_other_notes_is_told_and_stays_typed(qtbot, page, folder):
    before = {path.name: path.read_bytes() for path in folder.glob("vault.*")}
    sheet = go_to_sheet(qtbot, page)
    other = Sheet.draw()
    type_in(qtbot, "".join(other.groups))
    press(qtbot, KEYS.Key_Return)
    qtbot.waitUntil(lambda: sheet.form.findChild(Notice) is not None, timeout=20_000)
    assert "does not open these notes" in sheet.form.findChild(Notice).words.text()
    assert sheet.form.typed.groups == other.groups
    assert sheet.form.button.isEnabled()
    assert {path.name: path.read_bytes() for path in folder.glob("vault.*")} == before


def test_a_pasted_sheet_fills_every_field(qtbot, page):
    sheet = go_to_sheet(qtbot, page)
    lines = "\n".join(f"{place} {group}" for place, group in enumerate(SHEET.groups, 1))
    QApplication.clipboard().setText(lines)
    press(qtbot, KEYS.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.clipboard().clear()
    assert sheet.form.typed.groups == SHEET.groups
    assert sheet.form.typed.fields[8].edit.hasFocus()


def test_the_passphrase_can_be_used_after_all(qtbot, page):
    sheet = go_to_sheet(qtbot, page)
    type_in(qtbot, SHEET.groups[0])
    sheet.form.instead.click()
    assert page.over is None
    assert sheet.form.typed.groups == ("",) * 8
    qtbot.waitUntil(page.form.field.edit.hasFocus)
    with qtbot.waitSignal(page.unlocked, timeout=20_000) as unlocked:
        type_in(qtbot, PASSPHRASE)
        press(qtbot, KEYS.Key_Return)
    unlocked.args[0].close()


def test_leaving_while_a_passphrase_is_chosen_leaves_the_notes_locked(qtbot, jobs, folder):
    page = show(qtbot, UnlockPage(folder, jobs))
    open_with_sheet(qtbot, page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    vault.unlock(folder, PASSPHRASE).close()


def test_another_language_keeps_what_is_typed(qtbot, page):
    sheet = go_to_sheet(qtbot, page)
    type_in(qtbot, SHEET.groups[0])
    with qtbot.waitSignal(page.language_chosen) as chosen:
        menu = sheet.languages.choice.menu
        next(each for each in menu.actions() if each.data() == "fi").trigger()
    assert chosen.args == ["fi"]
    assert i18n.language() == "fi"
    assert sheet.form.typed.groups[0] == SHEET.groups[0]


def test_a_passphrase_being_chosen_survives_the_language(qtbot, page):
    renewal = open_with_sheet(qtbot, page)
    type_in(qtbot, NEW)
    menu = renewal.languages.choice.menu
    next(each for each in menu.actions() if each.data() == "sv").trigger()
    assert renewal.page.typed() == (NEW, "")
    renewal.leave()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot, page, nameless):
    sheet = go_to_sheet(qtbot, page)
    assert nameless(sheet) == []
    sheet.form.instead.click()
    renewal = open_with_sheet(qtbot, page)
    assert nameless(renewal) == []
    choose_passphrase(qtbot, renewal)
    assert nameless(renewal) == []
    renewal.leave()
