"""The chain of writes: every change, as often as it was written, sealed to what came before.

SQLCipher proves each page by itself and not the state of the whole: a page or a file that was
put back is noticed only here (vault-and-sync.md 1). The head of the chain is also kept outside
the database, by storage/anchor.py.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlcipher3 import dbapi2

START = bytes(32)
"""The head of a chain without links."""

_FIELDS = ("id", "case_id", "record", "field", "value", "replaces", "author", "device", "at")


@dataclass(frozen=True, slots=True)
class Tip:
    """The last link: how many there are, and the head."""

    n: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """What a check of the whole chain found. Changes are given by their ids.

    `broken_at` is the first link that does not follow from the one before it, 0 when all do.
    `altered` read otherwise than they were written; of `lost` links the change is not there.
    """

    broken_at: int = 0
    altered: tuple[str, ...] = ()
    lost: int = 0

    @property
    def is_none(self) -> bool:
        """Whether everything is as it was written."""
        return not (self.broken_at or self.altered or self.lost)


def tip(connection: dbapi2.Connection) -> Tip:
    """The last link."""
    row = connection.execute("SELECT n, head FROM link ORDER BY n DESC LIMIT 1").fetchone()
    return Tip(int(row[0]), bytes(row[1])) if row else Tip(0, START)


def head_at(connection: dbapi2.Connection, n: int) -> bytes | None:
    """The head after a link, or None when there is no such link."""
    if n == 0:
        return START
    row = connection.execute("SELECT head FROM link WHERE n = ?", (n,)).fetchone()
    return bytes(row[0]) if row else None


def extend(
    connection: dbapi2.Connection, last: Tip, row: Mapping[str, str], amends: int = 0
) -> Tip:
    """Add the link of a change as its row holds it, after the last one; the new tip."""
    content = _content(row)
    made = Tip(last.n + 1, _head(last.head, amends, content))
    connection.execute(
        "INSERT INTO link (n, amends, content, head) VALUES (?, ?, ?, ?)",
        (made.n, amends, content, made.head),
    )
    return made


def fill(connection: dbapi2.Connection) -> None:
    """Give a link to every change of a vault from before there were links."""
    last = tip(connection)
    for row in connection.execute("SELECT * FROM change WHERE link = 0 ORDER BY n").fetchall():
        last = extend(connection, last, row)
        connection.execute("UPDATE change SET link = ? WHERE n = ?", (last.n, row["n"]))


def check(connection: dbapi2.Connection) -> Damage:
    """Read all of it: whether every link follows and every change is as it was written."""
    written: dict[int, bytes] = {}
    over: set[int] = set()
    head, broken_at, before = START, 0, 0
    for n, amends, content, sealed in connection.execute(
        "SELECT n, amends, content, head FROM link ORDER BY n"
    ):
        head = _head(head, amends, content)
        if (n != before + 1 or head != sealed) and not broken_at:
            broken_at = before + 1
        head, before = sealed, n
        written[n] = content
        over.add(amends)
    altered = tuple(
        row["id"]
        for row in connection.execute("SELECT * FROM change ORDER BY n")
        if written.pop(row["link"], None) != _content(row)
    )
    return Damage(broken_at, altered, len(written.keys() - over))


def _content(row: Mapping[str, str]) -> bytes:
    words = json.dumps([row[name] for name in _FIELDS], ensure_ascii=False)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()


def _head(before: bytes, amends: int, content: bytes) -> bytes:
    return hashlib.sha256(before + amends.to_bytes(8, "big") + content).digest()
