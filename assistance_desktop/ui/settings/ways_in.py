"""The ways into the notes: passphrase, recovery sheet, and the keyring of this computer.

The keyring is asked beside the window and never by itself for its password; what is wrong with
it costs a passphrase (vault-and-sync.md 1).
"""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import activity, keyring_slot
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.deeds import Kind as Done
from assistance_desktop.storage.keyring_entry import Standing, State
from assistance_desktop.storage.keyslots import Kind, Slot
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.settings.rows import setting


class WaysIn(QObject):
    """The three rows. `passphrase_wanted` and `sheet_wanted` lead to their pages.

    `settled` tells that the keyring has answered.
    """

    passphrase_wanted = Signal()
    sheet_wanted = Signal()
    settled = Signal()

    def __init__(self, session: Session, notices: Notices) -> None:
        super().__init__(notices)
        self._session, self._notices = session, notices
        self.passphrase = Button(_("Change"))
        self.passphrase.setAccessibleName(_("Change the passphrase"))
        self.passphrase.clicked.connect(self.passphrase_wanted)
        self.sheet = Button(_("Make a new one"))
        self.sheet.setAccessibleName(_("Make a new recovery sheet"))
        self.sheet.clicked.connect(self.sheet_wanted)
        self.keyring = Button(_("Use it"))
        self.keyring.clicked.connect(self._on_keyring_clicked)
        self._passphrase_line = Words("", "small", "text_2")
        self._sheet_line = Words("", "small", "text_2")
        self._keyring_line = Words("", "small", "text_2")

    def rows(self) -> tuple[QHBoxLayout, ...]:
        """The rows for a card."""
        return (
            setting(_("Passphrase"), self._passphrase_line, self.passphrase),
            setting(_("Recovery sheet"), self._sheet_line, self.sheet),
            setting(_("Keyring of this computer"), self._keyring_line, self.keyring),
        )

    def refresh(self) -> None:
        """Say how each stands now."""
        slots = self._session.vault.keyslots
        made = _day(slots.of(Kind.PASSPHRASE))
        self._passphrase_line.say(
            _("Chosen on {day}").format(day=made) if made else _("It opens your notes")
        )
        sheet = slots.of(Kind.SHEET)
        self._sheet_line.say(
            _("On paper, made on {day}").format(day=_day(sheet))
            if sheet
            else _("There is none yet. Without one a forgotten passphrase closes your notes.")
        )
        self._keyring_line.say(_("Asking the keyring"))
        self.keyring.setEnabled(False)
        session, folder = self._session, self._session.vault.folder
        session.compute(
            lambda _connection: keyring_slot.look(folder, stop=lambda: not session.is_open).state,
            self,
            self._show_state,
            self._notices.refuse,
        )

    def _show_state(self, state: State) -> None:
        kept = self._is_kept
        self._keyring_line.say(_standing(state, kept=kept))
        self.keyring.say(_("Forget it") if kept else _("Use it"))
        self.keyring.setAccessibleName(
            _("Do not open with the keyring any more") if kept else _("Open with the keyring")
        )
        self.keyring.setEnabled(kept or state.is_usable)
        self.settled.emit()

    @property
    def _is_kept(self) -> bool:
        return self._session.vault.keyslots.of(Kind.KEYRING) is not None

    def _on_keyring_clicked(self) -> None:
        self._notices.clear()
        self.keyring.setEnabled(False)
        opened, kept = self._session.vault, self._is_kept
        author, at = self._session.author, self._session.clock()
        done = Deed(Done.KEYRING_FORGOTTEN if kept else Done.KEYRING_KEPT)

        def turn(_connection: Connection) -> None:
            # A person pressed a button: the keyring may ask for its password.
            if kept:
                keyring_slot.remove(opened)
            else:
                keyring_slot.add(opened, ask=True, stop=lambda: not self._session.is_open)

        def tell(_nothing: None) -> None:
            self._session.write(
                lambda connection: activity.note(connection, done, author, at),
                self,
                lambda _noted: self.refresh(),
                self._notices.refuse,
                about=None,
            )

        # Beside the writer, for a keyring may take its time; the slot is one small file.
        self._session.compute(turn, self, tell, self._on_refused)

    def _on_refused(self, refusal: AppError) -> None:
        self._notices.refuse(refusal)
        self.refresh()


def _day(slot: Slot | None) -> str:
    """The day on which a slot was made, in words; "" when it does not say."""
    made = str(slot.get("made", "")) if slot is not None else ""
    try:
        return i18n.show_date(date.fromisoformat(made), style="long")
    except ValueError:
        return ""


def _standing(state: State, *, kept: bool) -> str:
    if state.standing is Standing.KEPT:
        return _("It opens your notes when the program starts, not after locking")
    if not kept:
        return {
            Standing.ABSENT: _("There is none on this computer"),
            Standing.REFUSED: _("The one on this computer does not encrypt what it keeps"),
            Standing.SILENT: _("It does not answer"),
        }.get(state.standing, _("Could open your notes when the program starts"))
    return {
        Standing.LOCKED: _("Locked at the moment. The passphrase opens your notes"),
        Standing.REPLACED: _("Another keyring is in its place. The passphrase opens your notes"),
        Standing.ABSENT: _("It is gone. The passphrase opens your notes"),
        Standing.SILENT: _("It does not answer. The passphrase opens your notes"),
    }.get(state.standing, _("Its key is no longer right. The passphrase opens your notes"))
