"""Which devices this desk knows, read beside the window as plain values to show."""

from dataclasses import dataclass

from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.roster import Entry


@dataclass(frozen=True, slots=True)
class Standing:
    """This desk, and the others on its list; `keeps_list` when it may add to the list."""

    worker: str
    card: Card
    role: Role
    joined: bool
    keeps_list: bool
    others: tuple[Entry, ...]
    mine: Entry | None
    list_file: bytes
    """The list as a file for the others; empty when there is none."""

    def called(self, label: str) -> Entry | None:
        """The device of this name that counts now: one that was restored asks under its name."""
        active = (each for each in self.others if each.revoked is None)
        return next((each for each in active if each.card.label == label), None)


def read(connection: Connection) -> Standing:
    """How things stand now."""
    desk = desks.read(connection)
    roster = desk.roster
    mine = roster.entry(desk.device.id) if roster else None
    role = mine.role if mine else desk.device.role
    entries = roster.entries if roster else ()
    others = [entry for entry in entries if entry.card.device != desk.device.id]
    others.sort(key=_in_order)
    return Standing(
        worker=desk.worker,
        card=desk.device.card,
        role=role,
        joined=roster is not None,
        keeps_list=mine is not None and role is Role.OFFICE and mine.revoked is None,
        others=tuple(others),
        mine=mine,
        list_file=roster.encode() if roster else b"",
    )


def _in_order(entry: Entry) -> tuple[bool, bool, str]:
    """Those that count, offices first, by name."""
    return entry.revoked is not None, entry.role is not Role.OFFICE, entry.card.label.casefold()
