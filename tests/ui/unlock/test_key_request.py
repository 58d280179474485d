"""A locked laptop gets its key back from the office, over two files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistance_desktop.storage import asking, keys, leaving, vault
from assistance_desktop.sync import escrow
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.unlock.key_request import KeyRequest
from assistance_desktop.ui.unlock.passphrase_page import PassphrasePage
from assistance_desktop.ui.unlock.request_page import RequestPage
from tests.conftest import PASSPHRASE

OFFICE = Device.generate("Helsinki office", Role.OFFICE)
NEW = "twelve patient herons whistling"


@pytest.fixture
def folder(tmp_path):
    """A vault that was closed for a journey."""
    opened = vault.create(tmp_path / "notes", PASSPHRASE, name="Pihlaja", cost=keys.FLOOR)
    opened.put_slot(lambda master, vid: escrow.slot(master, vid, OFFICE.card, "2026-11-23"))
    leaving.close_for_journey(opened)
    opened.close()
    return tmp_path / "notes"


@pytest.fixture
def show(qtbot, jobs, folder):
    def make():
        made = KeyRequest(folder, jobs)
        qtbot.addWidget(made)
        made.resize(1280, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(lambda: made.isAncestorOf(QApplication.focusWidget()))
        return made

    return make


def type_in(qtbot, words):
    for one in words:
        qtbot.keyClick(QApplication.focusWidget(), one)


def ask(qtbot, made):
    assert isinstance(made.page, PassphrasePage)
    type_in(qtbot, NEW)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    type_in(qtbot, NEW)
    with qtbot.waitSignal(made.asked, timeout=60_000):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert isinstance(made.page, RequestPage)


def answer(qtbot, made, stick, office=OFFICE):
    with qtbot.waitSignal(made.saved):
        made.save(stick / "key.desk")
    request = escrow.read_request((stick / "key.desk").read_bytes())
    assert request.words == made.page.words.words
    (stick / "answer.desk").write_bytes(escrow.answer(request, office.identity))
    return stick / "answer.desk"


def said(made):
    return {words.text() for words in made.findChildren(Words)}


def test_the_answer_opens_the_notes_with_the_new_passphrase(qtbot, show, folder, tmp_path):
    made = show()
    ask(qtbot, made)
    file = answer(qtbot, made, tmp_path)
    made.page.field.set_passphrase(NEW)
    with qtbot.waitSignal(made.finished, timeout=60_000) as told:
        made.open_answer(file)
    opened = told.args[0]
    assert opened.gap.is_none
    opened.close()
    assert asking.request(folder) == b""
    vault.unlock(folder, NEW).close()


def test_the_request_waits_over_a_restart(qtbot, show, folder):
    made = show()
    ask(qtbot, made)
    words = made.page.words.words
    again = show()
    assert isinstance(again.page, RequestPage)
    assert again.page.words.words == words


def test_another_passphrase_than_the_chosen_one_opens_nothing(qtbot, show, folder, tmp_path):
    made = show()
    ask(qtbot, made)
    file = answer(qtbot, made, tmp_path)
    made.page.field.set_passphrase(PASSPHRASE)
    made.open_answer(file)
    qtbot.waitUntil(lambda: "That did not open it." in said(made), timeout=20_000)
    assert leaving.is_closed_for_journey(folder)
    assert made.page.answer.isEnabled()


def test_a_file_that_is_no_answer_is_told(qtbot, show, folder, tmp_path):
    made = show()
    ask(qtbot, made)
    (tmp_path / "else.desk").write_bytes(b"hello")
    made.page.field.set_passphrase(NEW)
    made.open_answer(tmp_path / "else.desk")
    qtbot.waitUntil(lambda: "This file does not open these notes." in said(made), timeout=20_000)


def test_another_request_can_be_made(qtbot, show, folder):
    made = show()
    ask(qtbot, made)
    words = made.page.words.words
    made.page.again.click()
    ask(qtbot, made)
    assert made.page.words.words != words


def test_cancelling_leaves_everything_as_it_was(qtbot, show, folder):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    made = show()
    type_in(qtbot, NEW)
    with qtbot.waitSignal(made.left):
        made.foot.back.click()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_everything_has_a_name(qtbot, show, nameless):
    made = show()
    assert nameless(made) == []
    ask(qtbot, made)
    assert nameless(made) == []
