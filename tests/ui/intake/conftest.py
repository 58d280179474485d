"""The real intake over a real vault: the filling by itself, and the page in a window."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import Case
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake.filling import Filling
from assistance_desktop.ui.intake.page import IntakePage
from assistance_desktop.ui.kit.theme import apply_theme


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def filling(content, pen):
    return Filling(Case("c", []), content, pen)


@pytest.fixture
def at_desk(session, clock):
    """The vault is a desk with a worker and a label."""
    connection = session.vault.connect()
    with transaction(connection):
        desks.found(connection, "Pihlaja", "Laptop 1", Role.FIELD, clock())
    connection.close()
    return session


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.addActions(made.deeds.all())
    made.resize(1280, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(at_desk, window, content):
    made = IntakePage(at_desk, window.deeds, content)
    window.setCentralWidget(made)
    made.new_case()
    return made
