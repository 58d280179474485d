"""The files of one case, on their way into the vault and back to the screen.

A file is read where it lies and left there; no copy is made outside the vault.
"""

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject

from assistance_desktop.errors import AppError
from assistance_desktop.storage import attachments, editing
from assistance_desktop.storage.attachments import Attachment
from assistance_desktop.storage.editing import Edit
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.incoming import Wanted
from assistance_desktop.ui.kept_files import Sight, see
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.taking import Taken, Taking

_Failed = Callable[[AppError], None]


class CaseFiles:
    """What keeps and reads the files of a case. `owner` is dropped with its question."""

    def __init__(self, session: Session, case_id: str) -> None:
        self._session, self._case_id = session, case_id

    def take(self, path: Path, wanted: Wanted, owner: QObject) -> Taking:
        """A file on its way in, not begun yet; an original that is kept becomes a document.

        When its question is left before the end, it is stopped.
        """
        pen, record = self._session.pen(), f"document/{self._session.new_id()}"

        def note(connection: Connection, taken: Taken) -> None:
            """Whose hand kept an original, and when, stands in the case as everything else."""
            if taken.original is not None:
                named = {"file": taken.made.value, "original": taken.original.value}
                edits = [Edit(record, field, value) for field, value in named.items()]
                editing.write(connection, self._case_id, edits, pen)

        taking = Taking(self._session, self._case_id, path, wanted, self._session, also=note)
        owner.destroyed.connect(taking.stop)
        return taking

    def keep_drawing(
        self, called: str, data: bytes, instead_of: Collection[str], owner: QObject, failed: _Failed
    ) -> Attachment:
        """Keep a drawing. What it is called is known at once, and it is written in its turn."""
        case_id = self._case_id
        self._session.write(
            lambda connection: attachments.keep(
                connection, case_id, called, "image/png", data, instead_of=instead_of
            ),
            owner,
            lambda _made: None,
            failed,
            about=case_id,
        )
        return attachments.name(called, "image/png", data)

    def see(
        self,
        value: str,
        longest: int,
        owner: QObject,
        then: Callable[[Sight | None], None],
        failed: _Failed,
    ) -> None:
        """Look at a kept file, off the UI thread; None when it is not all here."""
        session, case_id = self._session, self._case_id
        session.compute(
            lambda connection: see(
                connection, case_id, value, longest, lambda: not session.is_open
            ),
            owner,
            then,
            failed,
        )
