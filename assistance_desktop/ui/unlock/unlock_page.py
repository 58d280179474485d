"""Unlocking: one field, one button, and a plain sentence when it does not open.

After a wrong passphrase a growing pause follows, and goes on where it was when the program is
started anew; the key work is done beside the window (mock-up 01).
"""

from math import ceil
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import tries, vault
from assistance_desktop.storage.keyslots import WrongPassphraseError
from assistance_desktop.storage.tries import Tries
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui.kit.card import Picture
from assistance_desktop.ui.kit.landscape import Landscape
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Jobs, now
from assistance_desktop.ui.unlock.set_up_frame import LanguageRow
from assistance_desktop.ui.unlock.unlock_form import UnlockForm

LONGEST_PAUSE = 30
"""Seconds that a person waits at most after a wrong passphrase."""

_UNSPOKEN_MS = 300
"""Work that is shorter than this is not spoken of."""


class UnlockPage(QWidget):
    """Opens the vault in `folder`.

    `unlocked` gives the open vault; `language_chosen` tells the language that was picked, which
    is shown already.
    """

    language_chosen = Signal(str)
    unlocked = Signal(object)

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._seconds_left = 0
        self._pause = QTimer(self, interval=1000)
        self._pause.timeout.connect(self._on_second)
        self._patience = QTimer(self, interval=_UNSPOKEN_MS, singleShot=True)
        self._patience.timeout.connect(self._on_patience_ended)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(Landscape(), 7)
        self._side = QWidget()
        self._show()
        self._wait(_rest(tries.read(folder)))

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.form.field.clear()

    def _show(self) -> None:
        """Make the side with the words, in the language of the screens."""
        self._side.hide()
        self._side.deleteLater()
        self.form = UnlockForm()
        self.form.asked.connect(self._on_asked)
        self.languages = LanguageRow(first=False)
        self.languages.chosen.connect(self._on_language_chosen)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.languages)
        column.addStretch(1)
        column.addWidget(self.form, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addLayout(_foot())
        self._whole.addWidget(self._side, 9)
        self.setFocusProxy(self.form)
        self.setFocus()

    def _on_language_chosen(self, code: str) -> None:
        typed = self.form.field.passphrase
        self.clear()
        i18n.use_language(code)
        self._show()
        self.form.field.set_passphrase(typed)
        self.form.show_pause(self._seconds_left)
        self.language_chosen.emit(code)

    def _on_asked(self) -> None:
        self.form.hide_error()
        if not self.form.field.passphrase:
            self.form.field.show_error(_("Type your passphrase first."))
            self.form.setFocus()
            return
        self._work(working=True)
        folder, passphrase = self._folder, self.form.field.passphrase
        self._jobs.start(
            lambda: vault.unlock(folder, passphrase), self, self._on_opened, self._on_refused
        )

    def _on_opened(self, opened: Vault) -> None:
        self._work(working=False)
        self.clear()
        self.unlocked.emit(opened)

    def _on_refused(self, error: AppError) -> None:
        self._work(working=False)
        if not isinstance(error, WrongPassphraseError):
            self.form.show_error(error)
            self.form.setFocus()
            return
        pause = _pause_after(tries.add(self._folder, now()).count)
        self.form.refuse(error, pause)
        self._wait(pause)

    def _wait(self, seconds: int) -> None:
        """Let nobody try for so long; not at all when it is 0."""
        self._seconds_left = seconds
        if seconds:
            self._pause.start()
            self.form.show_pause(seconds)

    def _work(self, *, working: bool) -> None:
        self.form.show_working(working)
        self.languages.setEnabled(not working)
        if working:
            self._patience.start()
        else:
            self._patience.stop()

    def _on_patience_ended(self) -> None:
        self.form.wait.say(_("Opening your notes"))

    def _on_second(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self._seconds_left = 0
            self._pause.stop()
        self.form.show_pause(self._seconds_left)


def _pause_after(failures: int) -> int:
    """The seconds that follow so many wrong passphrases."""
    return min(2 ** min(failures - 1, 10), LONGEST_PAUSE) if failures else 0


def _rest(before: Tries) -> int:
    """What is left of the last pause; all of it when the clock was put back."""
    pause = _pause_after(before.count)
    if before.last is None:
        return 0
    passed = (now() - before.last).total_seconds()
    return min(pause, max(0, ceil(pause - passed)))


def _foot() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(24, 0, 24, 24)
    row.setSpacing(8)
    row.addStretch(1)
    row.addWidget(Picture("wifi-off", "text_3", 18))
    words = _("Everything stays encrypted on this computer. No network is needed to unlock.")
    row.addWidget(Words(words, "small", "text_3"))
    row.addStretch(1)
    return row
