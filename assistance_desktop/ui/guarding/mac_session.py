"""What macOS tells every program: the screen is locked.

Sleep is not among it; `slept` sees that afterwards, and a Mac that asks for its password after
sleep tells of a locked screen too.
"""

import contextlib
import ctypes
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

_LOCKED = b"com.apple.screenIsLocked"
_UTF_8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately

Heard = ctypes.CFUNCTYPE(None, *(ctypes.c_void_p,) * 5)
"""CFNotificationCallback: centre, observer, name, object, what else is told."""


class MacSession(QObject):
    """`lock_due` tells of a locked screen."""

    lock_due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept as long as this is: macOS keeps only its address.
        self._heard = Heard(lambda *_told: self.lock_due.emit())
        with contextlib.suppress(OSError, AttributeError):
            listen(_core_foundation(), self._heard)


def listen(library: ctypes.CDLL, heard: Callable[..., None]) -> None:
    """Hear of every locked screen from now on, on the thread of the window."""
    library.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
    library.CFStringCreateWithCString.restype = ctypes.c_void_p
    library.CFStringCreateWithCString.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_uint32,
    ]
    library.CFNotificationCenterAddObserver.argtypes = [*(ctypes.c_void_p,) * 5, ctypes.c_long]
    library.CFNotificationCenterAddObserver.restype = None
    library.CFNotificationCenterAddObserver(
        library.CFNotificationCenterGetDistributedCenter(),
        None,
        ctypes.cast(heard, ctypes.c_void_p),  # pyright: ignore[reportArgumentType] - a CFUNCTYPE
        library.CFStringCreateWithCString(None, _LOCKED, _UTF_8),
        None,
        _AT_ONCE,
    )


def _core_foundation() -> ctypes.CDLL:
    return ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
