"""The rows of the ways in: what they say, where they lead, and the keyring on and off."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import activity, keyslots
from assistance_desktop.storage.deeds import Kind as Deed
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.settings.rows import card_of
from assistance_desktop.ui.settings.ways_in import WaysIn


@pytest.fixture
def ways(qtbot, session, bus):
    window = QMainWindow()
    qtbot.addWidget(window)
    notices = Notices()
    made = WaysIn(session, notices)
    card = card_of("Security", "lock", *made.rows())
    card.body.addWidget(notices)
    window.setCentralWidget(card)
    window.resize(900, 500)
    window.show()
    made.window = window
    with qtbot.waitSignal(made.settled, timeout=15_000):
        made.refresh()
    return made


def said(ways):
    return {words.text() for words in ways.window.findChildren(Words)}


def lines(session):
    return [line.deed.kind for line in activity.read(session.reader, activity.Filters())]


def test_a_missing_recovery_sheet_is_told(ways):
    assert any("forgotten passphrase closes your notes" in words for words in said(ways))


def test_passphrase_and_sheet_lead_to_their_pages(qtbot, ways):
    with qtbot.waitSignal(ways.passphrase_wanted):
        ways.passphrase.click()
    with qtbot.waitSignal(ways.sheet_wanted):
        ways.sheet.click()


def test_without_a_keyring_the_row_says_so_and_offers_nothing(ways):
    assert "There is none on this computer" in said(ways)
    assert not ways.keyring.isEnabled()


@pytest.mark.usefixtures("ring")
def test_the_keyring_is_used_and_forgotten_with_one_click_each(qtbot, ways, session):
    ways.refresh()
    qtbot.waitUntil(ways.keyring.isEnabled, timeout=15_000)
    ways.keyring.click()
    qtbot.waitUntil(lambda: ways.keyring.text() == "Forget it", timeout=15_000)
    assert keyslots.read(session.vault.folder)[0].of(Kind.KEYRING)
    assert any("when the program starts, not after locking" in words for words in said(ways))
    qtbot.waitUntil(lambda: Deed.KEYRING_KEPT in lines(session))
    qtbot.waitUntil(ways.keyring.isEnabled, timeout=15_000)
    ways.keyring.click()
    qtbot.waitUntil(lambda: ways.keyring.text() == "Use it", timeout=15_000)
    assert not keyslots.read(session.vault.folder)[0].of(Kind.KEYRING)
    qtbot.waitUntil(lambda: Deed.KEYRING_FORGOTTEN in lines(session))
