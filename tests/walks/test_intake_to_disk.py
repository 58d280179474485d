"""Walk 1: a keystroke reaches the encrypted disk (architecture.md)."""

import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from assistance_desktop.cases.changes import value_as_json
from assistance_desktop.storage import case_store, keys, vault
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.intake.interrupted_notice import InterruptedNotice
from assistance_desktop.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE

WORKER = Path(__file__).with_name("typing_worker.py")
WORD = "/intake/safety/safe_word"
TALK = "/intake/consent/consent_talk"


@pytest.fixture
def folder(tmp_path, clock):
    """A folder of the program with a desk's notes in it, locked."""
    made = vault.create(tmp_path / "notes", PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with transaction(connection):
        desk.found(connection, "Pihlaja", "Laptop 1", Role.FIELD, clock())
    connection.close()
    made.close()
    return tmp_path


@pytest.fixture
def window(qtbot, folder):
    made = MainWindow(folder)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def unlock(window, qtbot):
    """Type the passphrase and wait for the workspace."""
    field = window.centralWidget().currentWidget().findChild(QLineEdit)
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None)
    return window.workspace


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def on_disk(folder, case_id):
    """The answers that the notes hold, opened anew."""
    opened = vault.unlock(folder / "notes", PASSPHRASE)
    connection = opened.connect(read_only=True)
    try:
        fields = case_store.load(connection, case_id).fields("intake")
        return {field: value_as_json(value) for field, value in fields.items()}
    finally:
        connection.close()
        opened.close()


def test_what_the_foot_calls_saved_is_there_after_the_next_unlock(window, qtbot, folder):
    unlock(window, qtbot)
    window.actions_["new_intake"].trigger()
    page = window.workspace.intake_page
    case_id = page.case_id
    with qtbot.waitSignal(page.keeper.saved):
        QTest.keyClicks(QApplication.focusWidget(), "1")
    assert "Saved, encrypted" in said(page.foot)
    window.actions_["lock"].trigger()
    assert on_disk(folder, case_id) == {TALK: "yes"}
    workspace = unlock(window, qtbot)
    workspace.show_intake(case_id, TALK)
    assert workspace.intake_page.filling.interview.value(TALK) == "yes"


@pytest.mark.parametrize("way", ["lock", "hide"])
def test_a_half_typed_word_is_saved_when_the_window_locks(window, qtbot, folder, way):
    page = unlock(window, qtbot).intake_page
    window.workspace.start_intake()
    page.go(WORD)
    QTest.keyClicks(QApplication.focusWidget(), "umbr")
    case_id = page.case_id
    window.actions_[way].trigger()
    qtbot.waitUntil(lambda: window.session is None)
    assert on_disk(folder, case_id) == {WORD: "umbr"}


def test_a_half_typed_word_is_saved_when_the_window_closes(window, qtbot, folder):
    page = unlock(window, qtbot).intake_page
    window.workspace.start_intake()
    page.go(WORD)
    QTest.keyClicks(QApplication.focusWidget(), "umbr")
    case_id = page.case_id
    window.close()
    assert on_disk(folder, case_id) == {WORD: "umbr"}


def kill_while_typing(folder, moment):
    """Let a worker type, and kill the process so many seconds after the first saved line."""
    command = [sys.executable, str(WORKER), str(folder)]
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(  # noqa: S603 - our own script
        command, stdout=subprocess.PIPE, env=environment, text=True
    ) as worker:
        assert worker.stdout is not None
        lines = [worker.stdout.readline()]
        timer = threading.Timer(moment, worker.kill)
        timer.start()
        lines += worker.stdout.readlines()
        timer.join()
    assert worker.returncode == -9
    return [json.loads(line) for line in lines if line.endswith("\n")]


def held(acknowledged, found):
    """Whether the disk holds an answer, or the same word with a letter more."""
    both_words = isinstance(acknowledged, str) and isinstance(found, str)
    return found == acknowledged or (both_words and found.startswith(acknowledged))


def check_kills(folder, count):
    chance = random.Random()  # noqa: S311 - a moment, not a secret
    for _kill in range(count):
        told = kill_while_typing(folder, chance.uniform(0.0, 1.5))
        for case_id in {line["case"] for line in told}:
            last = [line for line in told if line["case"] == case_id][-1]["answers"]
            found = on_disk(folder, case_id)
            lost = [field for field in last if not held(last[field], found.get(field))]
            assert not lost, f"{len(lost)} of {len(last)} acknowledged answers are gone: {lost}"


needs_sigkill = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@needs_sigkill
def test_a_process_that_is_killed_lost_nothing_that_it_called_saved(folder):
    check_kills(folder, 3)


def notice_of(workspace):
    """The notice on the first page that something was interrupted, None when there is none."""
    found = workspace.today_page.findChildren(InterruptedNotice)
    return next((one for one in found if one.isVisible()), None)


@needs_sigkill
def test_after_a_kill_the_first_page_leads_back_to_where_it_was(folder, qtbot):
    told = kill_while_typing(folder, 0.8)
    made = MainWindow(folder)
    qtbot.addWidget(made)
    made.show()
    workspace = unlock(made, qtbot)
    notice = notice_of(workspace)
    assert "You were in the middle of" in said(notice)
    assert "Nothing is lost." in said(notice)
    next(one for one in notice.findChildren(QPushButton) if one.text() == "Go on").click()
    assert workspace.currentWidget() is workspace.intake_page
    assert workspace.intake_page.case_id in {line["case"] for line in told}
    assert notice_of(workspace) is None
    made.actions_["lock"].trigger()
    assert notice_of(unlock(made, qtbot)) is None
    made.close()


def test_locking_is_no_interruption_and_keeps_the_place(window, qtbot):
    page = unlock(window, qtbot).intake_page
    window.workspace.start_intake()
    QTest.keyClicks(QApplication.focusWidget(), "1")
    page.go(WORD)
    case_id = page.case_id
    window.actions_["lock"].trigger()
    workspace = unlock(window, qtbot)
    assert notice_of(workspace) is None
    workspace.show_intake(case_id)
    assert workspace.intake_page.step.path == WORD


@needs_sigkill
@pytest.mark.long
def test_a_hundred_kills_lose_nothing(folder):
    check_kills(folder, 100)
