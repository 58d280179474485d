"""A new device for a desk that was restored: two that count under one name lose changes in silence.

What the former device wrote stays known as this desk's own. An office that restores puts its new
device on its own list and takes the former one off, in one version which the former one signs,
so that every desk that believes the list of before believes this one too.
"""

from dataclasses import replace
from datetime import datetime

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage import activity, outbox, settings
from assistance_desktop.storage.database import transaction
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.opened import Vault
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.desk import Desk
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.roster import Entry, Revocation, Roster


def renew(connection: Connection, at: datetime) -> Desk:
    """Give the desk a new device of the same name and role, inside `vault.transaction`.

    A field desk that belongs to an office must be approved by it again; see `is_approved`.
    """
    before = desks.read(connection)
    device = Device.generate(before.device.label, before.device.role)
    former = settings.read(connection, "former_devices") or []
    settings.write(connection, "former_devices", [*former, before.device.id])
    settings.write(connection, "desk", {"worker": before.worker, "device": device.id})
    settings.write(connection, "device", device.secrets())
    roster = _hand_over(connection, before, device, at)
    if roster is not None:
        desks.keep(connection, roster)
    return Desk(before.worker, device, roster or before.roster)


def renew_copy(opened: Vault, at: datetime) -> bool:
    """Renew the device of a vault that was a backup until now; whether it was one.

    Before anything is written under the old device. Raises StorageFullError; it is tried again
    at the next unlock then.
    """
    if not opened.is_copy:
        return False
    connection = opened.connect()
    try:
        with transaction(connection):
            if settings.read(connection, "device") is not None:
                desk = renew(connection, at)
                author = Author(desk.worker, desk.device.id)
                activity.note(connection, Deed(Kind.RESTORED), author, at)
    finally:
        connection.close()
    opened.settle_copy()
    return True


def is_approved(desk: Desk) -> bool:
    """Whether the desk works alone, or its device stands on the list of its office."""
    entry = desk.roster.entry(desk.device.id) if desk.roster else None
    return desk.roster is None or (entry is not None and entry.revoked is None)


def _hand_over(connection: Connection, before: Desk, device: Device, at: datetime) -> Roster | None:
    """The list on which the new device stands instead of the former; None unless it is ours."""
    roster = before.roster
    own = roster.entry(before.device.id) if roster is not None else None
    if roster is None or own is None or own.revoked or own.role is not Role.OFFICE:
        return None
    last = Revocation(at, outbox.last_sent(connection))
    others = [entry for entry in roster.entries if entry is not own]
    entries = [*others, replace(own, revoked=last), Entry(device.card, Role.OFFICE, at)]
    return roster.next(before.device, entries)
