"""A stream read by lines and by lengths.

It keeps one rule: never more than was asked for, plus one block, is held in memory.
"""

from typing import Protocol

_BLOCK = 4096


class Readable(Protocol):
    """Anything that gives bytes: a file, a pipe, a network answer."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, and none only at the end."""
        ...


class Writable(Protocol):
    """Anything that takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take all of it."""
        ...


class Source:
    """Reads from a stream that may answer with less than it was asked for."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._ahead = b""

    def peek(self) -> bytes:
        """The next byte, left where it is; nothing at the end."""
        if not self._ahead:
            self._ahead = self._stream.read(_BLOCK)
        return self._ahead[:1]

    def line(self, limit: int) -> bytes:
        """The next line with its line feed, if it has one within `limit` bytes.

        What comes back without a line feed is the last line, or one that is too long.
        """
        while b"\n" not in self._ahead and len(self._ahead) < limit:
            block = self._stream.read(_BLOCK)
            if not block:
                break
            self._ahead += block
        end = self._ahead.find(b"\n", 0, limit)
        end = min(limit, len(self._ahead)) if end < 0 else end + 1
        line, self._ahead = self._ahead[:end], self._ahead[end:]
        return line

    def upto(self, size: int) -> bytes:
        """Exactly `size` bytes, or fewer when the stream ends before."""
        if not self._ahead:
            data = self._stream.read(size)
            if len(data) == size or not data:
                return data
        else:
            data, self._ahead = self._ahead[:size], self._ahead[size:]
        parts = [data]
        missing = size - len(data)
        while missing and (data := self._stream.read(missing)):
            parts.append(data)
            missing -= len(data)
        return b"".join(parts)

    read = upto
