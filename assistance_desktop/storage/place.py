"""Where a vault may live: on a disk of this computer that nobody else copies from.

A network share breaks the locks that keep a database whole; a folder that a cloud copies tears
its files apart and keeps old states of them (vault-and-sync.md 1). Backups may go anywhere.
"""

import sys
from pathlib import Path

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _

_NETWORK = (
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "ceph", "glusterfs"),
    *("webdav", "davfs", "fuse.davfs2", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse"),
)
_SYNCED = (
    *("dropbox", "onedrive", "google drive", "googledrive", "my drive", "icloud drive"),
    *("mobile documents", "nextcloud", "owncloud", "pcloud drive", "mega", "box", "box sync"),
    *("seafile", "syncthing", "sync", "yandex.disk", "proton drive", "koofr", "tresorit"),
)
_MARKS = (".stfolder", ".dropbox", ".dropbox.cache", ".owncloudsync.log", ".nextcloudsync.log")
"""What a program that copies folders leaves at the top of what it copies."""


class PlaceRefusedError(AppError):
    """A vault must not live in this folder."""


def check(folder: Path) -> None:
    """Raise PlaceRefusedError, with why, for a network share or a folder that is copied away."""
    whole = folder.absolute()
    if _is_on_network(whole):
        raise PlaceRefusedError(
            _("This folder is on another computer in the network."),
            _("Notes that are open there can tear. Keep them on this computer’s own disk."),
        )
    if any(_is_synced(each) for each in whole.parents):
        raise PlaceRefusedError(
            _("This folder is copied to a cloud by another program."),
            _("Old states of the notes would stay there. Choose a folder that is not copied."),
        )


def _is_synced(folder: Path) -> bool:
    name = folder.name.casefold()
    called = name in _SYNCED or name.startswith(("onedrive - ", "dropbox ("))
    return called or any((folder / mark).exists() for mark in _MARKS)


def _is_on_network(folder: Path) -> bool:
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - Windows only

        return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == 4
    return file_system(folder, _mounts()) in _NETWORK


def file_system(folder: Path, mounts: str) -> str:
    """The kind of file system that a folder lies on, by the system's table of mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        # device, place, kind, … as in /proc/self/mounts; a space in a place is written \\040
        device_place_kind = line.split()[:3]
        if len(device_place_kind) < 3:
            continue
        place = device_place_kind[1].replace("\\040", " ")
        if len(place) >= len(best) and folder.is_relative_to(place):
            best, kind = place, device_place_kind[2]
    return kind


def _mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return ""
