"""The dress of the program, a thread for the key, and a look for nameless widgets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.session import Jobs


@pytest.fixture
def jobs(qapp):
    apply_theme(qapp)
    made = Jobs(1, "key")
    yield made
    made.finish()


@pytest.fixture
def nameless():
    def look(page):
        return [
            each
            for each in page.findChildren(QWidget)
            if each.isVisibleTo(page)
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        ]

    return look
