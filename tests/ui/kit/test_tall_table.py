"""Tables whose rows are as high as their words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from assistance_desktop.ui.kit.table import Column
from assistance_desktop.ui.kit.tall_table import TallCell, TallTable
from assistance_desktop.ui.kit.theme import apply_theme

LONG = TallCell("A sentence that is far too long for one line of this table. " * 4, "And more.")
SHORT = TallCell("<b>Short</b> words", "A line", rich=True)
MARK = TallCell("To look at", icon="alert", tone="amber_text")


@pytest.fixture
def table(qtbot, qapp):
    apply_theme(qapp)
    made = TallTable([Column("", 52), Column("What")], name="What to look at")
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.show_rows([(MARK, LONG), (MARK, SHORT)])
    return made


def test_a_row_is_as_high_as_its_words_and_grows_when_it_gets_narrow(table):
    assert table.rowHeight(0) > 1.5 * table.rowHeight(1)
    wide = table.rowHeight(0)
    table.resize(300, 400)
    assert table.rowHeight(0) > wide


def test_larger_text_makes_higher_rows(table, qapp):
    before = table.rowHeight(0), table.rowHeight(1)
    apply_theme(qapp, "light", 1.5)
    assert table.rowHeight(0) > before[0]
    assert table.rowHeight(1) > before[1]


def test_screen_readers_get_the_words_without_marks_and_the_meaning_of_an_icon(table):
    assert table.words[1] == ["To look at", "Short words A line"]
    index = table.model().index(1, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Short words A line"
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.text(QAccessible.Text.Name) == "What to look at"


def test_it_paints_in_both_directions_and_in_every_theme(table, qapp):
    pictures = []
    for theme in ("light", "dark", "hc"):
        apply_theme(qapp, theme)
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            table.setLayoutDirection(direction)
            picture = table.grab().toImage()
            assert picture not in pictures
            pictures.append(picture)
