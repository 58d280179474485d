"""This desk's own device: the keys with which it signs, and with which it opens.

They live inside the encrypted vault and nowhere else. A vault that is restored, or copied to a
second machine, gets a new device: two that count under one name would lose changes in silence.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from assistance_desktop.sync.age.hybrid import HybridIdentity
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.signing import (
    Signatures,
    Signed,
    SigningKeys,
    to_bytes,
    to_text,
)


@dataclass(frozen=True)
class Device:
    """A desk's device. `id` is its incarnation, 32 hexadecimal digits."""

    id: str
    label: str
    role: Role
    keys: SigningKeys
    identity: HybridIdentity

    @classmethod
    def generate(cls, label: str, role: Role) -> Self:
        """A new device, from the randomness of the operating system."""
        return cls(
            os.urandom(16).hex(), label, role, SigningKeys.generate(), HybridIdentity.generate()
        )

    @cached_property
    def card(self) -> Card:
        """The public half, signed."""
        return Card.sign(self.id, self.label, self.role, self.keys, self.identity.recipient)

    def sign(self, kind: Signed, content: bytes) -> Signatures:
        """Sign something of this kind."""
        return self.keys.sign(kind, content)

    def secrets(self) -> dict[str, str]:
        """All of it as text, for the vault to keep; the keys in base64."""
        return {
            "id": self.id,
            "label": self.label,
            "role": self.role.value,
            "ed25519": to_text(self.keys.ed25519),
            "mldsa65": to_text(self.keys.mldsa65),
            "age": to_text(self.identity.secret),
        }

    @classmethod
    def from_secrets(cls, secrets: Mapping[str, str]) -> Self:
        """The device that `secrets` wrote down. Raises KeyError or ValueError on anything else."""
        keys = SigningKeys(to_bytes(secrets["ed25519"]), to_bytes(secrets["mldsa65"]))
        identity = HybridIdentity(to_bytes(secrets["age"]))
        return cls(secrets["id"], secrets["label"], Role(secrets["role"]), keys, identity)
