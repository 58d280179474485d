"""Today over a vault with a few made-up people, in a window."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.today.page import TodayPage

TODAY = date(2026, 11, 23)
"""The day by the made-up clock."""


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def write(session, pen):
    """Write a record of a case, as any other page would, without the page knowing."""

    def do(case_id, record, **fields):
        connection = session.vault.connect()
        with transaction(connection):
            edits = [Edit(record, name, value) for name, value in fields.items()]
            editing.write(connection, case_id, edits, pen)
        connection.close()

    return do


@pytest.fixture
def day():
    """A day so many days from today, as records hold it."""
    return lambda number: (TODAY + timedelta(days=number)).isoformat()


@pytest.fixture
def people(write):
    """Aurora and Kielo, whose plans are agreed."""
    for name, number in (("Aurora", "K7-4M2Q"), ("Kielo", "H2-6PWD")):
        write(name, "case", pseudonym=name, number=number, worker="Pihlaja", stage="plan")


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.resize(1184, 768)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(session, content, window):
    made = TodayPage(session, window.deeds, content)
    window.setCentralWidget(made)
    return made


@pytest.fixture
def shown(page, qtbot):
    """Show the page, or read it anew, and wait until it has come."""

    def do():
        page.standing = None
        if page.isVisible():
            page._session.changed.emit("")
        page.window().show()
        qtbot.waitUntil(lambda: page.standing is not None)
        # Qt shows what a layout got when it comes round to it.
        qtbot.waitUntil(lambda: all(row.isVisible() for row in page.agenda.rows))
        return page

    return do
