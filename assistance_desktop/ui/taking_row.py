"""The row of a file that is being kept: how far it is, how long it will take, and Stop.

It shows itself only when it takes longer than a moment, so that nothing flickers.
"""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from assistance_desktop.i18n import _, ngettext, show_number
from assistance_desktop.ui.kit.progress import Job
from assistance_desktop.ui.taking import Taking

_PATIENCE = 2_000
"""Milliseconds after which a person wants to know how long it takes."""


class TakingRow(Job):
    """Shows a `Taking`, which its button stops; it is gone when that has ended.

    `advice` says what a person must do meanwhile.
    """

    def __init__(self, taking: Taking, advice: str = "", parent: QWidget | None = None) -> None:
        stopping = _("Stopping leaves nothing of it in your notes.")
        super().__init__(_("This file is large"), f"{advice} {stopping}".strip(), parent)
        self.hide()
        self._since = time.monotonic()
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.show)
        self._timer.start()
        self.stop_asked.connect(taking.stop)
        taking.moved.connect(self._on_moved)
        for end in (taking.taken, taking.failed, taking.stopped):
            end.connect(self._on_end)

    def _on_moved(self, done: int, whole: int) -> None:
        took = time.monotonic() - self._since
        self.show_progress(done, whole, _far(done, whole, took))

    def _on_end(self) -> None:
        self._timer.stop()
        self.hide()
        self.deleteLater()


def _far(done: int, whole: int, took: float) -> str:
    """How many of how many megabytes, and about how many seconds are left."""
    far = _("{done} of {whole} MB").format(done=_megabytes(done), whole=_megabytes(whole))
    if not done:
        return far
    left = max(1, round(took * (whole - done) / done))
    words = ngettext("about {count} second left", "about {count} seconds left", left)
    return f"{far}, {words.format(count=left)}"


def _megabytes(size: int) -> str:
    return show_number(round(size / 1_000_000))
