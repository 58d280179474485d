"""Large files on their way into the vault, one piece of 1 MiB in a transaction of its own.

So that typing never waits for a file. Until `finish` nobody sees anything of it, and what a
stop or a killed program left is named by `under_way` and taken out by `abandon`.
"""

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.attachments import PIECE, Attachment
from assistance_desktop.storage.vault import Connection

_AT_ONCE = 8
"""Pieces that one `abandon` takes out; each is written over, for that is how the vault deletes."""


class FileChangedError(AppError):
    """The file is not any more what it was when it was looked at."""


def begin(connection: Connection, case_id: str, made: Attachment) -> bool:
    """Expect the pieces of a file; False when it is here already, so that nothing is to be done.

    Like all here, inside `vault.transaction`.
    """
    if _state(connection, case_id, made.hash) == "kept":
        return False
    connection.execute(
        "INSERT OR IGNORE INTO attachment (case_id, hash, name, media_type, size, state)"
        " VALUES (?, ?, ?, ?, ?, 'arriving')",
        (case_id, made.hash, made.name, made.media_type, made.size),
    )
    if not _is_kept_elsewhere(connection, made.hash) or not _is_whole(connection, made):
        return True
    finish(connection, case_id, made)
    return False


def keep_piece(connection: Connection, digest: str, n: int, content: bytes) -> None:
    """Put piece `n`, which counts from 0, of the file with a SHA-256 into the vault."""
    connection.execute(
        "INSERT OR IGNORE INTO attachment_piece (hash, n, content) VALUES (?, ?, ?)",
        (digest, n, content),
    )


def finish(connection: Connection, case_id: str, made: Attachment) -> None:
    """Let the file be seen. Raises FileChangedError when not all of it came."""
    if not _is_whole(connection, made):
        raise file_changed()
    connection.execute(
        "UPDATE attachment SET state = 'kept' WHERE case_id = ? AND hash = ?",
        (case_id, made.hash),
    )


def under_way(connection: Connection) -> list[tuple[str, str]]:
    """The cases and hashes of the files that are not whole yet."""
    found = connection.execute("SELECT case_id, hash FROM attachment WHERE state = 'arriving'")
    return [(row["case_id"], row["hash"]) for row in found]


def abandon(connection: Connection, case_id: str, digest: str) -> bool:
    """Take out some of what came of a file, the last first; True when nothing is left of it.

    What is kept stays, and so do the pieces of a file that another case has too.
    """
    if _state(connection, case_id, digest) != "arriving":
        return True
    shared = connection.execute(
        "SELECT count(*) FROM attachment WHERE hash = ?", (digest,)
    ).fetchone()[0]
    if shared == 1:
        taken = connection.execute(
            "DELETE FROM attachment_piece WHERE hash = ? AND n IN"
            " (SELECT n FROM attachment_piece WHERE hash = ? ORDER BY n DESC LIMIT ?)",
            (digest, digest, _AT_ONCE),
        ).rowcount
        if taken == _AT_ONCE:
            return False
    connection.execute("DELETE FROM attachment WHERE case_id = ? AND hash = ?", (case_id, digest))
    return True


def file_changed() -> FileChangedError:
    """What to say of a file that somebody wrote to while it was being kept."""
    return FileChangedError(
        _("The file changed while it was being kept."),
        _("Close it in the other program and add it again. Nothing was changed."),
    )


def _state(connection: Connection, case_id: str, digest: str) -> str:
    found = connection.execute(
        "SELECT state FROM attachment WHERE case_id = ? AND hash = ?", (case_id, digest)
    ).fetchone()
    return str(found["state"]) if found else ""


def _is_kept_elsewhere(connection: Connection, digest: str) -> bool:
    found = connection.execute(
        "SELECT 1 FROM attachment WHERE hash = ? AND state = 'kept'", (digest,)
    ).fetchone()
    return found is not None


def _is_whole(connection: Connection, made: Attachment) -> bool:
    """Whether every piece is there; an empty file has one."""
    found = connection.execute(
        "SELECT count(*), total(length(content)), max(n) FROM attachment_piece WHERE hash = ?",
        (made.hash,),
    ).fetchone()
    pieces = max(1, -(-made.size // PIECE))
    return tuple(found) == (pieces, made.size, pieces - 1)
