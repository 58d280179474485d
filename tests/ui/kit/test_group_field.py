import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from assistance_desktop.storage.recovery import Sheet, spread, what_is_wrong
from assistance_desktop.ui.kit.group_field import GroupField
from assistance_desktop.ui.kit.group_sheet import GroupSheet
from assistance_desktop.ui.kit.theme import apply_theme, look

GROUP = Sheet(bytes(range(40, 60))).groups[2]


@pytest.fixture
def field(qtbot, qapp):
    apply_theme(qapp)
    made = GroupField("Group 3", spread=spread, judge=lambda group: what_is_wrong(group, 3))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.edit.setFocus()
    qtbot.waitUntil(made.edit.hasFocus)
    return made


def test_small_letters_and_look_alikes_become_the_signs_of_the_sheet(qtbot, field):
    qtbot.keyClicks(field.edit, "il o-u")
    assert field.group == "110V"
    assert not field.error


def test_a_right_group_is_ticked_when_its_last_sign_is_typed(qtbot, field):
    qtbot.keyClicks(field.edit, GROUP[:4].lower())
    assert not field.is_right
    qtbot.keyClicks(field.edit, GROUP[4].lower())
    assert field.is_right
    assert not field._tick.isHidden()
    assert field.box.height() >= look().size("field")
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field._tick.isHidden()


def test_a_wrong_group_is_told_at_once_and_nothing_is_put_right(qtbot, field):
    wrong = GROUP[:4] + ("7" if GROUP[4] != "7" else "8")
    qtbot.keyClicks(field.edit, wrong)
    assert field.error.startswith("The check sign does not fit.")
    assert field.group == wrong
    assert not field.is_right


def test_an_unfinished_group_is_told_only_when_it_is_left(qtbot, field):
    qtbot.keyClicks(field.edit, "4K")
    assert not field.error
    field.edit.clearFocus()
    qtbot.waitUntil(lambda: field.error == "A group has five signs.")


def test_what_is_typed_beyond_a_group_spills(qtbot, field):
    with qtbot.waitSignal(field.spilled) as spilled:
        qtbot.keyClicks(field.edit, GROUP + "x")
    assert spilled.args == [("X",)]
    assert field.group == GROUP
    with qtbot.waitSignal(field.spilled) as spilled:
        qtbot.keyClicks(field.edit, " ")
    assert spilled.args == [()]


def test_a_sign_put_into_a_whole_group_takes_the_place_of_the_next_one(qtbot, field):
    qtbot.keyClicks(field.edit, "ABCDE")
    field.edit.setCursorPosition(1)
    with qtbot.assertNotEmitted(field.spilled):
        qtbot.keyClicks(field.edit, "x")
    assert field.group == "AXCDE"
    assert field.edit.cursorPosition() == 2


def test_nothing_of_it_reaches_the_clipboard(qtbot, field):
    clipboard = QApplication.clipboard()
    clipboard.setText("what was there before")
    qtbot.keyClicks(field.edit, GROUP)
    field.edit.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(field.edit, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.edit, Qt.Key.Key_Insert, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.edit, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert clipboard.text() == "what was there before"
    field.edit.deselect()
    qtbot.mouseDClick(field.edit, Qt.MouseButton.LeftButton)
    assert not field.edit.hasSelectedText()
    qtbot.mousePress(field.edit, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    qtbot.mouseMove(field.edit, QPoint(70, 10))
    qtbot.mouseRelease(field.edit, Qt.MouseButton.LeftButton, pos=QPoint(70, 10))
    assert not field.edit.hasSelectedText()
    assert field.edit.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_a_pasted_group_is_read_as_if_it_were_typed(qtbot, field):
    QApplication.clipboard().setText(f"  {GROUP.lower()} \n")
    qtbot.keyClick(field.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.group == GROUP
    QApplication.clipboard().clear()


def test_emptying_leaves_nothing_to_undo(qtbot, field):
    qtbot.keyClicks(field.edit, GROUP)
    field.clear()
    assert not field.edit.isUndoAvailable()
    field.edit.undo()
    assert field.group == ""
    assert field._tick.isHidden()


def test_the_picture_of_a_sheet_spells_it_and_covered_or_emptied_spells_nothing(qtbot, qapp):
    apply_theme(qapp)
    sheet = GroupSheet("Recovery sheet", "The last sign checks.", "The recovery sheet")
    qtbot.addWidget(sheet)
    sheet.show_groups(("4KMQ7", "X2TCR"))
    sheet.resize(sheet.sizeHint())
    spoken = QAccessible.queryAccessibleInterface(sheet)
    assert spoken.text(QAccessible.Text.Description) == "1: 4 K M Q 7; 2: X 2 T C R"
    bare = sheet.grab().toImage()
    sheet.set_covered(True)
    assert spoken.text(QAccessible.Text.Description) == ""
    assert sheet.grab().toImage() != bare
    sheet.set_covered(False)
    assert sheet.grab().toImage() == bare
    sheet.clear()
    assert spoken.text(QAccessible.Text.Description) == ""
    assert sheet.groups == ()
    assert sheet.findChildren(QLineEdit) == []
