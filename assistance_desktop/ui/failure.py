"""What a person sees when something fails: a notice for what can be told, a page for a bug.

A crash page names versions and the traceback without any value; nothing a person typed is in
it (facts.md 9). The second of the two places that may catch every exception.
"""

import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6 import __version__ as qt_version

from assistance_desktop import __version__
from assistance_desktop.errors import AppError
from assistance_desktop.storage.database import as_refusal


@dataclass
class _Page:
    """Who shows a bug; nobody before there is a window."""

    show: Callable[[str], None] | None = None


_page = _Page()


def install(show: Callable[[str], None]) -> None:
    """Show bugs with this from now on, wherever they are raised."""
    _page.show = show
    sys.excepthook = _on_uncaught


def uninstall() -> None:
    """Leave bugs to Python again."""
    _page.show = None
    sys.excepthook = sys.__excepthook__


def show_bug(bug: BaseException) -> None:
    """Show what went wrong, without any value."""
    if _page.show is None:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    else:
        _page.show(report(bug))


def report(bug: BaseException) -> str:
    """Versions and the places in the code, never a message that could hold a typed value.

    For what can be told, such as a disk that failed while a page was reading, its sentence.
    """
    refusal = bug if isinstance(bug, AppError) else as_refusal(bug)
    if refusal is not None:
        return str(refusal)
    places = [
        f"{frame.filename.rpartition('assistance_desktop')[2] or frame.filename}:{frame.lineno}"
        f" {frame.name}"
        for frame in traceback.extract_tb(bug.__traceback__)
    ]
    head = f"Version {__version__}, Qt {qt_version}, Python {platform.python_version()}"
    return "\n".join((head, type(bug).__name__, *places))


def _on_uncaught(
    kind: type[BaseException], bug: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, bug, trace)
        return
    show_bug(bug)
