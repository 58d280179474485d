"""Files that answer a question, inside the vault: pictures, sounds, signed papers.

Named by what they hold (SHA-256) and cut as bundles carry them (docs/bundle-format.md, section
6); what a file was called outside is never kept, for such names say who somebody is. A value may
name a file that is not at this desk (yet). How a large file comes in is in arrivals.py.
"""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.vault import Connection

PIECE = 1_048_576
"""Bytes of every piece but the last (docs/bundle-format.md, section 6)."""
LARGEST = 200_000_000
"""Bytes of one attachment."""

_VALUE = re.compile(r"(?P<stem>[a-z]+)-(?P<hash>[0-9a-f]{64})(?P<ending>\.[a-z0-9]{1,8})?")
_NAME = re.compile(r"[a-z]+(\.[a-z0-9]{1,8})?")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a case. `name` is neutral, such as `picture.jpg`; `size` is in bytes.

    `original` is the SHA-256 of what it was made from, when that is kept too.
    """

    hash: str
    name: str
    media_type: str
    size: int
    original: str = ""

    @property
    def value(self) -> str:
        """What stands as the answer: `picture-HASH.jpg`; it says what it is and nothing of whom."""
        stem, dot, ending = self.name.partition(".")
        return f"{stem}-{self.hash}{dot}{ending}"


class AttachmentTooLargeError(AppError):
    """The file has more bytes than a case takes."""


def too_large() -> AttachmentTooLargeError:
    """What to say of a file that is larger than `LARGEST`."""
    return AttachmentTooLargeError(
        _("This file is larger than 200 MB."),
        _("Choose a smaller one, or only the part that matters. Nothing was changed."),
    )


def hash_in(value: object) -> str:
    """The SHA-256 that an answer names; "" when it names no attachment."""
    found = _VALUE.fullmatch(value) if isinstance(value, str) else None
    return found["hash"] if found else ""


def name(called: str, media_type: str, data: bytes) -> Attachment:
    """What a file will be in the vault, before it is there.

    Raises as `name_by_hash` does.
    """
    return name_by_hash(called, media_type, hashlib.sha256(data).hexdigest(), len(data))


def name_by_hash(called: str, media_type: str, digest: str, size: int) -> Attachment:
    """What a file of `size` bytes with a SHA-256 will be in the vault.

    Raises AttachmentTooLargeError, and ValueError for a name that is not neutral.
    """
    if not _NAME.fullmatch(called):
        raise ValueError(called)
    if size > LARGEST:
        raise too_large()
    return Attachment(digest, called, media_type, size)


def keep(
    connection: Connection,
    case_id: str,
    called: str,
    media_type: str,
    data: bytes,
    *,
    instead_of: Collection[str] = (),
) -> Attachment:
    """Put a file into the vault, inside `vault.transaction`. The same file twice is one.

    `instead_of` are hashes that the same hand kept for the same answer just now; they go, as far
    as no change of the case names them. Raises as `name` does.
    """
    made = name(called, media_type, data)
    for digest in set(instead_of) - {made.hash}:
        _forget(connection, case_id, digest)
    pieces = [data[start : start + PIECE] for start in range(0, len(data), PIECE)] or [b""]
    connection.executemany(
        "INSERT OR IGNORE INTO attachment_piece (hash, n, content) VALUES (?, ?, ?)",
        [(made.hash, n, piece) for n, piece in enumerate(pieces)],
    )
    connection.execute(
        "INSERT INTO attachment (case_id, hash, name, media_type, size) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (case_id, hash) DO UPDATE SET state = 'kept'",
        (case_id, made.hash, called, media_type, len(data)),
    )
    return made


def _forget(connection: Connection, case_id: str, digest: str) -> None:
    """Let go of a file that nothing of the case names, and of its bytes when no case has it."""
    connection.execute(
        "DELETE FROM attachment WHERE case_id = ? AND hash = ? AND NOT EXISTS"
        " (SELECT 1 FROM change WHERE case_id = ? AND instr(value, ?) > 0)",
        (case_id, digest, case_id, digest),
    )
    connection.execute(
        "DELETE FROM attachment_piece WHERE hash = ? AND NOT EXISTS"
        " (SELECT 1 FROM attachment WHERE hash = ?)",
        (digest, digest),
    )


def link_original(connection: Connection, case_id: str, made: Attachment, original: str) -> None:
    """Say that a working copy was made from the kept file with this SHA-256."""
    connection.execute(
        "UPDATE attachment SET original = ? WHERE case_id = ? AND hash = ?",
        (original, case_id, made.hash),
    )


def find(connection: Connection, case_id: str, digest: str) -> Attachment | None:
    """What is known of a file of a case without reading it; None when it is not at this desk."""
    found = [one for one in of_case(connection, case_id) if one.hash == digest]
    return found[0] if found else None


def read(connection: Connection, digest: str) -> bytes | None:
    """What the file with a SHA-256 holds; None while not all of it is at this desk."""
    rows = connection.execute(
        "SELECT content FROM attachment_piece WHERE hash = ? ORDER BY n", (digest,)
    ).fetchall()
    data = b"".join(row["content"] for row in rows)
    whole = bool(rows) and hashlib.sha256(data).hexdigest() == digest
    return data if whole else None


def of_case(connection: Connection, case_id: str) -> list[Attachment]:
    """The files of a case that are whole at this desk, by name and then by hash."""
    rows = connection.execute(
        "SELECT hash, name, media_type, size, original FROM attachment"
        " WHERE case_id = ? AND state = 'kept' ORDER BY name, hash",
        (case_id,),
    ).fetchall()
    return [
        Attachment(r["hash"], r["name"], r["media_type"], r["size"], r["original"]) for r in rows
    ]
