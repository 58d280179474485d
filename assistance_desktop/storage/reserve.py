"""Room that is kept on the disk, to be given up when the disk is full.

On a full disk even erasing fails, and so would saving what is half typed at the moment of
locking. The reserve is full of nothing and is made again as soon as there is room.
"""

import contextlib
import os
import shutil
from pathlib import Path

FILE = "vault.reserve"
SIZE = 8 * 1024 * 1024
"""Bytes (vault-and-sync.md 1)."""


def keep(folder: Path) -> bool:
    """Make the reserve if it is not there and the disk has three times its room."""
    path = folder / FILE
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size == SIZE:
            return True
        if shutil.disk_usage(folder).free < 3 * SIZE:
            return False
        path.touch(mode=0o600)
        with path.open("wb") as file:
            # Written and not only asked for: a hole would take no room.
            for _each in range(SIZE // 65_536):
                file.write(bytes(65_536))
            file.flush()
            os.fsync(file.fileno())
        return True
    return False


def give_up(folder: Path) -> bool:
    """Free the room; whether there was any."""
    path = folder / FILE
    try:
        path.unlink()
    except OSError:
        return False
    return True
