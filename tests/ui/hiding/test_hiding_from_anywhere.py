"""F9, whatever is open: the notes come first, nothing stays beside them, nothing comes back."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
)

from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.intake.client_view import ClientView
from assistance_desktop.ui.kit.combo import Combo
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.main_window import MainWindow
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE
from tests.ui.at_work import in_front, unlock


def press(key=Qt.Key.Key_F9, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key where the keyboard is, as the window system does."""
    above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    window = above.windowHandle() if above else QGuiApplication.focusWindow()
    QTest.keyPress(window, key, modifier)


def press_within(loop_of):
    """Press F9 as soon as a dialog of this kind runs a loop of its own."""
    looks = QTimer(QApplication.instance(), interval=5)

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, loop_of) and dialog.isActiveWindow():
            looks.stop()
            press()

    looks.timeout.connect(look)
    looks.start()


def others(window):
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]


def ask_file(window):
    press_within(QFileDialog)
    window.workspace.go("sync")
    window.workspace.exchange_page._on_read_asked()


def ask_folder(window):
    press_within(QFileDialog)
    assert not QFileDialog.getExistingDirectory(window.workspace, "Where?")


def ask_yes_or_no(window):
    press_within(QMessageBox)
    answer = QMessageBox.question(window.workspace, "Sure?", "Are you sure?")
    assert answer != QMessageBox.StandardButton.Yes


def ask_colour(window):
    press_within(QColorDialog)
    assert not QColorDialog.getColor(parent=window.workspace).isValid()


def ask_printer(window):
    printer = QPrinter()  # kept: the dialog knows only where it is
    dialog = QPrintDialog(printer, window.workspace)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    assert QTest.qWaitForWindowExposed(dialog)
    press()


def ask_ours(window):
    window.workspace.show_case("c")
    Dialog(window, "Take away?", "For good.", act="Take away", keep="Keep").open_now()
    press()


def type_a_task(window):
    window.workspace.agenda.open("c", "task")
    press()


def open_menu(window):
    menu = QMenu(window)
    menu.addAction("Close the case")
    menu.popup(window.geometry().center())
    press()


def run_menu(window):
    menu = QMenu(window)
    menu.addAction("Close the case")
    QTimer.singleShot(0, window, press)
    assert menu.exec(window.geometry().center()) is None


def open_list(window):
    window.workspace.go("settings")
    window.workspace.settings_page.findChild(Combo).showPopup()
    press()


def show_the_client(window):
    window.workspace.show_intake("c")
    window.actions_["client_view"].trigger()
    view = window.findChild(ClientView)
    QTest.qWaitForWindowActive(view)
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)


STATES = (
    ask_file,
    ask_folder,
    ask_yes_or_no,
    ask_colour,
    ask_printer,
    ask_ours,
    type_a_task,
    open_menu,
    run_menu,
    open_list,
    show_the_client,
)


@pytest.mark.qt_log_ignore("This plugin does not support")  # said by "offscreen" at menus
@pytest.mark.parametrize("state", STATES, ids=lambda each: each.__name__)
def test_the_notes_are_all_there_is_whatever_was_open(qtbot, opened, state):
    session, gone = opened.session, []
    opened.workspace.destroyed.connect(lambda: gone.append(True))
    state(opened)
    notes = in_front(opened)
    assert isinstance(notes, NotesPage)
    assert opened.windowTitle() == "Notes"
    assert others(opened) == []
    qtbot.waitUntil(lambda: opened.session is None and bool(gone))
    assert not session._open
    assert others(opened) == []
    assert in_front(opened) is notes
    qtbot.waitUntil(notes.sheet.hasFocus)


class Watch(QObject):
    """Tells each time that the sheet of the notes is painted."""

    def __init__(self, tell):
        super().__init__()
        self.tell = tell

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        sheet = watched.parent() if event.type() == QEvent.Type.Paint else None
        if isinstance(sheet, QPlainTextEdit) and isinstance(sheet.parent(), NotesPage):
            self.tell()
        return False


@pytest.mark.parametrize("beneath", [ask_ours, show_the_client, ask_printer])
def test_the_notes_are_painted_before_the_vault_is_closed(qtbot, opened, qapp, beneath):
    order = []
    watch = Watch(partial(order.append, "painted"))
    qapp.installEventFilter(watch)
    opened.session.closing.connect(partial(order.append, "closing"))
    beneath(opened)
    assert order[0] == "painted"
    qtbot.waitUntil(lambda: "closing" in order)
    qapp.removeEventFilter(watch)


def test_work_that_is_under_way_does_not_hold_the_notes_up(qtbot, opened, qapp):
    goes_on, waited, told = threading.Event(), [], []
    watch = Watch(goes_on.set)
    qapp.installEventFilter(watch)
    opened.session.compute(
        lambda _c: waited.append(goes_on.wait(10)), opened, told.append, told.append
    )
    press()
    assert isinstance(in_front(opened), NotesPage)
    qtbot.waitUntil(lambda: opened.session is None)
    assert waited in ([], [True])
    assert told == []
    qapp.removeEventFilter(watch)


def test_a_key_that_is_worked_out_meanwhile_opens_nothing_and_the_passphrase_does_later(
    qtbot, desk
):
    page = desk.entrance
    qtbot.keyClicks(page.form.field.edit, PASSPHRASE)
    qtbot.keyClick(page.form.field.edit, Qt.Key.Key_Return)
    press()
    assert isinstance(in_front(desk), NotesPage)
    desk.jobs.start(lambda: None, desk, lambda _n: desk.setObjectName("after"), lambda _e: None)
    qtbot.waitUntil(lambda: desk.objectName() == "after", timeout=20_000)
    assert isinstance(in_front(desk), NotesPage)
    assert desk.session is None
    press()
    qtbot.waitUntil(lambda: isinstance(in_front(desk), UnlockPage))
    unlock(qtbot, desk)


def test_before_there_is_a_vault_the_notes_are_shown_too(qtbot, tmp_path):
    window = MainWindow(tmp_path / "new")
    qtbot.addWidget(window)
    window.show()
    QTest.qWaitForWindowActive(window)
    press()
    assert isinstance(in_front(window), NotesPage)
    press()
    qtbot.waitUntil(lambda: isinstance(in_front(window), FirstStart))
    assert window.windowTitle() == "Workspace"


def test_a_key_held_down_stays_in_the_notes(qtbot, opened):
    press()
    QTest.simulateEvent(
        in_front(opened).sheet,
        True,
        Qt.Key.Key_F9,
        Qt.KeyboardModifier.NoModifier,
        "",
        True,
    )
    assert isinstance(in_front(opened), NotesPage)


def test_a_bug_met_while_hidden_is_told_after_the_way_back(qtbot, opened):
    press()
    notes = in_front(opened)
    opened.show_crash("Version 0")
    assert in_front(opened) is notes
    press()
    qtbot.waitUntil(lambda: in_front(opened) is not notes)
    assert opened.entrance is not None
    assert not isinstance(in_front(opened), UnlockPage)


def test_a_session_that_is_locked_elsewhere_leaves_the_notes_in_front(qtbot, opened):
    press()
    opened.guards.lock_due.emit()
    qtbot.waitUntil(lambda: opened.session is None)
    assert isinstance(in_front(opened), NotesPage)
