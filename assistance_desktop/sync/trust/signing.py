"""Two signatures under everything that is signed: Ed25519 and ML-DSA-65, and both must hold.

A signature is made for one kind of thing. The kind is part of what is signed, so a signature
under a card can never pass for one under a bundle.
"""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey, MLDSA65PublicKey

from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.refusals import UnverifiedError

ED25519_SIGNATURE = 64
MLDSA65_SIGNATURE = 3309
"""Bytes of the signatures."""

_ED25519_KEY, _MLDSA65_KEY, _SEED = 32, 1952, 32


class Signed(StrEnum):
    """The kinds of things that devices sign; the value is the context string."""

    CARD = "assistance-desktop/card/1"
    ROSTER = "assistance-desktop/roster/1"
    MANIFEST = "assistance-desktop/manifest/1"

    def message(self, content: bytes) -> bytes:
        """The bytes that are signed: the context, a zero byte, the content."""
        return self.value.encode() + b"\0" + content


@dataclass(frozen=True, slots=True)
class Signatures:
    """Both signatures under one thing."""

    ed25519: bytes
    mldsa65: bytes

    def as_json(self) -> dict[str, Plain]:
        """In base64."""
        return {"ed25519": to_text(self.ed25519), "mldsa65": to_text(self.mldsa65)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Self:
        """Read what `as_json` wrote. Raises KeyError or ValueError on anything else."""
        return cls(to_bytes(plain["ed25519"]), to_bytes(plain["mldsa65"]))


@dataclass(frozen=True, slots=True)
class VerifyingKeys:
    """The public halves. Raises ValueError when made from bytes that are no keys."""

    ed25519: bytes
    mldsa65: bytes

    def __post_init__(self) -> None:
        if len(self.ed25519) != _ED25519_KEY or len(self.mldsa65) != _MLDSA65_KEY:
            raise ValueError("not the length of public keys")

    def verify(self, kind: Signed, content: bytes, signatures: Signatures) -> None:
        """Raise UnverifiedError unless both signatures are for this content, as this kind."""
        message = kind.message(content)
        try:
            Ed25519PublicKey.from_public_bytes(self.ed25519).verify(signatures.ed25519, message)
            MLDSA65PublicKey.from_public_bytes(self.mldsa65).verify(signatures.mldsa65, message)
        except (InvalidSignature, ValueError):
            raise UnverifiedError from None


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """The private halves, as the 32 byte seeds from which they are made."""

    ed25519: bytes = field(repr=False)
    mldsa65: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.ed25519) != _SEED or len(self.mldsa65) != _SEED:
            raise ValueError("not the length of signing keys")

    @classmethod
    def generate(cls) -> Self:
        """New ones, from the randomness of the operating system."""
        return cls(
            Ed25519PrivateKey.generate().private_bytes_raw(),
            MLDSA65PrivateKey.generate().private_bytes_raw(),
        )

    @property
    def public(self) -> VerifyingKeys:
        """The public halves."""
        return VerifyingKeys(
            Ed25519PrivateKey.from_private_bytes(self.ed25519).public_key().public_bytes_raw(),
            MLDSA65PrivateKey.from_seed_bytes(self.mldsa65).public_key().public_bytes_raw(),
        )

    def sign(self, kind: Signed, content: bytes) -> Signatures:
        """Sign with both keys."""
        message = kind.message(content)
        return Signatures(
            Ed25519PrivateKey.from_private_bytes(self.ed25519).sign(message),
            MLDSA65PrivateKey.from_seed_bytes(self.mldsa65).sign(message),
        )


def to_text(data: bytes) -> str:
    """Bytes as padded base64, as all our JSON holds them."""
    return base64.b64encode(data).decode()


def to_bytes(text: Plain) -> bytes:
    """Read what `to_text` wrote. Raises ValueError on anything else."""
    if not isinstance(text, str):
        raise ValueError("not a text")  # noqa: TRY004 - one exception for any wrong value
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise ValueError("not base64") from None
    if to_text(data) != text:
        raise ValueError("base64 is not canonical")
    return data
