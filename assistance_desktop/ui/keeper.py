"""Keeping what is typed: 400 ms after the last key, on leaving a question, on lock and close.

What the footer calls saved is on the encrypted disk. A write that fails keeps everything here
and is tried again; nothing typed is ever dropped, and nothing lands in another case.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from assistance_desktop.cases.changes import Change
from assistance_desktop.errors import AppError
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.session import Session

PAUSE = 400
"""Milliseconds after the last key."""

_Place: TypeAlias = "tuple[str, str, str]"
"""Case, record and field."""


class Keeper(QObject):
    """The edits of one case at a time on their way into the vault."""

    pending = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.case_id = ""
        self._waiting: dict[_Place, Edit] = {}
        self._held: dict[_Place, str] = {}
        self._under_way = 0
        self._visit = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._on_pause)
        session.closing.connect(self.flush)

    @property
    def is_settled(self) -> bool:
        """Whether everything handed over is on the disk."""
        return not self._waiting and not self._under_way

    def begin(self, case_id: str) -> None:
        """Keep for another case from now on."""
        self.leave()
        self.case_id = case_id

    def keep(self, edits: Iterable[Edit]) -> None:
        """Hand over edits; they are written in a moment."""
        for edit in edits:
            self._waiting[self.case_id, edit.record, edit.field] = edit
        if self._waiting:
            self.pending.emit()
            self._timer.start()

    def leave(self) -> None:
        """The question is left: what was typed there stands, and later edits are new ones."""
        self.flush()
        self._held.clear()
        self._visit += 1

    def flush(self) -> None:
        """Write what waits, now."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for case_id in dict.fromkeys(case for case, _record, _field in waiting):
            self._write(case_id, {at: edit for at, edit in waiting.items() if at[0] == case_id})

    def _write(self, case_id: str, taken: Mapping[_Place, Edit]) -> None:
        self._under_way += 1
        edits = [replace(edit, amends=self._held.get(at, "")) for at, edit in taken.items()]
        visit = self._visit
        self._session.edit(
            case_id,
            edits,
            self,
            lambda changes: self._on_written(changes, visit),
            lambda why: self._on_failed(taken, why),
        )

    def _on_pause(self) -> None:
        """One write at a time while somebody types, so that a field keeps one change."""
        if self._under_way:
            self._timer.start()
        else:
            self.flush()

    def _on_written(self, changes: list[Change], visit: int) -> None:
        self._under_way -= 1
        if visit == self._visit:
            for change in changes:
                self._held[change.case, change.record, change.field] = change.id
        if self.is_settled:
            self.saved.emit()

    def _on_failed(self, taken: Mapping[_Place, Edit], why: AppError) -> None:
        self._under_way -= 1
        self._waiting = {**taken, **self._waiting}
        self.failed.emit(why)
