"""A real vault with a case whose client said how to make contact safely."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme

CASE = "c"
NUMBER = "040 123 4541"
SAID = {
    "contact_way": ["call"],
    "phone_whose": "own_seen",
    "phone_number": NUMBER,
    "safe_from": "18:00:00.000+02:00",
    "safe_until": "20:00",
    "safe_days": ["mon", "tue"],
    "safe_word": "umbrella",
    "first_words": "Hello, this is Anna from the sewing course.",
    "do_not_tell": ["employer"],
}


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def write(session, open_vault):
    def put(*edits):
        connection = open_vault.connect()
        pen = Pen(session.author, session.clock, session.new_id)
        with transaction(connection):
            editing.write(connection, CASE, edits, pen)
        connection.close()
        session.changed.emit(CASE)

    return put


@pytest.fixture
def say(write, content):
    """Put answers into the intake by the names of their questions."""

    def answer(**said):
        write(*(Edit("intake", content.intake.paths[name], value) for name, value in said.items()))

    return answer


@pytest.fixture
def aurora(write, say):
    write(Edit("case", "pseudonym", "Aurora"))
    say(**SAID)


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
