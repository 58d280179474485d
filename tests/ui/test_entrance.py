"""Whose notes, the keyring, the office, one more worker: the ways to open notes, in the window."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop.storage import (
    activity,
    keyring_slot,
    keys,
    keyslots,
    leaving,
    settings,
    vault,
)
from assistance_desktop.storage.deeds import Kind as Deed
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync import escrow
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.ui import preferences
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import now
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.gap_page import GapPage
from assistance_desktop.ui.unlock.key_request import KeyRequest
from assistance_desktop.ui.unlock.other_ways import WhoseNotes
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE
from tests.storage.conftest import bus, ring  # noqa: F401 - fixtures

OTHER = "nine wandering kettles humming"
linux = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is of Linux")


def found(place, worker, passphrase):
    made = vault.create(
        place,
        passphrase,
        name=worker,
        cost=keys.FLOOR,
        fill=lambda c: desks.found(c, worker, "Laptop 1", Role.FIELD, now()),
    )
    made.close()


@pytest.fixture
def folder(tmp_path):
    """Halla's and Pihlaja's notes on one computer."""
    found(tmp_path / "desk" / "notes", "Pihlaja", PASSPHRASE)
    preferences.write(tmp_path / "desk", Preferences("en", "light"))
    return tmp_path / "desk"


@pytest.fixture
def two(folder):
    found(folder / "notes-2", "Halla", OTHER)
    return folder


@pytest.fixture
def window_of(qtbot):
    made = []

    def show(folder):
        window = MainWindow(folder)
        window.show()
        window.activateWindow()
        made.append(window)
        return window

    yield show
    for window in made:
        window.close()
        window.deleteLater()


def unlock(qtbot, window, passphrase):
    qtbot.keyClicks(window.entrance.form.field.edit, passphrase)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)


def worker(window):
    return settings.read(window.session.reader, "desk")["worker"]


def said(window):
    page = window.entrance
    return {words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)}


def test_one_worker_is_not_asked_whose_notes(window_of, folder):
    window = window_of(folder)
    assert window.entrance.findChild(WhoseNotes) is None


def test_of_several_workers_each_opens_their_own(qtbot, window_of, two):
    window = window_of(two)
    whose = window.entrance.findChild(WhoseNotes).combo
    assert [whose.itemText(n) for n in range(whose.count())] == ["Halla", "Pihlaja"]
    unlock(qtbot, window, OTHER)
    assert worker(window) == "Halla"
    window.lock()
    whose = window.entrance.findChild(WhoseNotes).combo
    assert whose.currentText() == "Halla"
    qtbot.keyClick(whose, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.entrance.findChild(WhoseNotes).combo.currentText() == "Pihlaja")
    unlock(qtbot, window, PASSPHRASE)
    assert worker(window) == "Pihlaja"


def test_the_passphrase_of_a_colleague_opens_nothing(qtbot, window_of, two):
    window = window_of(two)
    qtbot.keyClicks(window.entrance.form.field.edit, PASSPHRASE)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.entrance.form.field.error), timeout=20_000)
    assert window.workspace is None


def test_one_more_worker_starts_and_may_go_back(qtbot, window_of, folder):
    window = window_of(folder)
    before = sorted(path.name for path in folder.rglob("*"))
    window.entrance.form.others.add_another.click()
    page = window.entrance
    assert isinstance(page, FirstStart)
    assert page.foot.back.isVisible()
    page.foot.back.click()
    assert isinstance(window.entrance, UnlockPage)
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_a_vault_without_a_name_gets_the_one_of_its_worker(qtbot, window_of, folder):
    opened = vault.unlock(folder / "notes", PASSPHRASE)
    opened.rename("")
    opened.close()
    window = window_of(folder)
    unlock(qtbot, window, PASSPHRASE)
    assert keyslots.read(folder / "notes")[0].name == "Pihlaja"


def test_a_first_start_alone_cannot_be_left(window_of, tmp_path):
    window = window_of(tmp_path / "empty")
    assert isinstance(window.entrance, FirstStart)
    assert not window.entrance.foot.back.isVisible()


def test_a_vault_closed_for_a_journey_says_so_and_leads_to_the_office(qtbot, window_of, folder):
    office = Device.generate("Helsinki office", Role.OFFICE)
    opened = vault.unlock(folder / "notes", PASSPHRASE)
    opened.put_slot(lambda master, vid: escrow.slot(master, vid, office.card, "2026-11-23"))
    leaving.close_for_journey(opened)
    opened.close()
    window = window_of(folder)
    qtbot.waitUntil(lambda: "These notes were closed for a journey" in said(window))
    window.entrance.form.others.ask_office.click()
    assert isinstance(window.entrance.over, KeyRequest)
    window.entrance.over.foot.back.click()
    assert window.entrance.over is None


def test_without_a_spare_key_the_office_is_not_offered(window_of, folder):
    window = window_of(folder)
    assert not window.entrance.form.others.ask_office.isVisible()


@pytest.fixture
def kept(folder, ring):  # noqa: F811 - the fixture
    """The keyring knows the notes."""
    opened = vault.unlock(folder / "notes", PASSPHRASE)
    keyring_slot.add(opened)
    opened.close()
    keyring_slot.note(opened, opened.note)
    return folder


def offered(qtbot, window):
    qtbot.waitUntil(
        lambda: window.entrance.offer is not None and window.entrance.offer.notice is not None,
        timeout=15_000,
    )
    return window.entrance.offer


@linux
def test_the_keyring_opens_the_notes_at_the_start_and_not_after_locking(qtbot, window_of, kept):
    window = window_of(kept)
    offer = offered(qtbot, window)
    assert "The keyring of this computer can open your notes" in said(window)
    offer.open()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)
    qtbot.waitUntil(
        lambda: any(
            one.deed.kind is Deed.UNLOCKED and one.deed.code("way") == "keyring"
            for one in activity.read(window.session.reader, activity.Filters())
        )
    )
    window.lock()
    assert window.entrance.offer is None


@linux
def test_the_passphrase_opens_while_the_keyring_is_asked(qtbot, window_of, kept):
    window = window_of(kept)
    unlock(qtbot, window, PASSPHRASE)
    assert worker(window) == "Pihlaja"


@linux
def test_an_old_state_put_back_with_its_anchor_is_noticed_by_the_keyring(qtbot, window_of, kept):
    notes = kept / "notes"
    older = {path.name: path.read_bytes() for path in notes.iterdir()}
    opened = vault.unlock(notes, PASSPHRASE)
    connection = opened.connect()
    desk = desks.read(connection)
    assert desk.worker == "Pihlaja"
    connection.execute(
        "INSERT INTO link (n, amends, content, head) VALUES (1, 0, x'00', ?)", (b"h" * 32,)
    )
    connection.close()
    opened.close()
    keyring_slot.note(opened, opened.note)
    for name, data in older.items():
        (notes / name).write_bytes(data)
    window = window_of(kept)
    offered(qtbot, window)
    qtbot.keyClicks(window.entrance.form.field.edit, PASSPHRASE)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.entrance, GapPage), timeout=20_000)
    assert "1 change is missing from this file." in said(window)


@linux
def test_hiding_while_the_keyring_is_asked_opens_nothing(qtbot, window_of, kept):
    window = window_of(kept)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    assert window.is_hidden
    window.close()
    vault.unlock(kept / "notes", PASSPHRASE).close()


def test_a_vault_that_waits_for_a_decision_is_locked_when_nobody_is_there(qtbot, window_of, folder):
    (folder / "notes" / "vault.anchor").unlink()
    window = window_of(folder)
    qtbot.keyClicks(window.entrance.form.field.edit, PASSPHRASE)
    qtbot.keyClick(window.entrance.form.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.entrance, GapPage), timeout=20_000)
    assert "Nobody can tell whether something is missing." in said(window)
    window._idle.timeout.emit()
    assert isinstance(window.entrance, UnlockPage)
    qtbot.waitUntil(lambda: is_free(folder / "notes"))


def test_a_set_up_that_has_made_nothing_waits_as_long_as_it_takes(window_of, tmp_path):
    window = window_of(tmp_path / "empty")
    page = window.entrance
    window._idle.timeout.emit()
    assert window.entrance is page


def is_free(notes):
    try:
        vault.unlock(notes, PASSPHRASE).close()
    except vault.VaultInUseError:
        return False
    return True


def test_erasing_leaves_one_workers_notes_and_takes_the_others(qtbot, window_of, two):
    window = window_of(two)
    unlock(qtbot, window, OTHER)
    window.workspace.settings_page.leaving.erase_wanted.emit()
    qtbot.waitUntil(lambda: isinstance(window.entrance, UnlockPage), timeout=20_000)
    assert not (two / "notes-2").exists()
    unlock(qtbot, window, PASSPHRASE)
    assert worker(window) == "Pihlaja"
    window.erase()
    qtbot.waitUntil(lambda: isinstance(window.entrance, FirstStart), timeout=20_000)
    assert not (two / "notes").exists()


def test_a_new_passphrase_is_chosen_over_the_open_notes_and_noted(qtbot, window_of, folder):
    window = window_of(folder)
    unlock(qtbot, window, PASSPHRASE)
    window.workspace.settings_page.ways_in.passphrase.click()
    page = window._layers.currentWidget()
    page.page.field.set_passphrase(PASSPHRASE)
    page.foot.next.click()
    qtbot.waitUntil(lambda: hasattr(page.page, "again"), timeout=20_000)
    page.page.first.set_passphrase(OTHER)
    page.page.again.set_passphrase(OTHER)
    page.foot.next.click()
    qtbot.waitUntil(lambda: window._layers.currentWidget() is window.workspace, timeout=60_000)
    qtbot.waitUntil(
        lambda: any(
            one.deed.kind is Deed.PASSPHRASE_CHANGED
            for one in activity.read(window.session.reader, activity.Filters())
        )
    )
    window.lock()
    unlock(qtbot, window, OTHER)


def test_locking_while_a_passphrase_is_changed_leaves_the_old_one(qtbot, window_of, folder):
    window = window_of(folder)
    unlock(qtbot, window, PASSPHRASE)
    window.workspace.settings_page.ways_in.passphrase.click()
    window._layers.currentWidget().page.field.set_passphrase(PASSPHRASE)
    window.lock()
    unlock(qtbot, window, PASSPHRASE)
