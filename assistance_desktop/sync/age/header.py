"""The text at the front of an age file: who may open it, without knowing how.

It knows no key and no cipher. Whatever it accepts, `encode` writes back byte for byte
(c2sp.org/age, "Header"). Limits keep a hostile header from costing time or memory.
"""

import re
from dataclasses import dataclass

from assistance_desktop.sync.age import unpadded
from assistance_desktop.sync.age.refusals import DamagedError, NewerError
from assistance_desktop.sync.age.source import Source

MOST_STANZAS = 1024
"""Recipients of one file: twice the desks of the largest organisation we plan for."""

_VERSION = b"age-encryption.org/v1\n"
_ANY_VERSION = re.compile(rb"age-encryption\.org/[!-~]+\n")
_ARGUMENTS = re.compile(rb"-> [!-~]+(?: [!-~]+)*\n")
_BODY_LINE = re.compile(rb"[A-Za-z0-9+/]{0,64}\n")
_MAC = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")

_LONGEST_LINE = 8192  # a hybrid stanza needs 1 512
_LONGEST_BODY = 16 * 1024  # the stanzas we know need 32 bytes
_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class Stanza:
    """The file key wrapped for one recipient, in a way that `kind` names."""

    kind: str
    arguments: tuple[str, ...]
    body: bytes

    def encode(self) -> bytes:
        """As the header writes it: a line of arguments, then the body in 64 columns."""
        text = unpadded.encode(self.body)
        lines = [text[at : at + _COLUMNS] for at in range(0, len(text) + 1, _COLUMNS)]
        return "\n".join([" ".join(("->", self.kind, *self.arguments)), *lines, ""]).encode()


@dataclass(frozen=True, slots=True)
class Header:
    """All stanzas of a file, and the code that proves that they belong together."""

    stanzas: tuple[Stanza, ...]
    mac: bytes

    def encode(self) -> bytes:
        """The header as it stands in a file."""
        return authenticated(self.stanzas) + f" {unpadded.encode(self.mac)}\n".encode()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of recipients in the order of the file, each as often as it stands there."""
        return tuple(stanza.kind for stanza in self.stanzas)


def authenticated(stanzas: tuple[Stanza, ...]) -> bytes:
    """The part of a header that its MAC covers: everything up to and including `---`."""
    return _VERSION + b"".join(stanza.encode() for stanza in stanzas) + b"---"


def read_header(source: Source) -> Header:
    """Read a header and leave the source at the first byte of the payload.

    Raises NewerError for another version of age and DamagedError for anything that is no header.
    """
    version = source.line(_LONGEST_LINE)
    if version != _VERSION:
        raise NewerError if _ANY_VERSION.fullmatch(version) else DamagedError("no version line")
    stanzas: list[Stanza] = []
    while (line := source.line(_LONGEST_LINE)).startswith(b"->"):
        if len(stanzas) == MOST_STANZAS:
            raise DamagedError("too many stanzas")
        stanzas.append(_read_stanza(line, source))
    found = _MAC.fullmatch(line)
    if not found or not stanzas:
        raise DamagedError("no stanza or no MAC line")
    return Header(tuple(stanzas), unpadded.decode(found[1].decode()))


def _read_stanza(line: bytes, source: Source) -> Stanza:
    if not _ARGUMENTS.fullmatch(line):
        raise DamagedError("a stanza's first line is malformed")
    kind, *arguments = line[3:-1].decode().split(" ")
    text = ""
    while True:
        part = source.line(_COLUMNS + 1)
        if not _BODY_LINE.fullmatch(part) or len(text) > _LONGEST_BODY:
            raise DamagedError("a stanza's body is malformed")
        text += part[:-1].decode()
        if len(part) <= _COLUMNS:
            return Stanza(kind, tuple(arguments), unpadded.decode(text))
