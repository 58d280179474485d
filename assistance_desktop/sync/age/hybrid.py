"""Post-quantum recipients and identities (`age1pq…`), for everything that we seal ourselves.

ML-KEM-768 beside X25519: who breaks only one of them reads nothing. What is recorded from a
mailbox today must stay closed in fifteen years (vault-and-sync.md section 2).
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from assistance_desktop.sync.age import bech32, unpadded
from assistance_desktop.sync.age.header import Stanza
from assistance_desktop.sync.age.refusals import DamagedError, UnreadableKeyError
from assistance_desktop.sync.age.wrapping import Company, check_shape

KIND = "mlkem768x25519"
"""The first word of a stanza for such a recipient."""

_PURPOSE = b"age-encryption.org/mlkem768x25519"
_RECIPIENT, _IDENTITY = "age1pq", "AGE-SECRET-KEY-PQ-"
_MLKEM, _X25519 = 1184, 32  # bytes of the public keys
_ENCAPSULATION = 1088 + 32  # bytes: an ML-KEM ciphertext and an X25519 share
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """An ML-KEM-768 key and an X25519 key, 1216 bytes together."""

    key: bytes
    company = Company.POST_QUANTUM

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `age1pq1…`; UnreadableKeyError if it is none, or a key that hides nothing."""
        key = bech32.decode(text, _RECIPIENT)
        if len(key) != _MLKEM + _X25519:
            raise UnreadableKeyError
        recipient = cls(key)
        recipient.wrap(bytes(16))
        return recipient

    def __str__(self) -> str:
        return bech32.encode(_RECIPIENT, self.key)

    def wrap(self, file_key: bytes) -> Stanza:
        """One stanza; UnreadableKeyError when the key is no key."""
        try:
            public = hpke.MLKEM768X25519PublicKey(
                MLKEM768PublicKey.from_public_bytes(self.key[:_MLKEM]),
                X25519PublicKey.from_public_bytes(self.key[_MLKEM:]),
            )
            sealed = _SUITE.encrypt(file_key, public, _PURPOSE)
        except ValueError:
            raise UnreadableKeyError from None
        share, body = sealed[:_ENCAPSULATION], sealed[_ENCAPSULATION:]
        return Stanza(KIND, (unpadded.encode(share),), body)


@dataclass(frozen=True, slots=True)
class HybridIdentity:
    """The 32 bytes from which both private keys are made."""

    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """A new one, from the randomness of the operating system."""
        return cls(os.urandom(32))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `AGE-SECRET-KEY-PQ-1…`; UnreadableKeyError if it is none."""
        secret = bech32.decode(text, _IDENTITY)
        if len(secret) != 32:
            raise UnreadableKeyError
        return cls(secret)

    def encode(self) -> str:
        """As an identity file holds it. Not `str`, so that no log writes it by mistake."""
        return bech32.encode(_IDENTITY, self.secret)

    @property
    def recipient(self) -> HybridRecipient:
        """The public half."""
        mlkem, x25519 = self._privates
        return HybridRecipient(
            mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        )

    @property
    def _privates(self) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
        expanded = hashlib.shake_256(self.secret).digest(64 + 32)
        return (
            MLKEM768PrivateKey.from_seed_bytes(expanded[:64]),
            X25519PrivateKey.from_private_bytes(expanded[64:]),
        )

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key from the first stanza that is for this identity."""
        private = hpke.MLKEM768X25519PrivateKey(*self._privates)
        for stanza in stanzas:
            if stanza.kind == KIND and (key := _unwrap(stanza, private)):
                return key
        return None


def _unwrap(stanza: Stanza, private: hpke.MLKEM768X25519PrivateKey) -> bytes | None:
    check_shape(stanza, arguments=1)
    share = unpadded.decode(stanza.arguments[0])
    if len(share) != _ENCAPSULATION:
        raise DamagedError("a hybrid encapsulation has another length")
    try:
        return _SUITE.decrypt(share + stanza.body, private, _PURPOSE)
    except (InvalidTag, ValueError):
        return None
