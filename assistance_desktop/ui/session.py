"""The open vault as the screens see it: one reader, one writer thread, a pool, one signal.

The UI thread reads at most a page; the writer thread owns the only writing connection; pool
threads compute with a reader of their own. Results come home by one queued signal and are
dropped when their owner is gone. Closing is unconditional: what was written is on the disk
before the key is dropped. No other file of the program holds a thread or a lock.
"""

import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Author, Change
from assistance_desktop.errors import AppError
from assistance_desktop.storage import activity, case_store, editing, settings
from assistance_desktop.storage.database import as_refusal
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import Connection, StorageFullError, Vault, transaction
from assistance_desktop.ui import failure

T = TypeVar("T")

HELSINKI = ZoneInfo("Europe/Helsinki")
"""Days are days in Finland (facts.md 3.3, 7)."""


def now() -> datetime:
    """The moment by this computer's clock, which may be wrong."""
    return datetime.now(UTC)


def new_id() -> str:
    """A name that nothing else in the world has."""
    return uuid.uuid4().hex


class Jobs(QObject):
    """Work beside the window. Results come home to the UI thread, in order, by one signal."""

    _arrived = Signal(object)

    def __init__(self, threads: int, name: str) -> None:
        super().__init__()
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        job: Callable[[], T],
        owner: QObject,
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Run a job; `then` or `failed` follows on the UI thread if the owner still lives."""
        if not self._open:
            return

        def run() -> None:
            try:
                result = job()
            except AppError as error:
                self._send(owner, lambda refusal=error: failed(refusal))
            except Exception as bug:  # noqa: BLE001 - the job runner is one of the two places
                refusal = as_refusal(bug)
                if refusal is None:
                    self._send(owner, lambda bug=bug: failure.show_bug(bug))
                else:
                    self._send(owner, lambda refusal=refusal: failed(refusal))
            else:
                self._send(owner, lambda: then(result))

        self._executor.submit(run)

    def finish(self, *, drop_waiting: bool = False) -> None:
        """Wait until everything handed over is done; nothing is told any more."""
        self._open = False
        self._executor.shutdown(wait=True, cancel_futures=drop_waiting)

    def _send(self, owner: QObject, deed: Callable[[], None]) -> None:
        if isValid(self):
            self._arrived.emit((owner, deed))

    def _deliver(self, parcel: tuple[QObject, Callable[[], None]]) -> None:
        owner, deed = parcel
        if self._open and isValid(owner):
            deed()


class Session(QObject):
    """An unlocked vault at work; `close` ends it."""

    changed = Signal(str)
    """A case was written, by its id; "" when several were."""

    closing = Signal()
    """The vault is about to close: pages hand over what is half typed, now."""

    def __init__(
        self,
        vault: Vault,
        *,
        clock: Callable[[], datetime] = now,
        new_id: Callable[[], str] = new_id,
    ) -> None:
        super().__init__()
        self.vault = vault
        self.clock = clock
        self.new_id = new_id
        self.reader: Connection = vault.connect(read_only=True)
        self._writing: Connection = vault.connect()
        self._writer = Jobs(1, "writer")
        self._pool = Jobs(2, "pool")
        self._written = 0
        self._closing = False
        self._open = True

    @property
    def is_open(self) -> bool:
        """Whether anybody still waits for a result; long work asks this now and then."""
        return self._open

    @property
    def today(self) -> date:
        """The day in Finland."""
        return self.clock().astimezone(HELSINKI).date()

    @property
    def author(self) -> Author:
        """Whose hand writes on this desk."""
        desk = settings.read(self.reader, "desk") or {}
        return Author(str(desk.get("worker", "")), str(desk.get("device", "")))

    def pen(self) -> Pen:
        """What an edit of this desk is written with, for jobs that write more than edits."""
        return Pen(self.author, self.clock, self.new_id)

    def case(self, case_id: str) -> Case:
        """A case as it is now."""
        return case_store.load(self.reader, case_id)

    def edit(
        self,
        case_id: str,
        edits: Iterable[Edit],
        owner: QObject,
        then: Callable[[list[Change]], None],
        failed: Callable[[AppError], None],
        *,
        deed: Deed | None = None,
    ) -> None:
        """Write edits; `then` gets the changes that hold them, once they are on the disk.

        `deed` is what was done with them, for the activity log.
        """
        if not self._open:
            return  # as every other job: nobody waits for a result any more
        pen = self.pen()
        listed = list(edits)

        def write(connection: Connection) -> list[Change]:
            if deed is not None:
                activity.note(connection, deed, pen.author, pen.clock())
            return editing.write(connection, case_id, listed, pen)

        self.write(write, owner, then, failed, about=case_id)

    def write(
        self,
        job: Callable[[Connection], T],
        owner: QObject,
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
        *,
        about: str | None = "",
    ) -> None:
        """Run a job in one transaction on the writer thread; `changed` tells afterwards.

        `about` is the case that is written, "" for several, None when nothing is that pages show.
        """

        def tell(result: T) -> None:
            then(result)
            if about is not None:
                self.changed.emit(about)

        self.store(job, owner, tell, failed)

    def store(
        self,
        job: Callable[[Connection], T],
        owner: QObject,
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """As `write`, of what nobody sees yet: `changed` does not tell."""
        self._writer.start(lambda: self._commit(job), owner, then, failed)
        self._remember()

    def compute(
        self,
        job: Callable[[Connection], T],
        owner: QObject,
        then: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Run a job beside the window with a reader of its own."""

        def run() -> T:
            connection = self.vault.connect(read_only=True)
            try:
                return job(connection)
            finally:
                connection.close()

        self._pool.start(run, owner, then, failed)

    def _commit(self, job: Callable[[Connection], T]) -> T:
        """On the writer thread: all of the job or nothing of it."""
        try:
            with transaction(self._writing):
                return job(self._writing)
        except StorageFullError:
            # Locking does not wait for room: what is half typed gets what was kept for it.
            if not (self._closing and self.vault.give_up_reserve()):
                raise
        with transaction(self._writing):
            return job(self._writing)

    def _remember(self) -> None:
        """Let the anchor know once the last of what was handed over is on the disk."""
        self._written += 1
        asked = self._written

        def run() -> None:
            if asked == self._written:
                self.vault.remember(self._writing)

        self._writer.start(run, self, lambda _nothing: None, lambda _refusal: None)

    def close(self) -> None:
        """Flush, finish what was handed over, close the database, drop the key. Cannot fail."""
        if not self._open:
            return
        self._closing = True
        try:
            self.closing.emit()
            self._open = False
            self._pool.finish(drop_waiting=True)
            self._writer.finish()
            self.reader.close()
            self._writing.close()
        finally:
            self.vault.close()
