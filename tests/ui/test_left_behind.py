"""What stands half typed in a form when the notes lock is in the vault, and on Today afterwards."""

import pytest
from shiboken6 import isValid

from assistance_desktop.storage import settings
from assistance_desktop.ui import failure
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.telling.opening import NAMELESS
from tests.ui.at_work import make_case, make_desk, unlock

WORDS = "They asked about a shelter with a garden"


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(make_desk(tmp_path / "desk"))
    bugs = []
    failure.install(bugs.append)
    made.show()
    made.activateWindow()
    unlock(qtbot, made)
    make_case(qtbot, made)
    yield made
    made.close()
    made.deleteLater()
    failure.uninstall()
    assert bugs == []


def write_half_a_call(qtbot, window):
    window.workspace.telling.open("c", NAMELESS)
    panel = window.workspace.telling.panel
    qtbot.keyClicks(panel.said.edit, WORDS)
    return panel


def shown(window):
    notice = window.workspace.left_behind.notice
    return notice and notice._said


def test_a_call_half_written_is_on_today_after_f9(qtbot, window):
    write_half_a_call(qtbot, window)
    window.hide_now()
    qtbot.waitUntil(lambda: window.session is None)
    window.centralWidget().currentWidget().returned.emit()
    unlock(qtbot, window)
    assert WORDS in shown(window)


def test_a_call_half_written_is_on_today_after_locking_and_until_it_is_closed(qtbot, window):
    write_half_a_call(qtbot, window)
    for _again in range(2):
        window.lock()
        unlock(qtbot, window)
        assert WORDS in shown(window)
    window.workspace.left_behind.notice.closed.emit()
    window.lock()
    unlock(qtbot, window)
    assert shown(window) is None


def test_a_form_that_was_left_leaves_nothing_behind(qtbot, window):
    panel = write_half_a_call(qtbot, window)
    panel.leave()
    qtbot.waitUntil(lambda: not isValid(panel))
    window.lock()
    unlock(qtbot, window)
    assert settings.read(window.session.reader, "left_behind") is None
    assert shown(window) is None
