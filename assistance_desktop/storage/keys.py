"""Keys: from a passphrase or another secret to 32 bytes, and from the master key to its uses.

A passphrase is stretched with Argon2id, so that every guess costs; a secret that is random
already is not (vault-and-sync.md 1).
"""

import time
import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


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
    stretch("calibration", b"0" * 16, FLOOR)
    seconds = time.perf_counter() - start
    memory = int(FLOOR.memory * _TARGET_SECONDS / seconds)
    return Cost(min(max(memory, FLOOR.memory), _LARGEST_MEMORY), FLOOR.passes, FLOOR.lanes)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The key of a passphrase."""
    # Keyboards and systems spell ä in two ways; both are the same passphrase (NFC).
    spelled = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(spelled, salt, cost.passes, cost.memory, cost.lanes, 32, Type.ID)


def derive(secret: bytes, label: str) -> bytes:
    """A 32-byte key for one use, by HKDF-SHA-256 (RFC 5869) with the use as its label."""
    info = f"workspace vault {label}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(secret)
