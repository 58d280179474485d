"""What the process itself gives away: no picture of its memory, no file for others to read.

Each call is the system's own and may be missing; then the program starts all the same.
"""

import contextlib
import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4
_PT_DENY_ATTACH = 31
_NO_ERROR_BOXES = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX


def tighten() -> None:
    """New files are for their owner only, and no crash or debugger gets at the memory."""
    os.umask(0o077)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):
        shut(sys.platform, _system_library())


def shut(platform: str, library: ctypes.CDLL) -> None:
    """Ask the system that no other process of this user may read this one's memory.

    On Windows it asks only that no crash report with memory is made.
    """
    if platform == "linux":
        library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    elif platform == "darwin":
        library.ptrace(_PT_DENY_ATTACH, 0, None, 0)
    elif platform == "win32":
        library.SetErrorMode(_NO_ERROR_BOXES)


def _system_library() -> ctypes.CDLL:
    return ctypes.CDLL("kernel32" if sys.platform == "win32" else None)
