"""Leaving nothing that opens: closing a vault for a journey, and erasing it in a moment.

Without its keyslots a vault is noise, however good the disk is at keeping old bytes; that is
why the slots go first. For a journey the office's spare key stays; erasing leaves none.
"""

import contextlib
import glob
import os
import secrets
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import anchor, asking, keyring_entry, keyslots, reserve
from assistance_desktop.storage.files import half_made_before
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.opened import ASIDE, Vault

_KEYS = (*keyslots.FILES, anchor.FILE, asking.FILE, asking.REQUEST)


class NoSpareKeyError(AppError):
    """Without a spare key at an office a closed vault would stay closed for ever."""


class KeysLeftError(AppError):
    """A key file could not be removed."""


def close_for_journey(opened: Vault) -> None:
    """Let go of every way in but the office's spare key. Raises NoSpareKeyError.

    The vault is still open until it is locked.
    """
    if opened.keyslots.of(Kind.ESCROW) is None:
        raise NoSpareKeyError(
            _("No office has a spare key to these notes."),
            _("Give your office a spare key first. Without one they would stay closed for ever."),
        )
    opened.drop_slots(Kind.PASSPHRASE, Kind.SHEET, Kind.KEYRING)
    _overwrite_old_blocks(opened.folder)


def is_closed_for_journey(folder: Path) -> bool:
    """Whether only the office can open the vault."""
    with contextlib.suppress(AppError):
        kinds = {slot["kind"] for slot in keyslots.read(folder)[0].slots}
        return kinds == {Kind.ESCROW.value}
    return False


def erase(folder: Path, vault_id: str = "") -> None:
    """Erase a vault that is closed: the keys first, then everything else in its folder.

    So goes what lies beside it: damaged notes that a backup took the place of, and what a killed
    program left half made. With the vault's id its entry in the keyring goes too; without its
    slot that is noise anyway. Goes on over what cannot be removed; raises KeysLeftError at the
    end when a key file is left.
    """
    aside = folder.parent.glob(f"{glob.escape(folder.name + ASIDE)}*")
    whole = (folder, *sorted(aside), *half_made_before(folder))
    for each in whole:
        for name in _KEYS:
            _destroy(each / name)
    for each in whole:
        _clear(each)
    if vault_id:
        with contextlib.suppress(AppError):
            keyring_entry.forget(vault_id, "")
    left = [each / name for each in whole for name in keyslots.FILES if (each / name).exists()]
    if left:
        names = ", ".join(path.relative_to(folder.parent).as_posix() for path in left)
        raise KeysLeftError(
            _("The key file could not be removed: {name}").format(name=names),
            _("Remove the folder of the notes by hand, or destroy the disk."),
        )


def _clear(folder: Path) -> None:
    for path in folder.glob("*"):
        with contextlib.suppress(OSError):
            path.unlink()
    with contextlib.suppress(OSError):
        folder.rmdir()


def _destroy(path: Path) -> None:
    """Write over a file before it goes: on old disks that reaches the very blocks."""
    with contextlib.suppress(OSError):
        with path.open("r+b") as file:
            size = path.stat().st_size
            file.write(secrets.token_bytes(size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()


def _overwrite_old_blocks(folder: Path) -> None:
    """Use up the room that the old key files lay in, as far as a program can."""
    if reserve.give_up(folder):
        reserve.keep(folder)
