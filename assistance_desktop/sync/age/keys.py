"""Recipients and identities as text: what people copy, and what an identity file holds."""

from collections.abc import Sequence
from typing import TypeAlias

from assistance_desktop.sync.age.hybrid import HybridIdentity, HybridRecipient
from assistance_desktop.sync.age.refusals import UnreadableKeyError
from assistance_desktop.sync.age.x25519 import X25519Identity, X25519Recipient

KeyPair: TypeAlias = HybridIdentity | X25519Identity

_LONGEST_FILE = 64 * 1024  # letters


def parse_recipient(text: str) -> HybridRecipient | X25519Recipient:
    """Read `age1pq1…` or `age1…`; UnreadableKeyError if it is neither."""
    hybrid = text.startswith("age1pq1")
    return HybridRecipient.parse(text) if hybrid else X25519Recipient.parse(text)


def parse_identity(text: str) -> KeyPair:
    """Read `AGE-SECRET-KEY-PQ-1…` or `AGE-SECRET-KEY-1…`; UnreadableKeyError if it is neither."""
    hybrid = text.startswith("AGE-SECRET-KEY-PQ-1")
    return HybridIdentity.parse(text) if hybrid else X25519Identity.parse(text)


def write_identity_file(identity: KeyPair) -> str:
    """An identity file: the recipient in a comment, then the secret, as `age-keygen` does."""
    return f"# public key: {identity.recipient}\n{identity.encode()}\n"


def read_identity_file(text: str) -> Sequence[KeyPair]:
    """The identities of a file, one a line; blank lines and comments are passed over.

    Raises UnreadableKeyError with the number of the line, and when there is no identity at all.
    """
    if len(text) > _LONGEST_FILE:
        raise UnreadableKeyError
    identities: list[KeyPair] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            identities.append(parse_identity(line.strip()))
        except UnreadableKeyError:
            raise UnreadableKeyError(number) from None
    if not identities:
        raise UnreadableKeyError
    return identities
