"""The panels about telling, in a window over a real vault with a case in it."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.telling.opening import PeopleTold

CASE = "c"
SHELTER = "Safe house South"


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def write(session, open_vault, content):
    """Write answers by question name, and other fields as they are: (record, field, value)."""

    def put(*fields, **answered):
        edits = [Edit(*one) for one in fields]
        edits += [Edit("intake", content.paths[name], value) for name, value in answered.items()]
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
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def people_told(window, session, content, write):
    """Aurora, who agreed that a shelter hears her name and her language."""
    write(
        ("case", "pseudonym", "Aurora"),
        ("case", "number", "K7-4M2Q"),
        ("consent/1", "recipient", SHELTER),
        ("consent/1", "kind", "shelter"),
        ("consent/1", "purpose", "To have a room ready"),
        ("consent/1", "topics", ["called", "language"]),
        ("consent/1", "state", "given"),
        ("consent/1", "given_on", "2026-01-02"),
        ("consent/1", "how", "spoken"),
        best_language="vi", health_need="yes", do_not_tell=["employer", "home_authorities"],
        phone_number="040 000 0000", own_offence_mentioned="yes",
    )  # fmt: skip
    return PeopleTold(window, session, window.deeds, content)
