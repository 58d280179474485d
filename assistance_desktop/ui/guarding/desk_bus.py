"""What a Linux desk tells over D-Bus: it goes to sleep, or its session is locked.

A bus that is missing, or one on which nobody answers, is no error and costs no time.
"""

import os
from pathlib import Path
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath

from assistance_desktop.ui.guarding.inhibitor import AT, LOGIND, MANAGER, Inhibitor, ask

_SESSION = "org.freedesktop.login1.Session"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
"""Who locks the screens of the desktops; each tells it in the same words."""


class DeskBus(QObject):
    """`lock_due` tells that the machine goes to sleep or that the session is locked.

    Sleep waits until everybody who listens to `lock_due` has done what there is to do.
    """

    lock_due = Signal()

    def __init__(
        self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.inhibitor = Inhibitor(system, self)
        self._system = system
        if system.isConnected():
            system.connect(LOGIND, AT, MANAGER, "PrepareForSleep", self, _slot("on_sleep(bool)"))
            self.inhibitor.take()
            ask(system, self, "GetSessionByPID", [os.getpid()], self._on_session_known)
        if session.isConnected():
            for saver in _SAVERS:
                session.connect("", "", saver, "ActiveChanged", self, _slot("on_saver(bool)"))

    @Slot(bool)
    def on_sleep(self, going: bool) -> None:  # noqa: FBT001 - as logind tells it
        """Lock before sleep; after it, ask again that the next one waits."""
        if going:
            self.lock_due.emit()
            self.inhibitor.release()
        else:
            self.inhibitor.take()

    @Slot(bool)
    def on_saver(self, covers: bool) -> None:  # noqa: FBT001 - as the savers tell it
        """Lock when the screen is locked or blanked."""
        if covers:
            self.lock_due.emit()

    @Slot()
    def on_session_locked(self) -> None:
        """Lock with the session."""
        self.lock_due.emit()

    def _on_session_known(self, answer: QDBusMessage) -> None:
        """Listen to our session; where logind knows none for us, to every one."""
        given = answer.arguments()
        path = given[0].path() if given and isinstance(given[0], QDBusObjectPath) else ""
        self._system.connect(LOGIND, path, _SESSION, "Lock", self, _slot("on_session_locked()"))


def system_bus() -> QDBusConnection:
    """The bus of the machine, connected if there is one."""
    return QDBusConnection.systemBus()


def session_bus() -> QDBusConnection:
    """The bus of the desktop, if there is one; none is ever started for this."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    usual = bool(folder) and (Path(folder) / "bus").exists()
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual:
        return QDBusConnection.sessionBus()
    return QDBusConnection("none")


def _slot(name: str) -> bytes:
    """A slot as D-Bus wants it named."""
    # PySide's stub says bytes; what it takes is the text that SLOT makes (seen: 6.11.3).
    return cast("bytes", SLOT(name))
