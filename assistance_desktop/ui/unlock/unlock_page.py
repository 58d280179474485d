"""Unlocking: one field, one button, and a plain sentence when it does not open.

After a wrong passphrase a growing pause follows, and goes on where it was when the program is
started anew; the key work is done beside the window (mock-up 01).
"""

from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keyslots, tries, vault
from assistance_desktop.storage.keyslots import KeyslotsDamagedError, Kind, WrongPassphraseError
from assistance_desktop.storage.tries import Tries
from assistance_desktop.storage.vault import Vault, VaultDamagedError, VaultMissingError
from assistance_desktop.storage.vaults import Found
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.session import Jobs, now
from assistance_desktop.ui.unlock.entrance_page import EntrancePage
from assistance_desktop.ui.unlock.key_request import KeyRequest
from assistance_desktop.ui.unlock.keyring_offer import KeyringOffer
from assistance_desktop.ui.unlock.other_ways import OtherWays, WhoseNotes
from assistance_desktop.ui.unlock.renewal import Renewal
from assistance_desktop.ui.unlock.sheet_page import SheetPage
from assistance_desktop.ui.unlock.unlock_form import UnlockForm

LONGEST_PAUSE = 30
"""Seconds that a person waits at most after a wrong passphrase."""

_RESTORABLE = (VaultDamagedError, KeyslotsDamagedError, VaultMissingError)
"""What keeps the notes closed for ever, so that only a backup helps."""


class UnlockPage(EntrancePage):
    """Opens the vault in `folder`; `people` are all the vaults here, this one too.

    `unlocked` gives the open vault, `other_chosen` the folder of somebody else's, `another_wanted`
    tells that one more should be made, `restore_wanted` that a backup should take its place. With
    `keyring_jobs` the keyring is asked what it can do.
    """

    unlocked = Signal(object)
    other_chosen = Signal(object)
    another_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        people: Sequence[Found] = (),
        *,
        keyring_jobs: Jobs | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._jobs, self._people = folder, jobs, people
        self._ways = _ways(folder)
        self._keyring_jobs = keyring_jobs if Kind.KEYRING in self._ways else None
        self.offer: KeyringOffer | None = None
        self._seconds_left = 0
        self._pause = QTimer(self, interval=1000)
        self._pause.timeout.connect(self._on_second)
        self.over: SheetPage | Renewal | KeyRequest | None = None
        self._show()
        self._wait(_rest(tries.read(folder)))

    @property
    def holds_open(self) -> bool:
        """Whether the vault is open while a passphrase is being renewed."""
        return isinstance(self.over, Renewal) and self.over.holds_open

    def clear(self) -> None:
        """Leave nothing of what was typed."""
        self.form.field.clear()

    def event(self, event: QEvent) -> bool:
        """Whoever leaves while a passphrase is being renewed leaves nothing unlocked."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.leave()
        return super().event(event)

    def leave(self) -> None:
        """Something else comes: nothing stays unlocked, and nobody waits for the keyring."""
        if isinstance(self.over, Renewal):
            self.over.leave()
        if self.offer is not None:
            self.offer.leave()

    def _show(self) -> None:
        self.form = self._make_form()
        self.show_form(self.form)

    def _make_form(self) -> UnlockForm:
        others = OtherWays(with_office=Kind.ESCROW in self._ways)
        others.sheet.connect(self._on_sheet_asked)
        others.office.connect(self._on_office_asked)
        others.another.connect(self.another_wanted)
        form = UnlockForm(others)
        form.asked.connect(self._on_asked)
        form.restore_wanted.connect(self.restore_wanted)
        here = next((each for each in self._people if each.folder == self._folder), None)
        if here is not None and len(self._people) > 1:
            whose = WhoseNotes(self._people, here)
            whose.chosen.connect(self.other_chosen)
            form.above.addWidget(whose)
        if self._keyring_jobs is not None:
            self._offer_keyring(form, self._keyring_jobs)
        if here is not None and here.closed_for_journey:
            form.above.addWidget(_journey_notice())
            form.above.addSpacing(24)
        return form

    def _offer_keyring(self, form: UnlockForm, jobs: Jobs) -> None:
        if self.offer is not None:
            self.offer.leave()
        self.offer = KeyringOffer(self._folder, jobs)
        self.offer.opened.connect(self._on_opened)
        form.above.addWidget(self.offer)

    def show_again(self) -> None:
        """Make the form in the language of the screens, with what was typed."""
        typed = self.form.field.passphrase
        self.clear()
        self._show()
        self.form.field.set_passphrase(typed)
        self.form.show_pause(self._seconds_left)

    def _on_asked(self) -> None:
        self.form.hide_error()
        if not self.form.field.passphrase:
            self.form.field.show_error(_("Type your passphrase first."))
            self.form.setFocus()
            return
        self._work(working=True)
        folder, passphrase = self._folder, self.form.field.passphrase
        note = self.offer.note if self.offer is not None else b""
        self._jobs.start(
            lambda: _unlock(folder, passphrase, note), self, self._on_opened, self._on_refused
        )

    def _on_sheet_asked(self) -> None:
        """The sheet instead of the passphrase: a page over this one."""
        self.clear()
        self.form.hide_error()
        page = SheetPage(self._folder, self._jobs)
        page.left.connect(self._on_sheet_left)
        page.opened.connect(self._on_sheet_opened)
        self._put_over(page)

    def _on_office_asked(self) -> None:
        """The key from the office: a page over this one."""
        self.clear()
        self.form.hide_error()
        page = KeyRequest(self._folder, self._jobs)
        page.left.connect(self._on_sheet_left)
        page.finished.connect(self.unlocked)
        self._put_over(page)

    def _on_sheet_left(self) -> None:
        self._take_away()
        self.landscape.show()
        self._show()
        self.form.show_pause(self._seconds_left)

    def _on_sheet_opened(self, opened: Vault) -> None:
        """A passphrase that was forgotten or seen is replaced before the notes are shown."""
        self._take_away()
        page = Renewal(opened, self._jobs)
        page.finished.connect(self.unlocked)
        self._put_over(page)

    def _put_over(self, page: "SheetPage | Renewal | KeyRequest") -> None:
        self.landscape.hide()
        self.side.hide()
        page.language_chosen.connect(self.language_chosen)
        self.over = page
        self.whole.addWidget(page, 16)
        page.show()
        self.setFocusProxy(page)
        self.setFocus()

    def _take_away(self) -> None:
        if self.over is not None:
            self.over.hide()
            self.over.deleteLater()
            self.over = None

    def _on_opened(self, opened: Vault) -> None:
        self._work(working=False)
        self.clear()
        self.unlocked.emit(opened)

    def _on_refused(self, error: AppError) -> None:
        self._work(working=False)
        if not isinstance(error, WrongPassphraseError):
            self.form.show_error(error, restorable=isinstance(error, _RESTORABLE))
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

    def _on_second(self) -> None:
        self._seconds_left -= 1
        if self._seconds_left <= 0:
            self._seconds_left = 0
            self._pause.stop()
        self.form.show_pause(self._seconds_left)


def _ways(folder: Path) -> set[str]:
    """The ways into a vault, by the kinds of its keyslots."""
    try:
        return {str(slot["kind"]) for copy in keyslots.read(folder) for slot in copy.slots}
    except AppError:
        return set()


def _unlock(folder: Path, passphrase: str, note: bytes) -> Vault:
    opened = vault.unlock(folder, passphrase)
    opened.hear_witness(note)
    return opened


def _journey_notice() -> Notice:
    return Notice(
        _("These notes were closed for a journey"),
        _("Your office opens them again with you. Ask it for the key."),
        "",
        icon="lock",
        closable=False,
    )


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
