"""What a document shows of itself: a picture, a page, words or a sound, read into memory only.

What a stranger made is opened in the child process; what cannot be shown is not even read.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from assistance_desktop.i18n import _
from assistance_desktop.storage import attachments
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import outside_files
from assistance_desktop.ui.file_words import is_seen, what_it_is

_LONGEST = 1600
"""The longer side at which a picture or a page is read, in pixels."""
_LONGEST_TEXT = 100_000
"""Bytes of a text that are shown."""
_TEXTS = ("txt", "csv", "md")
_SOUNDS = ("mp3", "wav", "ogg", "flac")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as it can be shown; nothing but its `size` in bytes when it cannot."""

    size: int
    image: QImage | None = None
    pages: int = 0
    """How many pages there are, 0 for what has none."""
    text: str | None = None
    is_cut: bool = False
    """Whether there is more text than is shown."""
    sound: bytes = b""


def open_file(
    connection: Connection, case_id: str, value: str, page: int, stop: Callable[[], bool]
) -> Opened | None:
    """Open the file that a value names, at a page counted from 0; None when it is not here.

    Beside the window. Raises ChildError when it cannot be opened.
    """
    found = attachments.find(connection, case_id, attachments.hash_in(value))
    if found is None:
        return None
    if not (_shows_picture(value) or ending_of(value) in ("pdf", *_TEXTS, *_SOUNDS)):
        return Opened(found.size)
    data = attachments.read(connection, found.hash)
    return None if data is None else _open(data, value, page, stop)


def _open(data: bytes, value: str, page: int, stop: Callable[[], bool]) -> Opened:
    size, ending = len(data), ending_of(value)
    if _shows_picture(value):
        return Opened(size, outside_files.picture(data, _LONGEST, stop))
    if ending == "pdf":
        shown = outside_files.page(data, page, _LONGEST, stop)
        return Opened(size, shown.image, shown.pages)
    if ending in _SOUNDS:
        return Opened(size, sound=outside_files.sound(data, stop))
    return Opened(size, text=_words(data), is_cut=size > _LONGEST_TEXT)


def _shows_picture(value: str) -> bool:
    """Whether it is a picture; an original is one too, and only shown when somebody asks."""
    return is_seen(value) or value.startswith("original-")


def ending_of(value: str) -> str:
    """How the name of a kept file ends, without the point."""
    return value.rpartition(".")[2] if "." in value else ""


def kind_words(value: str) -> str:
    """What a kept file is, in a word or two."""
    known = {"pdf": _("Paper (PDF)"), **dict.fromkeys(_TEXTS, _("Text"))}
    return known.get(ending_of(value)) or what_it_is(value)


def _words(data: bytes) -> str:
    """The beginning of a text; signs that nobody can see are left out."""
    text = data[:_LONGEST_TEXT].decode("utf-8-sig", errors="replace")
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())
