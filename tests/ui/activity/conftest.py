"""An activity log of a made-up month, and the page that shows it in a window."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, deeds, editing
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.activity.page import ActivityPage
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PIHLAJA, HAAPA, NOBODY = (Author(name, "laptop-1") for name in ("Pihlaja", "Haapa", ""))
THREE = frozenset(["aurora", "tuisku", "kielo"])

MONTH = (
    (Deed(Kind.BACKUP_WRITTEN, says={"tested": True}), PIHLAJA, timedelta(days=4, hours=3)),
    (deeds.left("discreet", "vi", "aurora", as_file=False), PIHLAJA, timedelta(days=4, hours=2)),
    (deeds.told("tuisku", "police", "duty_threat"), HAAPA, timedelta(days=3, hours=5)),
    (deeds.told("aurora", "shelter", "consent"), PIHLAJA, timedelta(days=3, hours=2)),
    (deeds.bundle(Kind.BUNDLE_WRITTEN, "office-1", 4, THREE), PIHLAJA, timedelta(days=3, hours=1)),
    (deeds.refused(2), NOBODY, timedelta(minutes=123)),
    (deeds.unlocked("passphrase"), PIHLAJA, timedelta(minutes=122)),
    (Deed(Kind.CASE_OPENED, "aurora"), PIHLAJA, timedelta(minutes=118)),
    (deeds.bundle(Kind.BUNDLE_READ, "office-1", 29, THREE), PIHLAJA, timedelta(minutes=89)),
    (Deed(Kind.CONTACT_SHOWN, "aurora"), PIHLAJA, timedelta(minutes=18)),
)
"""What was done, by whom, and how long ago: the first line first, as in mock-up 34."""


@pytest.fixture
def note(session):
    """Write lines of the log, each with a person and how long ago."""

    def do(lines):
        connection = session.vault.connect()
        with transaction(connection):
            for deed, author, ago in lines:
                activity.note(connection, deed, author, NOW - ago)
        connection.close()

    return do


@pytest.fixture
def month(session, note, pen):
    connection = session.vault.connect()
    with transaction(connection):
        for case_id, number in (("aurora", "K7-4M2Q"), ("tuisku", "K7-9TX3")):
            editing.write(connection, case_id, [Edit(CASE, "number", number)], pen)
    connection.close()
    note(MONTH)


@pytest.fixture
def page(qtbot, qapp, session):
    apply_theme(qapp)
    window = QMainWindow()
    window.deeds = Actions(window)
    window.resize(1184, 768)
    qtbot.addWidget(window)
    made = ActivityPage(session, window.deeds, Content.read().pack)
    window.setCentralWidget(made)
    with qtbot.waitSignals([made.shown, made.checked]):
        window.show()
    yield made
    window.setCentralWidget(None)


@pytest.fixture
def said():
    """The rows of the table as a screen reader hears them."""

    def do(page):
        model = page.table.model()
        return [
            [model.index(row, column).data() for column in (0, 2, 3, 4)]
            for row in range(model.rowCount())
        ]

    return do
