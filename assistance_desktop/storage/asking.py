"""A locked vault that waits for its office: the fresh key of the request, under a new passphrase.

The person chooses the new passphrase when asking, so that the answer is of use to nobody else.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keys, keyslots
from assistance_desktop.storage.database import StorageFullError
from assistance_desktop.storage.files import remove, write_whole
from assistance_desktop.storage.keyslots import Keyslots

FILE = "vault.asking"
REQUEST = "vault.request"
"""The request itself, to be saved once more; it holds nothing that is not for others' eyes."""


class NotAskedError(AppError):
    """No request waits for an answer."""


def begin(
    folder: Path,
    passphrase: str,
    made: str,
    request: Callable[[bytes], bytes],
    *,
    cost: keys.Cost | None = None,
) -> bytes:
    """Keep 32 fresh bytes under the new passphrase; the request that was made from them.

    A later one replaces it. Raises StorageFullError and what `request` raises.
    """
    secret = os.urandom(32)
    slot = keyslots.seal_passphrase(
        secret, passphrase, _name(folder), cost or keys.calibrate(), made
    )
    asked = request(secret)
    try:
        write_whole(folder / FILE, json.dumps(dict(slot), sort_keys=True).encode())
        write_whole(folder / REQUEST, asked)
    except OSError as error:
        raise StorageFullError(
            _("The request could not be made."), _("Make room on the disk and try again.")
        ) from error
    return asked


def request(folder: Path) -> bytes:
    """The request that waits for an answer, b"" when there is none."""
    try:
        return (folder / REQUEST).read_bytes() if since(folder) else b""
    except OSError:
        return b""


def since(folder: Path) -> str:
    """The day of the request that waits, as ISO; "" when there is none."""
    try:
        return str(_read(folder)["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def recall(folder: Path, passphrase: str) -> bytes:
    """The 32 bytes again. Raises NotAskedError, and WrongPassphraseError for another passphrase."""
    try:
        slot = _read(folder)
    except (OSError, ValueError, TypeError):
        raise NotAskedError(
            _("No request of this computer waits for an answer."),
            _("Make a request first and give it to your office."),
        ) from None
    return keyslots.unseal_passphrase(Keyslots(_name(folder), (slot,)), passphrase)


def end(folder: Path) -> None:
    """The answer came and was of use."""
    remove(folder / FILE)
    remove(folder / REQUEST)


def _read(folder: Path) -> dict[str, Any]:
    plain = json.loads((folder / FILE).read_bytes())
    if not isinstance(plain, dict):
        raise TypeError("not a request")
    return cast("dict[str, Any]", plain)


def _name(folder: Path) -> str:
    return f"asking {keyslots.read(folder)[0].vault_id}"
