"""Making a bundle: changes in, sealed bytes out.

What is made here, opening.py takes; nothing that it would refuse is ever written.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.bundle import changes as lines
from assistance_desktop.sync.bundle import tar
from assistance_desktop.sync.bundle.manifest import (
    CHANGES,
    LARGEST,
    PAD,
    Heading,
    Manifest,
    Member,
    Party,
)
from assistance_desktop.sync.bundle.padding import padded
from assistance_desktop.sync.bundle.refusals import BundleDamagedError, BundleTooLargeError
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.signing import ED25519_SIGNATURE, MLDSA65_SIGNATURE, Signed

LARGEST_BUNDLE = 32 * 1024 * 1024
"""Bytes of the tar in one bundle; more goes into the next."""

LARGEST_PIECE = 1024 * 1024
"""Bytes of one piece of an attachment."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A bundle as it may leave the vault, and what the vault remembers of it."""

    content: bytes
    manifest: Manifest


def seal(
    changes: Sequence[Mapping[str, Plain]],
    heading: Heading,
    sender: Device,
    recipients: Sequence[Card],
    pieces: Mapping[str, bytes] | None = None,
) -> Sealed:
    """Seal changes, and pieces of attachments by member name, for the devices of these cards.

    Raises BundleTooLargeError when they do not fit (see `changes.in_parts`), and ValueError for a
    change, piece or heading of a shape that no reader would take.
    """
    members = [(CHANGES, lines.compress(changes)), *sorted((pieces or {}).items())]
    by_device = sorted(recipients, key=lambda card: card.device)
    unpadded = Manifest(
        heading=heading,
        sender=Party.of(sender.card),
        sender_keys=sender.card.keys,
        recipients=tuple(Party.of(card) for card in by_device),
        changes=len(changes),
        members=tuple(Member.of(name, content) for name, content in members),
    )
    manifest, pad = _pad(unpadded)
    _check(manifest)
    signatures = sender.sign(Signed.MANIFEST, manifest.content)
    payload = tar.write(
        [
            ("manifest.json", manifest.content),
            ("manifest.ed25519", signatures.ed25519),
            ("manifest.mldsa65", signatures.mldsa65),
            *members,
            (PAD, pad),
        ]
    )
    sealed = io.BytesIO()
    encrypt(io.BytesIO(payload), sealed, [card.recipient for card in by_device])
    return Sealed(sealed.getvalue(), manifest)


def _check(manifest: Manifest) -> None:
    try:
        Manifest.decode(manifest.content)
    except BundleDamagedError:
        raise ValueError("no reader would take this manifest") from None


def _pad(manifest: Manifest) -> tuple[Manifest, bytes]:
    """Add the pad that brings the tar to its length.

    The pad's own length is written in the manifest, so this is tried until it fits.
    """
    pad = b""
    while True:
        whole = _with_member(manifest, Member.of(PAD, pad))
        lengths = [len(whole.content), ED25519_SIGNATURE, MLDSA65_SIGNATURE]
        size = tar.measure([*lengths, *(member.length for member in whole.members)])
        if len(whole.content) > LARGEST or padded(size) > LARGEST_BUNDLE:
            raise BundleTooLargeError
        if size == padded(size):
            return whole, pad
        pad = bytes(len(pad) + padded(size) - size)


def _with_member(manifest: Manifest, member: Member) -> Manifest:
    return Manifest(
        manifest.heading,
        manifest.sender,
        manifest.sender_keys,
        manifest.recipients,
        manifest.changes,
        (*manifest.members, member),
    )
