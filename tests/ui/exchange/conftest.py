"""A field desk and an office, as strangers or introduced."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.theme import apply_theme
from tests.ui.exchange.desks_at_work import introduce, open_place


@pytest.fixture
def strangers(qapp, tmp_path):
    apply_theme(qapp)
    places = (
        open_place(tmp_path / "field", "Pihlaja", "Laptop 3", Role.FIELD),
        open_place(tmp_path / "office", "Kataja", "Helsinki office", Role.OFFICE, minutes=60),
    )
    yield places
    for place in places:
        place.close()


@pytest.fixture
def field(strangers):
    return strangers[0]


@pytest.fixture
def office(strangers):
    introduce(*strangers)
    return strangers[1]


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def window(qtbot):
    """A window that shows one page at a time, and the actions of the program."""
    made = QMainWindow()
    made.deeds = Actions(made)
    made.setMinimumSize(1024, 608)  # as the real one less its rail; it never follows its page
    made.resize(1184, 736)
    qtbot.addWidget(made)
    made.show()
    return made
