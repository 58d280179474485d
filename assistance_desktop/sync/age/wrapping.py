"""What it means to be a recipient or an identity: to wrap a file key, and to unwrap it.

It keeps the rule who may stand beside whom: a classical recipient beside a post-quantum one
would undo the promise that what is recorded today stays closed.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from assistance_desktop.sync.age.header import Stanza
from assistance_desktop.sync.age.refusals import DamagedError, MixedRecipientsError

FILE_KEY = 16
"""Bytes of a file key; wrapped it is 16 more."""

_NONCE = bytes(12)  # a wrapping key is used once


class Company(Enum):
    """Recipients share a file only with recipients of the same company."""

    CLASSICAL = "classical"
    POST_QUANTUM = "post-quantum"
    ALONE = "alone"


class Recipient(Protocol):
    """Somebody for whom a file can be sealed."""

    @property
    def company(self) -> Company:
        """With whom it may share a file."""
        ...

    def wrap(self, file_key: bytes) -> Stanza:
        """The file key, so that only this recipient can unwrap it."""
        ...


class Identity(Protocol):
    """Somebody who can open what was sealed for them."""

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key, or None when no stanza is for this identity.

        Raises DamagedError when a stanza of its kind is malformed.
        """
        ...


def check_company(recipients: Sequence[Recipient]) -> None:
    """Raise MixedRecipientsError unless all of them may stand in one file."""
    companies = {recipient.company for recipient in recipients}
    alone = Company.ALONE in companies and len(recipients) > 1
    if not recipients or len(companies) > 1 or alone:
        raise MixedRecipientsError


def check_shape(stanza: Stanza, arguments: int) -> None:
    """Raise DamagedError unless a stanza has so many arguments and the body of a wrapped key."""
    if len(stanza.arguments) != arguments or len(stanza.body) != FILE_KEY + 16:
        raise DamagedError(f"a stanza of kind {stanza.kind} is malformed")


def close_key(wrapping_key: bytes, file_key: bytes) -> bytes:
    """The body of a stanza."""
    return ChaCha20Poly1305(wrapping_key).encrypt(_NONCE, file_key, None)


def open_key(wrapping_key: bytes, body: bytes) -> bytes | None:
    """The file key in the body of a stanza, or None when the wrapping key is another."""
    try:
        return ChaCha20Poly1305(wrapping_key).decrypt(_NONCE, body, None)
    except InvalidTag:
        return None
