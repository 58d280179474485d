"""The questionnaires of this desk: loaded to look at, published for new work, kept for old cases.

A version that was published stays as it is and is never thrown away: cases are pinned to it.
What is loaded and not in use may be loaded again or removed.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.vault import Connection


class State(StrEnum):
    """Whether new work begins with a version."""

    LOADED = "loaded"
    PUBLISHED = "published"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of a questionnaire, as a list shows it. Moments are aware."""

    form: str
    version: str
    title: str
    file: str
    """The name of the file that it was loaded from."""
    questions: int
    remarks: Sequence[Mapping[str, Any]]
    """What was said of the file when it was loaded, as JSON."""
    state: State
    loaded_at: datetime
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Content:
    """What runs: the form, and the files that belong to it."""

    source: bytes
    xform: bytes
    files: Mapping[str, bytes]


def entries(connection: Connection) -> list[Entry]:
    """Every version, by title, the newest first."""
    found = connection.execute(
        "SELECT form, version, title, file, questions, remarks, state, loaded_at, published_at"
        " FROM questionnaire ORDER BY title COLLATE NOCASE, form, n DESC"
    )
    return [_entry(row) for row in found]


def find(connection: Connection, form: str, version: str) -> Entry | None:
    """One version, or None when this desk never had it."""
    return next((e for e in entries(connection) if (e.form, e.version) == (form, version)), None)


def published(connection: Connection, form: str) -> Entry | None:
    """The version of a questionnaire that new work begins with."""
    own = (entry for entry in entries(connection) if entry.form == form)
    return next((entry for entry in own if entry.state is State.PUBLISHED), None)


def count_published(connection: Connection) -> int:
    """How many questionnaires are in use."""
    sql = "SELECT count(*) FROM questionnaire WHERE state = 'published'"
    return int(connection.execute(sql).fetchone()[0])


def read(connection: Connection, form: str, version: str) -> Content | None:
    """What runs of one version, or None when this desk never had it."""
    row = connection.execute(
        "SELECT n, source, xform FROM questionnaire WHERE form = ? AND version = ?",
        (form, version),
    ).fetchone()
    if row is None:
        return None
    files = connection.execute(
        "SELECT name, content FROM questionnaire_file WHERE questionnaire = ?", (row["n"],)
    )
    return Content(row["source"], row["xform"], {one["name"]: one["content"] for one in files})


def add(connection: Connection, entry: Entry, content: Content) -> None:
    """Put a version on the shelf, not in use; one that is loaded already is loaded anew.

    Raises AppError when a version of this number was published: open cases rely on it.
    """
    known = find(connection, entry.form, entry.version)
    if known is not None and known.state is not State.LOADED:
        if read(connection, entry.form, entry.version) == content:
            return
        raise AppError(
            _("Version {version} of this questionnaire is in use, and this file differs.").format(
                version=entry.version
            ),
            _("Give it another version in the sheet settings and load it again."),
        )
    remove(connection, entry.form, entry.version)
    _insert(connection, entry, content)


def replace_words(connection: Connection, entry: Entry, content: Content) -> None:
    """Put corrected words under a version in use; the caller has seen that nothing else differs."""
    known = find(connection, entry.form, entry.version)
    if known is None:
        raise ValueError(entry.version)
    _delete(connection, entry.form, entry.version)
    _insert(connection, entry, content)
    connection.execute(
        "UPDATE questionnaire SET state = ?, published_at = ? WHERE form = ? AND version = ?",
        (known.state, _moment(known.published_at), entry.form, entry.version),
    )


def publish(connection: Connection, form: str, version: str, at: datetime) -> None:
    """Let new work begin with a version; the one before stays for the cases that have it."""
    connection.execute(
        "UPDATE questionnaire SET state = 'replaced' WHERE form = ? AND state = 'published'",
        (form,),
    )
    connection.execute(
        "UPDATE questionnaire SET state = 'published', published_at = ?"
        " WHERE form = ? AND version = ?",
        (_moment(at), form, version),
    )


def withdraw(connection: Connection, form: str, version: str) -> None:
    """Let no new work begin with a version; its cases keep it."""
    connection.execute(
        "UPDATE questionnaire SET state = 'replaced'"
        " WHERE form = ? AND version = ? AND state = 'published'",
        (form, version),
    )


def remove(connection: Connection, form: str, version: str) -> None:
    """Throw a version away that was never in use; any other stays."""
    known = find(connection, form, version)
    if known is not None and known.state is State.LOADED:
        _delete(connection, form, version)


def _insert(connection: Connection, entry: Entry, content: Content) -> None:
    number = connection.execute(
        "INSERT INTO questionnaire (form, version, title, file, source, xform, questions, remarks,"
        " state, loaded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'loaded', ?)",
        (
            *(entry.form, entry.version, entry.title, entry.file, content.source, content.xform),
            *(entry.questions, json.dumps(list(entry.remarks)), _moment(entry.loaded_at)),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO questionnaire_file VALUES (?, ?, ?)",
        [(number, name, data) for name, data in content.files.items()],
    )


def _delete(connection: Connection, form: str, version: str) -> None:
    """Its files go with it."""
    connection.execute("DELETE FROM questionnaire WHERE form = ? AND version = ?", (form, version))


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        form=row["form"],
        version=row["version"],
        title=row["title"],
        file=row["file"],
        questions=int(row["questions"]),
        remarks=json.loads(row["remarks"]),
        state=State(row["state"]),
        loaded_at=datetime.fromisoformat(row["loaded_at"]),
        published_at=datetime.fromisoformat(row["published_at"]) if row["published_at"] else None,
    )


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at is not None else None
