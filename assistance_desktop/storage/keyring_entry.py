"""The vault's entry in the keyring of the system: a convenience, never the only way in.

The entry is a random key that unseals the vault's keyring slot, and a note of the anchor. Every
call runs in a child process that is killed at its time, so a keyring that hangs costs seconds
of a job and never the window. Whatever is wrong with the entry costs a passphrase, never data
(vault-and-sync.md 1). Callers run these functions beside the window (ui/session.py, Jobs).
"""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, cast

from assistance_desktop import child
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keys

LONGEST_ANCHOR = 200
"""Bytes of an anchor note; Windows takes 1 280 signs for the whole entry."""

_LIMIT = 5.0
"""Seconds for a keyring that asks nobody."""
_ASKING_LIMIT = 60.0
"""Seconds for a person to answer the keyring's own question."""
_MEMORY = 512 * 1024 * 1024
_FORMAT = b"\x01"
"""Before the key (32 bytes) and the anchor note."""

_ENVIRONMENT = (
    *("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "USER", "LOGNAME"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CURRENT_DESKTOP", "PYTHON_KEYRING_BACKEND"),
    *("KDE_FULL_SESSION", "KDE_SESSION_VERSION"),
    *("USERPROFILE", "USERNAME", "USERDOMAIN", "APPDATA", "LOCALAPPDATA"),
)
"""What a keyring is found by: where the session's bus is, whose it is, which one was chosen."""


class KeyringError(AppError):
    """The keyring did not do what was asked; the passphrase opens the notes as before."""


class Standing(StrEnum):
    """How the entry stands."""

    KEPT = "kept"
    """It is there, and is the one of the slot."""
    EMPTY = "empty"
    """The keyring is there and open, and has no entry of this vault."""
    STALE = "stale"
    """There is an entry, of another slot than the vault's own, or not to be understood."""
    LOCKED = "locked"
    """The keyring asks for a password of its own first."""
    REPLACED = "replaced"
    """The keyring that the entry was written into is not here; another one is."""
    REFUSED = "refused"
    """What is here is none that seals what it keeps."""
    ABSENT = "absent"
    """There is no keyring."""
    SILENT = "silent"
    """It did not answer in time, or broke down."""


@dataclass(frozen=True, slots=True)
class State:
    """How the entry stands, and with which back-end ("" when there is none)."""

    standing: Standing
    backend: str = ""

    @property
    def is_usable(self) -> bool:
        """Whether an entry can be put there, now or when the keyring is unlocked."""
        return self.standing not in (Standing.REFUSED, Standing.ABSENT, Standing.SILENT)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the keyring keeps for a vault. Neither bytes are shown by `repr`."""

    backend: str
    key: bytes = field(repr=False)
    anchor: bytes = field(repr=False)


def generation_of(key: bytes) -> str:
    """Which slot a key belongs to, as 16 hex digits that tell nothing of the key.

    The slot remembers it, so that an entry of an older slot is known for what it is.
    """
    return keys.derive(key, "keyring generation")[:8].hex()


def state(vault_id: str, backend: str = "", generation: str = "") -> State:
    """How the entry stands, without asking anybody anything. At most 5 seconds.

    `backend` and `generation` are those of the slot; without a slot an entry is STALE.
    """
    found = fetch(vault_id, backend, generation)
    return found if isinstance(found, State) else State(Standing.KEPT, found.backend)


def fetch(
    vault_id: str,
    backend: str,
    generation: str,
    *,
    ask: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> Entry | State:
    """The entry of the slot, or why there is none. At most 5 seconds, or 60 with a question.

    `ask` lets a locked keyring ask the person for its password: only for a button pressed.
    Raises ChildStoppedError when `stop` tells so.
    """
    answer = _request("read", vault_id, backend, ask=ask, stop=stop)
    found = _state(answer)
    if found.standing != Standing.KEPT:
        return found
    entry = _entry(found.backend, answer["secret"])
    if entry is None or generation_of(entry.key) != generation:
        return State(Standing.STALE, found.backend)
    return entry


def keep(
    vault_id: str,
    key: bytes,
    anchor: bytes,
    *,
    ask: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> str:
    """Put the entry into the keyring, in place of the one before; the name of the back-end.

    `ask` as in `fetch`. Raises KeyringError, ChildStoppedError when `stop` tells so.
    """
    if len(anchor) > LONGEST_ANCHOR:
        raise ValueError("an anchor note is short")
    secret = base64.b64encode(_FORMAT + key + anchor).decode()
    done = _state(_request("write", vault_id, "", secret, ask=ask, stop=stop))
    if done.standing == Standing.EMPTY:
        raise KeyringError(_("The keyring of this computer did not take the key."), _passphrase())
    if done.standing != Standing.KEPT:
        raise KeyringError(sentence(done.standing), _passphrase())
    return done.backend


def forget(vault_id: str, backend: str = "", *, ask: bool = False) -> None:
    """Take the entry out of the keyring that it was written into.

    Where there is no entry, or no such keyring any more, there is nothing to do. Raises
    KeyringError when the keyring may hold it still.
    """
    left = _state(_request("remove", vault_id, backend, ask=ask)).standing
    if left in (Standing.KEPT, Standing.LOCKED, Standing.SILENT):
        raise KeyringError(
            _("The key may still be in the keyring of this computer."),
            _("Unlock the keyring and try again."),
        )


def sentence(standing: Standing) -> str:
    """What a person is told of it."""
    return {
        Standing.KEPT: _("The keyring of this computer holds the key to your notes."),
        Standing.EMPTY: _("The keyring of this computer does not hold the key to your notes."),
        Standing.STALE: _("The keyring of this computer holds an old key, not the one in use."),
        Standing.LOCKED: _("The keyring of this computer is locked."),
        Standing.REPLACED: _("This computer has another keyring now than the one with the key."),
        Standing.REFUSED: _("The keyring of this computer does not keep keys safely."),
        Standing.ABSENT: _("This computer has no keyring."),
        Standing.SILENT: _("The keyring of this computer does not answer."),
    }[standing]


def _passphrase() -> str:
    return _("Your passphrase opens your notes as before.")


def _request(
    deed: str,
    vault_id: str,
    backend: str,
    secret: str = "",
    *,
    ask: bool,
    stop: Callable[[], bool] = lambda: False,
) -> dict[str, str]:
    """Do it without a question first; a person is asked only where nothing else is in the way."""
    asked = {"deed": deed, "account": vault_id, "backend": backend, "secret": secret}
    answer = _run({**asked, "ask": False}, _LIMIT, stop)
    if ask and answer["standing"] == Standing.LOCKED:
        answer = _run({**asked, "ask": True}, _ASKING_LIMIT, stop)
    return answer


def _run(asked: dict[str, Any], seconds: float, stop: Callable[[], bool]) -> dict[str, str]:
    try:
        answer = child.run(
            "keyring",
            json.dumps(asked).encode(),
            seconds=seconds,
            memory=_MEMORY,
            environment=_ENVIRONMENT,
            stop=stop,
        )
    except child.ChildStoppedError:
        raise
    except child.ChildError:
        return {"standing": Standing.SILENT, "backend": ""}
    return cast("dict[str, str]", json.loads(answer))


def _state(answer: dict[str, str]) -> State:
    return State(Standing(answer["standing"]), answer["backend"])


def _entry(backend: str, secret: str) -> Entry | None:
    """What the secret holds; None when another program or a newer version wrote it."""
    try:
        plain = base64.b64decode(secret, validate=True)
    except ValueError:
        return None
    if plain[:1] != _FORMAT or not 33 <= len(plain) <= 33 + LONGEST_ANCHOR:
        return None
    return Entry(backend, plain[1:33], plain[33:])
