"""What was copied here leaves the clipboard again. "Offscreen" has one that is ours alone."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from assistance_desktop.ui.guarding import clipboard
from assistance_desktop.ui.guarding.clipboard import Clipboard
from tests.ui.at_work import in_front


@pytest.fixture
def board(qapp):
    made = QGuiApplication.clipboard()
    made.clear()
    yield made
    made.clear()


@pytest.fixture
def guard(monkeypatch, board):
    monkeypatch.setattr(clipboard, "STAYS", 50)
    made = Clipboard()
    yield made
    made.deleteLater()


def test_a_copy_is_gone_after_its_time_and_can_be_pasted_until_then(qtbot, board, guard):
    board.setText("Aurora")
    assert board.text() == "Aurora"
    qtbot.waitUntil(lambda: not board.text(), timeout=2000)


def test_a_copy_stays_half_a_minute():
    assert clipboard.STAYS == 30_000


def test_the_time_begins_anew_with_each_copy(monkeypatch, board):
    monkeypatch.setattr(clipboard, "STAYS", 60_000)
    patient = Clipboard()
    board.setText("Aurora")
    patient._ages[board.Mode.Clipboard].stop()
    board.setText("Tuisku")
    assert patient._ages[board.Mode.Clipboard].isActive()
    patient.empty()
    assert not patient._ages[board.Mode.Clipboard].isActive()
    patient.deleteLater()


def test_a_copy_asks_keepers_of_histories_to_leave_it_out(board, guard):
    copied = QMimeData()
    copied.setText("Aurora")
    copied.setHtml("<b>Aurora</b>")
    board.setMimeData(copied)
    now = board.mimeData()
    assert (now.text(), now.html()) == ("Aurora", "<b>Aurora</b>")
    assert now.data("x-kde-passwordManagerHint") == b"secret"
    named = " ".join(now.formats())
    for windows in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert windows in named


def test_locking_takes_a_copy_away_at_once(qtbot, board, opened):
    board.setText("Aurora")
    opened.lock()
    assert not board.text()


def test_hiding_takes_a_copy_away_too(qtbot, board, opened):
    board.setText("Aurora")
    opened.hide_now()
    qtbot.waitUntil(lambda: opened.session is None)
    assert not board.text()
    assert in_front(opened).sheet.toPlainText() == ""


def test_closing_takes_a_copy_away_too(board, opened):
    board.setText("Aurora")
    opened.close()
    assert not board.text()
