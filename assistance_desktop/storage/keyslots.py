"""Keyslots: the ways in which the vault's master key can be unsealed.

A random master key (32 bytes) never changes; each slot seals it under a secret of its own, so
that a new passphrase writes one slot and nothing else. A slot is authenticated together with
its parameters, the file as a whole with the master key, and it lies there twice. A wrong secret
is told from a damaged file before the database is opened (vault-and-sync.md 1).
"""

import base64
import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keys
from assistance_desktop.storage.files import write_whole

FORMAT = "workspace keyslots"
VERSION = 1
FILES = ("vault.keys", "vault.keys.copy")
LARGEST = 256 * 1024
"""Bytes of a keyslot file; a whole one has about 5 000."""

_MALFORMED = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What reading JSON that somebody else wrote may raise, an infinite number and depth included."""

_ANY_TEXT = ("utf-8", "surrogatepass")

_BEFORE_SEALS = {"format", "version", "vault", "slots"}
"""What a file of version 0.1 holds."""

Slot: TypeAlias = Mapping[str, Any]
"""One way in, as JSON: `kind`, `made` (a day), its parameters, `nonce` and `sealed`."""


class Kind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name, not one
    SHEET = "sheet"
    KEYRING = "keyring"
    ESCROW = "escrow"


class WrongPassphraseError(AppError):
    """The passphrase does not open the slot."""


class WrongSheetError(AppError):
    """The recovery sheet is not the one of this vault."""


class KeyslotsDamagedError(AppError):
    """Neither copy of the keyslot file can be read."""


@dataclass(frozen=True, slots=True)
class Keyslots:
    """What the keyslot file holds: whose vault it is and its slots, sealed.

    `name` is the worker's neutral name, for the unlock page. `seal` is the proof of the whole
    file; `exact` tells that the file was written by this program to the letter.
    """

    vault_id: str
    slots: tuple[Slot, ...] = ()
    name: str = ""
    seal: str = ""
    exact: bool = True

    def of(self, kind: Kind) -> Slot | None:
        """The slot of a kind, if there is one."""
        return next((slot for slot in self.slots if slot["kind"] == kind), None)

    def having(self, slot: Slot) -> "Keyslots":
        """With this slot in place of the one of its kind."""
        others = [each for each in self.slots if each["kind"] != slot["kind"]]
        return replace(self, slots=(*others, slot))

    def without(self, *kinds: Kind) -> "Keyslots":
        """Without the slots of these kinds."""
        return replace(self, slots=tuple(s for s in self.slots if s["kind"] not in kinds))

    def is_genuine(self, master: bytes) -> bool:
        """Whether nobody but this program wrote the file. Files from before 0.2 have no seal."""
        return self.exact and (
            not self.seal
            or hmac.compare_digest(self.seal.encode(*_ANY_TEXT), _proof(self, master).encode())
        )


def seal_passphrase(
    master: bytes, passphrase: str, vault_id: str, cost: keys.Cost, made: str
) -> Slot:
    """A slot that the passphrase opens."""
    salt = secrets.token_bytes(16)
    parameters = {
        "salt": to_text(salt),
        "memory_kib": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "made": made,
    }
    key = keys.stretch(passphrase, salt, cost)
    return seal(Kind.PASSPHRASE, key, master, vault_id, parameters)


def unseal_passphrase(keyslots: Keyslots, passphrase: str) -> bytes:
    """The master key. Raises WrongPassphraseError, and KeyslotsDamagedError for an absurd cost."""
    slot = keyslots.of(Kind.PASSPHRASE)
    master = None
    if slot is not None:
        try:
            cost = keys.Cost(int(slot["memory_kib"]), int(slot["passes"]), int(slot["lanes"]))
            salt = to_bytes(str(slot["salt"]))
        except _MALFORMED:
            raise _damaged() from None
        if not cost.is_sane() or len(salt) != 16:
            raise _damaged()
        master = unseal(slot, keys.stretch(passphrase, salt, cost), keyslots.vault_id)
    if master is None:
        raise WrongPassphraseError(_("That did not open it."), _("Try again."))
    return master


def seal_sheet(master: bytes, secret: bytes, vault_id: str, made: str) -> Slot:
    """A slot that the signs of a recovery sheet open."""
    return seal(Kind.SHEET, keys.derive(secret, "sheet"), master, vault_id, {"made": made})


def unseal_sheet(keyslots: Keyslots, secret: bytes) -> bytes:
    """The master key. Raises WrongSheetError."""
    slot = keyslots.of(Kind.SHEET)
    opened = unseal(slot, keys.derive(secret, "sheet"), keyslots.vault_id) if slot else None
    if opened is None:
        raise WrongSheetError(
            _("This sheet does not open these notes."),
            _("It belongs to other notes, or a newer sheet was made. Nothing was changed."),
        )
    return opened


def seal(
    kind: Kind, key: bytes, master: bytes, vault_id: str, parameters: Mapping[str, Any]
) -> Slot:
    """A slot that a 32-byte key opens."""
    bound = {**parameters, "kind": kind.value}
    nonce = secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(key).encrypt(nonce, master, _context(bound, vault_id))
    return {**bound, "nonce": to_text(nonce), "sealed": to_text(sealed)}


def unseal(slot: Slot, key: bytes, vault_id: str) -> bytes | None:
    """The master key, or None when the key is another one or the slot was touched."""
    bound = {name: slot[name] for name in slot if name not in ("nonce", "sealed")}
    try:
        nonce, sealed = to_bytes(str(slot["nonce"])), to_bytes(str(slot["sealed"]))
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, _context(bound, vault_id))
    except (InvalidTag, *_MALFORMED):
        return None


def write(folder: Path, keyslots: Keyslots, master: bytes) -> None:
    """Both copies, each whole or not at all. Raises OSError."""
    sealed = replace(keyslots, seal=_proof(keyslots, master), exact=True)
    data = _encode(sealed)
    for name in FILES:
        write_whole(folder / name, data)


def read(folder: Path) -> tuple[Keyslots, ...]:
    """The copies that can be read and differ. Raises KeyslotsDamagedError when none can."""
    found: list[Keyslots] = []
    for name in FILES:
        try:
            copy = _decode((folder / name).read_bytes())
        except (OSError, *_MALFORMED):
            continue
        if copy not in found:
            found.append(copy)
    if not found:
        raise _damaged()
    return tuple(found)


def to_text(data: bytes) -> str:
    """Bytes as base64."""
    return base64.b64encode(data).decode()


def to_bytes(text: str) -> bytes:
    """What `to_text` wrote. Raises ValueError."""
    return base64.b64decode(text, validate=True)


def _decode(data: bytes) -> Keyslots:
    if len(data) > LARGEST:
        raise ValueError("too large")
    plain = cast("dict[str, Any]", json.loads(data))
    if plain["format"] != FORMAT or plain["version"] != VERSION:
        raise ValueError("not keyslots")
    slots = tuple(cast("dict[str, Any]", {**slot}) for slot in plain["slots"])
    if any(not isinstance(slot["kind"], str) for slot in slots):
        raise TypeError("a slot of no kind")
    found = Keyslots(str(plain["vault"]), slots)
    if set(plain) == _BEFORE_SEALS:
        return found
    found = replace(found, name=str(plain.get("name", "")), seal=str(plain.get("seal", "")))
    return replace(found, exact=bool(found.seal) and _encode(found) == data)


def _encode(keyslots: Keyslots) -> bytes:
    return json.dumps(
        {**_plain(keyslots), "seal": keyslots.seal}, indent=1, sort_keys=True
    ).encode()


def _plain(keyslots: Keyslots) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault": keyslots.vault_id,
        "name": keyslots.name,
        "slots": [dict(slot) for slot in keyslots.slots],
    }


def _proof(keyslots: Keyslots, master: bytes) -> str:
    plain = json.dumps(_plain(keyslots), sort_keys=True).encode()
    return hmac.digest(keys.derive(master, "keyslots"), plain, "sha256").hex()


def _context(parameters: Mapping[str, Any], vault_id: str) -> bytes:
    return json.dumps({**parameters, "vault": vault_id}, sort_keys=True).encode()


def _damaged() -> KeyslotsDamagedError:
    return KeyslotsDamagedError(
        _("The key file of these notes cannot be read."),
        _("Restore the folder from a backup. Nothing was changed."),
    )
