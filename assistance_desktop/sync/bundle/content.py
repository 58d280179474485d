"""What stands in the tar of a bundle, in its order, read from a stream and never unpacked.

Nothing here trusts anybody: it only finds out whether the bytes are what the manifest says.
"""

from assistance_desktop.sync.age.source import Source
from assistance_desktop.sync.bundle import tar
from assistance_desktop.sync.bundle.manifest import CHANGES, LARGEST, PAD, Manifest, Member
from assistance_desktop.sync.bundle.padding import padded
from assistance_desktop.sync.bundle.refusals import BundleDamagedError
from assistance_desktop.sync.bundle.sealing import LARGEST_BUNDLE, LARGEST_PIECE
from assistance_desktop.sync.trust.signing import (
    ED25519_SIGNATURE,
    MLDSA65_SIGNATURE,
    Signatures,
)


def read_front(source: Source) -> tuple[Manifest, Signatures]:
    """The manifest and its signatures, which are not verified here.

    Raises BundleNewerError and BundleDamagedError.
    """
    manifest = Manifest.decode(_read(source, "manifest.json", LARGEST))
    signatures = Signatures(
        _read(source, "manifest.ed25519", ED25519_SIGNATURE),
        _read(source, "manifest.mldsa65", MLDSA65_SIGNATURE),
    )
    _check_measures(manifest)
    return manifest, signatures


def read_members(source: Source, manifest: Manifest) -> dict[str, bytes]:
    """Every member that the manifest names, but the pad, when all of them are what it says."""
    contents: dict[str, bytes] = {}
    for member in manifest.members:
        content = _read(source, member.name, member.length)
        if Member.of(member.name, content) != member:
            raise BundleDamagedError("a member is not what the manifest says")
        if member.name != PAD:
            contents[member.name] = content
        elif any(content):
            raise BundleDamagedError("the pad is not empty")
    tar.read_end(source)
    return contents


def _read(source: Source, name: str, limit: int) -> bytes:
    head = tar.read_head(source)
    if head.name != name:
        raise BundleDamagedError("a member stands in the wrong place")
    return tar.read_content(source, head, limit)


def _check_measures(manifest: Manifest) -> None:
    """Refuse a length that no bundle has before anything more is read."""
    lengths = [len(manifest.content), ED25519_SIGNATURE, MLDSA65_SIGNATURE]
    size = tar.measure([*lengths, *(member.length for member in manifest.members)])
    if size > LARGEST_BUNDLE or size != padded(size):
        raise BundleDamagedError("the bundle has a length that no bundle has")
    pieces = [member for member in manifest.members if member.name not in (CHANGES, PAD)]
    if any(piece.length > LARGEST_PIECE for piece in pieces):
        raise BundleDamagedError("a piece is too long")
