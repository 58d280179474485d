import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from assistance_desktop.ui.kit.chip import FilterChip
from assistance_desktop.ui.kit.choice_row import ChoiceRow
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.segmented import Segmented
from assistance_desktop.ui.kit.switch import Switch, TickBox

PLAN = [("accepts", "Accepts"), ("later", "Later"), ("declines", "Declines")]


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def rows(page):
    made = [ChoiceRow("Yes", key="1"), ChoiceRow("No", key="2"), ChoiceRow("Not known", quiet=True)]
    for each in made:
        page.put(each)
    return made


def test_radio_rows_exclude_each_other(qtbot, rows):
    qtbot.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert [each.isChecked() for each in rows] == [False, True, False]


def test_an_arrow_goes_to_the_next_row(qtbot, page, rows):
    page.activateWindow()
    rows[0].setFocus()
    qtbot.waitUntil(rows[0].hasFocus)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()


def test_enter_and_space_choose(qtbot, rows):
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    assert rows[0].isChecked()
    qtbot.keyClick(rows[2], Qt.Key.Key_Space)
    assert rows[2].isChecked()


def test_a_choice_can_be_taken_back(rows):
    rows[1].setChecked(True)
    rows[1].clear()
    assert not any(each.isChecked() for each in rows)
    rows[0].setChecked(True)
    rows[2].setChecked(True)
    assert [each.isChecked() for each in rows] == [False, False, True]


def test_a_tick_row_stands_alone(qtbot, page):
    ticks = [ChoiceRow("Food", mark="tick"), ChoiceRow("A home", mark="tick")]
    for each in ticks:
        page.put(each)
        qtbot.mouseClick(each, Qt.MouseButton.LeftButton)
    assert all(each.isChecked() for each in ticks)


def test_rows_have_the_roles_that_they_look_like(page, rows):
    tick = ChoiceRow("Food", mark="tick")
    page.put(tick)
    rows[0].setChecked(True)
    assert spoken(rows[0]).role() == QAccessible.Role.RadioButton
    assert spoken(tick).role() == QAccessible.Role.CheckBox
    assert spoken(rows[0]).text(QAccessible.Text.Name) == "Yes"
    assert spoken(rows[0]).state().checked


def test_long_words_wrap_and_make_the_row_higher(page):
    row = ChoiceRow("Sometimes, or only if someone agrees to it beforehand " * 3)
    assert row.heightForWidth(300) > row.heightForWidth(900) >= 56
    assert ChoiceRow("No").heightForWidth(300) == 56
    assert ChoiceRow("Not known yet", quiet=True).heightForWidth(300) == 44


def test_a_segment_tells_what_a_person_chose(qtbot, page):
    choice = Segmented(PLAN, name="Safe housing")
    page.put(choice)
    assert choice.value == ""
    later = choice.findChildren(type(choice._segments()[1]))[1]
    with qtbot.waitSignal(choice.chosen, check_params_cb=lambda value: value == "later"):
        qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert choice.value == "later"


def test_picking_tells_nobody(qtbot, page):
    choice = Segmented(PLAN, "accepts")
    page.put(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.pick("declines")
    assert choice.value == "declines"
    choice.pick("")
    assert choice.value == ""


def test_declining_is_as_wide_as_accepting(page):
    choice = Segmented(PLAN, "accepts")
    page.put(choice, 0, Qt.AlignmentFlag.AlignLeft)
    page.grab()
    widths = {each.width() for each in choice._segments()}
    assert max(widths) - min(widths) <= 1
    assert spoken(choice._segments()[2]).text(QAccessible.Text.Name) == "Declines"


def test_choosing_moves_nothing(page):
    choice = Segmented(PLAN)
    before = choice.sizeHint()
    choice.pick("accepts")
    assert choice.sizeHint() == before


@pytest.mark.parametrize("kind", [Switch, TickBox])
def test_the_words_of_a_box_are_its_target(qtbot, page, kind):
    box = kind("Calm motion")
    page.put(box)
    page.grab()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert box.sizeHint().height() >= 44
    assert spoken(box).text(QAccessible.Text.Name) == "Calm motion"
    assert spoken(box).role() == QAccessible.Role.CheckBox


def test_a_filter_chip_says_its_count(page):
    chip = FilterChip("Mine", 9)
    page.put(chip)
    assert spoken(chip).text(QAccessible.Text.Name) == "Mine 9"
    width = chip.sizeHint().width()
    chip.setChecked(True)
    assert chip.sizeHint().width() > width


def test_a_list_tells_a_choice_and_ignores_the_wheel(qtbot, page):
    field = ComboField("Language", [("fi", "Suomi"), ("vi", "Tiếng Việt")], "fi", icon="globe")
    page.put(field)
    qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    assert field.value == "vi"
    assert field.combo.accessibleName() == "Language"
    assert spoken(field.combo).role() == QAccessible.Role.ComboBox
    field.combo.pick("nothing")
    assert field.value == ""
