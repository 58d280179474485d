"""The page of a proposal, over a real vault with a case in it."""

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.storage import editing
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk
from assistance_desktop.sync.trust.roster import Role
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.proposal.page import ProposalPage

CASE = "c"


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
def page(qtbot, qapp, session, content, write, open_vault):
    """Aurora, who was not asked yet."""
    connection = open_vault.connect()
    with transaction(connection):
        desk.found(connection, "Pihlaja", "Outreach team 3", Role.OFFICE, session.clock())
    connection.close()
    write(
        ("case", "pseudonym", "Aurora"),
        ("plan/HOUSING", "decision", "accepts"),
        ("plan/RETURN", "decision", "declines"),
        best_language="vi", date_of_birth="1998-03-14", in_finland="yes", citizenships=["VN"],
        stay_basis="none", health_need="yes", own_offence_mentioned="yes",
        phone_number="040 000 0000", own_words="He keeps my passport",
    )  # fmt: skip
    apply_theme(qapp)
    window = QMainWindow()
    window.deeds = Actions(window)
    made = ProposalPage(session, window.deeds, content)
    window.setCentralWidget(made)
    window.resize(1184, 768)
    qtbot.addWidget(window)
    window.show()
    made.window_ = window
    return made


@pytest.fixture
def agreed(qtbot, page):
    """The page once Aurora said yes, with the paper on the desk."""
    page.show_case(CASE)
    page.asking.told.setChecked(True)
    with qtbot.waitSignal(page.paper.made):
        page.asking.yes.click()
    return page
