import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QApplication

from assistance_desktop.ui.kit.button import Button, HideButton, IconButton
from assistance_desktop.ui.kit.ring import FocusRing


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button(qtbot, page, key):
    button = Button("Next", "primary")
    page.put(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_button_says_its_words_and_is_a_button(page):
    button = Button("Fish & chips", icon="check")
    page.put(button)
    assert spoken(button).text(QAccessible.Text.Name) == "Fish & chips"
    assert spoken(button).role() == QAccessible.Role.Button


def test_a_button_with_an_icon_alone_has_a_name_and_a_tooltip(page):
    button = IconButton("x", "Close this notice")
    page.put(button)
    assert spoken(button).text(QAccessible.Text.Name) == "Close this notice"
    assert button.toolTip() == "Close this notice"
    assert button.sizeHint().width() >= 44


def test_hide_shows_its_key(page):
    assert HideButton().sizeHint().width() > Button("Hide", icon="hide").sizeHint().width()


@pytest.mark.parametrize(
    ("size", "height"), [("small", 36), ("normal", 44), ("large", 48), ("hero", 64)]
)
def test_the_sizes_are_those_of_the_design_language(page, size, height):
    assert Button("New intake", size=size).sizeHint().height() == height


def _rings(page):
    return [each for each in page.findChildren(FocusRing) if each.isVisible()]


def _focus(widget, reason):
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusIn, reason))


def test_the_ring_is_for_the_keyboard_only(page):
    button = Button("Next")
    page.put(button)
    _focus(button, Qt.FocusReason.MouseFocusReason)
    assert not _rings(page)
    _focus(button, Qt.FocusReason.TabFocusReason)
    assert [ring.geometry() for ring in _rings(page)] == [button.geometry().adjusted(-4, -4, 4, 4)]
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusOut))
    assert not _rings(page)


def test_the_ring_follows_when_its_widget_moves(qtbot, page):
    button = Button("Next")
    page.put(button)
    _focus(button, Qt.FocusReason.TabFocusReason)
    page.resize(500, 300)
    ring = _rings(page)[0]
    qtbot.waitUntil(lambda: ring.geometry().center() == button.geometry().center())


def test_a_ring_goes_with_its_page(qtbot, page):
    button = Button("Next")
    page.put(button)
    _focus(button, Qt.FocusReason.TabFocusReason)
    button.hide()
    assert not _rings(page)
