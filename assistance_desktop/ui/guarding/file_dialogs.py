"""File dialogs leave no folder name behind.

Qt's own dialog is used everywhere: those of the systems keep lists of recent folders that no
program can empty. Qt writes the last folders of its dialog into a settings file (measured: a
folder named after a client would stand there), so on Linux that file gets a place where nothing
can be written, and elsewhere what was there before is put back.
"""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSettings, Qt

_ORGANISATION = "QtProject"
_TRACES = ("FileDialog/lastVisited", "FileDialog/history")


def use_own_dialogs() -> None:
    """Before the first dialog: Qt's own, and on Linux without a file for its settings."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    if sys.platform not in ("win32", "darwin"):
        # Nothing can be made below it: Qt finds no file, writes none and does not mind.
        native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
        QSettings.setPath(native, user, os.devnull)


class Traces:
    """What other Qt programs had written when this one began; `remove` puts it back.

    For systems where Qt's settings lie in a place that no program chooses.
    """

    def __init__(self) -> None:
        self._before: Mapping[str, object] = self._read()

    def remove(self) -> None:
        """Take out what the dialogs of this program wrote."""
        settings = _settings()
        for name, value in self._read().items():
            if name not in self._before:
                settings.remove(name)
            elif value != self._before[name]:
                settings.setValue(name, self._before[name])
        settings.sync()

    @staticmethod
    def _read() -> dict[str, object]:
        settings = _settings()
        return {name: settings.value(name) for name in _TRACES if settings.contains(name)}


def _settings() -> QSettings:
    return QSettings(QSettings.Scope.UserScope, _ORGANISATION)
