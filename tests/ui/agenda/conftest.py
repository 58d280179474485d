"""The forms over a window, with two made-up people in the vault."""

import pytest
from PySide6.QtWidgets import QMainWindow, QWidget

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.agenda.opening import Agenda
from assistance_desktop.ui.kit.theme import apply_theme


@pytest.fixture
def write(session, pen):
    def do(case_id, record, **fields):
        connection = session.vault.connect()
        with transaction(connection):
            edits = [Edit(record, name, value) for name, value in fields.items()]
            editing.write(connection, case_id, edits, pen)
        connection.close()

    return do


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.setCentralWidget(QWidget())
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def agenda(session, window, write):
    write("aurora", "case", pseudonym="Aurora", number="K7-4M2Q")
    write("kielo", "case", pseudonym="Kielo", number="H2-6PWD")
    return Agenda(window.centralWidget(), session, window.deeds)
