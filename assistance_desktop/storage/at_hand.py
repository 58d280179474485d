"""What is at hand on this desk over all cases, from the folded list rows alone.

Which cases were worked on last, where a serious threat stands, which next steps are due, and
what is not sent yet.
"""

from dataclasses import dataclass
from datetime import date, datetime

from assistance_desktop.storage import case_store
from assistance_desktop.storage.case_store import CaseRow
from assistance_desktop.storage.vault import Connection

MOST = 50
"""Rows that one read returns at most."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Changes that are in no bundle yet; `exchanged_at` is when the last bundle went or came."""

    changes: int
    cases: int
    exchanged_at: datetime | None


def count(connection: Connection) -> int:
    """How many cases there are."""
    return int(connection.execute("SELECT count(*) FROM case_row").fetchone()[0])


def latest(connection: Connection, most: int = 3) -> list[CaseRow]:
    """The cases that were worked on last, the last of all first."""
    return _rows(connection, "TRUE ORDER BY changed_at DESC, case_id", None, most)


def threatened(connection: Connection) -> list[CaseRow]:
    """The cases in which a serious threat stands."""
    return _rows(connection, "threat ORDER BY pseudonym COLLATE NOCASE, case_id", None, MOST)


def stepping(connection: Connection, last: date) -> list[CaseRow]:
    """The cases whose next step of the plan is due until a day, the first due first."""
    condition = "due <= ? AND stage <> 'closed' ORDER BY due, pseudonym COLLATE NOCASE, case_id"
    return _rows(connection, condition, last, MOST)


def unsent(connection: Connection) -> Unsent:
    """What is not sent yet."""
    found = connection.execute(
        "SELECT total(unsealed), count(*) FROM case_row WHERE unsealed > 0"
    ).fetchone()
    last = connection.execute("SELECT max(at) FROM bundle").fetchone()[0]
    at = datetime.fromisoformat(last) if last else None
    return Unsent(int(found[0]), int(found[1]), at)


def _rows(connection: Connection, condition: str, last: date | None, most: int) -> list[CaseRow]:
    found = connection.execute(
        f"SELECT case_id FROM case_row WHERE {condition} LIMIT {most}",  # noqa: S608 - our own words
        (last.isoformat(),) if last else (),
    )
    return case_store.rows(connection, [row[0] for row in found])
