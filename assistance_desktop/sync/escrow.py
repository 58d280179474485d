"""The spare key: a vault's master key, sealed to its office, and how it comes back.

The laptop keeps the sealed key in its own key file; nothing lies at the office. Whoever forgot
the passphrase, or comes back from a journey, makes a request: the sealed key and a fresh public
key. The office compares six words with the person, opens its seal, and seals the key anew for
that request alone. It learns nothing of what the vault holds.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.keyslots import Keyslots, Kind, Slot
from assistance_desktop.sync import plain_json
from assistance_desktop.sync.age.decryption import decrypt
from assistance_desktop.sync.age.encryption import encrypt
from assistance_desktop.sync.age.hybrid import HybridIdentity, HybridRecipient
from assistance_desktop.sync.plain_json import Plain
from assistance_desktop.sync.trust.card import Card
from assistance_desktop.sync.trust.fingerprint import spoken

LARGEST = 64 * 1024
"""Bytes of a request or an answer; they have about 5 000."""

_REQUEST = "workspace key request 1"
_REQUEST_KEYS = {"format", "vault", "name", "sealed", "recipient"}
_SPARE = "workspace spare key 1"
_CONTEXT = b"assistance-desktop/key-request/1\0"


class UnreadableRequestError(AppError):
    """The file is no request for a spare key."""


class NotOurSpareKeyError(AppError):
    """The spare key is sealed to another office."""


class WrongAnswerError(AppError):
    """The answer does not belong to the request, or not to this vault."""


@dataclass(frozen=True, slots=True)
class Request:
    """A locked vault asks for its key. `name` is the worker's neutral name."""

    vault_id: str
    name: str
    sealed: bytes
    recipient: HybridRecipient

    @property
    def words(self) -> tuple[str, ...]:
        """The six words that the person reads to the office."""
        content = b"\0".join(
            (self.vault_id.encode(), self.name.encode(), self.sealed, self.recipient.key)
        )
        return spoken(hashlib.sha256(_CONTEXT + content).hexdigest())

    def encode(self) -> bytes:
        """The request as a file."""
        return plain_json.encode(
            {
                "format": _REQUEST,
                "vault": self.vault_id,
                "name": self.name,
                "sealed": base64.b64encode(self.sealed).decode(),
                "recipient": str(self.recipient),
            }
        )


def slot(master: bytes, vault_id: str, office: Card, made: str) -> Slot:
    """The keyslot that only the office's device can open; `made` is a day."""
    return {
        "kind": Kind.ESCROW.value,
        "made": made,
        "office": office.device,
        "label": office.label,
        "sealed": base64.b64encode(_seal(master, vault_id, office.recipient)).decode(),
    }


def ask(keyslots: Keyslots, identity: HybridIdentity) -> Request:
    """The request of a vault whose spare key an office can open. Raises NotOurSpareKeyError."""
    spare = keyslots.of(Kind.ESCROW)
    if spare is None:
        raise NotOurSpareKeyError(
            _("No office has a spare key to these notes."),
            _("Only the passphrase or the recovery sheet opens them."),
        )
    sealed = base64.b64decode(str(spare["sealed"]))
    return Request(keyslots.vault_id, keyslots.name, sealed, identity.recipient)


def read_request(data: bytes) -> Request:
    """Read a request file. Raises UnreadableRequestError; it is trusted only for its words."""
    try:
        return _request(plain_json.decode_object(data[: LARGEST + 1]))
    except (ValueError, KeyError, TypeError, AttributeError, AppError):
        raise UnreadableRequestError(
            _("This is not a request for a spare key that can be read."),
            _("Ask for the file once more. Nothing was changed."),
        ) from None


def answer(request: Request, office: HybridIdentity) -> bytes:
    """The file that gives the key back, sealed for this request. Raises NotOurSpareKeyError."""
    try:
        vault_id, master = _open(request.sealed, office)
    except (AppError, ValueError, KeyError):
        vault_id, master = "", b""
    if vault_id != request.vault_id:
        raise NotOurSpareKeyError(
            _("This office has no spare key to those notes."),
            _("It was given to another office, or to a computer that was set up anew since."),
        )
    return _seal(master, vault_id, request.recipient)


def take(keyslots: Keyslots, sealed: bytes, identity: HybridIdentity) -> bytes:
    """The master key from an office's answer. Raises WrongAnswerError."""
    try:
        vault_id, master = _open(sealed[: LARGEST + 1], identity)
    except (AppError, ValueError, KeyError):
        vault_id, master = "", b""
    if vault_id != keyslots.vault_id or not keyslots.is_genuine(master):
        raise WrongAnswerError(
            _("This file does not open these notes."),
            _("Make a new request and let your office answer that one."),
        )
    return master


def _request(plain: Mapping[str, Plain]) -> Request:
    """What a request file says, checked. Raises ValueError, KeyError, TypeError or AppError."""
    if plain["format"] != _REQUEST or set(plain) != _REQUEST_KEYS:
        raise ValueError("not a request")
    words = {name: cast("str", value) for name, value in plain.items()}
    return Request(
        words["vault"],
        words["name"],
        base64.b64decode(words["sealed"], validate=True),
        HybridRecipient.parse(words["recipient"]),
    )


def _seal(master: bytes, vault_id: str, recipient: HybridRecipient) -> bytes:
    plain: Mapping[str, Plain] = {
        "format": _SPARE,
        "vault": vault_id,
        "key": base64.b64encode(master).decode(),
    }
    sealed = BytesIO()
    encrypt(BytesIO(plain_json.encode(plain)), sealed, [recipient])
    return sealed.getvalue()


def _open(sealed: bytes, identity: HybridIdentity) -> tuple[str, bytes]:
    opened = BytesIO()
    decrypt(BytesIO(sealed), opened, [identity])
    plain = plain_json.decode_object(opened.getvalue())
    master = base64.b64decode(str(plain["key"]), validate=True)
    if plain["format"] != _SPARE or len(master) != 32:
        raise ValueError("not a spare key")
    return str(plain["vault"]), master
