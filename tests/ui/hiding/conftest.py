"""A desk with a real vault, its window, and a case of Aurora's."""

import pytest

from assistance_desktop.ui import failure
from assistance_desktop.ui.main_window import MainWindow
from tests.ui.at_work import make_case, make_desk, unlock


@pytest.fixture
def folder(tmp_path):
    return make_desk(tmp_path / "desk")


@pytest.fixture
def desk(qtbot, folder):
    """The window, locked; afterwards no bug may have been met."""
    made = MainWindow(folder)
    bugs = []
    failure.install(bugs.append)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    failure.uninstall()
    assert bugs == []


@pytest.fixture
def opened(qtbot, desk):
    unlock(qtbot, desk)
    make_case(qtbot, desk)
    return desk
