"""What a zipped workbook really holds, looked through before a library unpacks it into memory.

A few kilobytes can claim to be gigabytes, a million cells, or elements nested a million deep; no
number that the archive gives about itself is believed.
"""

import zipfile
from io import BytesIO

from assistance_desktop.forms.remarks import FormRefused, Remark
from assistance_desktop.i18n import _

_MOST_PARTS = 2_000
_LARGEST_PART = 64_000_000
"""Bytes; 30,000 rows of 20 filled cells have half of that."""
_LARGEST_STRINGS = 16_000_000
_MOST_TAGS = 4_000_000
_DEEPEST = 200
"""Workbooks nest about ten deep."""
_CHUNK = 1 << 18


def check_archive(data: bytes) -> None:
    """Read through all tables of a workbook.

    Raises FormRefused when it would unpack to more than any form needs, BadZipFile and what else
    zipfile raises when it is damaged.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
        if len(parts) > _MOST_PARTS:
            raise _too_large()
        room = _MOST_TAGS
        for part in parts:
            strings = part.filename.endswith("sharedStrings.xml")
            room -= _tags(archive, part, _LARGEST_STRINGS if strings else _LARGEST_PART, room)


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo, largest: int, room: int) -> int:
    """How many tags one part has; never reads on beyond what is allowed."""
    size = tags = depth = 0
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            opened = chunk.count(b"<") - chunk.count(b"<?") - chunk.count(b"<!")
            closed = chunk.count(b"</")
            size += len(chunk)
            tags += opened
            depth += opened - 2 * closed - chunk.count(b"/>")
            if size > largest or tags > room or depth > _DEEPEST:
                raise _too_large()
    return tags


def _too_large() -> FormRefused:
    return FormRefused(
        Remark(
            _("The workbook unpacks to far more than a form holds; it is not opened."),
            _("Copy the sheets into a new workbook."),
        )
    )


def macros(data: bytes) -> list[Remark]:
    """A remark when a workbook, zipped or not, brings macros along."""
    if data[:2] == b"PK":
        found = b"vbaProject.bin" in data
    else:
        found = data[:4] == b"\xd0\xcf\x11\xe0" and "_VBA_PROJECT".encode("utf-16-le") in data
    if not found:
        return []
    return [
        Remark(
            _("The workbook has macros. They are never run and not kept."),
            _("Save it as .xlsx without macros."),
        )
    ]
