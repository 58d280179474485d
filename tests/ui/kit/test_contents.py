"""The table of contents: places, the one that is shown, and what it says to a screen reader."""

from PySide6.QtCore import Qt

from assistance_desktop.ui.kit.contents import Contents, ContentsRow


def make(qtbot):
    made = Contents("Sections")
    made.add("a", ContentsRow("Needs & wishes", "2/3", icon="both", spoken="2 of 3, differs"))
    made.add("b", ContentsRow("Health", "18", inner=True))
    made.resize(216, 200)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_place_is_chosen_by_keyboard_and_by_pointer(qtbot):
    contents = make(qtbot)
    with qtbot.waitSignal(contents.went) as told:
        qtbot.keyClick(contents.row("b"), Qt.Key.Key_Return)
    assert told.args == ["b"]
    with qtbot.waitSignal(contents.went) as told:
        qtbot.mouseClick(contents.row("a"), Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_one_place_is_shown_or_none(qtbot):
    contents = make(qtbot)
    contents.go("a")
    contents.go("b")
    assert [contents.row(place).isChecked() for place in contents.places] == [False, True]
    contents.go("elsewhere")
    assert not any(contents.row(place).isChecked() for place in contents.places)


def test_a_place_says_what_its_number_and_mark_mean(qtbot):
    contents = make(qtbot)
    assert contents.row("a").accessibleName() == "Needs & wishes"
    assert contents.row("a").accessibleDescription() == "2 of 3, differs"
    assert contents.row("b").accessibleDescription() == "18"


def test_a_long_name_takes_another_line(qtbot):
    contents = make(qtbot)
    long = ContentsRow("Situation and indicators of trafficking in human beings", "9/9")
    contents.add("c", long)
    assert long.heightForWidth(216) > contents.row("b").heightForWidth(216)


def test_cleared_contents_list_nothing(qtbot):
    contents = make(qtbot)
    contents.add_rule()
    contents.clear()
    assert contents.places == []
