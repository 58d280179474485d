"""The manifest: what a bundle says about itself, and what both signatures are over.

It binds the content to the sender, to every recipient, and to the bundle before. It is read
strictly: one spelling, and no key that its version does not have (docs/bundle-format.md).
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self, cast

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.bundle.refusals import BundleDamagedError, BundleNewerError
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.sync.trust.fingerprint import fingerprint
from assistance_desktop.sync.trust.signing import VerifyingKeys, to_bytes, to_text

LARGEST = 256 * 1024
"""Bytes of a manifest."""

CHANGES = "changes.jsonl.gz"
PAD = "pad"
"""The first and the last member that a manifest names."""

_FORMAT = "assistance-desktop-bundle"
_READER = 1  # the version of the format that this program reads and writes
_DEVICE = re.compile(r"[0-9a-f]{32}", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_PIECE = re.compile(r"blobs/[0-9a-f]{64}\.(?:0|[1-9][0-9]{0,5})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the sender's vault knows and a bundle must say.

    `sequence` counts the sender's bundles to the same recipients from 1, and `previous` is the
    hash of the manifest before. `acknowledgements` tells for each device the highest
    sequence received; it confirms that bundle alone.
    """

    organisation: str
    sequence: int
    previous: str | None
    roster_version: int
    roster_hash: str
    acknowledgements: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Party:
    """A device as a manifest names it: by its id and the fingerprint of its signing keys."""

    device: str
    fingerprint: str

    @classmethod
    def of(cls, card: Card) -> Self:
        """The device of a card."""
        return cls(card.device, card.fingerprint)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the tar, after the manifest and its signatures."""

    name: str
    length: int
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> Self:
        """Measure a content."""
        return cls(name, len(content), hashlib.sha256(content).hexdigest())


@dataclass(frozen=True)
class Manifest:
    """Everything that a bundle says about itself. `changes` is how many there are."""

    heading: Heading
    sender: Party
    sender_keys: VerifyingKeys
    recipients: tuple[Party, ...]
    changes: int
    members: tuple[Member, ...]
    received: bytes | None = None

    @property
    def newer(self) -> bool:
        """Whether a newer program wrote it, in a way that this one may still read."""
        return self.received is not None and self.received != self._written

    @property
    def content(self) -> bytes:
        """The bytes of manifest.json, which are signed."""
        return self._written if self.received is None else self.received

    @cached_property
    def _written(self) -> bytes:
        heading = self.heading
        return plain_json.encode(
            {
                "format": _FORMAT,
                "reader": {"lowest": _READER, "highest": _READER},
                "organisation": heading.organisation,
                "sender": {
                    "device": self.sender.device,
                    "fingerprint": self.sender.fingerprint,
                    "ed25519": to_text(self.sender_keys.ed25519),
                    "mldsa65": to_text(self.sender_keys.mldsa65),
                },
                "recipients": [
                    {"device": party.device, "fingerprint": party.fingerprint}
                    for party in self.recipients
                ],
                "sequence": heading.sequence,
                "previous": heading.previous,
                "roster": {"version": heading.roster_version, "hash": heading.roster_hash},
                "acknowledgements": dict(heading.acknowledgements),
                "changes": self.changes,
                "members": [
                    {"name": member.name, "length": member.length, "sha256": member.sha256}
                    for member in self.members
                ],
            }
        )

    @property
    def hash(self) -> str:
        """SHA-256 of manifest.json: the `previous` of the sender's next bundle."""
        return hashlib.sha256(self.content).hexdigest()

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read manifest.json.

        Raises BundleNewerError when only a newer reader understands it, else BundleDamagedError.
        What a newer writer added for newer readers is passed over; it is signed all the same.
        """
        try:
            plain = plain_json.decode_object(data)
            highest = _highest_reader(plain)
            manifest = cls._read(plain, data)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise BundleDamagedError("the manifest is malformed") from None
        if manifest.newer and highest == _READER:
            raise BundleDamagedError("the manifest holds something else")
        return manifest

    @classmethod
    def _read(cls, plain: Mapping[str, Plain], data: bytes) -> Self:
        sender = cast("Mapping[str, Plain]", plain["sender"])
        keys = VerifyingKeys(to_bytes(sender["ed25519"]), to_bytes(sender["mldsa65"]))
        manifest = cls(
            heading=_read_heading(plain),
            sender=_read_party(sender),
            sender_keys=keys,
            recipients=tuple(_read_party(part) for part in _objects(plain["recipients"])),
            changes=_count(plain["changes"]),
            members=tuple(_read_member(part) for part in _objects(plain["members"])),
            received=data,
        )
        devices = [party.device for party in manifest.recipients]
        if not devices or devices != sorted(set(devices)):
            raise ValueError("recipients twice or out of order")
        if fingerprint(manifest.sender.device, keys) != manifest.sender.fingerprint:
            raise ValueError("the sender's keys have another fingerprint")
        _check_names([member.name for member in manifest.members])
        return manifest


def _highest_reader(plain: Mapping[str, Plain]) -> int:
    reader = cast("Mapping[str, Plain]", plain["reader"])
    if plain["format"] != _FORMAT:
        raise ValueError("another format")
    lowest, highest = _count(reader["lowest"], least=1), _count(reader["highest"], least=1)
    if _READER < lowest <= highest:
        raise BundleNewerError
    if lowest > highest:
        raise ValueError("no reader")
    return highest


def _read_heading(plain: Mapping[str, Plain]) -> Heading:
    roster = cast("Mapping[str, Plain]", plain["roster"])
    acknowledged = cast("Mapping[str, Plain]", plain["acknowledgements"])
    previous = plain["previous"]
    return Heading(
        organisation=_matching(re.compile(r"[!-~]{1,64}", re.ASCII), plain["organisation"]),
        sequence=_count(plain["sequence"], least=1),
        previous=None if previous is None else _matching(_HASH, previous),
        roster_version=_count(roster["version"]),
        roster_hash=_matching(_HASH, roster["hash"]),
        acknowledgements={
            _matching(_DEVICE, device): _count(sequence)
            for device, sequence in acknowledged.items()
        },
    )


def _read_party(plain: Mapping[str, Plain]) -> Party:
    return Party(_matching(_DEVICE, plain["device"]), _matching(_HASH, plain["fingerprint"]))


def _read_member(plain: Mapping[str, Plain]) -> Member:
    name = str(plain["name"])
    return Member(name, _count(plain["length"]), _matching(_HASH, plain["sha256"]))


def _check_names(names: Sequence[str]) -> None:
    first, *pieces, last = names
    if first != CHANGES or last != PAD or pieces != sorted(set(pieces)):
        raise ValueError("members are missing or out of order")
    if not all(_PIECE.fullmatch(piece) for piece in pieces):
        raise ValueError("an unknown member")


def _objects(plain: Plain) -> Sequence[Mapping[str, Plain]]:
    if not isinstance(plain, list):
        raise ValueError("not a list")  # noqa: TRY004 - one exception for any wrong value
    return cast("Sequence[Mapping[str, Plain]]", plain)


def _count(plain: Plain, least: int = 0) -> int:
    if type(plain) is not int or plain < least:
        raise ValueError("not a count")
    return plain


def _matching(pattern: re.Pattern[str], plain: Plain) -> str:
    if not isinstance(plain, str) or not pattern.fullmatch(plain):
        raise ValueError("not in its form")
    return plain
