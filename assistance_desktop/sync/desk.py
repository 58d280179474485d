"""This desk: who works at it, its device, and the organisation that it belongs to.

All of it lies in the vault. A desk works alone until an office has approved its card; joining
keeps everything (vault-and-sync.md 4).
"""

from dataclasses import dataclass, replace
from datetime import datetime

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import outbox, settings
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync.trust.card import Card, Role
from assistance_desktop.sync.trust.device import Device
from assistance_desktop.sync.trust.refusals import UntrustedRosterError
from assistance_desktop.sync.trust.roster import Revocation, Roster

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's signs: none is taken for another when it is read aloud."""


class AloneError(AppError):
    """The desk belongs to no organisation yet."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk as it stands; `worker` is the neutral name that goes with every change."""

    worker: str
    device: Device
    roster: Roster | None

    @property
    def peers(self) -> tuple[Card, ...]:
        """The cards of the other desks on the roster that are not revoked."""
        if self.roster is None:
            return ()
        cards = (entry.card for entry in self.roster.active)
        return tuple(card for card in cards if card.device != self.device.id)

    @property
    def office(self) -> Card | None:
        """The office that a field desk sends to."""
        if self.roster is None:
            return None
        card = speaker(self.roster)
        return None if card is None or card.device == self.device.id else card

    def case_number(self, draw: str) -> str:
        """A case number such as K7-4M2Q: two signs of the device, four of the draw."""
        return f"{_spell(self.device.id, 2)}-{_spell(draw, 4)}"


def found(connection: Connection, worker: str, label: str, role: Role, at: datetime) -> Desk:
    """Make this vault a desk; an office starts its organisation with a roster of its own."""
    device = Device.generate(label, role)
    roster = Roster.start(device.id, device, at) if role is Role.OFFICE else None
    settings.write(connection, "desk", {"worker": worker, "device": device.id})
    settings.write(connection, "device", device.secrets())
    if roster is not None:
        keep(connection, roster)
    return Desk(worker, device, roster)


def read(connection: Connection) -> Desk:
    """The desk that the vault is."""
    secrets = settings.read(connection, "device")
    roster = settings.read(connection, "roster")
    return Desk(
        worker=settings.read(connection, "desk")["worker"],
        device=Device.from_secrets(secrets),
        roster=None if roster is None else Roster.decode(roster.encode()),
    )


def speaker(roster: Roster) -> Card | None:
    """The office that a list is of: who signed it, or who came in its place since."""
    entry = roster.entry(roster.signer)
    if entry is not None and entry.revoked is None:
        return entry.card
    offices = [each for each in roster.active if each.role is Role.OFFICE]
    return max(offices, key=lambda each: each.valid_from).card if offices else None


def formerly(connection: Connection, device: str) -> list[str]:
    """The devices that another desk was before it was restored, as this office was told."""
    return list((settings.read(connection, "succeeded") or {}).get(device, ()))


def enrol(connection: Connection, desk: Desk, card: Card, at: datetime) -> Roster:
    """Put another desk on the office's roster, after two people compared its six words.

    The roster that comes back is the welcome file for it.
    """
    if desk.roster is None:
        raise AloneError(
            _("This computer does not keep a list of trusted desks."),
            _("Only the office that started the list can add to it."),
        )
    roster = desk.roster.enrol(desk.device, card, card.role, at)
    keep(connection, roster)
    return roster


def enrol_again(
    connection: Connection, desk: Desk, card: Card, before: str, at: datetime
) -> Roster:
    """As `enrol`, for a desk that was restored: the device that it was `before` is revoked.

    What it wrote before stays its own, so that its cases go on being shared with it.
    """
    enrolled = enrol(connection, desk, card, at)
    succeeded = settings.read(connection, "succeeded") or {}
    succeeded[card.device] = [before, *succeeded.get(before, ())]
    settings.write(connection, "succeeded", succeeded)
    return revoke(connection, replace(desk, roster=enrolled), before, at)


def revoke(connection: Connection, desk: Desk, device: str, at: datetime) -> Roster:
    """Put a desk off the office's roster; what was taken in from it so far stays valid.

    The roster that comes back is for the other desks, which believe it when they open it.
    """
    if desk.roster is None or device == desk.device.id:
        raise AloneError(
            _("This computer cannot take that device off the list."),
            _("Only the office that keeps the list can take others off it."),
        )
    last = outbox.receipts(connection).get(device, 0)
    roster = desk.roster.revoke(desk.device, device, Revocation(at, last))
    keep(connection, roster)
    return roster


def join(connection: Connection, desk: Desk, roster: Roster, fingerprint: str) -> None:
    """Believe an office's roster, after two people compared the office's six words."""
    if roster.entry(desk.device.id) is None:
        raise AloneError(
            _("This computer is not on the list in the welcome file."),
            _("Give the office the request file of this computer first."),
        )
    office = speaker(roster)
    if desk.roster is None:
        roster.check_founder(fingerprint)
    elif office is None or office.fingerprint != fingerprint:
        raise UntrustedRosterError
    keep(connection, roster if desk.roster is None else desk.roster.succeed(roster))


def keep(connection: Connection, roster: Roster) -> None:
    """Remember a roster that is believed."""
    settings.write(connection, "roster", roster.encode().decode())


def _spell(digits: str, length: int) -> str:
    number = int(digits, 16)
    return "".join(_SIGNS[number >> (5 * place) & 31] for place in range(length))
