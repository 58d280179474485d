"""A list of made-up cases in a real vault, and the page that shows it in a window."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.storage import case_store, editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.case_list.page import CaseListPage
from assistance_desktop.ui.kit.theme import apply_theme

PEOPLE = (
    ("tuisku", "Tuisku", "K7-9TX3", "Haapa", "plan", "Call back the on-duty officer", "2026-11-23"),
    ("kielo", "Kielo", "H2-6PWD", "Kataja", "plan", "Clinic visit", "2026-11-23"),
    ("usva", "Usva", "T5-3JVN", "Pihlaja", "plan", "Send the legal aid request", "2026-11-20"),
    ("aurora", "Aurora", "K7-4M2Q", "Pihlaja", "plan", "Move to the safe house", "2026-11-26"),
    ("saari", "Saari", "T5-7YGE", "Haapa", "with_office", "Decision on admission", "2026-12-04"),
    ("ruska", "Ruska", "K7-1R8C", "Pihlaja", "intake", "", ""),
    ("routa", "Routa", "K7-2CDM", "Pihlaja", "closed", "", ""),
)


@pytest.fixture
def write(session, pen):
    """Write edits of a case, as any other page would, without the page knowing."""

    def do(case_id, edits):
        connection = session.vault.connect()
        with transaction(connection):
            editing.write(connection, case_id, edits, pen)
        connection.close()

    return do


@pytest.fixture
def seal_all(session):
    """Everything was sent."""

    def do(case_ids):
        connection = session.vault.connect()
        with transaction(connection):
            for one in case_ids:
                changes = case_store.load(connection, one).changes
                case_store.seal(connection, [change.id for change in changes])
        connection.close()

    return do


@pytest.fixture
def people(write, seal_all):
    for case_id, name, number, worker, stage, step, due in PEOPLE:
        edits = [
            Edit(CASE, "pseudonym", name),
            Edit(CASE, "number", number),
            Edit(CASE, "worker", worker),
            Edit(CASE, "stage", stage),
        ]
        if step:
            edits += [Edit("plan/HOUSING", "next_step", step), Edit("plan/HOUSING", "due", due)]
        write(case_id, edits)
    write("tuisku", [Edit(CASE, "threat", True)])
    seal_all([one[0] for one in PEOPLE])
    write("usva", [Edit("intake", "/intake/x", Unanswered.REFUSED)])
    write("aurora", [Edit("plan/HEALTH", "decision", "accepts")])


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.addActions(made.deeds.all())
    made.setMinimumSize(1024, 640)
    made.resize(1184, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def page(session, window):
    made = CaseListPage(session, window.deeds)
    window.setCentralWidget(made)
    return made
