"""Examines versions beside the window, one after the other, and remembers what was found.

What it knows holds until something that concerns it is loaded or published.
"""

from collections.abc import Iterable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from assistance_desktop.errors import AppError
from assistance_desktop.storage.questionnaires import Entry
from assistance_desktop.ui.questionnaires.examining import Examined, Needs, examine
from assistance_desktop.ui.questionnaires.finding import Finding, Weight
from assistance_desktop.ui.session import Session

Key: TypeAlias = "tuple[str, str]"
"""The form and the version."""


class Examiner(QObject):
    """Examines versions one after the other; `examined` tells the form and version of each."""

    examined = Signal(str, str)

    def __init__(self, session: Session, needs: Needs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._needs = session, needs
        self._found: dict[Key, tuple[Entry, Examined]] = {}
        self._waiting: list[Entry] = []
        self._is_busy = False
        self._round = 0

    def found(self, entry: Entry) -> Examined | None:
        """What is known of a version."""
        known = self._found.get((entry.form, entry.version))
        return known[1] if known else None

    def want(self, entry: Entry) -> None:
        """Look into a version next."""
        self._waiting.insert(0, entry)
        self._go_on()

    def want_all(self, entries: Iterable[Entry]) -> None:
        """Look into these when there is time."""
        self._waiting += entries
        self._go_on()

    def forget(self, changed: Entry) -> None:
        """A version came, went or is in use: look again at all that it may have to do with."""
        for key, (entry, _found) in list(self._found.items()):
            if entry.form == changed.form or entry.title == changed.title:
                del self._found[key]
        self._waiting.clear()
        self._is_busy = False
        self._round += 1

    def _go_on(self) -> None:
        while not self._is_busy and self._waiting:
            entry = self._waiting.pop(0)
            if self.found(entry) is None:
                self._is_busy = True
                job = partial(examine, entry=entry, needs=self._needs, today=self._session.today)
                arrive = partial(self._arrive, self._round, entry)
                refuse = partial(self._refuse, self._round, entry)
                self._session.compute(job, self, arrive, refuse)

    def _arrive(self, asked_in: int, entry: Entry, found: Examined) -> None:
        if asked_in != self._round:
            return  # something was published since
        self._is_busy = False
        self._found[entry.form, entry.version] = (entry, found)
        self.examined.emit(entry.form, entry.version)
        self._go_on()

    def _refuse(self, asked_in: int, entry: Entry, refusal: AppError) -> None:
        stop = Finding(Weight.STOPS, refusal.problem, refusal.hint, ours=False)
        self._arrive(asked_in, entry, Examined(0, 0, None, (stop,)))
