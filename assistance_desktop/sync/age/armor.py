"""Age files as text, for places that take no binary: strict PEM (RFC 7468, figure 3).

Only white space may stand before and after; inside there is one spelling for every file,
but for the choice of LF or CRLF.
"""

import base64
import binascii

from assistance_desktop.sync.age.refusals import DamagedError
from assistance_desktop.sync.age.source import Readable, Source, Writable

_BEGIN = b"-----BEGIN AGE ENCRYPTED FILE-----"
_END = b"-----END AGE ENCRYPTED FILE-----"
_COLUMNS = 64
_LINE = 48  # bytes that fill 64 columns
_MOST_BLANK = 1024  # bytes of white space before and after


class ArmorReader:
    """The bytes behind the letters, line by line."""

    def __init__(self, stream: Readable) -> None:
        self._source = Source(stream)
        self._blank = 0
        self._ready = bytearray()
        self._open = True
        while not (line := self._text_line()).strip():
            self._allow_blank(line)
        if line.lstrip(b" \t\r\n") != _BEGIN:
            raise DamagedError("armor has no beginning")

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes of the age file inside."""
        while self._open and len(self._ready) < size:
            self._read_line()
        data = bytes(self._ready[:size])
        del self._ready[:size]
        return data

    def _read_line(self) -> None:
        line = self._text_line()
        if line == _END:
            self._finish()
            return
        self._ready += (data := _decode(line))
        if len(data) < _LINE:
            if self._text_line() != _END:
                raise DamagedError("armor has a short line before its end")
            self._finish()

    def _finish(self) -> None:
        self._open = False
        while self._source.peek():
            self._allow_blank(self._source.line(_COLUMNS))

    def _text_line(self) -> bytes:
        line = self._source.line(_COLUMNS + _MOST_BLANK)
        if not line:
            raise DamagedError("armor has no end")
        bare = line.removesuffix(b"\n")
        return bare.removesuffix(b"\r") if bare != line else bare

    def _allow_blank(self, line: bytes) -> None:
        self._blank += len(line) + 1
        if line.strip(b" \t\r\n") or self._blank > _MOST_BLANK:
            raise DamagedError("armor has something before or after it")


class ArmorWriter:
    """Takes the bytes of an age file and writes letters; `close` writes the last line."""

    def __init__(self, target: Writable) -> None:
        self._target = target
        self._waiting = b""
        target.write(_BEGIN + b"\n")

    def write(self, data: bytes, /) -> None:
        """Write what fills whole lines, and keep the rest for later."""
        data = self._waiting + data
        whole = len(data) - len(data) % _LINE
        self._waiting = data[whole:]
        letters = base64.b64encode(data[:whole])
        lines = [letters[at : at + _COLUMNS] for at in range(0, len(letters), _COLUMNS)]
        self._target.write(b"".join(line + b"\n" for line in lines))

    def close(self) -> None:
        """Write the last, shorter line and the end."""
        if self._waiting:
            self._target.write(base64.b64encode(self._waiting) + b"\n")
        self._target.write(_END + b"\n")


def _decode(line: bytes) -> bytes:
    try:
        data = binascii.a2b_base64(line)
    except ValueError:
        raise DamagedError("armor is no base64") from None
    if not data or len(line) > _COLUMNS or base64.b64encode(data) != line:
        raise DamagedError("armor is not canonical")
    return data
