"""Files sealed with a passphrase (scrypt), for an office that has no key at hand.

Such a stanza stands alone, and its cost is capped: a file must not be able to ask for all the
memory of a laptop (c2sp.org/age, "The scrypt recipient type").
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from assistance_desktop.sync.age import unpadded
from assistance_desktop.sync.age.header import Stanza
from assistance_desktop.sync.age.refusals import DamagedError
from assistance_desktop.sync.age.wrapping import Company, check_shape, close_key, open_key

_KIND = "scrypt"
_PURPOSE = b"age-encryption.org/v1/scrypt"
_SALT = 16  # bytes
_COST = re.compile(r"[1-9][0-9]?", re.ASCII)
_COSTLIEST = 20  # as a power of two: 1 GiB of memory
USUAL_COST = 18
"""Work factor of new files as a power of two: 256 MiB and about a second, age's own choice."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Recipient and identity at once: who knows the words opens the file."""

    words: str = field(repr=False)
    cost: int = USUAL_COST
    company = Company.ALONE

    def wrap(self, file_key: bytes) -> Stanza:
        """The only stanza of its file."""
        salt = os.urandom(_SALT)
        body = close_key(self._wrapping_key(salt, self.cost), file_key)
        return Stanza(_KIND, (unpadded.encode(salt), str(self.cost)), body)

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key, or None when the file has no passphrase or another one."""
        if all(stanza.kind != _KIND for stanza in stanzas):
            return None
        if len(stanzas) != 1:
            raise DamagedError("a passphrase stands beside other recipients")
        (stanza,) = stanzas
        check_shape(stanza, arguments=2)
        salt, cost = unpadded.decode(stanza.arguments[0]), stanza.arguments[1]
        if len(salt) != _SALT or not _COST.fullmatch(cost) or int(cost) > _COSTLIEST:
            raise DamagedError("a passphrase stanza has a wrong salt or cost")
        return open_key(self._wrapping_key(salt, int(cost)), stanza.body)

    def _wrapping_key(self, salt: bytes, cost: int) -> bytes:
        kdf = Scrypt(_PURPOSE + salt, length=32, n=1 << cost, r=8, p=1)
        return kdf.derive(self.words.encode())
