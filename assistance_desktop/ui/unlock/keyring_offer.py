"""What the keyring of this computer can do for the locked notes, said above the passphrase.

It is asked beside the window when the program starts, never for its password by itself, and not
again once the notes were locked: then only the passphrase opens them. What the keyring
remembers of the last state is kept for whoever opens the vault.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keyring_slot
from assistance_desktop.storage.keyring_entry import Standing, State
from assistance_desktop.storage.keyring_slot import Sight, Unlocked
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.scroll import empty
from assistance_desktop.ui.session import Jobs


class KeyringOffer(QWidget):
    """`opened` gives the vault that the keyring opened; `settled` tells that something is said.

    `note` is what the keyring remembers of the last state, b"" when nothing.
    """

    opened = Signal(object)
    settled = Signal()

    def __init__(self, folder: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._jobs = folder, jobs
        self._left = False
        self.note = b""
        self.notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        self.hide()
        jobs.start(
            lambda: keyring_slot.look(folder, stop=self._is_left),
            self,
            self._show,
            self._on_refused,
        )

    def leave(self) -> None:
        """Nobody waits for the keyring any more."""
        self._left = True

    def open(self) -> None:
        """Open the notes; a locked keyring may ask for its password, for a button was pressed."""
        if self.notice is not None:
            self.notice.setEnabled(False)
        folder = self._folder
        self._jobs.start(
            lambda: keyring_slot.unlock(folder, ask=True, stop=self._is_left),
            self,
            self._on_answered,
            self._on_refused,
        )

    def _is_left(self) -> bool:
        return self._left

    def _show(self, sight: Sight) -> None:
        self.note = sight.anchor
        self._say(sight.state)
        self.settled.emit()

    def _say(self, state: State) -> None:
        empty(self._column)
        may_open = state.standing in (Standing.KEPT, Standing.LOCKED)
        title = {
            Standing.KEPT: _("The keyring of this computer can open your notes"),
            Standing.LOCKED: _("The keyring of this computer is locked"),
        }.get(state.standing, _("The keyring of this computer does not open your notes"))
        self.notice = Notice(
            title,
            _("Your passphrase opens them as well."),
            "accent" if state.standing is Standing.KEPT else "",
            icon="shield" if state.standing is Standing.KEPT else "info",
            action=_("Open") if may_open else "",
            closable=False,
        )
        self.notice.acted.connect(self.open)
        self._column.addWidget(self.notice)
        self.show()

    def _on_answered(self, found: Unlocked | State) -> None:
        if isinstance(found, State):
            self._say(found)
        elif self._left:
            found.vault.close()
        else:
            found.vault.hear_witness(found.anchor)
            self.opened.emit(found.vault)

    def _on_refused(self, refusal: AppError) -> None:
        empty(self._column)
        self.notice = Notice(refusal.problem, refusal.hint, "amber", closable=False)
        self._column.addWidget(self.notice)
        self.show()
        self.settled.emit()
