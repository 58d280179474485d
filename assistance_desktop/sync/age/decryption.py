"""Opening a sealed stream, in constant memory; binary or armored, whichever it is."""

import hmac
from collections.abc import Iterator, Sequence

from assistance_desktop.sync.age.armor import ArmorReader
from assistance_desktop.sync.age.encryption import NONCE, header_mac, payload_key
from assistance_desktop.sync.age.header import Header, read_header
from assistance_desktop.sync.age.refusals import DamagedError, NotForThisKeyError
from assistance_desktop.sync.age.source import Readable, Source, Writable
from assistance_desktop.sync.age.stream import open_chunks
from assistance_desktop.sync.age.wrapping import Identity


class Decryption:
    """A sealed file whose header has been read; `chunks` and `read` give what is inside.

    Making one raises DamagedError or NewerError for what is no age file; nothing is opened yet.
    """

    def __init__(self, sealed: Readable) -> None:
        self._source = _without_armor(sealed)
        self.header: Header = read_header(self._source)
        self._chunks: Iterator[bytes] = iter(())
        self._ready = b""

    def unlock(self, identities: Sequence[Identity]) -> None:
        """Find the file key with the first identity that fits.

        Raises NotForThisKeyError when none does, DamagedError when the header is not the sender's.
        """
        stanzas = self.header.stanzas
        keys = (identity.unwrap(stanzas) for identity in identities)
        file_key = next((key for key in keys if key), None)
        if file_key is None:
            raise NotForThisKeyError
        if not hmac.compare_digest(header_mac(file_key, stanzas), self.header.mac):
            raise DamagedError("the header does not verify")
        nonce = self._source.upto(NONCE)
        if len(nonce) != NONCE:
            raise DamagedError("the file ends before its payload")
        self._chunks = open_chunks(self._source, payload_key(file_key, nonce))

    def chunks(self) -> Iterator[bytes]:
        """The verified pieces of the content, in order; DamagedError at the first that is not."""
        return self._chunks

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes of verified content, and none only at the verified end."""
        while not self._ready:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._ready = chunk
        data, self._ready = self._ready[:size], self._ready[size:]
        return data


def decrypt(sealed: Readable, plain: Writable, identities: Sequence[Identity]) -> None:
    """Write the content of a sealed stream.

    What was written before an error is verified but not whole: the caller throws it away.
    Raises DamagedError, NewerError or NotForThisKeyError.
    """
    opening = Decryption(sealed)
    opening.unlock(identities)
    for chunk in opening.chunks():
        plain.write(chunk)


def _without_armor(sealed: Readable) -> Source:
    source = Source(sealed)
    return source if source.peek() in (b"a", b"") else Source(ArmorReader(source))
