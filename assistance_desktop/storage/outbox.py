"""What went to and came from other desks: bundles, receipts, and what still has to go.

Nothing counts as delivered before the other desk's receipt. Every bundle holds the oldest
changes that have none, so a lost one heals with the next (vault-and-sync.md 5).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistance_desktop.cases.changes import Change
from assistance_desktop.storage import case_store
from assistance_desktop.storage.vault import Connection

_CAME_FROM_THERE = 0
"""What marks a change that the other desk sent itself: minus the number of its bundle, or 0."""


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One bundle in the register; `outgoing` tells the direction."""

    outgoing: bool
    peer: str
    sequence: int
    digest: str
    manifest: str
    at: datetime
    size: int
    changes: int
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """So many changes of one case in one bundle to a desk, or from it if not `outgoing`.

    `received` tells that the desk which they went to confirmed them.
    """

    outgoing: bool
    peer: str
    at: datetime
    changes: int
    received: bool


def pending(
    connection: Connection, peer: str, *, only_shared: bool = False, formerly: Sequence[str] = ()
) -> list[Change]:
    """The changes that a desk has not confirmed, oldest first.

    With `only_shared`, only of cases in which that desk has written itself, also under the
    devices that it was `formerly`.
    """
    found = connection.execute(
        "SELECT * FROM change c WHERE NOT EXISTS (SELECT 1 FROM sent s WHERE s.recipient = :peer"
        " AND s.change_id = c.id AND (s.sequence <= :came OR EXISTS (SELECT 1 FROM bundle b"
        " WHERE b.direction = 'out' AND b.peer = :peer AND b.sequence = s.sequence"
        " AND b.acknowledged = 1)))"
        " AND (:all OR c.case_id IN (SELECT case_id FROM change WHERE device IN"
        " (SELECT value FROM json_each(:writers))))"
        " ORDER BY c.n",
        {
            "peer": peer,
            "came": _CAME_FROM_THERE,
            "all": not only_shared,
            "writers": json.dumps([peer, *formerly]),
        },
    )
    return [case_store.change_from(row) for row in found]


def next_sequence(connection: Connection, peer: str) -> tuple[int, str | None]:
    """The number of the next bundle to a desk, and the hash of the manifest before it."""
    row = connection.execute(
        "SELECT sequence, manifest FROM bundle WHERE direction = 'out' AND peer = ?"
        " ORDER BY sequence DESC LIMIT 1",
        (peer,),
    ).fetchone()
    return (row["sequence"] + 1, row["manifest"]) if row else (1, None)


def last_sent(connection: Connection) -> int:
    """The highest number of a bundle that this desk made for anybody; 0 when it made none."""
    sql = "SELECT coalesce(max(sequence), 0) FROM bundle WHERE direction = 'out'"
    return int(connection.execute(sql).fetchone()[0])


def record(connection: Connection, row: BundleRow, change_ids: Iterable[str]) -> None:
    """Enter a bundle with what it held."""
    ids = list(change_ids)
    connection.execute(
        "INSERT INTO bundle (direction, peer, sequence, digest, manifest, at, size, changes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            "out" if row.outgoing else "in",
            row.peer,
            row.sequence,
            row.digest,
            row.manifest,
            row.at.isoformat(),
            row.size,
            row.changes,
        ),
    )
    if row.outgoing:
        connection.executemany(
            "INSERT OR IGNORE INTO sent VALUES (?, ?, ?)",
            [(row.peer, change_id, row.sequence) for change_id in ids],
        )
        return
    connection.executemany(
        "INSERT INTO sent SELECT :peer, :id, -:sequence WHERE NOT EXISTS"
        " (SELECT 1 FROM sent WHERE recipient = :peer AND change_id = :id AND sequence <= :came)",
        [
            {"peer": row.peer, "id": one, "sequence": row.sequence, "came": _CAME_FROM_THERE}
            for one in ids
        ],
    )


def received(connection: Connection, peer: str, sequence: int) -> str | None:
    """The manifest hash of a bundle that came from a desk, if it came."""
    row = connection.execute(
        "SELECT manifest FROM bundle WHERE direction = 'in' AND peer = ? AND sequence = ?",
        (peer, sequence),
    ).fetchone()
    return row["manifest"] if row else None


def receipts(connection: Connection) -> dict[str, int]:
    """The highest bundle received of every desk: what the next bundles confirm."""
    found = connection.execute(
        "SELECT peer, max(sequence) AS highest FROM bundle WHERE direction = 'in' GROUP BY peer"
    )
    return {row["peer"]: row["highest"] for row in found}


def confirm(connection: Connection, peer: str, sequence: int) -> None:
    """A desk confirms that this is the last of our bundles that it holds.

    Of the ones before it nothing is known: what they held and this one does not, because consent
    was withdrawn in between, may have been lost with them, so it waits on.
    """
    connection.execute(
        "UPDATE bundle SET acknowledged = 1 WHERE direction = 'out' AND peer = ? AND sequence = ?",
        (peer, sequence),
    )


def bundles(connection: Connection, limit: int = 50) -> list[BundleRow]:
    """The last bundles, newest first."""
    # A bundle is over once a later one to the same desk was confirmed.
    found = connection.execute(
        "SELECT *, EXISTS (SELECT 1 FROM bundle later WHERE later.direction = bundle.direction"
        " AND later.peer = bundle.peer AND later.sequence >= bundle.sequence"
        " AND later.acknowledged = 1) AS over FROM bundle ORDER BY n DESC LIMIT ?",
        (limit,),
    )
    return [
        BundleRow(
            outgoing=row["direction"] == "out",
            peer=row["peer"],
            sequence=row["sequence"],
            digest=row["digest"],
            manifest=row["manifest"],
            at=datetime.fromisoformat(row["at"]),
            size=row["size"],
            changes=row["changes"],
            acknowledged=bool(row["over"]),
        )
        for row in found
    ]


def carried(connection: Connection, case_id: str) -> list[Carried]:
    """The bundles that took changes of a case to other desks or brought them, the oldest first."""
    found = connection.execute(
        "SELECT bundle.direction, bundle.peer, bundle.at, held.changes,"
        " EXISTS (SELECT 1 FROM bundle later WHERE later.direction = bundle.direction"
        " AND later.peer = bundle.peer AND later.sequence >= bundle.sequence"
        " AND later.acknowledged = 1) AS received"
        " FROM (SELECT s.recipient, s.sequence, count(*) AS changes FROM change c JOIN sent s"
        " ON s.recipient IN (SELECT DISTINCT peer FROM bundle) AND s.change_id = c.id"
        " WHERE c.case_id = ? GROUP BY s.recipient, s.sequence) held"
        " JOIN bundle ON bundle.peer = held.recipient AND bundle.sequence = abs(held.sequence)"
        " AND bundle.direction = iif(held.sequence > 0, 'out', 'in') ORDER BY bundle.n",
        (case_id,),
    )
    return [
        Carried(
            outgoing=row["direction"] == "out",
            peer=row["peer"],
            at=datetime.fromisoformat(row["at"]),
            changes=row["changes"],
            received=bool(row["received"]),
        )
        for row in found
    ]


def owes_receipt(connection: Connection, peer: str) -> bool:
    """Whether the last bundle between the desks came from there: it waits to hear of it."""
    row = connection.execute(
        "SELECT direction FROM bundle WHERE peer = ? ORDER BY n DESC LIMIT 1", (peer,)
    ).fetchone()
    return row is not None and row["direction"] == "in"
