"""What Windows tells its windows: it goes to sleep, or the session is locked."""

import contextlib
import ctypes
from ctypes import wintypes

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

_POWER, _GOES_TO_SLEEP = 0x0218, 0x0004
"""WM_POWERBROADCAST, PBT_APMSUSPEND."""

_SESSION, _IS_LOCKED = 0x02B1, 0x0007
"""WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK."""


def is_lock_due(message: wintypes.MSG) -> bool:
    """Whether a message of Windows tells of sleep or of a locked session."""
    told = (message.message, message.wParam)
    return told in ((_POWER, _GOES_TO_SLEEP), (_SESSION, _IS_LOCKED))


class WindowsSession(QObject):
    """`lock_due` tells of sleep and of a locked session; Windows waits while it is answered."""

    lock_due = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter = _Messages(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL("wtsapi32").WTSRegisterSessionNotification(
                ctypes.c_void_p(int(window.winId())), 0
            )


class _Messages(QAbstractNativeEventFilter):
    """Looks at every message and keeps none from anybody."""

    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: int,
    ) -> object:
        if eventType == b"windows_generic_MSG" and is_lock_due(
            wintypes.MSG.from_address(int(message))
        ):
            self._session.lock_due.emit()
        return False, 0
