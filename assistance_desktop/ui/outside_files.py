"""What files from outside hold, as pixels and waves: opened in the child process, never here.

All of it takes a while and is asked for beside the window. `stop` is asked whether anybody still
waits. Each raises ChildError when a file cannot be opened, takes too long or is too large.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from PySide6.QtGui import QImage

from assistance_desktop import child
from assistance_desktop.child import ChildError
from assistance_desktop.i18n import _

_SECONDS, _MEMORY = 20, 900_000_000
"""100 million pixels take three seconds and 800 MB where they cannot be read smaller."""

_Stop = Callable[[], bool]


class Page(NamedTuple):
    """A page of a paper, and how many there are."""

    image: QImage
    pages: int


def picture(data: bytes, longest: int, stop: _Stop) -> QImage | None:
    """A picture the right way up, its longer side at most `longest` pixels; None for no picture."""
    told, pixels = _run("picture", {"longest": longest}, data, stop)
    return _image(told, pixels) if told.get("width") else None


def page(data: bytes, number: int, longest: int, stop: _Stop) -> Page:
    """A page of a PDF, counted from 0, its longer side `longest` pixels."""
    told, pixels = _run("pdf", {"page": number, "longest": longest}, data, stop)
    return Page(_image(told, pixels), _whole(told, "pages"))


def sound(data: bytes, stop: _Stop) -> bytes:
    """A recording as WAV."""
    return child.run("sound", child.wrap({}, data), seconds=_SECONDS, memory=_MEMORY, stop=stop)


def without_traces(
    data: bytes, longest: int, stop: _Stop, *, needed: bool
) -> tuple[str, bytes] | None:
    """A picture with nothing hidden in it: how its name ends, its bytes; None for no picture.

    What is no picture is refused when it is `needed`.
    """
    told, content = _run("strip", {"longest": longest, "needed": needed}, data, stop)
    ending = told.get("ending")
    return (str(ending), bytes(content)) if ending in ("jpg", "png") else None


def _run(
    job: str, options: Mapping[str, object], data: bytes, stop: _Stop
) -> tuple[dict[str, Any], memoryview]:
    parcel = child.wrap(options, data)
    return child.unwrap(child.run(job, parcel, seconds=_SECONDS, memory=_MEMORY, stop=stop))


def _image(told: Mapping[str, object], pixels: memoryview) -> QImage:
    """Bare pixels as an image; there must be exactly as many as the child says."""
    width, height = _whole(told, "width"), _whole(told, "height")
    if width < 1 or height < 1 or len(pixels) != width * height * 4:
        raise _unlikely()
    form = QImage.Format.Format_RGBA8888
    return QImage(bytes(pixels), width, height, width * 4, form).copy()


def _whole(told: Mapping[str, object], name: str) -> int:
    number = told.get(name)
    if not isinstance(number, int):
        raise _unlikely()
    return number


def _unlikely() -> ChildError:
    return ChildError(_("This file could not be read."), _("Nothing was changed."))
