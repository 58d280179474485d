"""Classical recipients and identities (`age1…`), kept so that other tools can be answered.

Nothing of our own is sealed with them: see hybrid.py (c2sp.org/age, "The X25519 recipient type").
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from assistance_desktop.sync.age import bech32, unpadded
from assistance_desktop.sync.age.derive import derive
from assistance_desktop.sync.age.header import Stanza
from assistance_desktop.sync.age.refusals import DamagedError, UnreadableKeyError
from assistance_desktop.sync.age.wrapping import Company, check_shape, close_key, open_key

_KIND = "X25519"
_PURPOSE = b"age-encryption.org/v1/X25519"
_RECIPIENT, _IDENTITY = "age", "AGE-SECRET-KEY-"


@dataclass(frozen=True, slots=True)
class X25519Recipient:
    """A public key of Curve25519, 32 bytes."""

    key: bytes
    company = Company.CLASSICAL

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `age1…`; UnreadableKeyError if it is none, or a key that hides nothing."""
        key = bech32.decode(text, _RECIPIENT)
        if len(key) != 32:
            raise UnreadableKeyError
        recipient = cls(key)
        recipient.wrap(bytes(16))
        return recipient

    def __str__(self) -> str:
        return bech32.encode(_RECIPIENT, self.key)

    def wrap(self, file_key: bytes) -> Stanza:
        """One stanza with a key that is used once; UnreadableKeyError for a low-order point."""
        once = X25519PrivateKey.generate()
        share = once.public_key().public_bytes_raw()
        try:
            secret = once.exchange(X25519PublicKey.from_public_bytes(self.key))
        except ValueError:
            raise UnreadableKeyError from None
        wrapping_key = derive(secret, share + self.key, _PURPOSE)
        return Stanza(_KIND, (unpadded.encode(share),), close_key(wrapping_key, file_key))


@dataclass(frozen=True, slots=True)
class X25519Identity:
    """A private key of Curve25519, 32 bytes."""

    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """A new one, from the randomness of the operating system."""
        return cls(os.urandom(32))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `AGE-SECRET-KEY-1…`; UnreadableKeyError if it is none."""
        secret = bech32.decode(text, _IDENTITY)
        if len(secret) != 32:
            raise UnreadableKeyError
        return cls(secret)

    def encode(self) -> str:
        """As an identity file holds it. Not `str`, so that no log writes it by mistake."""
        return bech32.encode(_IDENTITY, self.secret)

    @property
    def recipient(self) -> X25519Recipient:
        """The public half."""
        return X25519Recipient(self._private.public_key().public_bytes_raw())

    @property
    def _private(self) -> X25519PrivateKey:
        return X25519PrivateKey.from_private_bytes(self.secret)

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key from the first stanza that is for this identity."""
        for stanza in stanzas:
            if stanza.kind == _KIND and (key := self._unwrap(stanza)):
                return key
        return None

    def _unwrap(self, stanza: Stanza) -> bytes | None:
        check_shape(stanza, arguments=1)
        share = unpadded.decode(stanza.arguments[0])
        if len(share) != 32:
            raise DamagedError("an X25519 share has another length")
        try:
            secret = self._private.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:
            raise DamagedError("an X25519 share is of low order") from None
        wrapping_key = derive(secret, share + self.recipient.key, _PURPOSE)
        return open_key(wrapping_key, stanza.body)
