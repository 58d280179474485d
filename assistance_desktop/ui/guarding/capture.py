"""Pictures and recordings of the screen leave the windows of the program out.

Windows and macOS can do this; X11 and Wayland have no such wish. On a system that refuses,
nothing else changes.
"""

import contextlib
import ctypes
import sys
from typing import Protocol

from PySide6.QtWidgets import QWidget

_NOTHING, _BLACK, _LEFT_OUT = 0x00, 0x01, 0x11
"""WDA_NONE, WDA_MONITOR, and WDA_EXCLUDEFROMCAPTURE, which Windows knows since 2004 (2020)."""

_SHARING_NONE, _SHARING_READ_ONLY = 0, 1
"""NSWindowSharingType."""


class Call(Protocol):
    """A function of the system, as ctypes offers it."""

    def __call__(self, *arguments: object) -> int:
        """What the system answers."""
        ...


def forbid(window: QWidget) -> None:
    """Leave this window out of pictures of the screen, where the system can."""
    _set(window, forbidden=True)


def allow(window: QWidget) -> None:
    """Let this window be seen as any other; empty notes that leave a hole would tell a tale."""
    _set(window, forbidden=False)


def _set(window: QWidget, *, forbidden: bool) -> None:
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            set_on_windows(int(window.winId()), _affinity_call(), forbidden=forbidden)
        elif sys.platform == "darwin":
            set_on_mac(int(window.winId()), *_objective_c(), forbidden=forbidden)


def set_on_windows(handle: int, set_affinity: Call, *, forbidden: bool) -> None:
    """Call SetWindowDisplayAffinity; an older Windows shows black instead of nothing."""
    if not forbidden:
        set_affinity(handle, _NOTHING)
    elif not set_affinity(handle, _LEFT_OUT):
        set_affinity(handle, _BLACK)


def set_on_mac(
    view: int, selector: Call, send: Call, send_number: Call, *, forbidden: bool
) -> None:
    """Tell the NSWindow of an NSView its sharingType."""
    window = send(view, selector(b"window"))
    if window:
        kind = _SHARING_NONE if forbidden else _SHARING_READ_ONLY
        send_number(window, selector(b"setSharingType:"), kind)


def _affinity_call() -> Call:
    call = ctypes.CDLL("user32").SetWindowDisplayAffinity
    call.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    return call


def _objective_c() -> tuple[Call, Call, Call]:
    """Sel_registerName, and objc_msgSend without and with a number."""
    library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    library.sel_registerName.restype = ctypes.c_void_p
    library.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    send_number = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
    at = ctypes.cast(library.objc_msgSend, ctypes.c_void_p).value or 0
    return library.sel_registerName, send(at), send_number(at)
