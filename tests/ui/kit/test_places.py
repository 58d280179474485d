from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.rail import Rail, RailItem
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.section_rail import Section, SectionRail
from assistance_desktop.ui.kit.tabs import Tabs

PLACES = [("today", "today", "Today"), ("cases", "cases", "Cases"), ("sync", "sync", "Sync")]


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


def named(parent, kind, name):
    return next(each for each in parent.findChildren(kind) if each.accessibleName() == name)


def test_the_rail_tells_where_a_person_goes(qtbot, page):
    rail = page.put(Rail(PLACES))
    cases = named(rail, RailItem, "Cases")
    with qtbot.waitSignal(rail.went, check_params_cb=lambda place: place == "cases"):
        qtbot.mouseClick(cases, Qt.MouseButton.LeftButton)
    assert cases.isChecked()
    with qtbot.assertNotEmitted(rail.went):
        rail.go("today")
    assert not cases.isChecked()


def test_lock_is_no_place(qtbot, page):
    rail = page.put(Rail(PLACES))
    rail.go("today")
    with qtbot.waitSignal(rail.lock_asked), qtbot.assertNotEmitted(rail.went):
        qtbot.mouseClick(named(rail, RailItem, "Lock"), Qt.MouseButton.LeftButton)
    assert named(rail, RailItem, "Today").isChecked()


def test_a_badge_is_spoken(page):
    rail = page.put(Rail(PLACES))
    rail.set_badge("sync", 4)
    item = named(rail, RailItem, "Sync")
    assert spoken(item).text(QAccessible.Text.Description) == "4 wait"
    rail.set_badge("sync", 0)
    assert spoken(item).text(QAccessible.Text.Description) == ""


def test_rail_items_are_large_enough_to_hit(page):
    rail = page.put(Rail(PLACES))
    for item in rail.findChildren(RailItem):
        assert item.sizeHint().height() == 64
    assert rail.sizeHint().width() == 96


def test_a_section_says_how_far_it_is(qtbot, page):
    rail = page.put(SectionRail())
    rail.add("safety", "Immediate safety")
    rail.show_state("safety", "part", "11/12")
    section = named(rail, Section, "Immediate safety")
    assert spoken(section).text(QAccessible.Text.Description) == "some skipped 11/12"
    with qtbot.waitSignal(rail.went, check_params_cb=lambda place: place == "safety"):
        qtbot.keyClick(section, Qt.Key.Key_Space)


def test_sections_are_taken_away_for_another_form(page):
    rail = page.put(SectionRail())
    rail.add("a", "About you")
    rail.clear()
    rail.add("a", "Needs")
    rail.go("a")
    assert named(rail, Section, "Needs").isChecked()


def test_tabs_tell_the_view(qtbot, page):
    tabs = page.put(Tabs([("overview", "Overview"), ("plan", "Plan")]))
    tabs.set_count("plan", 9)
    plan = next(each for each in tabs.children() if getattr(each, "text", str)() == "Plan")
    with qtbot.waitSignal(tabs.went, check_params_cb=lambda place: place == "plan"):
        qtbot.mouseClick(plan, Qt.MouseButton.LeftButton)
    assert spoken(plan).text(QAccessible.Text.Description) == "9"


def test_hide_is_the_last_thing_in_the_header(qtbot, page):
    header = page.put(PageHeader("Cases"))
    new = Button("New intake", "primary")
    header.add(new)
    page.resize(900, 200)
    page.grab()
    hide = named(header, Button, "Hide")
    assert new.geometry().right() < hide.geometry().left()
    assert hide.geometry().right() == header.width() - 25
    with qtbot.waitSignal(header.hide_asked):
        qtbot.mouseClick(hide, Qt.MouseButton.LeftButton)


def test_a_header_says_another_title(page):
    header = page.put(PageHeader("Aurora", back=True, letter="A"))
    header.say("Kielo", "H2-6PWD")
    assert header.minimumHeight() == 80


def test_a_row_that_opens_is_a_button_and_another_is_not(qtbot, page):
    opens = page.put(Row("Aurora", "K7-4M2Q", letter="A", opens=True))
    still = page.put(Row("Police", "A serious threat, nothing else", icon="shield"))
    assert spoken(opens).text(QAccessible.Text.Name) == "Aurora"
    assert still.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(opens.clicked):
        qtbot.keyClick(opens, Qt.Key.Key_Return)
