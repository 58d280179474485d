import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMainWindow, QWidget

from assistance_desktop.storage import settings
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.preferences import Preferences, system_theme
from assistance_desktop.ui.settings.page import SettingsPage


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window):
    return Actions(window)


@pytest.fixture
def page(qtbot, session, window, actions):
    made = SettingsPage(Preferences("en", "light", 1.0), actions, session)
    window.setCentralWidget(made)
    window.show()
    return made


def test_a_theme_is_chosen_with_one_click(qtbot, page):
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        qtbot.mouseClick(page.appearance.themes["hc"], Qt.MouseButton.LeftButton)
    assert chosen.args == [Preferences("en", "hc", 1.0)]


def test_following_the_system_chooses_no_theme(qtbot, page):
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        page.appearance.follow.click()
    assert not chosen.args[0].theme
    assert not any(card.isChecked() for card in page.appearance.themes.values())


def test_not_following_any_more_keeps_what_is_seen(qtbot, page):
    page.appearance.follow.click()
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        page.appearance.follow.click()
    assert chosen.args[0].theme == system_theme()


def test_larger_text_keeps_the_other_choices(qtbot, page):
    qtbot.mouseClick(page.appearance.themes["dark"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        largest = page.appearance.scale.findChildren(QWidget)[-1]
        qtbot.mouseClick(largest, Qt.MouseButton.LeftButton)
    assert chosen.args == [Preferences("en", "dark", 1.5)]


def test_a_language_is_chosen_and_the_look_stays(qtbot, page):
    qtbot.mouseClick(page.appearance.themes["dark"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.preferences_chosen) as chosen:
        page.language.pick("sv")
        page.language.activated.emit(page.language.currentIndex())
    assert chosen.args == [Preferences("sv", "dark", 1.0)]


def test_the_idle_time_is_in_the_vault_when_it_is_told(qtbot, page, session):
    assert page.idle.value == "5"
    with qtbot.waitSignal(page.idle_chosen) as chosen:
        page.idle.pick("10")
        page.idle.activated.emit(page.idle.currentIndex())
    assert chosen.args == [10]
    assert settings.read(session.reader, "idle_minutes") == 10


def test_an_idle_time_that_another_version_offered_is_shown(qtbot, page, session, actions):
    with qtbot.waitSignal(session.changed):
        session.write(
            lambda connection: settings.write(connection, "idle_minutes", 7),
            page,
            lambda _nothing: None,
            pytest.fail,
        )
    again = SettingsPage(Preferences("en"), actions, session)
    qtbot.addWidget(again)
    assert again.idle.currentText() == "7 minutes"


def test_hide_is_there(qtbot, page, actions):
    with qtbot.waitSignal(actions["hide"].triggered):
        page.header.hide_asked.emit()


def test_everything_that_takes_the_keyboard_has_a_name(page):
    for each in page.findChildren(QWidget):
        if each.isVisibleTo(page) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface.text(QAccessible.Text.Name), each


def test_the_questionnaires_are_counted_and_opened_from_here(qtbot, page, session):
    content = Content.read()
    assert page._in_use.text() == "0 in use"
    with qtbot.waitSignal(session.changed):
        moment = session.clock()
        session.write(
            lambda connection: content.keep(connection, moment),
            page,
            lambda _nothing: None,
            pytest.fail,
        )
    assert page._in_use.text() == "2 in use"  # the intake and the safety plan
    with qtbot.waitSignal(page.questionnaires_wanted):
        qtbot.mouseClick(page.questionnaires, Qt.MouseButton.LeftButton)
