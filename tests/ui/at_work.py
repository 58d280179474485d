"""A desk with a real vault and its window, for the tests that look at the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from assistance_desktop.cases.case import CASE
from assistance_desktop.storage import case_store, keys, vault
from assistance_desktop.storage.editing import Edit
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import preferences
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import now
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from tests.conftest import PASSPHRASE


def make_desk(folder):
    """A desk with a cheap key, so that opening it takes no time."""
    made = vault.create(
        folder / "notes",
        PASSPHRASE,
        cost=keys.FLOOR,
        fill=lambda c: desks.found(c, "Pihlaja", "Laptop 1", Role.FIELD, now()),
    )
    made.close()
    preferences.write(folder, Preferences("en", "light"))
    return folder


def make_case(qtbot, window):
    """A case of Aurora's, by its id."""
    edits = [Edit(CASE, "pseudonym", "Aurora"), Edit(CASE, "opened_on", "2026-11-23")]
    told = []
    window.session.edit("c", edits, window, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    return "c"


def unlock(qtbot, window, passphrase=PASSPHRASE):
    page = window.entrance
    assert isinstance(page, UnlockPage)
    qtbot.keyClicks(page.form.field.edit, passphrase)
    qtbot.keyClick(page.form.field.edit, Qt.Key.Key_Return)
    if passphrase == PASSPHRASE:
        qtbot.waitUntil(lambda: window.workspace is not None, timeout=20_000)


def in_front(window):
    return window.centralWidget().currentWidget()


def half_type(qtbot, window, words):
    """Begin an intake and type into the first long question, leaving it unfinished."""
    intake = window.workspace.intake_page
    window.workspace.start_intake()
    intake.go(window.workspace.content.paths["matters_most"])
    field = intake.middle.answering.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, words)
    return intake.case_id, window.workspace.content.paths["matters_most"]


def kept(folder, case_id, path):
    again = vault.unlock(folder / "notes", PASSPHRASE)
    reader = again.connect(read_only=True)
    try:
        return case_store.load(reader, case_id).value("intake", path)
    finally:
        reader.close()
        again.close()
