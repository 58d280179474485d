"""Making a backup beside the window, one at a time; what asks for it may be a person or a clock.

Locking stops it and leaves nothing of it. What was written is remembered in the vault and older
ones are removed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.storage import activity, backup, backup_plan, backup_shelf
from assistance_desktop.storage.backup import BackupStoppedError
from assistance_desktop.storage.backup_plan import DAYS
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.storage.deeds import Deed, Kind
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.session import HELSINKI, Session


@dataclass(frozen=True, slots=True)
class Order:
    """A backup to be made: `place` as the plan knows it, `folder` where it is now."""

    place: str
    folder: Path
    by_itself: bool = False


class BackingUp(QObject):
    """`begun`, then `moved` with bytes written and of how many, and one of the three at the end.

    `written` carries a Written, `failed` an AppError and whether it was made by itself.
    """

    begun = Signal()
    moved = Signal(object, object)
    written = Signal(object)
    failed = Signal(object, bool)
    stopped = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._then: Callable[[Written], None] | None = None
        self._stopping = False
        self._told = 0
        self.order: Order | None = None
        session.closing.connect(self.stop)

    @property
    def is_running(self) -> bool:
        """Whether one is being made."""
        return self.order is not None

    def start(self, order: Order, then: Callable[[Written], None] | None = None) -> bool:
        """Begin unless one runs already; `then` follows once it is written and remembered."""
        if self.order is not None:
            return False
        self.order, self._then, self._stopping = order, then, False
        self._told = 0
        opened, at = self._session.vault, self._session.clock().astimezone(HELSINKI)
        keep = backup_plan.read(self._session.reader).keep
        self.begun.emit()

        def write(_connection: Connection) -> Written:
            made = backup.write(opened, order.folder, at, watch=self._watch)
            backup_shelf.prune(opened, order.folder, at, keep=keep, days=DAYS)
            return made

        self._session.compute(write, self, self._on_written, self._on_failed)
        return True

    def stop(self) -> None:
        """Nobody wants it any more."""
        self._stopping = True

    def _watch(self, done: int, whole: int) -> bool:
        # On the pool thread: a signal to objects of the window is queued there by Qt itself.
        if done < self._told or done - self._told > whole // 100:
            self._told = done
            self.moved.emit(done, whole)
        return not self._stopping and self._session.is_open

    def _on_written(self, made: Written) -> None:
        order, author, at = self.order, self._session.author, self._session.clock()
        if order is None:
            return

        def note(connection: Connection) -> Written:
            backup_plan.note(connection, made, order.place)
            activity.note(connection, Deed(Kind.BACKUP_WRITTEN, says={"tested": True}), author, at)
            return made

        self._session.store(note, self, self._on_noted, self._on_failed)

    def _on_noted(self, made: Written) -> None:
        self.order, then = None, self._then
        self.written.emit(made)
        if then is not None:
            then(made)

    def _on_failed(self, refusal: AppError) -> None:
        by_itself = self.order is not None and self.order.by_itself
        self.order = None
        if isinstance(refusal, BackupStoppedError):
            self.stopped.emit()
        else:
            self.failed.emit(refusal, by_itself)
