"""A session over a real vault, and its owner on the UI thread."""

import pytest
from PySide6.QtCore import QObject

from assistance_desktop.storage import settings
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.kit import theme
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.sweeping import Sweeper


@pytest.fixture(autouse=True, scope="session")
def _sweeping(qapp):
    """Widgets that nobody needs any more go on the UI thread, as in the program."""
    sweeper = Sweeper(qapp)
    yield
    sweeper.deleteLater()


@pytest.fixture(autouse=True)
def _plain_look(qapp):
    """Every test begins in daylight at 100 %, whatever the one before it wore."""
    if theme.look() != theme.Look():
        theme.apply_theme(qapp)


@pytest.fixture
def session(qapp, open_vault, clock, new_id):
    connection = open_vault.connect()
    with transaction(connection):
        settings.write(connection, "desk", {"worker": "Pihlaja", "device": "laptop-1"})
    connection.close()
    made = Session(open_vault, clock=clock, new_id=new_id)
    yield made
    made.close()


@pytest.fixture
def owner(qapp):
    return QObject()
