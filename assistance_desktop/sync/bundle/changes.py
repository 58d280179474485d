"""The changes in a bundle: one a line, compressed, and read back with every limit in force.

What a change means is not known here. It has nine keys, each of its kind, and no more than its
share of bytes; what is accepted is the one spelling of plain_json.
"""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from assistance_desktop.sync import plain_json
from assistance_desktop.sync.bundle.refusals import BundleDamagedError, BundleTooLargeError
from assistance_desktop.sync.plain_json import Plain

LARGEST_CHANGE = 1024 * 1024
"""Bytes of one line."""

LARGEST = 32 * 1024 * 1024
"""Bytes of all lines of one bundle."""

_COMFORTABLE = 8 * 1024 * 1024  # bytes of lines that `in_parts` puts into one bundle
_FREE = 1024 * 1024  # bytes that may come of anything
_RATIO = 100  # beyond that, how many bytes may come of one
_STEP = 64 * 1024
_LEVELS = (6, 0)  # the second, uncompressed, for lines that would look like a bomb
_GZIP = 31  # zlib's word for a gzip stream

_KEYS = {"id", "case", "record", "field", "value", "replaces", "author", "device", "at"}
_TEXTS = ("id", "case", "record", "field", "author", "device")
_LONGEST_TEXT = 512
_MOST_REPLACED = 1024
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3,6})?\+00:00", re.ASCII)


def compress(changes: Iterable[Mapping[str, Plain]]) -> bytes:
    """The member changes.jsonl.gz.

    Raises BundleTooLargeError, and ValueError for a change of another shape.
    """
    lines = b"".join(_encode(change) for change in changes)
    if len(lines) > LARGEST:
        raise BundleTooLargeError
    packed = (gzip.compress(lines, level, mtime=0) for level in _LEVELS)
    return next(data for data in packed if len(lines) <= _most(len(data)))


def decompress(data: bytes, *, newer: bool = False) -> Iterator[dict[str, Plain]]:
    """The changes of a member, in their order; those of a newer writer may have more keys.

    Raises BundleDamagedError at the first that is wrong.
    """
    waiting = b""
    for part in _inflate(data):
        *lines, waiting = (waiting + part).split(b"\n")
        if len(waiting) > LARGEST_CHANGE:
            raise BundleDamagedError("a change is too long")
        for line in lines:
            yield _decode(line, newer=newer)
    if waiting:
        raise BundleDamagedError("the last change has no end")


def in_parts(changes: Iterable[Mapping[str, Plain]]) -> Iterator[list[Mapping[str, Plain]]]:
    """Changes in order, so many together as fit one bundle with ease; nothing for nothing."""
    part: list[Mapping[str, Plain]] = []
    room = _COMFORTABLE
    for change in changes:
        size = len(_encode(change))
        if part and size > room:
            yield part
            part, room = [], _COMFORTABLE
        part.append(change)
        room -= size
    if part:
        yield part


def _encode(change: Mapping[str, Plain]) -> bytes:
    line = plain_json.encode(change)
    _check(change)
    if len(line) > LARGEST_CHANGE:
        raise BundleTooLargeError
    return line + b"\n"


def _decode(line: bytes, *, newer: bool) -> dict[str, Plain]:
    try:
        change = plain_json.decode_object(line)
        _check({key: change[key] for key in _KEYS} if newer else change)
    except (KeyError, ValueError):
        raise BundleDamagedError("a change is malformed") from None
    return change


def _check(change: Mapping[str, Plain]) -> None:
    if set(change) != _KEYS:
        raise ValueError("other keys than a change has")
    for key in _TEXTS:
        _check_text(change[key])
    replaces, at, value = change["replaces"], change["at"], change["value"]
    if not isinstance(replaces, list | tuple) or len(replaces) > _MOST_REPLACED:
        raise ValueError("not a list of changes")
    for replaced in replaces:
        _check_text(replaced)
    if not isinstance(at, str) or not _MOMENT.fullmatch(at):
        raise ValueError("not a moment in UTC")
    datetime.fromisoformat(at)
    if isinstance(value, Mapping) and set(value) == {"unanswered"}:
        _check_unanswered(value["unanswered"])


def _check_text(value: Plain) -> None:
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_TEXT:
        raise ValueError("not a text of its length")


def _check_unanswered(value: Plain) -> None:
    if value not in ("unknown", "refused", "not_asked"):
        raise ValueError("no answer of an unknown kind")


def _most(packed: int) -> int:
    """The bytes that may come of so many compressed ones (vault-and-sync.md section 3)."""
    return min(LARGEST, max(_FREE, packed * _RATIO))


def _inflate(data: bytes) -> Iterator[bytes]:
    """One gzip stream in steps, never more than `_most` of it."""
    stream = zlib.decompressobj(_GZIP)
    left = _most(len(data))
    for at in range(0, len(data), _STEP):
        packed = data[at : at + _STEP]
        part = b""
        while packed or len(part) == _STEP:  # a full step may have left something inside
            try:
                part = stream.decompress(packed, _STEP)
            except (zlib.error, EOFError):
                raise BundleDamagedError("the changes cannot be unpacked") from None
            packed = stream.unconsumed_tail
            left -= len(part)
            if left < 0:
                raise BundleDamagedError("the changes swell beyond measure")
            yield part
        if stream.unused_data or (stream.eof and at + _STEP < len(data)):
            raise BundleDamagedError("something follows the changes")
    if not stream.eof:
        raise BundleDamagedError("the changes end early")
