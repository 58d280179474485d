"""What was copied here does not stay on the clipboard.

A copy is gone 30 seconds later, and at once when the notes are locked or closed, unless
something else was copied since. Programs that keep a history of copies are asked not to keep
this one.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 30_000
"""Milliseconds that a copy stays."""

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_REQUESTS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
}
"""Format -> value that asks keepers of histories to leave a copy out, on KDE and Windows."""

_MARK = next(iter(_REQUESTS))


class Clipboard(QObject):
    """Empties the clipboard, and on X11 the selection too, of what came from here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._ages = {mode: QTimer(self, singleShot=True, interval=STAYS) for mode in self._modes()}
        for mode, age in self._ages.items():
            age.timeout.connect(lambda mode=mode: self._empty(mode))
        self._board.changed.connect(self._on_changed)

    def empty(self) -> None:
        """Take away now what was copied here."""
        for mode in self._ages:
            self._empty(mode)

    def _modes(self) -> list[QClipboard.Mode]:
        selection = [QClipboard.Mode.Selection] if self._board.supportsSelection() else []
        return [QClipboard.Mode.Clipboard, *selection]

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._ages:
            return
        copied = self._board.mimeData(mode)
        if not self._is_ours(mode) or not copied or not copied.formats():
            self._ages[mode].stop()
            return
        self._ages[mode].start()
        if not copied.hasFormat(_MARK):
            self._board.setMimeData(_marked(copied), mode)

    def _empty(self, mode: QClipboard.Mode) -> None:
        self._ages[mode].stop()
        if self._is_ours(mode):
            self._board.clear(mode)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if QGuiApplication.platformName() == "offscreen":
            return True  # a clipboard of this process that no other program sees
        if mode == QClipboard.Mode.Selection:
            return self._board.ownsSelection()
        return self._board.ownsClipboard()


def _marked(copied: QMimeData) -> QMimeData:
    """The same copy with the request not to keep it."""
    made = QMimeData()
    for name in copied.formats():
        made.setData(name, copied.data(name))
    for name, value in _REQUESTS.items():
        made.setData(name, value)
    return made
