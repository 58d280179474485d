"""The tar inside a bundle: plain POSIX ustar, so that `tar -x` opens it, and one spelling only.

Regular files, no owner, no time, no path but the name. The reader builds the head that the
writer would have written and compares, so nothing can hide in a field that we do not look at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistance_desktop.sync.age.source import Source
from assistance_desktop.sync.bundle.refusals import BundleDamagedError

_BLOCK = 512
_END = bytes(2 * _BLOCK)
_NAME = re.compile(rb"([!-~]{1,100})\0*", re.ASCII)
_SIZE = re.compile(rb"[0-7]{11}\0", re.ASCII)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a member: its name and its length in bytes."""

    name: str
    length: int

    def encode(self) -> bytes:
        """One block of 512 bytes (POSIX.1-1988 ustar; mode 0600, all else zero or empty)."""
        block = b"".join(
            [
                self.name.encode().ljust(100, b"\0"),
                b"0000600\0" + b"0000000\0" * 2,  # mode, owner, group
                f"{self.length:011o}\0".encode() + b"00000000000\0",  # length, time
                b" " * 8 + b"0" + bytes(100),  # checksum while it is computed, kind, link
                b"ustar\x0000".ljust(88, b"\0"),
            ]
        ).ljust(_BLOCK, b"\0")
        return block[:148] + f"{sum(block):06o}\0 ".encode() + block[156:]


def write(members: Iterable[tuple[str, bytes]]) -> bytes:
    """A whole tar."""
    parts: list[bytes] = []
    for name, content in members:
        parts += [Head(name, len(content)).encode(), content, _filler(len(content))]
    return b"".join([*parts, _END])


def measure(lengths: Iterable[int]) -> int:
    """The bytes of a tar whose members have these lengths."""
    return sum(_BLOCK + length + len(_filler(length)) for length in lengths) + len(_END)


def read_head(source: Source) -> Head:
    """The head of the next member. Raises BundleDamagedError for any other spelling."""
    block = source.upto(_BLOCK)
    name, size = _NAME.fullmatch(block[:100]), _SIZE.fullmatch(block[124:136])
    if not name or not size:
        raise BundleDamagedError("no head of a member")
    head = Head(name[1].decode(), int(size[0][:-1], 8))
    if head.encode() != block:
        raise BundleDamagedError("a member's head is not as it must be")
    return head


def read_content(source: Source, head: Head, limit: int) -> bytes:
    """The content of the member whose head was read. Raises BundleDamagedError beyond the limit."""
    if head.length > limit:
        raise BundleDamagedError("a member is too long")
    content = source.upto(head.length)
    filler = _filler(head.length)
    if len(content) != head.length or source.upto(len(filler)) != filler:
        raise BundleDamagedError("a member ends early")
    return content


def read_end(source: Source) -> None:
    """Raise BundleDamagedError unless the tar ends here and nothing follows."""
    if source.upto(len(_END)) != _END or source.peek():
        raise BundleDamagedError("the end is not where it must be")


def _filler(length: int) -> bytes:
    return bytes(-length % _BLOCK)
