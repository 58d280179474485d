"""The look of the tests: light, 100 %, with the bundled letters."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.ui.kit.theme import apply_theme


@pytest.fixture(autouse=True)
def _light(request):
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp = request.getfixturevalue("qapp")
    apply_theme(qapp, "light")
    yield
    apply_theme(qapp, "light")


@pytest.fixture
def page(qtbot):
    """An open page to put widgets on, with a layout."""
    made = _Page()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


class _Page(QWidget):
    """A page whose widgets are laid out as soon as they are put there."""

    def __init__(self):
        super().__init__()
        self.column = QVBoxLayout(self)

    def put(self, widget, *where):
        self.column.addWidget(widget, *where)
        widget.show()
        self.column.activate()
        return widget
