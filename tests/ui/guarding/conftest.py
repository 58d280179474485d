"""A window over a real vault, open, with a case of Aurora's."""

import pytest

from tests.ui.at_work import make_case, unlock
from tests.ui.hiding.conftest import desk as window
from tests.ui.hiding.conftest import folder

__all__ = ["folder", "window"]


@pytest.fixture
def opened(qtbot, window):
    unlock(qtbot, window)
    make_case(qtbot, window)
    return window
