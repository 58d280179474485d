"""Noting what was done on the screens in the activity log, when no other writing goes with it.

A deed that is written into a case is noted in the same transaction (`Session.edit`, or
`activity.note` inside a job). Pages need not hear of a line, for nothing that they show changed.
"""

from collections.abc import Callable
from datetime import datetime

from assistance_desktop.cases.changes import Author
from assistance_desktop.errors import AppError
from assistance_desktop.storage import activity, deeds, tries
from assistance_desktop.storage.activity import Among, Filters
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.session import Session

Failed = Callable[[AppError], None]


def note(session: Session, deed: Deed, failed: Failed) -> None:
    """Note a deed; `failed` hears why it could not be."""
    author, at = session.author, session.clock()
    _write(session, lambda connection: activity.note(connection, deed, author, at), failed)


def note_opened(session: Session, case_id: str, failed: Failed) -> None:
    """Note that a case was opened; twice within ten minutes is once."""
    author, at = session.author, session.clock()
    _write(
        session, lambda connection: activity.note_opened(connection, case_id, author, at), failed
    )


def note_unlocked(session: Session, way: str, failed: Failed) -> None:
    """Note that the notes were opened, and before it the passphrases that did not open them.

    `way` is passphrase, sheet, keyring or escrow. The file of tries goes once the line is there.
    """
    author, at, folder = session.author, session.clock(), session.vault.folder
    before = tries.read(folder)
    nobody = Author("", author.device)

    def job(connection: Connection) -> None:
        when = before.last or at
        if before.count and not _has_refusal(connection, when):
            activity.note(connection, deeds.refused(before.count), nobody, when)
        activity.note(connection, deeds.unlocked(way), author, at)

    session.write(job, session, lambda _nothing: tries.forget(folder), failed, about=None)


def _has_refusal(connection: Connection, when: datetime) -> bool:
    """Whether the tries up to a moment are noted already, and only their file was left."""
    last = activity.read(connection, Filters(who="", among=Among.UNLOCKS), limit=1)
    return bool(last) and last[0].at == when.replace(microsecond=0)


def _write(session: Session, job: Callable[[Connection], None], failed: Failed) -> None:
    session.write(job, session, lambda _nothing: None, failed, about=None)
