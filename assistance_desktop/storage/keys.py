"""Keyslots: the ways in which the vault's master key can be unsealed.

A random master key (32 bytes) never changes; each slot seals it under a secret. The slot is
authenticated together with its parameters, and a wrong secret is told from a damaged file
before the database is opened (vault-and-sync.md 1).
"""

import base64
import json
import secrets
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.files import write_whole

FORMAT = "workspace keyslots"
VERSION = 1


class WrongPassphraseError(AppError):
    """The secret does not open the slot."""


class KeyslotsDamagedError(AppError):
    """Neither copy of the keyslot file can be read."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes, lanes (Argon2id, RFC 9106)."""

    memory: int
    passes: int
    lanes: int

    def is_sane(self) -> bool:
        """Whether a slot may ask for this: neither trivial nor beyond any laptop."""
        return (
            FLOOR.memory <= self.memory <= 4 * 1024 * 1024
            and 1 <= self.passes <= 64
            and 1 <= self.lanes <= 64
        )


FLOOR = Cost(memory=64 * 1024, passes=3, lanes=4)
_TARGET_SECONDS = 0.8
_LARGEST_MEMORY = 1024 * 1024


def calibrate() -> Cost:
    """The cost that takes about 0.8 s on this computer, never below the floor."""
    start = time.perf_counter()
    _stretch("calibration", b"0" * 16, FLOOR)
    seconds = time.perf_counter() - start
    memory = int(FLOOR.memory * _TARGET_SECONDS / seconds)
    return Cost(min(max(memory, FLOOR.memory), _LARGEST_MEMORY), FLOOR.passes, FLOOR.lanes)


@dataclass(frozen=True, slots=True)
class Keyslots:
    """What the keyslot file holds: whose vault it is and its slots, sealed."""

    vault_id: str
    slots: tuple[dict[str, Any], ...]


def seal_with_passphrase(master: bytes, passphrase: str, vault_id: str, cost: Cost) -> Keyslots:
    """A keyslot set with one passphrase slot."""
    parameters: dict[str, Any] = {
        "kind": "passphrase",
        "salt": _text(secrets.token_bytes(16)),
        "memory_kib": cost.memory,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    key = _stretch(passphrase, _bytes(parameters["salt"]), cost)
    nonce = secrets.token_bytes(12)
    sealed = ChaCha20Poly1305(key).encrypt(nonce, master, _context(parameters, vault_id))
    return Keyslots(vault_id, ({**parameters, "nonce": _text(nonce), "sealed": _text(sealed)},))


def unseal_with_passphrase(keyslots: Keyslots, passphrase: str) -> bytes:
    """The master key. Raises WrongPassphraseError when no slot opens."""
    for slot in keyslots.slots:
        if slot["kind"] != "passphrase":
            continue
        parameters = {name: slot[name] for name in slot if name not in ("nonce", "sealed")}
        cost = Cost(slot["memory_kib"], slot["passes"], slot["lanes"])
        if not cost.is_sane():
            raise _damaged()
        key = _stretch(passphrase, _bytes(slot["salt"]), cost)
        try:
            return ChaCha20Poly1305(key).decrypt(
                _bytes(slot["nonce"]),
                _bytes(slot["sealed"]),
                _context(parameters, keyslots.vault_id),
            )
        except InvalidTag:
            continue
    raise WrongPassphraseError(_("That did not open it."), _("Try again."))


def derive(master: bytes, label: str) -> bytes:
    """A 32-byte key for one use, by HKDF-SHA-256 (RFC 5869) with the use as its label."""
    info = f"workspace vault {label}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(master)


def write_keyslots(folder: Path, keyslots: Keyslots) -> None:
    """Both copies, each whole or not at all."""
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "vault": keyslots.vault_id,
        "slots": list(keyslots.slots),
    }
    data = json.dumps(plain, indent=1, sort_keys=True).encode()
    for path in _copies(folder):
        write_whole(path, data)


def read_keyslots(folder: Path) -> Keyslots:
    """The first copy that can be read. Raises KeyslotsDamagedError when none can."""
    for path in _copies(folder):
        try:
            plain = cast("dict[str, Any]", json.loads(path.read_bytes()))
            if plain["format"] == FORMAT and plain["version"] == VERSION:
                return Keyslots(str(plain["vault"]), tuple(plain["slots"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise _damaged()


def _damaged() -> KeyslotsDamagedError:
    return KeyslotsDamagedError(
        _("The key file of these notes cannot be read."),
        _("Restore the folder from a backup. Nothing was changed."),
    )


def _copies(folder: Path) -> tuple[Path, Path]:
    return folder / "vault.keys", folder / "vault.keys.copy"


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # Keyboards and systems spell ä in two ways; both are the same passphrase (NFC).
    spelled = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(spelled, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def _context(parameters: dict[str, Any], vault_id: str) -> bytes:
    return json.dumps({**parameters, "vault": vault_id}, sort_keys=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
