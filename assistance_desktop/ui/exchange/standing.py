"""How the exchange stands: who a bundle can go to, what waits for them, what went and came.

Read in one go beside the window, as plain values for the cards to show.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from assistance_desktop.cases.changes import Change
from assistance_desktop.errors import AppError
from assistance_desktop.storage import case_store, outbox
from assistance_desktop.storage.outbox import BundleRow
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import aside, exchange
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.desk import Desk
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.ui import phrases


@dataclass(frozen=True, slots=True)
class WaitingCase:
    """A case with changes that another desk does not have; `stays` tells why they stay here."""

    pseudonym: str
    number: str
    gist: str
    stays: AppError | None = None


class Result(Enum):
    """What became of a bundle."""

    TAKEN = "taken in"
    ASIDE = "set aside"
    WAITING = "waiting for its receipt"
    RECEIVED = "received there"


@dataclass(frozen=True, slots=True)
class Passed:
    """A bundle that went or came; `label` is the other desk's, `size` in bytes."""

    label: str
    outgoing: bool
    at: datetime
    size: int
    digest: str
    result: Result


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the page shows. `to` is the desk that `waiting` is about."""

    joined: bool
    peers: tuple[Card, ...]
    to: Card | None
    changes: int
    waiting: tuple[WaitingCase, ...]
    passed: tuple[Passed, ...]


def read(connection: Connection, to_device: str, today: date) -> Standing:
    """How things stand with a desk, or with the first one when that is not on the list."""
    desk = desks.read(connection)
    peers = _peers(desk)
    to = next((card for card in peers if card.device == to_device), peers[0] if peers else None)
    changes, waiting = (0, ()) if to is None else _waiting(connection, desk, to, today)
    return Standing(
        joined=desk.roster is not None,
        peers=peers,
        to=to,
        changes=changes,
        waiting=waiting,
        passed=tuple(_passed(connection, desk)),
    )


def _peers(desk: Desk) -> tuple[Card, ...]:
    """Offices first. A field desk sends to offices only: consent is for the office."""
    if desk.roster is None:
        return ()
    roles = {entry.card.device: entry.role for entry in desk.roster.active}
    in_field = roles.get(desk.device.id, desk.device.role) is Role.FIELD
    found = [card for card in desk.peers if not in_field or roles[card.device] is Role.OFFICE]
    found.sort(key=lambda card: (roles[card.device] is not Role.OFFICE, card.label.casefold()))
    return tuple(found)


def _waiting(
    connection: Connection, desk: Desk, to: Card, today: date
) -> tuple[int, tuple[WaitingCase, ...]]:
    found = exchange.waiting(connection, desk, to, today)
    by_case: defaultdict[str, list[Change]] = defaultdict(list)
    for change in found.going:
        by_case[change.case].append(change)
    reasons = dict(found.kept_back)
    ids = [*by_case, *reasons][: case_store.PAGE]
    rows = case_store.rows(connection, ids)
    waiting = tuple(
        WaitingCase(
            row.pseudonym,
            row.number,
            phrases.gist(by_case[row.case_id]),
            reasons.get(row.case_id),
        )
        for row in rows
    )
    return len(found.going), waiting


def _passed(connection: Connection, desk: Desk) -> list[Passed]:
    """What went, what came and what was set aside, newest first."""
    entries = desk.roster.entries if desk.roster else ()
    labels = {entry.card.device: entry.card.label for entry in entries}
    rows = outbox.bundles(connection)
    taken = {row.digest for row in rows}
    passed = [
        Passed(_label(row.peer, labels), row.outgoing, row.at, row.size, row.digest, _result(row))
        for row in rows
    ]
    passed += [
        Passed(_label(each.peer, labels), False, each.at, each.size, each.digest, Result.ASIDE)
        for each in aside.read(connection)
        if each.digest not in taken
    ]
    return sorted(passed, key=lambda each: each.at, reverse=True)


def _label(device: str, labels: dict[str, str]) -> str:
    return labels.get(device, device[:8])


def _result(row: BundleRow) -> Result:
    if not row.outgoing:
        return Result.TAKEN
    return Result.RECEIVED if row.acknowledged else Result.WAITING
