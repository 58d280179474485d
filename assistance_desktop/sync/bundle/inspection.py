"""What can be said of a bundle by somebody who trusts nobody: `bundle inspect`.

Without an identity: what any store can see. With one: what is inside, and whether it is signed
by the keys that it names. Whose keys those are, only the six words and a person can say.
"""

from collections import Counter
from collections.abc import Sequence

from assistance_desktop.errors import AppError
from assistance_desktop.sync.age.decryption import Decryption
from assistance_desktop.sync.age.source import Readable, Source
from assistance_desktop.sync.age.wrapping import Identity
from assistance_desktop.sync.bundle.changes import decompress
from assistance_desktop.sync.bundle.content import read_front, read_members
from assistance_desktop.sync.bundle.manifest import CHANGES, Manifest
from assistance_desktop.sync.bundle.refusals import BundleDamagedError
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.fingerprint import spoken
from assistance_desktop.sync.trust.signing import Signatures, Signed

_BLOCK = 64 * 1024


class _Counted:
    """A stream that knows how much was read of it."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self.bytes = 0

    def read(self, size: int, /) -> bytes:
        data = self._stream.read(size)
        self.bytes += len(data)
        return data


def inspect(sealed: Readable, identities: Sequence[Identity] = ()) -> dict[str, Plain]:
    """Describe a bundle as JSON.

    Always: `format`, `recipients` (how many of each kind) and `bytes`. With identities also
    `verifies`, `problem` (a sentence or null) and, as far as it can be read, `inside`.
    Raises DamagedError or NewerError when it is no age file.
    """
    counted = _Counted(sealed)
    decryption = Decryption(counted)
    found: dict[str, Plain] = {
        "format": "age-encryption.org/v1",
        "recipients": dict(Counter(decryption.header.kinds)),
    }
    if identities:
        found |= _look_inside(decryption, identities)
    while counted.read(_BLOCK):
        pass
    return {**found, "bytes": counted.bytes}


def _look_inside(decryption: Decryption, identities: Sequence[Identity]) -> dict[str, Plain]:
    found: dict[str, Plain] = {"verifies": False, "problem": None}
    try:
        decryption.unlock(identities)
        source = Source(decryption)
        manifest, signatures = read_front(source)
        found["inside"] = _describe(manifest)
        _verify(source, manifest, signatures)
    except AppError as refusal:
        return {**found, "problem": str(refusal)}
    return {**found, "verifies": True}


def _verify(source: Source, manifest: Manifest, signatures: Signatures) -> None:
    manifest.sender_keys.verify(Signed.MANIFEST, manifest.content, signatures)
    changes = decompress(read_members(source, manifest)[CHANGES], newer=manifest.newer)
    if sum(1 for _change in changes) != manifest.changes:
        raise BundleDamagedError("the manifest counts other changes")


def _describe(manifest: Manifest) -> dict[str, Plain]:
    heading = manifest.heading
    return {
        "organisation": heading.organisation,
        "sender": {
            "device": manifest.sender.device,
            "words": " ".join(spoken(manifest.sender.fingerprint)),
        },
        "recipients": [
            {"device": party.device, "words": " ".join(spoken(party.fingerprint))}
            for party in manifest.recipients
        ],
        "sequence": heading.sequence,
        "previous": heading.previous,
        "roster": {"version": heading.roster_version, "hash": heading.roster_hash},
        "acknowledgements": dict(heading.acknowledgements),
        "changes": manifest.changes,
        "members": [{"name": member.name, "length": member.length} for member in manifest.members],
    }
