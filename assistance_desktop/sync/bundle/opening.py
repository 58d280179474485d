"""Opening a bundle: nothing of it is looked at before what vouches for it has been verified.

The order is that of vault-and-sync.md section 3: age, manifest, signatures, recipient, sender,
sequence, hashes, decompression, changes. Anything amiss is one of refusals.py, and the caller
has nothing in hand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistance_desktop.sync.age import hybrid
from assistance_desktop.sync.age.decryption import Decryption
from assistance_desktop.sync.age.refusals import DamagedError, NewerError, NotForThisKeyError
from assistance_desktop.sync.age.source import Readable, Source
from assistance_desktop.sync.bundle.changes import decompress
from assistance_desktop.sync.bundle.content import read_front, read_members
from assistance_desktop.sync.bundle.manifest import CHANGES, Manifest, Party
from assistance_desktop.sync.bundle.refusals import (
    BundleDamagedError,
    BundleNewerError,
    NotForThisDeskError,
    RevokedSenderError,
    UnknownSenderError,
)
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.refusals import UnverifiedError
from assistance_desktop.sync.trust.roster import Entry, Roster
from assistance_desktop.sync.trust.signing import Signed


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that holds in every respect; `sender` is its device as the roster has it."""

    manifest: Manifest
    sender: Entry
    changes: tuple[Mapping[str, Plain], ...]
    pieces: Mapping[str, bytes]


def open_bundle(
    sealed: Readable,
    device: Device,
    roster: Roster,
    accept: Callable[[Manifest], None] | None = None,
) -> Opened:
    """Open and verify a bundle for a device.

    `accept` is asked when the sender is proven and before the content is read: it raises an
    AppError of its own to say that the sequence is not wanted. Raises BundleDamagedError,
    BundleNewerError, NotForThisDeskError, UnknownSenderError and RevokedSenderError.
    """
    try:
        return _open(sealed, device, roster, accept)
    except DamagedError as damaged:
        raise BundleDamagedError(damaged.reason) from None
    except NewerError:
        raise BundleNewerError from None
    except NotForThisKeyError:
        raise NotForThisDeskError from None


def _open(
    sealed: Readable,
    device: Device,
    roster: Roster,
    accept: Callable[[Manifest], None] | None,
) -> Opened:
    decryption = Decryption(sealed)
    if set(decryption.header.kinds) != {hybrid.KIND}:
        raise BundleDamagedError("a recipient is not post-quantum")
    decryption.unlock([device.identity])
    source = Source(decryption)
    manifest, signatures = read_front(source)
    sender = _find_sender(manifest, roster)
    try:
        sender.card.keys.verify(Signed.MANIFEST, manifest.content, signatures)
    except UnverifiedError:
        raise BundleDamagedError("the signatures do not hold") from None
    if Party.of(device.card) not in manifest.recipients:
        raise NotForThisDeskError
    if not sender.accepts(manifest.heading.sequence):
        raise RevokedSenderError
    if accept:
        accept(manifest)
    contents = read_members(source, manifest)
    return Opened(manifest, sender, _read_changes(contents.pop(CHANGES), manifest), contents)


def _find_sender(manifest: Manifest, roster: Roster) -> Entry:
    entry = roster.entry(manifest.sender.device)
    if manifest.heading.organisation != roster.organisation:
        raise UnknownSenderError
    if entry is None or Party.of(entry.card) != manifest.sender:
        raise UnknownSenderError
    return entry


def _read_changes(data: bytes, manifest: Manifest) -> tuple[Mapping[str, Plain], ...]:
    changes = tuple(decompress(data, newer=manifest.newer))
    if len(changes) != manifest.changes:
        raise BundleDamagedError("the manifest counts other changes")
    if len({str(change["id"]) for change in changes}) != len(changes):
        raise BundleDamagedError("a change stands there twice")
    return changes
