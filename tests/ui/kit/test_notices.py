from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton

from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.dialog import Dialog
from assistance_desktop.ui.kit.save_line import SaveLine
from assistance_desktop.ui.kit.toast import SHOWN_MS, Toast
from assistance_desktop.ui.kit.words import Words


def press(qtbot, parent, words):
    button = next(each for each in parent.findChildren(Button) if each.accessibleName() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_notice_has_one_action_and_can_be_closed(qtbot, page):
    notice = Notice("Plan agreed and saved", "The office gets it.", action="Undo")
    page.put(notice)
    with qtbot.waitSignal(notice.acted):
        press(qtbot, notice, "Undo")
    with qtbot.waitSignal(notice.closed):
        press(qtbot, notice, "Close this notice")
    assert not notice.isVisible()


def test_a_notice_is_announced(page):
    notice = Notice("Offline", "4 changes wait here.", "")
    page.put(notice)
    notice.announce()
    assert notice._said == "Offline 4 changes wait here."


def test_a_toast_takes_the_place_of_the_one_before(page):
    before, after = Toast(page, "Housing visit is loaded."), Toast(page, "It is in use now.")
    before.appear()
    after.appear()
    assert not before.isVisible()
    assert after.isVisible()


def test_a_toast_that_can_undo_something_stays_and_the_next_stands_over_it(page):
    undoing, after = Toast(page, "Card taken away", "Undo"), Toast(page, "Saved")
    undoing.appear()
    after.appear()
    assert undoing.isVisible()
    assert after.geometry().bottom() < undoing.y()


def test_a_toast_waits_while_someone_points_at_it(qtbot, page):
    toast = Toast(page, "Next step removed", "Undo")
    toast.appear()
    assert toast.is_waiting()
    assert SHOWN_MS == 8000
    at = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(at, at, at))
    assert not toast.is_waiting()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.is_waiting()
    with qtbot.waitSignals([toast.acted, toast.gone]):
        press(qtbot, toast, "Undo")


def test_a_toast_lies_at_the_bottom_in_the_middle(page):
    toast = Toast(page, "Saved")
    toast.appear()
    middle = toast.geometry().center().x() - page.rect().center().x()
    assert abs(middle) <= 1
    assert toast.geometry().bottom() == page.height() - 25
    page.resize(500, 300)
    assert toast.geometry().bottom() == 300 - 25
    toast.leave()


def asked(page):
    dialog = Dialog(
        page, "Erase this person’s file?", "Nobody can bring it back.", act="Erase", keep="Keep it"
    )
    dialog.open_now()
    return dialog


def test_the_safe_answer_has_the_keyboard(qtbot, page):
    page.activateWindow()
    dialog = asked(page)
    qtbot.waitUntil(lambda: page.focusWidget() is not None)
    assert page.focusWidget().accessibleName() == "Keep it"
    dialog.close_at_once()


def test_escape_is_the_safe_answer(qtbot, page):
    dialog = asked(page)
    with qtbot.waitSignal(dialog.kept), qtbot.assertNotEmitted(dialog.agreed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_agreeing_is_told(qtbot, page):
    dialog = asked(page)
    with qtbot.waitSignal(dialog.agreed):
        press(qtbot, dialog, "Erase")


def test_nothing_holds_up_locking(qtbot, page):
    dialog = asked(page)
    with qtbot.assertNotEmitted(dialog.kept), qtbot.assertNotEmitted(dialog.agreed):
        dialog.close_at_once()
    assert not dialog.isVisible()


def test_hide_stays_above_the_scrim(qtbot, page):
    dialog = asked(page)
    with qtbot.waitSignal(dialog.hide_asked):
        press(qtbot, dialog, "Hide")
    dialog.close_at_once()


def test_the_keyboard_stays_in_the_dialog(qtbot, page):
    outside = QPushButton("Outside")
    page.put(outside)
    page.activateWindow()
    dialog = asked(page)
    for _press in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.isAncestorOf(page.focusWidget())
    dialog.close_at_once()


def test_a_dialog_is_spoken_as_one(page):
    dialog = asked(page)
    said = QAccessible.queryAccessibleInterface(dialog)
    assert said.role() == QAccessible.Role.Dialog
    assert said.text(QAccessible.Text.Name) == "Erase this person’s file?"
    dialog.close_at_once()


def test_the_save_line_always_speaks(page):
    line = SaveLine()
    page.put(line)
    words = line.findChild(Words)
    line.show_saved(2)
    assert words.text() == "Saved, encrypted, 2 s ago"
    line.show_saved(125)
    assert words.text() == "Saved, encrypted, 2 min ago"
    line.show_failed("Not saved yet: the disk is full.", "Make room")
    assert words.text() == "Not saved yet: the disk is full."
