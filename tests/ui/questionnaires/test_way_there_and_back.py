"""From the settings to the questionnaires, into a trial and onto paper, and back again."""

import pytest
from PySide6.QtCore import Qt

from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(qtbot, office, window, content):
    made = Workspace(office.session, window.deeds, content, Preferences("en", "light"))
    window.setCentralWidget(made)
    window.show()
    made.go("settings")
    page = made.questionnaires_page
    with qtbot.waitSignal(page.examined, timeout=10_000):
        qtbot.mouseClick(made.settings_page.questionnaires, Qt.MouseButton.LeftButton)
    yield made
    made.leave()


def test_the_settings_stay_chosen_and_back_leads_there(qtbot, workspace):
    assert workspace.questionnaires_page.isVisible()
    assert _item(workspace).isChecked()
    workspace.questionnaires_page._header.back_asked.emit()
    assert workspace.settings_page.isVisible()


def test_a_trial_writes_nothing_and_leads_back(qtbot, workspace, office):
    before = office.everything()
    workspace.questionnaires_page.details.deeds.try_out.click()
    qtbot.waitUntil(workspace.intake_page.isVisible, timeout=10_000)
    intake = workspace.intake_page
    intake.answer(intake.step.questions[0], "yes")
    intake.close_intake()
    assert workspace.questionnaires_page.isVisible()
    assert office.everything() == before


def test_the_blank_form_is_shown_and_leads_back(qtbot, workspace):
    with qtbot.waitSignal(workspace.blank_page.made, timeout=15_000):
        workspace.questionnaires_page.details.blank.click()
    assert workspace.blank_page.isVisible()
    assert _item(workspace).isChecked()
    workspace.blank_page._header.back_asked.emit()
    assert workspace.questionnaires_page.isVisible()


def _item(workspace):
    """The rail's item of the settings."""
    return workspace.rail._items["settings"]
