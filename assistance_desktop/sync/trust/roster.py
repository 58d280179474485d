"""The roster: which devices belong to an organisation, with what role, and until when.

An office signs it. Each version names the one before; a version is believed only when an office
signed it that stood, not revoked, on the version at hand (vault-and-sync.md section 4).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Self, cast

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.envelope import disclose, enclose
from assistance_desktop.sync.trust.refusals import (
    DeviceTakenError,
    UnreadableCardError,
    UnreadableRosterError,
    UntrustedRosterError,
)
from assistance_desktop.sync.trust.signing import Signatures, Signed

LARGEST = 16 * 1024 * 1024
"""Bytes of a roster: about 1 500 devices."""

_FORMAT = "assistance-desktop-roster-1"
_KEYS = {"entries", "format", "organisation", "previous", "signer", "version"}


@dataclass(frozen=True, slots=True)
class Revocation:
    """When a device was put off the roster, and the last of its bundles that still counts."""

    at: datetime
    last_sequence: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One device of the organisation. What the office wrote here wins over the card."""

    card: Card
    role: Role
    valid_from: datetime
    revoked: Revocation | None = None

    def accepts(self, sequence: int) -> bool:
        """Whether a bundle with this sequence was sent before the device was revoked."""
        return self.revoked is None or sequence <= self.revoked.last_sequence


@dataclass(frozen=True)
class Roster:
    """One version of the list. Make one with `start` and `next`, read one with `decode`."""

    organisation: str
    version: int
    previous: str | None
    entries: tuple[Entry, ...]
    signer: str
    signatures: Signatures

    @classmethod
    def start(cls, organisation: str, office: Device, at: datetime) -> Self:
        """The first version, with the office that starts the organisation on it."""
        entry = Entry(office.card, Role.OFFICE, at)
        return cls._sign(office, organisation, 1, None, (entry,))

    def next(self, office: Device, entries: Sequence[Entry]) -> "Roster":
        """The version after this one. Raises UntrustedRosterError unless the device may sign it."""
        self._check_signer(office.id)
        return self._sign(office, self.organisation, self.version + 1, self.hash, tuple(entries))

    def enrol(self, office: Device, card: Card, role: Role, at: datetime) -> "Roster":
        """With one more device, or with a newer card of one that keeps its signing keys.

        Raises UnverifiedError or WeakKeyError for a card that does not hold, DeviceTakenError, and
        UntrustedRosterError as `next`.
        """
        card.check()
        known = self.entry(card.device)
        if known and (known.revoked or known.card.fingerprint != card.fingerprint):
            raise DeviceTakenError
        others = [entry for entry in self.entries if entry is not known]
        return self.next(office, [*others, Entry(card, role, known.valid_from if known else at)])

    def revoke(self, office: Device, device: str, revocation: Revocation) -> "Roster":
        """With a device put off; it stays on the list, so that its old bundles stay readable."""
        return self.next(
            office,
            [
                replace(entry, revoked=revocation) if entry.card.device == device else entry
                for entry in self.entries
            ],
        )

    def entry(self, device: str) -> Entry | None:
        """The entry of a device, revoked or not."""
        return next((entry for entry in self.entries if entry.card.device == device), None)

    @property
    def active(self) -> tuple[Entry, ...]:
        """The devices that are not revoked."""
        return tuple(entry for entry in self.entries if entry.revoked is None)

    @cached_property
    def hash(self) -> str:
        """SHA-256 over what is signed, as 64 hexadecimal digits; bundles name it."""
        return hashlib.sha256(self.content).hexdigest()

    def encode(self) -> bytes:
        """The roster as a file."""
        return plain_json.encode(enclose(plain_json.decode_object(self.content), self.signatures))

    @classmethod
    def decode(cls, data: bytes) -> Self:
        """Read a roster, trusting nothing yet: see `succeed` and `check_founder`.

        Raises UnreadableRosterError.
        """
        if len(data) > LARGEST:
            raise UnreadableRosterError
        try:
            signed, content, signatures = disclose(plain_json.decode(data))
            roster = cls._read(signed, signatures)
        except (KeyError, TypeError, ValueError, UnreadableCardError):
            raise UnreadableRosterError from None
        if roster.content != content:
            raise UnreadableRosterError
        return roster

    def check_founder(self, fingerprint: str) -> None:
        """Believe a roster for the first time, by the office whose words were compared.

        Raises UntrustedRosterError unless that device is on it as an office and signed it, and
        UnverifiedError when the signatures do not hold.
        """
        entry = self.entry(self.signer)
        if entry is None or entry.card.fingerprint != fingerprint:
            raise UntrustedRosterError
        self._check_signer(self.signer)
        self.verify(entry.card)

    def succeed(self, later: "Roster") -> "Roster":
        """The later of two rosters, when this one is trusted.

        Raises UntrustedRosterError when the other is of another organisation, not later, or not
        signed by an office of this one, and UnverifiedError when its signatures do not hold.
        """
        if later.organisation != self.organisation or later.version <= self.version:
            raise UntrustedRosterError
        if later.version == self.version + 1 and later.previous != self.hash:
            raise UntrustedRosterError
        later.verify(self._check_signer(later.signer).card)
        return later

    def verify(self, signer: Card) -> None:
        """Raise UnverifiedError unless this device signed the roster as it stands here."""
        signer.keys.verify(Signed.ROSTER, self.content, self.signatures)

    def _check_signer(self, device: str) -> Entry:
        entry = self.entry(device)
        if entry is None or entry.revoked or entry.role is not Role.OFFICE:
            raise UntrustedRosterError
        return entry

    @classmethod
    def _sign(
        cls,
        office: Device,
        organisation: str,
        version: int,
        previous: str | None,
        entries: tuple[Entry, ...],
    ) -> Self:
        ordered = tuple(sorted(entries, key=lambda entry: entry.card.device))
        unsigned = cls(organisation, version, previous, ordered, office.id, Signatures(b"", b""))
        return replace(unsigned, signatures=office.sign(Signed.ROSTER, unsigned.content))

    @cached_property
    def content(self) -> bytes:
        """The bytes that are signed."""
        return plain_json.encode(
            {
                "format": _FORMAT,
                "organisation": self.organisation,
                "version": self.version,
                "previous": self.previous,
                "signer": self.signer,
                "entries": [_entry_as_json(entry) for entry in self.entries],
            }
        )

    @classmethod
    def _read(cls, signed: Mapping[str, Plain], signatures: Signatures) -> Self:
        version, previous = signed["version"], signed["previous"]
        if set(signed) != _KEYS or signed["format"] != _FORMAT or type(version) is not int:
            raise ValueError("not a roster")
        listed = cast("Sequence[Mapping[str, Plain]]", signed["entries"])
        entries = tuple(_entry_from_json(plain) for plain in listed)
        devices = [entry.card.device for entry in entries]
        if devices != sorted(set(devices)):
            raise ValueError("devices twice or out of order")
        return cls(
            str(signed["organisation"]),
            version,
            None if previous is None else str(previous),
            entries,
            str(signed["signer"]),
            signatures,
        )


def _entry_as_json(entry: Entry) -> dict[str, Plain]:
    revoked = entry.revoked
    return {
        "card": entry.card.as_json(),
        "role": entry.role.value,
        "valid_from": entry.valid_from.isoformat(),
        "revoked": revoked
        and {"at": revoked.at.isoformat(), "last_sequence": revoked.last_sequence},
    }


def _entry_from_json(plain: Mapping[str, Plain]) -> Entry:
    revoked = cast("Mapping[str, Plain] | None", plain["revoked"])
    return Entry(
        Card.from_json(plain["card"]),
        Role(str(plain["role"])),
        datetime.fromisoformat(str(plain["valid_from"])),
        None
        if revoked is None
        else Revocation(
            datetime.fromisoformat(str(revoked["at"])), int(str(revoked["last_sequence"]))
        ),
    )
