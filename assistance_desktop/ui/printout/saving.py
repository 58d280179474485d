"""Saving a paper as a PDF where the worker says: straight into that file, for its owner only.

No file beside it is made, not even for a moment; what could not be written whole is removed.
"""

import os
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _


class NotSavedError(AppError):
    """The PDF could not be written where it should go."""


def save(pdf: bytes, path: Path) -> None:
    """Write the bytes to the disk. Raises NotSavedError, and then leaves no part behind."""
    try:
        with open(path, "wb", opener=_private) as file:
            try:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except OSError:
        raise NotSavedError(
            _("The PDF could not be written there."),
            _("Choose another folder, or put the stick in again."),
        ) from None


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
