"""Two desks with real windows over real vaults, driven as the walkthrough drives them."""

import pytest

from assistance_desktop.cli.walkthrough.desk_work import DeskWork
from assistance_desktop.cli.walkthrough.hands import Hands
from assistance_desktop.ui import failure
from assistance_desktop.ui.unlock.start import Way


@pytest.fixture
def hands(qapp, tmp_path):
    """Hands that stop at any bug; afterwards bugs are Python's again."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    yield Hands(pictures)
    failure.uninstall()


@pytest.fixture
def field(hands, tmp_path):
    made = DeskWork(tmp_path / "field", hands)
    made.start(Way.JOIN, "Pihlaja")
    yield made
    made.close()


@pytest.fixture
def office(hands, tmp_path):
    made = DeskWork(tmp_path / "office", hands)
    made.start(Way.OFFICE, "Kataja")
    yield made
    made.close()
