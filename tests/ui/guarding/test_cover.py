"""The cover lies over the window while another program is in front, and only then."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from assistance_desktop.ui.guarding import cover
from assistance_desktop.ui.guarding.cover import Cover
from assistance_desktop.ui.intake.client_view import ClientView
from tests.ui.at_work import in_front, unlock

AWAY, BACK = Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationActive


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(cover, "AFTER", 20)


@pytest.fixture
def plain(qtbot):
    """A window with a cover, as large as it likes."""
    made = QWidget()
    qtbot.addWidget(made)
    made.cover = Cover(made)
    made.resize(300, 200)
    made.show()
    return made


def turn(qapp, state):
    """Tell what the window system tells when another program, or this one, comes in front."""
    qapp.applicationStateChanged.emit(state)


def cover_it(qtbot, qapp, window_cover):
    turn(qapp, AWAY)
    qtbot.waitUntil(window_cover.isVisible, timeout=2000)


def wait_out(qtbot, window_cover):
    """Until the time is over in which the cover would have been laid."""
    qtbot.waitUntil(lambda: not window_cover._wait.isActive(), timeout=2000)


def test_it_comes_after_a_second_and_goes_at_once(qtbot, qapp, plain):
    turn(qapp, AWAY)
    assert not plain.cover.isVisible()
    cover_it(qtbot, qapp, plain.cover)
    assert plain.cover.geometry() == plain.rect()
    turn(qapp, BACK)
    assert not plain.cover.isVisible()


def test_a_glance_elsewhere_does_not_bring_it(qtbot, qapp, plain):
    turn(qapp, AWAY)
    turn(qapp, BACK)
    assert not plain.cover._wait.isActive()


def test_it_covers_the_whole_of_a_window_that_grows(qtbot, qapp, plain):
    cover_it(qtbot, qapp, plain.cover)
    plain.resize(500, 400)
    assert plain.cover.geometry() == plain.rect()


def test_what_lies_beneath_cannot_be_seen(qtbot, qapp, opened):
    opened.workspace.show_case("c")
    before = opened.grab().toImage()
    cover_it(qtbot, qapp, opened.guards.cover)
    covered = opened.grab().toImage()
    opened.workspace.go("settings")
    assert covered != before
    assert opened.grab().toImage() == covered


def test_a_file_that_is_dragged_here_finds_the_window(qtbot, qapp, plain):
    cover_it(qtbot, qapp, plain.cover)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dragged = QMimeData()
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dragged, buttons, keys)
    QApplication.sendEvent(plain.cover, event)
    assert not plain.cover.isVisible()
    assert plain.cover._wait.isActive()  # and is covered again if nothing comes of it


def test_a_print_dialog_is_no_other_program(qtbot, qapp, plain):
    printer = QPrinter()
    dialog = QPrintDialog(printer, plain)
    dialog.show()
    turn(qapp, AWAY)
    wait_out(qtbot, plain.cover)
    assert not plain.cover.isVisible()
    dialog.close()
    dialog.deleteLater()
    cover_it(qtbot, qapp, plain.cover)


def test_what_is_shown_to_the_client_stays(qtbot, qapp, opened):
    opened.workspace.show_intake("c")
    opened.actions_["client_view"].trigger()
    view = opened.findChild(ClientView)
    cover_it(qtbot, qapp, opened.guards.cover)
    assert view.isVisible()
    assert view.findChild(Cover) is None
    assert not view.isAncestorOf(opened.guards.cover)


def test_empty_notes_are_never_covered(qtbot, qapp, opened):
    opened.hide_now()
    qtbot.waitUntil(lambda: opened.session is None)
    turn(qapp, AWAY)
    wait_out(qtbot, opened.guards.cover)
    assert not opened.guards.cover.isVisible()
    opened.guards.choose_cover(True)
    turn(qapp, AWAY)
    wait_out(qtbot, opened.guards.cover)
    assert not opened.guards.cover.isVisible()


def choose(qtbot, window):
    """Turn the switch in the settings."""
    window.workspace.go("settings")
    card = window.workspace.settings_page.discretion
    with qtbot.waitSignal(card.cover_chosen):
        card.cover.click()
    return card.cover.isChecked()


def test_the_cover_can_be_turned_off_and_on_in_the_settings(qtbot, qapp, opened):
    cover_it(qtbot, qapp, opened.guards.cover)
    turn(qapp, BACK)
    assert not choose(qtbot, opened)
    turn(qapp, AWAY)
    wait_out(qtbot, opened.guards.cover)
    assert not opened.guards.cover.isVisible()
    assert choose(qtbot, opened)
    cover_it(qtbot, qapp, opened.guards.cover)


def test_the_choice_outlasts_the_empty_notes_and_the_next_unlock(qtbot, qapp, opened):
    choose(qtbot, opened)
    opened.hide_now()
    qtbot.waitUntil(lambda: opened.session is None)
    in_front(opened).returned.emit()
    assert not opened.guards.cover.is_wanted
    opened.guards.choose_cover(True)
    unlock(qtbot, opened)
    assert not opened.guards.cover.is_wanted
    assert not opened.workspace.settings_page.discretion.cover.isChecked()
