"""The anchor: what the vault should hold, kept outside its database.

A sealed file beside the database holds the head of the chain of writes, in steps, with how many
changes of which cases belong to each step; at every locking also the hash of the whole database
file. So a page, a journal or a file that was put back shows at unlock, and what is missing can
be named (vault-and-sync.md 1). It lies in a file of its own, for it is written after every
write, and the keyslots must never be put at risk.
"""

import hashlib
import json
import mmap
import os
import secrets
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlcipher3 import dbapi2

from assistance_desktop.storage import activity, chain, keys
from assistance_desktop.storage.files import write_whole

FILE = "vault.anchor"
LARGEST = 16 * 1024 * 1024
WHOLE = 64 * 1024 * 1024
"""Bytes of a database that is hashed to the last bit."""
_PAGE = 4096
_PROOF = 80
"""Bytes at the end of a page: 16 drawn anew at every write, 64 of HMAC-SHA-512."""
FINE = 48
"""Steps that are kept one by one; older ones are joined by the day."""
LONGEST = 120
"""Steps at most; the oldest are joined without their cases."""
MOST_CASES = 300
"""Cases that one step names."""


_MALFORMED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many changes of a case a step holds, and the first and last moment by their clocks."""

    changes: int
    first: str
    last: str

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.changes + other.changes,
            min(self.first, other.first),
            max(self.last, other.last),
        )


@dataclass(frozen=True, slots=True)
class Step:
    """The links up to `n` since the step before: the head there, and whose changes they were."""

    n: int
    head: str
    cases: Mapping[str, Tally]

    @property
    def day(self) -> str:
        """The day of the last change in it."""
        return max((tally.last[:10] for tally in self.cases.values()), default="")


@dataclass(frozen=True, slots=True)
class Record:
    """What an anchor says.

    `sent` is the number of links when changes last went into a bundle. `database` is the SHA-256
    of the database file as it was locked, "" while the vault is open or was not locked in peace.
    `log` is the head of the activity log: its length and its last seal. `copied` is the moment,
    as ISO, at which the vault was copied as a backup, "" for one that was not.
    """

    steps: tuple[Step, ...] = ()
    sent: int = 0
    database: str = ""
    log: tuple[int, str] = (0, "")
    copied: str = ""

    @property
    def n(self) -> int:
        """How many links there should be."""
        return self.steps[-1].n if self.steps else 0


def take(connection: dbapi2.Connection, before: Record) -> Record:
    """What the anchor has to say of the database as it is now; the steps before it are kept."""
    last = chain.tip(connection)
    lines, link = activity.head(connection)
    log = (lines, link.hex())
    sent = _sent(connection, before.sent)
    if last.n == before.n:
        return replace(before, log=log, sent=sent, database="")
    found = connection.execute(
        # By the links, and not by all cases as the grouping suggests: 0.1 ms and not 300.
        "SELECT case_id, count(*) AS changes, min(at) AS first, max(at) AS last"
        " FROM change INDEXED BY change_by_link"
        " WHERE link > ? GROUP BY case_id ORDER BY changes DESC LIMIT ?",
        (before.n, MOST_CASES),
    )
    cases = {row["case_id"]: Tally(row["changes"], row["first"], row["last"]) for row in found}
    step = Step(last.n, last.head.hex(), cases)
    return replace(before, steps=_joined((*before.steps, step)), sent=sent, database="", log=log)


def write(folder: Path, vault_id: str, master: bytes, record: Record) -> None:
    """Put the anchor beside the database, whole or not at all. Raises OSError."""
    nonce = secrets.token_bytes(12)
    plain = zlib.compress(json.dumps(_as_json(record), separators=(",", ":")).encode())
    sealed = _cipher(master).encrypt(nonce, plain, vault_id.encode())
    write_whole(folder / FILE, nonce + sealed)


def read(folder: Path, vault_id: str, master: bytes) -> Record | None:
    """What the anchor says; None when there is none, or none that this vault sealed."""
    try:
        data = (folder / FILE).read_bytes()
        plain = _cipher(master).decrypt(data[:12], data[12:], vault_id.encode())
        inflating = zlib.decompressobj()
        return _from_json(json.loads(inflating.decompress(plain, LARGEST)))
    except (OSError, InvalidTag, zlib.error, *_MALFORMED):
        return None


def hash_database(path: Path, *, whole: bool = False) -> str:
    """What stands for the database file, as hex. Raises OSError.

    SHA-256 of all of it; of one larger than WHOLE bytes, unless the `whole` is wanted, only of
    the end of each page, where SQLCipher puts a number that it draws at every write and the
    proof of the page. So a page that was put back is told from the present one at once; one that
    was damaged inside, when it is read (341 MB in 60 ms and not in 250).
    """
    with path.open("rb") as file:
        if whole or os.fstat(file.fileno()).st_size <= WHOLE:
            return hashlib.file_digest(file, "sha256").hexdigest()
        hashed = hashlib.sha256()
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pages:
            for end in range(_PAGE, len(pages) + 1, _PAGE):
                hashed.update(pages[end - _PROOF : end])
            hashed.update(len(pages).to_bytes(8, "big"))
        return hashed.hexdigest()


def _joined(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The last steps one by one, older ones by the day, the oldest without their cases."""
    old, fine = list(steps[:-FINE]), list(steps[-FINE:])
    days: list[Step] = []
    for step in old:
        if days and days[-1].day == step.day and step.day:
            days[-1] = Step(step.n, step.head, _together(days[-1].cases, step.cases))
        else:
            days.append(step)
    kept = [*days, *fine]
    if len(kept) <= LONGEST:
        return tuple(kept)
    eldest = kept[len(kept) - LONGEST]
    return (Step(eldest.n, eldest.head, {}), *kept[len(kept) - LONGEST + 1 :])


def _together(first: Mapping[str, Tally], second: Mapping[str, Tally]) -> dict[str, Tally]:
    joined = dict(first)
    for case_id, tally in second.items():
        joined[case_id] = tally.plus(joined[case_id]) if case_id in joined else tally
    return dict(list(joined.items())[:MOST_CASES])


def _sent(connection: dbapi2.Connection, before: int) -> int:
    """The number of links up to which all has been in a bundle, as far as is known."""
    row = connection.execute("SELECT min(link) FROM change WHERE sealed = 0").fetchone()
    first = row[0]
    return max(before, chain.tip(connection).n if first is None else int(first) - 1)


def _cipher(master: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(keys.derive(master, "anchor"))


def _as_json(record: Record) -> dict[str, Any]:
    return {
        "steps": [
            [s.n, s.head, {case: [t.changes, t.first, t.last] for case, t in s.cases.items()}]
            for s in record.steps
        ],
        "sent": record.sent,
        "database": record.database,
        "log": list(record.log),
        "copied": record.copied,
    }


def _from_json(plain: Mapping[str, Any]) -> Record:
    return Record(
        tuple(_step(each) for each in plain["steps"]),
        int(plain["sent"]),
        str(plain["database"]),
        (int(plain["log"][0]), str(plain["log"][1])),
        str(plain.get("copied", "")),
    )


def _step(plain: Iterable[Any]) -> Step:
    n, head, cases = plain
    return Step(int(n), str(head), {case: Tally(*tally) for case, tally in cases.items()})


def seal_note(vault_id: str, master: bytes, record: Record) -> bytes:
    """The last step in 68 bytes, for a second witness that keeps little: the system's keyring."""
    last = record.steps[-1] if record.steps else Step(0, chain.START.hex(), {})
    nonce = secrets.token_bytes(12)
    plain = last.n.to_bytes(8, "big") + bytes.fromhex(last.head)
    return nonce + _cipher(master).encrypt(nonce, plain, b"note " + vault_id.encode())


def read_note(note: bytes, vault_id: str, master: bytes) -> chain.Tip | None:
    """What a note says; None when this vault sealed none such."""
    try:
        plain = _cipher(master).decrypt(note[:12], note[12:], b"note " + vault_id.encode())
    except (InvalidTag, ValueError):
        return None
    return chain.Tip(int.from_bytes(plain[:8], "big"), plain[8:])
