"""What a child process forbids itself before it reads what strangers made.

What a system does not offer is left out: on Windows only the parent's time limit holds. A
limit that is set cannot be loosened again by whoever takes the child over.
"""

import contextlib
import ctypes
import sys
from pathlib import Path

_FILES = 32
"""Files that may be open at once; Qt opens a picture reader now and then."""
_OUTWARD_FILES = 128
_SET_DUMPABLE, _SET_NO_NEW_PRIVILEGES = 4, 38
"""From linux/prctl.h."""
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
"""From linux/sched.h."""


def set_limits(seconds: int, memory: int, *, outward: bool, scratch: int) -> None:
    """Limit this process for good. `memory` counts in bytes on top of what it has now.

    Unless it works `outward` it gets no network, starts nothing and writes no file of more than
    `scratch` bytes.
    """
    if sys.platform == "linux":
        _forbid_privileges(network=outward)
    if sys.platform != "win32":
        _set_resources(seconds, memory, outward=outward, scratch=scratch)


def _forbid_privileges(*, network: bool) -> None:
    """No new rights, no memory that others can look at, and no network where the system lets us."""
    system = ctypes.CDLL(None, use_errno=True)
    if not network:
        system.unshare(_NEW_USER | _NEW_NETWORK)  # refused on some systems: then it has no keys
    system.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    system.prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def _set_resources(seconds: int, memory: int, *, outward: bool, scratch: int) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    def limit(what: int, most: int) -> None:
        with contextlib.suppress(OSError, ValueError):  # macOS knows some of them by name only
            _soft, hard = resource.getrlimit(what)
            tight = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (tight, tight))

    limit(resource.RLIMIT_AS, _memory_now() + memory)
    limit(resource.RLIMIT_CPU, seconds + 1)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_NOFILE, _OUTWARD_FILES if outward else _FILES)
    if not outward:
        limit(resource.RLIMIT_FSIZE, scratch)
        limit(resource.RLIMIT_NPROC, 0)


def _memory_now() -> int:
    """Bytes of address space that this process holds; Linux tells it, the others count from 0."""
    import resource  # noqa: PLC0415 - Windows has none

    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()
