"""Files on disk that are whole or not there: for what is opened or sealed by hand.

A file that does not verify to its end must leave nothing that looks like a result.
"""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class CannotWriteError(AppError):
    """The disk is full, or the folder is not ours to write in."""

    def __init__(self) -> None:
        super().__init__(
            _("The file could not be read or written to its end."),
            _("Check that the disk or stick is connected and has room, then try again."),
        )


@contextmanager
def new_file(path: Path) -> Generator[BinaryIO]:
    """A file to write, readable by its owner only, that gets its name when all went well.

    When anything is raised inside, nothing stands under the name but what stood there before.
    Raises CannotWriteError when the disk refuses.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    except OSError:
        raise CannotWriteError from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        raise CannotWriteError from None
    finally:
        part.unlink(missing_ok=True)
