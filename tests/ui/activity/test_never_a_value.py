"""Canary words stand in every field of a case and all that can be done with it is done.

The activity log knows of every deed and of no word.
"""

import itertools

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMainWindow

from assistance_desktop.cases.case import CASE, INTAKE
from assistance_desktop.cases.consent import OFFICE, Purpose
from assistance_desktop.storage import activity, editing
from assistance_desktop.storage.activity import Filters, Unbroken
from assistance_desktop.storage.deeds import Kind
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.workspace import Workspace

ID = "c"
CANARY = "kanaria"
SHELTER = f"{CANARY} South"
_numbers = itertools.count()
RECORDS = {
    CASE: ("pseudonym", "number", "worker", "stage", "threat_note"),
    "plan/HOUSING": ("decision", "next_step", "state", "outcome", "notes", "organiser", "person"),
    "note/1": ("text", "about"),
    "task/1": ("what", "due", "time"),
    "appointment/1": ("day", "time", "what", "place"),
    "told/1": ("recipient", "kind", "purpose", "said", "reason", "how", "by"),
    "print/1": ("kind", "language", "to", "on"),
    "proposal": ("background", "needs", "called_on"),
}


def canary():
    """A word that stands nowhere else."""
    return f"{CANARY}{next(_numbers)}"


def everywhere(paths):
    """A canary in every field; what must be true for the deeds stands as it must."""
    yield from (Edit(INTAKE, path, canary()) for path in paths.values())
    for record, fields in RECORDS.items():
        yield from (Edit(record, field, canary()) for field in fields)
    for record, recipient, kind in (
        ("consent/1", SHELTER, CANARY),
        ("consent/2", OFFICE, ""),
    ):
        fields = {"recipient": recipient, "kind": kind, "purpose": canary(), "how": "spoken"}
        yield from (Edit(record, field, value) for field, value in fields.items())
        yield Edit(record, "topics", ["called", "language"])
        yield Edit(record, "state", "given")
        yield Edit(record, "given_on", "2026-11-22")
    yield Edit(INTAKE, paths["consent_office"], "gives")
    yield Edit(INTAKE, paths["best_language"], "vi")
    yield Edit(INTAKE, paths["do_not_tell"], ["employer"])


@pytest.fixture
def other():
    """An office that hears of the case."""
    return Device.generate("Helsinki office", Role.OFFICE)


@pytest.fixture
def space(qtbot, qapp, session, pen, other):
    apply_theme(qapp)
    content = Content.read()
    connection = session.vault.connect()
    with transaction(connection):
        desk = desks.found(connection, "Pihlaja", "Laptop 1", Role.OFFICE, session.clock())
        desks.enrol(connection, desk, other.card, session.clock())
        editing.write(connection, ID, everywhere(content.paths), pen)
    connection.close()
    window = QMainWindow()
    window.deeds = Actions(window)
    made = Workspace(session, window.deeds, content, Preferences("en"))
    window.setCentralWidget(made)
    window.resize(1280, 768)
    qtbot.addWidget(window)
    window.show()
    yield made
    made.leave()
    window.setCentralWidget(None)


def noted(qtbot, session, kind):
    """Wait until a deed of this kind is in the log."""
    qtbot.waitUntil(
        lambda: any(line.deed.kind is kind for line in activity.read(session.reader, Filters())),
        timeout=10_000,
    )


def look_at_the_case(qtbot, space, session):
    space.show_case(ID)
    noted(qtbot, session, Kind.CASE_OPENED)
    space.calling.begin(ID)
    assert space.calling.panel.contact.details
    space.calling.panel.show_button.click()
    noted(qtbot, session, Kind.CONTACT_SHOWN)
    space.calling.close_at_once()


def tell(qtbot, space, session):
    space.telling.open(ID, SHELTER)
    space.telling.panel.tell_button.click()
    noted(qtbot, session, Kind.TOLD)
    space.telling.open(ID, f"{CANARY} clinic")
    space.telling.panel.duty_wanted.emit(Purpose.THREAT)
    panel = space.telling.panel
    panel.said.set_text(f"{CANARY} will come tonight")
    panel.reason.set_text(f"A threat to the life of {CANARY}")
    panel.write_button.click()
    noted(qtbot, session, Kind.TOLD_WITHOUT_CONSENT)


def put_on_paper(qtbot, space, session, folder):
    page = space.paper_page
    with qtbot.waitSignal(page.made):
        space.show_paper(ID)
    page.choose(kept="trusted", language="en")
    with qtbot.waitSignal(page.registered):
        page.save_pdf(folder / f"{CANARY}.pdf")
    noted(qtbot, session, Kind.SAVED_FILE)
    printer = QPrinter()
    printer.setOutputFileName(str(folder / f"{CANARY}-2.pdf"))
    with qtbot.waitSignal(page.registered):
        page.print_on(printer)


def send(qtbot, space, session, other, folder):
    page = space.exchange_page
    with qtbot.waitSignal(page.written, timeout=10_000):
        page.write_bundle(folder, other.card)
    noted(qtbot, session, Kind.BUNDLE_WRITTEN)
    with qtbot.waitSignal(space.devices_page.revoked):
        space.devices_page.revoke(other.card.device)
    noted(qtbot, session, Kind.DESK_REVOKED)


def test_no_word_of_a_case_comes_into_the_log(qtbot, space, session, other, tmp_path):
    look_at_the_case(qtbot, space, session)
    tell(qtbot, space, session)
    put_on_paper(qtbot, space, session, tmp_path)
    send(qtbot, space, session, other, tmp_path)
    space.show_activity()
    with qtbot.waitSignal(space.activity_page.exported):
        space.activity_page.save_table(tmp_path / f"{CANARY}.csv")
    noted(qtbot, session, Kind.EXPORTED)
    rows = session.reader.execute("SELECT * FROM activity ORDER BY n").fetchall()
    kinds = [row["kind"] for row in rows]
    assert kinds == [
        "case_opened",
        "contact_shown",
        "told",
        "told_without_consent",
        "saved_file",
        "saved_file",
        "bundle_written",
        "desk_revoked",
        "exported",
    ]
    words = [str(value).casefold() for row in rows for value in tuple(row)]
    assert [word for word in words if CANARY in word] == []
    table = (tmp_path / f"{CANARY}.csv").read_text("utf-8-sig").casefold()
    assert CANARY not in table.replace(session.case(ID).text(CASE, "number"), "")
    assert isinstance(activity.check(session.reader), Unbroken)
