"""Writing a file so that it is there whole or not at all, and readable by its owner only."""

import contextlib
import glob
import os
import shutil
import uuid
from collections.abc import Generator
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write under a temporary name, flush to the disk, then take the name (0600)."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.unlink(missing_ok=True)
        temporary.touch(mode=0o600)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    settle(path.parent)


def flush(path: Path) -> None:
    """Bring a file that somebody else wrote onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def remove(path: Path) -> None:
    """Remove a file that may be gone already; one that cannot be removed stays."""
    with contextlib.suppress(OSError):
        path.unlink()


def make_private_folder(folder: Path) -> None:
    """Make the folder, open to its owner only (0700)."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


@contextlib.contextmanager
def half_made(place: Path) -> Generator[Path]:
    """A private folder beside `place` under a hidden name, where something is made or tried.

    Whoever finishes it gives it its name; else nothing of it is left. Raises OSError.
    """
    folder = place.with_name(f".{place.name}.{uuid.uuid4().hex[:8]}")
    try:
        make_private_folder(folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def half_made_before(place: Path) -> list[Path]:
    """What a program that was killed left half made beside `place`."""
    named = f".{glob.escape(place.name)}.{'[0-9a-f]' * 8}"
    return [each for each in place.parent.glob(named) if each.is_dir()]


def settle(folder: Path) -> None:
    """Flush the rename itself; systems that cannot open a folder do not need it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
