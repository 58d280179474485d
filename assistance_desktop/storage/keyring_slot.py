"""The keyring as a way into the vault: its slot and its entry, made, opened and taken together.

The slot seals the master key under the random key of the entry and remembers which keyring has
it and which key it was. Without the entry the slot is noise; without the slot the entry is.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistance_desktop.i18n import _
from assistance_desktop.storage import keyring_entry, keys, keyslots, vault
from assistance_desktop.storage.keyring_entry import KeyringError, Standing, State, generation_of
from assistance_desktop.storage.keyslots import Keyslots, Kind, Slot
from assistance_desktop.storage.opened import Vault, today


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The vault that the keyring opened, and the note of its anchor that lay beside the key."""

    vault: Vault
    anchor: bytes


def add(
    opened: Vault,
    anchor: bytes = b"",
    *,
    ask: bool = False,
    stop: Callable[[], bool] = lambda: False,
) -> str:
    """From now on the keyring of this computer opens the vault; the name of the back-end.

    `ask` lets a locked keyring ask for its password: only for a button pressed. Raises
    KeyringError, StorageFullError, ChildStoppedError; the other ways in stay as they are.
    """
    key = secrets.token_bytes(32)
    # The entry first: an entry without its slot is only stale, a slot without its entry misleads.
    backend = keyring_entry.keep(opened.id, key, anchor, ask=ask, stop=stop)
    made = {"backend": backend, "generation": generation_of(key), "made": today()}
    opened.put_slot(
        lambda master, vault_id: keyslots.seal(Kind.KEYRING, _under(key), master, vault_id, made)
    )
    return backend


def is_there(folder: Path) -> bool:
    """Whether the vault has a keyring slot. Raises KeyslotsDamagedError."""
    return _slot(folder)[1] is not None


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of the entry before anything is opened: how it stands, and its anchor note."""

    state: State
    anchor: bytes


def look(folder: Path, *, stop: Callable[[], bool] = lambda: False) -> Sight:
    """Look without asking anybody anything. Raises KeyslotsDamagedError, ChildStoppedError."""
    vault_id, slot = _slot(folder)
    found = keyring_entry.fetch(vault_id, *_remembered(slot), stop=stop)
    if isinstance(found, State):
        return Sight(found, b"")
    return Sight(State(Standing.KEPT, found.backend), found.anchor)


def unlock(
    folder: Path, *, ask: bool = False, stop: Callable[[], bool] = lambda: False
) -> Unlocked | State:
    """Open the vault with the keyring, or tell why it takes a passphrase.

    `ask` as in `add`. Raises KeyringError when the key does not fit the slot, ChildStoppedError,
    and what `vault.unlock` raises but for a wrong passphrase.
    """
    vault_id, slot = _slot(folder)
    if slot is None:
        return State(Standing.EMPTY)
    found = keyring_entry.fetch(vault_id, *_remembered(slot), ask=ask, stop=stop)
    if isinstance(found, State):
        return found
    opened = vault.unlock_with(folder, Kind.KEYRING, lambda slots: _unseal(slots, found.key))
    return Unlocked(opened, found.anchor)


def note(opened: Vault, anchor: bytes) -> bool:
    """Put a new note of the anchor beside the key that opened the vault; whether it is there.

    Nobody is asked anything and nothing is raised: the note only makes the anchor sharper.
    """
    slot = opened.keyslots.of(Kind.KEYRING)
    if slot is None:
        return False
    found = keyring_entry.fetch(opened.id, *_remembered(slot))
    if isinstance(found, State):
        return False
    try:
        keyring_entry.keep(opened.id, found.key, anchor)
    except KeyringError:
        return False
    return True


def remove(opened: Vault, *, ask: bool = False) -> None:
    """From now on the keyring does not open the vault.

    Raises StorageFullError when nothing was changed, and KeyringError when the slot is gone but
    the keyring may hold its key still: a copy of the folder made before would open with it.
    """
    backend, _generation = _remembered(opened.keyslots.of(Kind.KEYRING))
    opened.drop_slots(Kind.KEYRING)
    keyring_entry.forget(opened.id, backend, ask=ask)


def _slot(folder: Path) -> tuple[str, Slot | None]:
    """Whose vault it is, and its keyring slot from the first copy that has one."""
    copies = keyslots.read(folder)
    found = [slot for copy in copies if (slot := copy.of(Kind.KEYRING)) is not None]
    return copies[0].vault_id, next(iter(found), None)


def _remembered(slot: Slot | None) -> tuple[str, str]:
    """The back-end and the generation that the slot was made with."""
    if slot is None:
        return "", ""
    return str(slot.get("backend", "")), str(slot.get("generation", ""))


def _unseal(slots: Keyslots, key: bytes) -> bytes:
    slot = slots.of(Kind.KEYRING)
    master = None if slot is None else keyslots.unseal(slot, _under(key), slots.vault_id)
    if master is None:
        raise KeyringError(
            _("The key in the keyring of this computer does not open your notes."),
            _("Your passphrase opens your notes as before."),
        )
    return master


def _under(key: bytes) -> bytes:
    return keys.derive(key, "keyring")
