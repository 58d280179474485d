"""Whether the machine slept, seen afterwards, where nothing tells it beforehand.

A look every few seconds that comes far too late means that the machine, or the program, stood
still: the lid was closed, or somebody took the laptop along.
"""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

EVERY = 5
"""Seconds between two looks."""

TOO_LATE = 30
"""Seconds."""

Clock = Callable[[], float]


def clocks() -> Sequence[Clock]:
    """The clocks that go on while the machine sleeps, in seconds.

    On Linux the time since boot; on Windows and macOS what Python calls monotonic counts sleep
    already. The wall clock tells when a virtual machine stood still.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    since_boot = time.monotonic if boot is None else lambda: time.clock_gettime(boot)
    return since_boot, time.time


class Slept(QObject):
    """`lock_due` tells that the machine has slept."""

    lock_due = Signal()

    def __init__(self, clocks: Sequence[Clock], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks
        self._before = self._read()
        timer = QTimer(self, interval=EVERY * 1000)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Compare the clocks with the last look."""
        before, self._before = self._before, self._read()
        passed = max(now - then for now, then in zip(self._before, before, strict=True))
        if passed > EVERY + TOO_LATE:
            self.lock_due.emit()

    def _read(self) -> list[float]:
        return [clock() for clock in self._clocks]
