"""Carrying bundles to and from a folder or a stick.

A bundle is written whole or not at all; a file that cannot be one is not even read.
"""

import errno
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.files import write_whole
from assistance_desktop.sync import exchange
from assistance_desktop.sync.exchange import Parcel


class FolderMissingError(AppError):
    """Where a bundle should go there is no folder."""


class UnwrittenError(AppError):
    """A bundle was made and could not be put where it should go."""


class UnreadableFileError(AppError):
    """A file that cannot be read, or that is too large to be a bundle."""


def check_folder(folder: Path) -> None:
    """Raise FolderMissingError unless there is a folder, before a bundle is made for it."""
    if not folder.is_dir():
        raise FolderMissingError(
            _("This folder is not there. No bundle was made."),
            _("Put the stick in again, or choose another folder."),
        )


def put(parcel: Parcel, folder: Path) -> Path:
    """Write a bundle into a folder, to the disk. Raises UnwrittenError when that fails."""
    path = folder / parcel.name
    try:
        write_whole(path, parcel.content)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise UnwrittenError(
            _("The stick or folder is full. The bundle was not written.")
            if full
            else _("The bundle could not be written there."),
            _("Nothing is lost. Choose another folder; the next bundle holds everything."),
        ) from None
    return path


def fetch(path: Path) -> bytes:
    """The bytes of a bundle's file. Raises UnreadableFileError."""
    try:
        # A pipe or a device would never end.
        if not path.is_file():
            raise _unreadable()
        if path.stat().st_size > exchange.LARGEST:
            raise UnreadableFileError(
                _("This file is too large to be a bundle. It was not read."),
                _("Choose the file that the other desk wrote; its name ends in .age."),
            )
        return path.read_bytes()
    except OSError:
        raise _unreadable() from None


def _unreadable() -> UnreadableFileError:
    return UnreadableFileError(
        _("This file cannot be read."),
        _("Put the stick in again, or choose another file."),
    )
