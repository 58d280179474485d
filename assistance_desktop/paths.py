"""Where things lie: in the source tree, in an installed wheel, or in the frozen program."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of packs, icons, fonts and samples."""
    return _beside("resources")


def translations() -> Path:
    """The folder of gettext catalogues."""
    return _beside("translations")


def data_folder() -> Path:
    """The folder that holds this user's vaults, by the custom of the system.

    `ASSISTANCE_DESKTOP_DATA` overrides it. The name on disk is neutral (facts.md 9.9).
    """
    override = os.environ.get("ASSISTANCE_DESKTOP_DATA")
    if override:
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "Workspace"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Workspace"
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "workspace"


def _beside(name: str) -> Path:
    packed = _PACKAGE / f"_{name}"
    return packed if packed.is_dir() else _PACKAGE.parent / name
