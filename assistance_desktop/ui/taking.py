"""Taking a file into a case: looked at, then piece by piece, so that typing never waits for it.

It can be stopped at any time and then leaves nothing; when the notes are locked in the middle,
what came so far is taken out when they are next opened (`sweep`).
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import arrivals, attachments
from assistance_desktop.storage.attachments import PIECE, Attachment
from assistance_desktop.storage.vault import Connection, StorageFullError
from assistance_desktop.ui.incoming import Looked, Wanted, look, read_piece
from assistance_desktop.ui.session import Session


class Taken(NamedTuple):
    """What is kept now; `original` is the file as it came, when it is kept as evidence."""

    made: Attachment
    original: Attachment | None


class Taking(QObject):
    """One file on its way. `taken` carries a Taken, `failed` an AppError; one of three ends it.

    `moved` tells the bytes that are in the vault and those of the whole file. `also` is written
    with the last piece or not at all: what names the file in its case.
    """

    moved = Signal(int, int)
    taken = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        session: Session,
        case_id: str,
        path: Path,
        wanted: Wanted,
        parent: QObject,
        *,
        also: Callable[[Connection, Taken], object] = lambda _connection, _taken: None,
    ) -> None:
        super().__init__(parent)
        self._also = also
        self._session, self._case_id = session, case_id
        self._path, self._wanted = path, wanted
        self._looked = Looked(None, None)
        self._sum = hashlib.sha256()
        self._n = 0
        self._stopping = False
        session.closing.connect(self._on_closing)
        for end in (self.taken, self.failed, self.stopped):
            end.connect(self.deleteLater)

    def start(self) -> None:
        """Begin."""
        self._session.compute(
            lambda _connection: look(self._path, self._wanted, self._is_over),
            self,
            self._on_looked,
            self._on_failed,
        )

    def stop(self) -> None:
        """Nobody wants it any more: what came is taken out."""
        self._stopping = True

    def _is_over(self) -> bool:
        return self._stopping

    def _on_closing(self) -> None:
        self._stopping = True

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        whole = looked.whole
        if self._stopping:
            self.stopped.emit()
        elif whole is None:
            self._write_all()
        else:
            self._session.store(
                lambda connection: arrivals.begin(connection, self._case_id, whole),
                self,
                self._on_begun,
                self._on_failed,
            )

    def _on_begun(self, is_needed: bool) -> None:  # noqa: FBT001 - what the job gives
        if is_needed or self._stopping:
            self._read_on()
        else:
            self._write_all()

    def _read_on(self) -> None:
        """Read the next piece, or finish after the last."""
        size = self._size()
        self.moved.emit(min(self._n * PIECE, size), size)
        if self._stopping:
            self._give_up(None)
        elif self._n and self._n * PIECE >= size:
            self._finish()
        else:
            self._session.compute(
                lambda _connection: self._read(), self, self._on_read, self._on_failed
            )

    def _read(self) -> bytes:
        content = read_piece(self._path, self._n)
        self._sum.update(content)
        return content

    def _on_read(self, content: bytes) -> None:
        n, digest = self._n, self._digest()
        self._session.store(
            lambda connection: arrivals.keep_piece(connection, digest, n, content),
            self,
            self._on_stored,
            self._on_failed,
        )

    def _on_stored(self, _nothing: object) -> None:
        self._n += 1
        self._read_on()

    def _finish(self) -> None:
        if self._sum.hexdigest() != self._digest():
            self._give_up(arrivals.file_changed())
        else:
            self._write_all()

    def _write_all(self) -> None:
        """Let everything be seen at once: the file, its working copy, what names them."""

        def run(connection: Connection) -> Taken:
            made = self._keep(connection)
            self._also(connection, made)
            return made

        self._session.write(run, self, self._on_kept, self._on_failed, about=self._case_id)

    def _on_kept(self, made: Taken) -> None:
        self._looked = Looked(None, None)
        self.taken.emit(made)

    def _keep(self, connection: Connection) -> Taken:
        copy, whole = self._looked.copy, self._looked.whole
        if whole is not None:
            arrivals.finish(connection, self._case_id, whole)
        if copy is None:
            return Taken(cast("Attachment", whole), None)  # one of the two is always there
        made = attachments.keep(connection, self._case_id, copy.called, copy.media_type, copy.data)
        if whole is not None:
            attachments.link_original(connection, self._case_id, made, whole.hash)
        return Taken(made, whole)

    def _on_failed(self, refusal: AppError) -> None:
        self._give_up(_no_room() if isinstance(refusal, StorageFullError) else refusal)

    def _give_up(self, refusal: AppError | None) -> None:
        """Take out what came, then tell why."""
        digest = self._digest()

        def over(_why: object = None) -> None:
            if refusal is None or self._stopping:
                self.stopped.emit()
            else:
                self.failed.emit(refusal)

        if digest:
            _take_out(self._session, self._case_id, digest, self, over)
        else:
            over()

    def _digest(self) -> str:
        return self._looked.whole.hash if self._looked.whole is not None else ""

    def _size(self) -> int:
        return self._looked.whole.size if self._looked.whole is not None else 0


def sweep(session: Session) -> None:
    """Take out what a lock or a killed program left half kept; asked once, after unlocking."""

    def take_out(found: list[tuple[str, str]]) -> None:
        for case_id, digest in found:
            _take_out(session, case_id, digest, session, lambda _why: None)

    session.compute(arrivals.under_way, session, take_out, lambda _refusal: None)


def _take_out(
    session: Session, case_id: str, digest: str, owner: QObject, over: Callable[[object], None]
) -> None:
    """Take out a file that is not whole, a little at a time, then tell.

    What fails waits for the next `sweep`.
    """

    def go_on(is_over: bool) -> None:  # noqa: FBT001 - what the job gives
        if is_over:
            over(None)
        else:
            _take_out(session, case_id, digest, owner, over)

    session.store(
        lambda connection: arrivals.abandon(connection, case_id, digest), owner, go_on, over
    )


def _no_room() -> AppError:
    return AppError(
        _("There is no room on the disk for this file."),
        _("Make room and add it again. Nothing was changed."),
    )
