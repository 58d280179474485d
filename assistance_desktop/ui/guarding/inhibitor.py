"""The promise of logind to wait with sleep until what is half typed is on the disk.

It is an open file that logind counts; sleep goes on when it is closed, or after a few seconds.
"""

import os
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

LOGIND = "org.freedesktop.login1"
AT = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"


class Inhibitor(QObject):
    """Asks for the promise without waiting for the answer, and gives it back."""

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._file: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether sleep would wait."""
        return self._file is not None

    def take(self) -> None:
        """Ask logind to wait before the next sleep."""
        # Words that an administrator may see in a list: neutral (facts.md 9.9).
        words = ["sleep", "Workspace", "Saves", "delay"]
        ask(self._bus, self, "Inhibit", words, self._on_taken)

    def release(self) -> None:
        """Let the machine sleep."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _on_taken(self, answer: QDBusMessage) -> None:
        given = answer.arguments()
        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self.release()
            # Taken out of the message, so that nothing but `release` keeps it open.
            self._file = given[0].takeFileDescriptor()


def ask(
    bus: QDBusConnection,
    owner: QObject,
    what: str,
    words: list[object] | list[str],
    then: Callable[[QDBusMessage], None],
) -> None:
    """Ask logind's manager something; `then` gets the answer, which may be an error, later."""
    message = QDBusMessage.createMethodCall(LOGIND, AT, MANAGER, what)
    message.setArguments(words)
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), owner)

    def on_finished() -> None:
        answer = watcher.reply()
        watcher.deleteLater()
        then(answer)

    watcher.finished.connect(on_finished)
