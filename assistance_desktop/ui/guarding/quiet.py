"""Nothing that could hold a value goes to where the system keeps what programs say.

On a desktop the standard error ends in a journal on the disk. Qt's warnings name folders and
Python's last words quote values, so only their kind and place are told.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from assistance_desktop.ui import failure

if TYPE_CHECKING:
    from threading import ExceptHookArgs


def keep_quiet() -> None:
    """Tell of warnings and of errors that nobody catches without their words."""
    import threading  # noqa: PLC0415 - only to name whose hook it is

    qInstallMessageHandler(_tell_kind)
    sys.unraisablehook = _tell_unraisable
    threading.excepthook = _tell_of_thread


def _tell_kind(kind: QtMsgType, context: QMessageLogContext, _words: str | None) -> None:
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        _say(f"Qt: {kind.name} {context.category or ''}")


def _tell_unraisable(said: "sys.UnraisableHookArgs") -> None:
    if said.exc_value is not None:
        _say(failure.report(said.exc_value))


def _tell_of_thread(said: "ExceptHookArgs") -> None:
    if said.exc_value is not None:
        _say(failure.report(said.exc_value))


def _say(words: str) -> None:
    if sys.stderr is not None:  # there is none in a program without a console on Windows
        sys.stderr.write(words + "\n")
