import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.kit.theme import apply_theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, qapp):
    """A window with a shortcut of its own, as the real one has."""
    apply_theme(qapp)
    made = QMainWindow()
    qtbot.addWidget(made)
    made.asked = []
    for keys in ("F9", "Ctrl+N", "Ctrl+H"):
        action = QAction(made)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: made.asked.append(keys))
        made.addAction(action)
    made.page = NotesPage()
    made.setCentralWidget(made.page)
    made.show()
    made.activateWindow()
    made.page.setFocus()
    qtbot.waitUntil(made.page.sheet.hasFocus)
    return made


def offered(page):
    return {action.text(): action for action in page.findChildren(QAction) if action.text()}


def test_one_can_type_as_in_any_notes(qtbot, window):
    qtbot.keyClicks(window.page.sheet, "milk, coffee")
    assert window.page.sheet.toPlainText() == "milk, coffee"


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_H, CTRL)]
)
def test_the_way_back_is_the_way_there_and_leaves_nothing(qtbot, window, key, modifier):
    qtbot.keyClicks(window.page.sheet, "milk")
    with qtbot.waitSignal(window.page.returned):
        qtbot.keyClick(window.page.sheet, key, modifier)
    assert not window.page.sheet.toPlainText()
    assert not window.page.sheet.document().isUndoAvailable()
    assert window.asked == []


def test_no_shortcut_of_the_window_answers(qtbot, window):
    qtbot.keyClick(window.page.sheet, Qt.Key.Key_N, CTRL)
    assert window.asked == []


def test_the_menus_do_what_they_say(qtbot, window):
    page, menu = window.page, offered(window.page)
    qtbot.keyClicks(page.sheet, "milk")
    menu["Undo"].trigger()
    assert not page.sheet.toPlainText()
    qtbot.keyClicks(page.sheet, "milk")
    before = page.sheet.font().pixelSize()
    menu["Larger text"].trigger()
    assert page.sheet.font().pixelSize() == before + 2
    for _time in range(9):
        menu["Smaller text"].trigger()
    assert page.sheet.font().pixelSize() == 9
    menu["New"].trigger()
    assert not page.sheet.toPlainText()


def test_open_is_a_way_back_too(qtbot, window):
    with qtbot.waitSignal(window.page.returned):
        offered(window.page)["Open…"].trigger()


def test_nothing_on_the_page_gives_anybody_away(window):
    words = " ".join(offered(window.page))
    assert not {"case", "client", "passphrase", "vault", "lock"} & set(words.lower().split())
