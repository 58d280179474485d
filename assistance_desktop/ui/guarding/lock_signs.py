"""The signs outside the program that the notes must be locked, whichever this system gives.

Each has a file of its own and one signal, `lock_due`.
"""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.ui.guarding.slept import Slept, clocks


class LockSigns(QObject):
    """`lock_due` tells that the machine sleeps or slept, or that its session is locked.

    It is told in one go: when it returns, whoever gave the sign goes on.
    """

    lock_due = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._slept = Slept(clocks(), self)
        self._slept.lock_due.connect(self.lock_due)
        self._listen(window)

    def _listen(self, window: QWidget) -> None:
        """To what this system tells; only its own file is loaded."""
        if sys.platform == "win32":
            from assistance_desktop.ui.guarding.windows_session import (  # noqa: PLC0415
                WindowsSession,
            )

            WindowsSession(window).lock_due.connect(self.lock_due)
        elif sys.platform == "darwin":
            from assistance_desktop.ui.guarding.mac_session import MacSession  # noqa: PLC0415

            MacSession(self).lock_due.connect(self.lock_due)
        else:
            from assistance_desktop.ui.guarding import desk_bus  # noqa: PLC0415

            buses = desk_bus.system_bus(), desk_bus.session_bus()
            desk_bus.DeskBus(*buses, parent=self).lock_due.connect(self.lock_due)
