import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from assistance_desktop.ui.kit.row_cell import RowCell, shortened
from assistance_desktop.ui.kit.row_table import RowTable
from assistance_desktop.ui.kit.table import Column

NAMES = ("Aurora", "Kielo", "Usva")


def row(number):
    name = NAMES[number % 3]
    return f"id-{number}", (RowCell(name, "K7-4M2Q", glyph=name), RowCell("Sent", icon="check"))


@pytest.fixture
def table(page):
    made = page.put(RowTable([Column("Pseudonym"), Column("Sync", 120)], name="Cases"))
    made.show_source(3, row)
    page.grab()
    return made


def test_a_click_anywhere_in_a_row_opens_it(qtbot, table):
    place = table.visualRect(table.model().index(1, 1)).center()
    with qtbot.waitSignal(table.opened, check_params_cb=lambda case: case == "id-1"):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_arrows_go_through_the_rows_and_enter_opens(qtbot, table):
    table.go(0)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.here == "id-1"
    with qtbot.waitSignal(table.opened, check_params_cb=lambda case: case == "id-1"):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_a_screen_reader_hears_what_a_cell_shows(table):
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Aurora K7-4M2Q"
    said = QAccessible.queryAccessibleInterface(table)
    assert said.text(QAccessible.Text.Name) == "Cases"


def test_only_the_rows_in_sight_are_asked_for(page, table):
    asked = []

    def counted(number):
        asked.append(number)
        return row(number)

    table.show_source(100_000, counted)
    page.grab()
    assert 0 < len(asked) < 60
    assert max(asked) < 60


def test_a_row_is_60_high(table):
    assert table.rowHeight(0) == 61


def test_the_row_under_the_pointer_is_known(qtbot, table):
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseMove(table.viewport(), place)
    qtbot.waitUntil(lambda: table.is_hovered(2))
    qtbot.mouseMove(table.viewport(), QPoint(5, table.viewport().height() - 5))
    qtbot.waitUntil(lambda: not table.is_hovered(2))


def test_words_that_are_cut_are_told_in_full(qapp):
    cell = RowCell("Call back the on-duty officer", "Today 11:00")
    assert shortened(cell, 80) == "Call back the on-duty officer Today 11:00"
    assert shortened(cell, 800) == ""


def test_a_table_without_rows_opens_nothing(qtbot, table):
    table.show_rows([])
    assert table.here == ""
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
