"""All that guards the window against the desk around it, together: who listens, who covers.

The window tells when it is hidden and when it is back; everything else each guard knows itself.
"""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.guarding import capture
from assistance_desktop.ui.guarding.clipboard import Clipboard
from assistance_desktop.ui.guarding.cover import Cover
from assistance_desktop.ui.guarding.file_dialogs import Traces
from assistance_desktop.ui.guarding.lock_signs import LockSigns


class Guards(QObject):
    """`lock_due` tells that something outside asks for the notes to be locked."""

    lock_due = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rests = False
        self._covers = True
        self.cover = Cover(window)
        self.clipboard = Clipboard(self)
        self._traces = Traces() if sys.platform in ("win32", "darwin") else None
        self._signs = LockSigns(window)
        self._signs.lock_due.connect(self.lock_due)
        capture.forbid(window)

    def choose_cover(self, wanted: bool) -> None:  # noqa: FBT001 - a choice of a person, as a Qt slot
        """Cover the window from now on, or no more; empty notes are never covered."""
        self._covers = wanted
        self.cover.want(wanted and not self._rests)

    def rest(self) -> None:
        """Empty notes are shown: they are as any window is, seen by everybody."""
        self._rests = True
        self.cover.want(False)
        capture.allow(self._window)

    def work(self) -> None:
        """The program is back in place of the empty notes."""
        self._rests = False
        self.cover.want(self._covers)
        capture.forbid(self._window)

    def leave_nothing(self) -> None:
        """The notes are being locked: what was copied here and where files were looked for."""
        self.clipboard.empty()
        if self._traces is not None:
            self._traces.remove()
