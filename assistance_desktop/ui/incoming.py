"""A look at a file that somebody wants to keep: how large, what it is, what becomes of it.

It is read where it lies, in pieces, and left there; what it was called outside is not kept. Of a
picture a working copy is made that hides nothing.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistance_desktop.child import ChildStoppedError
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import attachments
from assistance_desktop.storage.attachments import LARGEST, PIECE, Attachment
from assistance_desktop.ui import outside_files

STEMS = {"image": "picture", "audio": "recording", "video": "video", "file": "file"}
"""What a kept file is called, by the type of its question."""
LARGEST_PICTURE = 60_000_000
"""Bytes of a picture that is drawn anew; it is held in memory as a whole."""

_MOST_PIXELS = 3000
"""The longer side of a kept picture where the form does not say less; a page of text is legible."""
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"RIFF", b"II*\0", b"MM\0*")
_KINDS = {
    "audio": ("mp3", "m4a", "wav", "ogg", "opus", "flac", "amr", "aac"),
    "video": ("mp4", "mov", "mkv", "webm", "3gp", "avi"),
}
_MEDIA_TYPES = {"pdf": "application/pdf", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a file is to be: the answer to a question of a type, or "any" for whatever it is.

    `longest` bounds the longer side of a picture in pixels, 0 for the usual; with `original` a
    picture is also kept as it came, as evidence.
    """

    kind: str = "any"
    longest: int = 0
    original: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A picture drawn anew."""

    called: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """What is to be kept: the working copy of a picture, the file as it is, or both."""

    copy: Copy | None
    whole: Attachment | None


def look(path: Path, wanted: Wanted, stop: Callable[[], bool]) -> Looked:
    """Look at a file, beside the window.

    Raises AttachmentTooLargeError by its size alone, ChildStoppedError, and AppError when it
    cannot be read, or is no picture where one is asked for.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise attachments.too_large()
        copy = _copy(path, size, wanted, stop)
        if copy is not None and not wanted.original:
            return Looked(copy, None)
        digest = _hash(path, stop)
    except OSError as error:
        raise unreadable() from error
    called, media_type = _name(path, wanted.kind, is_original=copy is not None)
    return Looked(copy, attachments.name_by_hash(called, media_type, digest, size))


def read_piece(path: Path, n: int) -> bytes:
    """Piece `n` of a file, counted from 0. Raises AppError when it cannot be read any more."""
    try:
        with path.open("rb") as content:
            content.seek(n * PIECE)
            return content.read(PIECE)
    except OSError as error:
        raise unreadable() from error


def is_picture(path: Path) -> bool:
    """Whether a file begins as pictures do."""
    try:
        with path.open("rb") as content:
            return content.read(8).startswith(_PICTURES)
    except OSError:
        return False


def unreadable() -> AppError:
    """What to say of a file that is not there, or not ours to read."""
    return AppError(
        _("The file could not be read."), _("See whether it is still there, and choose it again.")
    )


def _copy(path: Path, size: int, wanted: Wanted, stop: Callable[[], bool]) -> Copy | None:
    """The working copy of a picture; None for everything else."""
    needed = wanted.kind == "image"
    if size > LARGEST_PICTURE and needed:
        raise AppError(
            _("This picture is larger than 60 MB."),
            _("Save it as JPEG and choose it again. Nothing was changed."),
        )
    if size > LARGEST_PICTURE or not (needed or is_picture(path)):
        return None
    longest = wanted.longest or _MOST_PIXELS
    clean = outside_files.without_traces(path.read_bytes(), longest, stop, needed=needed)
    if clean is None:
        return None
    ending, data = clean
    return Copy(f"picture.{ending}", "image/jpeg" if ending == "jpg" else "image/png", data)


def _hash(path: Path, stop: Callable[[], bool]) -> str:
    """The SHA-256 of a file, read piece by piece."""
    found = hashlib.sha256()
    with path.open("rb") as content:
        while piece := content.read(PIECE):
            if stop():
                raise ChildStoppedError(_("This was stopped."))
            found.update(piece)
    return found.hexdigest()


def _name(path: Path, kind: str, *, is_original: bool) -> tuple[str, str]:
    """A neutral name, and the media type as far as the ending tells it."""
    ending = "".join(sign for sign in path.suffix.lower() if sign.isascii() and sign.isalnum())[:8]
    if kind == "any":
        kind = next((one for one, endings in _KINDS.items() if ending in endings), "file")
    stem = "original" if is_original else STEMS[kind]
    general = "application/octet-stream" if kind == "file" else f"{kind}/*"
    return f"{stem}.{ending}" if ending else stem, _MEDIA_TYPES.get(ending, general)
