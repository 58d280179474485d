"""A print page in a window, over a real vault with a case in it."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.paper.page import PaperPage

CASE = "c"
STORY = "He keeps the passport of Ruska in Lieksa"
"""Words of the notes that no paper may hold unless they are written for it."""

AURORA = (
    Edit("case", "pseudonym", "Aurora"),
    Edit("case", "number", "K7-4M2Q"),
    Edit("intake", "/intake/about_you/best_language", "en"),
    Edit("plan/HOUSING", "decision", "accepts"),
    Edit("plan/HOUSING", "next_step", "Pihlaja asks for a room by the river."),
    Edit("plan/HOUSING", "due", "2026-11-26"),
    Edit("plan/HEALTH", "decision", "accepts"),
    Edit("plan/INTERP", "decision", "accepts"),
    Edit("plan/SUPPORT", "decision", "declines"),
    Edit("note/1", "text", STORY),
)


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def write(session, open_vault):
    def put(*edits):
        connection = open_vault.connect()
        pen = Pen(session.author, session.clock, session.new_id)
        with transaction(connection):
            editing.write(connection, CASE, edits, pen)
        connection.close()

    return put


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.addActions(made.deeds.all())
    made.setMinimumSize(1024, 608)
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot, window, session, content, write):
    """The page with Aurora's paper on the desk, in English."""
    write(*AURORA)
    made = PaperPage(session, window.deeds, content)
    with qtbot.waitSignal(made.made):
        made.show_case(CASE)
        window.setCentralWidget(made)
    return made
