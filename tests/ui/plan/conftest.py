"""A case with a real intake, and its plan in a window."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import CASE
from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.plan.page import PlanView

KNOWN = {
    "in_finland": "yes",
    "role": "possible_victim",
    "home_safe": "no",
    "health_need": "yes",
    "income": "none",
    "citizenships": ["VN"],
    "stay_basis": "none",
    "has_municipality": "no",
    "best_language": "vi",
    "police_wish": "undecided",
    "wants_return": "no",
    "customer": "admitted",
    "has_children": "no",
    "threat_serious": "no",
    "date_of_birth": "2002-03-14",
}
"""An adult from Viet Nam, in Finland, admitted; two things are not known."""


@pytest.fixture(scope="session")
def content():
    return Content.read()


@pytest.fixture
def write(session, pen):
    """Write edits of the case as another page would."""

    def do(*edits, case_id="aurora"):
        connection = session.vault.connect()
        with transaction(connection):
            editing.write(connection, case_id, edits, pen)
        connection.close()
        session.changed.emit(case_id)

    return do


@pytest.fixture
def answer(content, write):
    """Answer questions of the intake by their names."""

    def do(**given):
        write(*(Edit("intake", content.paths[name], value) for name, value in given.items()))

    return do


@pytest.fixture
def aurora(write, answer):
    write(Edit(CASE, "pseudonym", "Aurora"), Edit(CASE, "number", "K7-4M2Q"))
    answer(**KNOWN)
    return "aurora"


@pytest.fixture
def reflecting(aurora, answer, write, content):
    """Aurora has a reflection period that ends in eleven days."""
    answer(stay_basis="reflection_period", reflection_granted="yes")
    repeat = "/".join(content.paths["grant_start"].split("/")[:-1])
    write(
        Edit("repeat/one", "of", repeat),
        Edit("repeat/one", "within", "intake"),
        Edit("repeat/one", content.paths["grant_start"], "2026-06-04"),
        Edit("repeat/one", content.paths["grant_end"], "2026-12-04"),
        Edit("repeat/one", content.paths["grant_by"], "police"),
    )
    return aurora


@pytest.fixture
def window(qtbot, qapp):
    apply_theme(qapp)
    made = QMainWindow()
    made.deeds = Actions(made)
    made.setMinimumSize(1024, 480)
    made.resize(1184, 643)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def view(session, window, content):
    made = PlanView(session, window.deeds, content)
    window.setCentralWidget(made)
    return made
