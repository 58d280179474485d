"""Sweeping up what Python no longer needs, on the UI thread and on no other.

Python's own collector runs on whichever thread happens to allocate. When that is the writer
thread and the rubbish holds a widget, Qt destroys it there and the process dies (seen: a
segmentation fault in `Case.__init__`). So the automatic collector is off, and a timer looks
after the same thresholds here.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""


class Sweeper(QObject):
    """Collects rubbish between events, as often as Python would have done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self.sweep)
        timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation that is over its threshold, and all younger ones."""
        for generation, (count, limit) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if 0 < limit < count:
                gc.collect(generation)
                return
