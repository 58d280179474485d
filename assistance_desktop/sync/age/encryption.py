"""Sealing a stream for recipients, in constant memory."""

import os
from collections.abc import Sequence

from cryptography.hazmat.primitives import hashes, hmac

from assistance_desktop.sync.age.armor import ArmorWriter
from assistance_desktop.sync.age.derive import derive
from assistance_desktop.sync.age.header import Header, Stanza, authenticated
from assistance_desktop.sync.age.source import Readable, Source, Writable
from assistance_desktop.sync.age.stream import seal_chunks
from assistance_desktop.sync.age.wrapping import FILE_KEY, Recipient, check_company

NONCE = 16
"""Bytes between header and payload."""


def encrypt(
    plain: Readable, sealed: Writable, recipients: Sequence[Recipient], *, armored: bool = False
) -> None:
    """Write everything that `plain` gives, sealed so that each recipient can open it.

    Raises MixedRecipientsError when they may not share a file, or when there is none.
    """
    check_company(recipients)
    armor = ArmorWriter(sealed) if armored else None
    target = armor or sealed
    file_key, nonce = os.urandom(FILE_KEY), os.urandom(NONCE)
    stanzas = tuple(recipient.wrap(file_key) for recipient in recipients)
    target.write(Header(stanzas, header_mac(file_key, stanzas)).encode() + nonce)
    for chunk in seal_chunks(Source(plain), payload_key(file_key, nonce)):
        target.write(chunk)
    if armor:
        armor.close()


def header_mac(file_key: bytes, stanzas: tuple[Stanza, ...]) -> bytes:
    """The code by which who holds the file key sees that the stanzas are the sender's."""
    mac = hmac.HMAC(derive(file_key, b"", b"header"), hashes.SHA256())
    mac.update(authenticated(stanzas))
    return mac.finalize()


def payload_key(file_key: bytes, nonce: bytes) -> bytes:
    """The key of the payload's chunks."""
    return derive(file_key, nonce, b"payload")
