"""The activity log: what was done on this computer, by whom and when, and never what was written.

Each line is sealed to the one before it, so a line that was changed or taken out shows. The end
of the log cannot vouch for itself: `head` goes into the anchor outside the database. Lines stay
when a case is erased; they hold its random id and nothing else of it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from assistance_desktop.cases.changes import Author
from assistance_desktop.storage.database import Connection
from assistance_desktop.storage.deeds import Deed, Kind

PAGE = 200
"""Lines that one read returns at most."""

SAME_LOOK = timedelta(minutes=10)
"""A case that is opened again within this is looked at once."""

START = bytes(32)
"""The link of a log without lines."""


class Among(Enum):
    """Which lines are looked at, by the kinds of their deeds; no kind means all."""

    ALL = ()
    OPENED = (Kind.CASE_OPENED, Kind.CONTACT_SHOWN)
    TOLD = (Kind.TOLD, Kind.TOLD_WITHOUT_CONSENT, Kind.BUNDLE_WRITTEN)
    PRINTED = (Kind.PRINTED, Kind.SAVED_FILE)
    UNLOCKS = (Kind.UNLOCKED, Kind.REFUSED, Kind.OPENED_WITH_GAP)
    OVERRIDES = (Kind.TOLD_WITHOUT_CONSENT, Kind.CONSENT_OVERRIDDEN)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which lines: from a moment on, of one person ("" when nobody is known), of some kinds."""

    since: datetime | None = None
    who: str | None = None
    among: Among = Among.ALL


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `number` is that of the case, "" when it has none or is not here any more.

    `deed` is None when only a newer program knows what was done.
    """

    n: int
    at: datetime
    case_id: str
    number: str
    who: str
    deed: Deed | None


@dataclass(frozen=True, slots=True)
class Unbroken:
    """Every line follows from the one before it; `since` is the first, None without any."""

    since: datetime | None
    lines: int


@dataclass(frozen=True, slots=True)
class Broken:
    """Line `first` does not follow; `at` is when the last one that does was written, if any."""

    first: int
    at: datetime | None


def note(connection: Connection, deed: Deed, author: Author, at: datetime) -> None:
    """Write a line, inside the transaction of the deed itself."""
    n, link = head(connection)
    row = {
        "n": n + 1,
        "at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "kind": deed.kind.value,
        "case_id": deed.case_id,
        "who": author.name,
        "device": author.device,
        "detail": json.dumps(dict(deed.says), sort_keys=True),
    }
    connection.execute(
        "INSERT INTO activity VALUES (:n, :at, :kind, :case_id, :who, :device, :detail, :link)",
        {**row, "link": _link(link, row)},
    )


def note_opened(connection: Connection, case_id: str, author: Author, at: datetime) -> None:
    """Write that a case was opened, unless the same person did so within SAME_LOOK."""
    row = connection.execute(
        "SELECT at FROM activity WHERE case_id = ? AND case_id <> '' AND kind = ? AND who = ?"
        " ORDER BY n DESC LIMIT 1",
        (case_id, Kind.CASE_OPENED.value, author.name),
    ).fetchone()
    if row is None or abs(at - datetime.fromisoformat(row["at"])) >= SAME_LOOK:
        note(connection, Deed(Kind.CASE_OPENED, case_id), author, at)


def head(connection: Connection) -> tuple[int, bytes]:
    """How many lines there are, and the link of the last."""
    row = connection.execute("SELECT n, link FROM activity ORDER BY n DESC LIMIT 1").fetchone()
    return (int(row[0]), bytes(row[1])) if row else (0, START)


def link_at(connection: Connection, n: int) -> bytes | None:
    """The link of a line, or None when there is no such line."""
    if n == 0:
        return START
    row = connection.execute("SELECT link FROM activity WHERE n = ?", (n,)).fetchone()
    return bytes(row[0]) if row else None


def numbers(connection: Connection, filters: Filters) -> list[int]:
    """The numbers of all lines that are looked at, the last first."""
    where, values = _condition(filters)
    found = connection.execute(
        f"SELECT n FROM activity WHERE {where} ORDER BY n DESC",  # noqa: S608 - our own words
        values,
    )
    return [row[0] for row in found]


def lines(connection: Connection, wanted: Sequence[int]) -> list[Line]:
    """The lines with these numbers, up to PAGE, the last first."""
    return _read(
        connection,
        "n IN (SELECT value FROM json_each(:wanted))",
        {"wanted": json.dumps(list(wanted[:PAGE]))},
    )


def read(
    connection: Connection, filters: Filters, before: int | None = None, limit: int = PAGE
) -> list[Line]:
    """The last lines that are looked at, or those before the line with a number."""
    where, values = _condition(filters)
    earlier = "TRUE" if before is None else "n < :before"
    values |= {"before": before, "limit": limit}
    return _read(connection, f"{where} AND {earlier}", values, "LIMIT :limit")


def counts(connection: Connection, filters: Filters) -> Mapping[Among, int]:
    """How many lines each sort has, for the time and the person of the filters."""
    where, values = _condition(Filters(filters.since, filters.who))
    found = connection.execute(
        f"SELECT kind, count(*) FROM activity WHERE {where} GROUP BY kind",  # noqa: S608
        values,
    )
    by_kind = {row[0]: int(row[1]) for row in found}
    return {among: sum(by_kind.get(kind, 0) for kind in among.value or by_kind) for among in Among}


def people(connection: Connection) -> list[str]:
    """Whose deeds are noted, by name; "" when some are nobody's that is known."""
    found = connection.execute("SELECT DISTINCT who FROM activity ORDER BY who COLLATE NOCASE")
    return [row[0] for row in found]


def check(connection: Connection) -> Unbroken | Broken:
    """Read all of it: whether every line follows from the one before it."""
    link, last, since, at = START, 0, None, None
    for row in connection.execute("SELECT * FROM activity ORDER BY n"):
        if row["n"] != last + 1 or bytes(row["link"]) != _link(link, row):
            return Broken(last + 1, at)
        link, last = bytes(row["link"]), row["n"]
        at = datetime.fromisoformat(row["at"])
        since = since or at
    return Unbroken(since, last)


def _condition(filters: Filters) -> tuple[str, dict[str, Any]]:
    """The lines as SQL says which, and the values in it."""
    where, values = ["TRUE"], dict[str, Any]()
    if filters.since is not None:
        where.append("at >= :since")
        values["since"] = filters.since.astimezone(UTC).isoformat(timespec="seconds")
    if filters.who is not None:
        where.append("who = :who")
        values["who"] = filters.who
    if filters.among.value:
        where.append("kind IN (SELECT value FROM json_each(:kinds))")
        values["kinds"] = json.dumps([kind.value for kind in filters.among.value])
    return " AND ".join(where), values


def _read(
    connection: Connection, where: str, values: Mapping[str, Any], most: str = ""
) -> list[Line]:
    found = connection.execute(
        "SELECT activity.*, (SELECT number FROM case_row"  # noqa: S608 - our own words
        " WHERE case_row.case_id = activity.case_id) AS number"
        f" FROM activity WHERE {where} ORDER BY n DESC {most}",
        values,
    )
    return [_line(row) for row in found]


def _line(row: Mapping[str, Any]) -> Line:
    return Line(
        n=int(row["n"]),
        at=datetime.fromisoformat(row["at"]),
        case_id=row["case_id"],
        number=row["number"] or "",
        who=row["who"],
        deed=_deed(row),
    )


def _deed(row: Mapping[str, Any]) -> Deed | None:
    """What was done; None when only a newer program can say, or the line was changed by hand."""
    try:
        return Deed(Kind(row["kind"]), row["case_id"], json.loads(row["detail"]))
    except ValueError:
        return None


def _link(before: bytes, row: Mapping[str, Any]) -> bytes:
    fields = ("n", "at", "kind", "case_id", "who", "device", "detail")
    words = json.dumps([row[name] for name in fields], ensure_ascii=False)
    return hashlib.sha256(before + words.encode("utf-8", "surrogatepass")).digest()
