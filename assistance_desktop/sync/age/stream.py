"""The payload: 64 KiB chunks, each sealed with its number and whether it is the last.

Nothing is given out that has not been verified, and an end that is missing is an error
(c2sp.org/age, "Payload").
"""

from collections.abc import Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from assistance_desktop.sync.age.refusals import DamagedError
from assistance_desktop.sync.age.source import Source

_CHUNK = 64 * 1024
_SEALED = _CHUNK + 16
_LAST = b"\x01"
_NOT_LAST = b"\x00"


def seal_chunks(source: Source, key: bytes) -> Iterator[bytes]:
    """The sealed chunks of everything that the source gives; at least one."""
    cipher = ChaCha20Poly1305(key)
    number = 0
    chunk = source.upto(_CHUNK)
    while len(chunk) == _CHUNK and (following := source.upto(_CHUNK)):
        yield cipher.encrypt(_nonce(number, _NOT_LAST), chunk, None)
        chunk = following
        number += 1
    yield cipher.encrypt(_nonce(number, _LAST), chunk, None)


def open_chunks(source: Source, key: bytes) -> Iterator[bytes]:
    """The chunks behind the sealed ones, each verified before it is given out.

    Raises DamagedError at the first that does not verify, at a missing end, and at anything
    after it.
    """
    cipher = ChaCha20Poly1305(key)
    number = 0
    while True:
        sealed = source.upto(_SEALED)
        if len(sealed) == _SEALED:
            chunk = _open(cipher, _nonce(number, _NOT_LAST), sealed)
            if chunk is not None:
                yield chunk
                number += 1
                continue
        chunk = _open(cipher, _nonce(number, _LAST), sealed)
        if chunk is None or (number and not chunk):
            raise DamagedError("a chunk of the payload does not verify")
        yield chunk
        if source.peek():
            raise DamagedError("something follows the last chunk")
        return


def _open(cipher: ChaCha20Poly1305, nonce: bytes, sealed: bytes) -> bytes | None:
    try:
        return cipher.decrypt(nonce, sealed, None)
    except InvalidTag:
        return None


def _nonce(number: int, last: bytes) -> bytes:
    return number.to_bytes(11, "big") + last
