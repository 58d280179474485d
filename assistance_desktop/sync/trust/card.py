"""A device's card: the public half of a device, which it signs itself.

A card proves that whoever made it holds the signing keys, and nothing more. It becomes trusted
when two people have compared its six words and an office has put it on the roster.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Self

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.age.hybrid import HybridRecipient
from assistance_desktop.sync.age.refusals import UnreadableKeyError
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.curve import is_sound
from assistance_desktop.sync.trust.envelope import disclose, enclose
from assistance_desktop.sync.trust.fingerprint import fingerprint, spoken
from assistance_desktop.sync.trust.refusals import UnreadableCardError, WeakKeyError
from assistance_desktop.sync.trust.signing import (
    Signatures,
    Signed,
    SigningKeys,
    VerifyingKeys,
    to_bytes,
    to_text,
)

LARGEST = 32 * 1024
"""Bytes of a card; one has about 10 000."""

LONGEST_LABEL = 80
"""Letters of the name that people give to a device."""

_FORMAT = "assistance-desktop-card-1"
_KEYS = {"age", "device", "ed25519", "format", "label", "mldsa65", "role"}
_DEVICE = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Role(StrEnum):
    """What a device holds: the cases shared with it, or all (vault-and-sync.md section 4)."""

    FIELD = "field"
    OFFICE = "office"


@dataclass(frozen=True)
class Card:
    """What others need to know of a device: to verify what it signs and to seal for it.

    `device` is its incarnation, 32 hexadecimal digits. `role` is what the device asks for; what
    it has is on the roster.
    """

    device: str
    label: str
    role: Role
    keys: VerifyingKeys
    recipient: HybridRecipient
    signatures: Signatures

    @classmethod
    def sign(
        cls, device: str, label: str, role: Role, keys: SigningKeys, recipient: HybridRecipient
    ) -> Self:
        """Make a card with the device's own keys."""
        content = plain_json.encode(_content(device, label, role, keys.public, recipient))
        signatures = keys.sign(Signed.CARD, content)
        return cls(device, label, role, keys.public, recipient, signatures)

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits over the device and its signing keys."""
        return fingerprint(self.device, self.keys)

    @property
    def words(self) -> tuple[str, ...]:
        """The six words that two people compare."""
        return spoken(self.fingerprint)

    def as_json(self) -> dict[str, Plain]:
        """The card with its signatures."""
        content = _content(self.device, self.label, self.role, self.keys, self.recipient)
        return enclose(content, self.signatures)

    def encode(self) -> bytes:
        """The card as a file."""
        return plain_json.encode(self.as_json())

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read a card from a file, in every detail checked as for an enrolment.

        Raises UnreadableCardError, WeakKeyError, and UnverifiedError when it is not signed by the
        keys in it.
        """
        if len(data) > LARGEST:
            raise UnreadableCardError
        try:
            plain = plain_json.decode(data)
        except ValueError:
            raise UnreadableCardError from None
        card = cls.from_json(plain)
        card.check()
        return card

    @classmethod
    def from_json(cls, plain: Plain) -> Self:
        """Read what `as_json` wrote, verifying nothing. Raises UnreadableCardError."""
        try:
            signed, _content, signatures = disclose(plain)
            return cls._read(signed, signatures)
        except (KeyError, ValueError, UnreadableKeyError):
            raise UnreadableCardError from None

    def check(self) -> None:
        """Verify that the card is signed by its own keys and that nobody else can be.

        The age key was checked when it was read. Raises UnverifiedError or WeakKeyError.
        """
        content = _content(self.device, self.label, self.role, self.keys, self.recipient)
        self.keys.verify(Signed.CARD, plain_json.encode(content), self.signatures)
        if not is_sound(self.keys.ed25519):
            raise WeakKeyError

    @classmethod
    def _read(cls, signed: Mapping[str, Plain], signatures: Signatures) -> Self:
        device, label = signed["device"], signed["label"]
        if set(signed) != _KEYS or signed["format"] != _FORMAT:
            raise ValueError("not a card")
        if not isinstance(device, str) or not _DEVICE.fullmatch(device):
            raise ValueError("not a device")
        if not isinstance(label, str) or not is_label(label):
            raise ValueError("not a label")
        keys = VerifyingKeys(to_bytes(signed["ed25519"]), to_bytes(signed["mldsa65"]))
        recipient = HybridRecipient.parse(str(signed["age"]))
        return cls(device, label, Role(str(signed["role"])), keys, recipient, signatures)


def is_label(text: str) -> bool:
    """Whether a text may be a device's name: one line, neither blank nor long."""
    return 0 < len(text) <= LONGEST_LABEL and text.isprintable() and text.strip() == text


def _content(
    device: str, label: str, role: Role, keys: VerifyingKeys, recipient: HybridRecipient
) -> dict[str, Plain]:
    return {
        "format": _FORMAT,
        "device": device,
        "label": label,
        "role": role.value,
        "ed25519": to_text(keys.ed25519),
        "mldsa65": to_text(keys.mldsa65),
        "age": str(recipient),
    }
