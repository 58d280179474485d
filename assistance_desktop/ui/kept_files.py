"""What a kept file shows of itself: how large it is, and the picture when it is one.

Read from the vault into memory and nowhere else; what cannot be shown is not read at all.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from assistance_desktop.child import ChildError
from assistance_desktop.storage import attachments
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import outside_files
from assistance_desktop.ui.file_words import is_seen


@dataclass(frozen=True, slots=True)
class Sight:
    """A kept file. `size` is in bytes; `image` is there when it is a picture that can be opened.

    `original` is the SHA-256 of what it was made from, when that is kept too.
    """

    size: int
    image: QImage | None
    original: str


def see(
    connection: Connection, case_id: str, value: str, longest: int, stop: Callable[[], bool]
) -> Sight | None:
    """The file that an answer names, beside the window; None when it is not at this desk.

    A picture's longer side is at most `longest` pixels.
    """
    found = attachments.find(connection, case_id, attachments.hash_in(value))
    if found is None:
        return None
    image: QImage | None = None
    if is_seen(value):
        data = attachments.read(connection, found.hash)
        if data is None:
            return None
        image = _open(data, longest, stop)
    return Sight(found.size, image, found.original)


def _open(data: bytes, longest: int, stop: Callable[[], bool]) -> QImage | None:
    try:
        return outside_files.picture(data, longest, stop)
    except ChildError:
        return None  # it stays kept; that it cannot be shown is said where it would stand
