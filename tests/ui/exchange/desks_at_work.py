"""Two desks with their vaults and sessions, for the pages that lie between them."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.consent import OFFICE
from assistance_desktop.storage import case_store, editing, keys, outbox, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.sync.trust.roster import Roster
from assistance_desktop.ui.session import Session
from tests.conftest import PASSPHRASE

START = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Place:
    """A desk at work."""

    vault: vault.Vault
    session: Session

    @property
    def desk(self):
        return desks.read(self.session.reader)

    @property
    def card(self):
        return self.desk.device.card

    def do(self, job):
        """Write at once, as the writer thread would."""
        connection = self.vault.connect()
        try:
            with transaction(connection):
                return job(connection)
        finally:
            connection.close()

    def write(self, case_id, *edits):
        session = self.session
        pen = Pen(session.author, session.clock, session.new_id)
        return self.do(lambda connection: editing.write(connection, case_id, edits, pen))

    def case(self, case_id="c"):
        return self.session.case(case_id)

    def bundles(self):
        return outbox.bundles(self.session.reader)

    def rows(self):
        reader = self.session.reader
        return case_store.rows(reader, case_store.case_ids(reader))

    def everything(self):
        tables = ("change", "bundle", "sent", "setting")
        return [
            tuple(map(tuple, self.session.reader.execute(f"SELECT * FROM {table}")))  # noqa: S608
            for table in tables
        ]

    def close(self):
        self.session.close()


def open_place(folder, worker, label, role, minutes=0):
    made = vault.create(folder, PASSPHRASE, cost=keys.FLOOR)
    connection = made.connect()
    with transaction(connection):
        desk = desks.found(connection, worker, label, role, START)
    connection.close()
    seconds, ids = itertools.count(), itertools.count(1)
    session = Session(
        made,
        clock=lambda: START + timedelta(minutes=minutes, seconds=next(seconds)),
        new_id=lambda: f"{desk.device.id[:8]}{next(ids):024x}",
    )
    return Place(made, session)


def introduce(field, office):
    """As if both had compared their words."""
    request = Card.decode(field.card.encode())
    welcome = office.do(lambda c: desks.enrol(c, office.desk, request, START)).encode()
    fingerprint = office.card.fingerprint
    field.do(lambda c: desks.join(c, field.desk, Roster.decode(welcome), fingerprint))


def consent():
    return (
        Edit("consent/office", "recipient", OFFICE),
        Edit("consent/office", "state", "given"),
        Edit("consent/office", "given_on", "2026-11-23"),
    )


def person(pseudonym, number):
    return (Edit(CASE, "pseudonym", pseudonym), Edit(CASE, "number", number))


def names(page):
    """The spoken name of everything that the keyboard reaches, by its class."""
    found = {}
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
            spoken = QAccessible.queryAccessibleInterface(widget)
            found[widget] = spoken.text(QAccessible.Text.Name)
    return found
