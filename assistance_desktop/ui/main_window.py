"""The one window: locked or at work, and which page is in front.

It makes the screens and leads from one to the next; the screens do not know each other.
Locking is unconditional: pages hand over what is half typed, every dialog is closed, the key
is dropped, and everything that showed a case is deleted. Hiding shows the empty notes first.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from assistance_desktop import i18n
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import keyring_slot, leaving, settings
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.deeds import Kind as Done
from assistance_desktop.storage.keyslots import Kind
from assistance_desktop.storage.vault import Vault
from assistance_desktop.ui import noting, opening, preferences
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.crash.page import CrashPage
from assistance_desktop.ui.entrance import Entrance
from assistance_desktop.ui.guarding.guards import Guards
from assistance_desktop.ui.hiding.hide_keys import HIDE_KEYS, is_hide_key
from assistance_desktop.ui.hiding.notes_page import NotesPage
from assistance_desktop.ui.hiding.other_windows import close_dialogs, hide_others, let_go
from assistance_desktop.ui.kit.theme import apply_theme
from assistance_desktop.ui.preferences import Preferences
from assistance_desktop.ui.session import Jobs, Session, now
from assistance_desktop.ui.unlock.backup_page import BackupPage
from assistance_desktop.ui.unlock.first_start import FirstStart
from assistance_desktop.ui.unlock.gap_page import GapPage
from assistance_desktop.ui.unlock.gap_view import GapWay
from assistance_desktop.ui.unlock.unlock_page import UnlockPage
from assistance_desktop.ui.unlock.way_change import WayChange
from assistance_desktop.ui.workspace import Workspace

IDLE_MINUTES = 5
"""How long nobody may touch anything before the notes lock themselves."""


class MainWindow(QMainWindow):
    """The window over the vault in a folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.jobs = Jobs(1, "key")
        self._keyring_jobs = Jobs(1, "keyring")
        self.preferences = preferences.read(folder)
        self.actions_ = Actions(self)
        self.addActions(self.actions_.all())
        self.actions_["lock"].triggered.connect(self.lock)
        self.actions_["hide"].triggered.connect(self.hide_now)
        self._layers = QStackedWidget()
        self._untold = ""
        self._way_in = Entrance(folder, self.jobs, self._keyring_jobs, self)
        self._way_in.shown.connect(self._show)
        self._way_in.opened.connect(self._open)
        self._way_in.hide_asked.connect(self.hide_now)
        self._way_in.language_chosen.connect(self._on_language_chosen)
        self.setCentralWidget(self._layers)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        self.resize(1280, 768)
        self.setMinimumSize(1120, 640)
        app = _application()
        app.installEventFilter(self)
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self.guards = Guards(self)
        self.guards.lock_due.connect(self._on_lock_due)
        self._dress()
        self._show_entrance()

    @property
    def is_hidden(self) -> bool:
        """Whether the empty notes stand in place of the program."""
        return isinstance(self._layers.currentWidget(), NotesPage)

    @property
    def entrance(self) -> FirstStart | UnlockPage | GapPage | BackupPage | None:
        """The page that leads to the notes, while one is in front."""
        return self._way_in.page

    def lock(self) -> None:
        """Lock now, whatever is open; the unlock page is shown, or the empty notes stay."""
        hide_others(self)
        self._close_session()
        if not self.is_hidden:
            self._show_entrance()

    def change_way(self, way: Kind) -> None:
        """Let a new passphrase or recovery sheet be made, over the work, which stays open."""
        if self.session is None:
            return
        page = WayChange(self.session.vault, way, self.jobs)
        page.finished.connect(self._on_way_changed)
        page.left.connect(self._on_way_left)
        page.language_chosen.connect(self._on_language_chosen)
        self._show(page)

    def erase(self) -> None:
        """Close the notes and erase them: the keys first. What cannot be removed is told."""
        if self.session is None:
            return
        folder, vault_id = self.session.vault.folder, self.session.vault.id
        hide_others(self)
        self._close_session()
        self.jobs.start(
            lambda: leaving.erase(folder, vault_id),
            self,
            lambda _nothing: self._show_entrance(),
            lambda refusal: self.show_crash(str(refusal)),
        )

    def hide_now(self) -> None:
        """Show an ordinary window with empty notes in place of everything, then lock.

        The notes are painted before anything that takes time. From here on no dialog, no page
        and no vault that is just being opened can come back in front of them.
        """
        if self.is_hidden:
            return
        notes = NotesPage()
        notes.returned.connect(self._on_returned)
        self._way_in.leave()
        self.setWindowTitle(_("Notes"))
        self._show(notes)
        hide_others(self)
        self.guards.rest()
        self.activateWindow()
        self.repaint()
        QTimer.singleShot(0, self, self._close_session)

    def show_crash(self, report: str) -> None:
        """Show what went wrong; afterwards the work goes on, or the notes are opened again."""
        if self.is_hidden:
            self._untold = report
            return
        page = CrashPage(report)
        page.closed.connect(self._on_crash_read)
        self._show(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F9 hides, whoever has the keyboard; any key or click starts the idle time again."""
        kind = event.type()
        if kind in HIDE_KEYS and not self.is_hidden and is_hide_key(event):
            event.accept()  # no shortcut and nobody else answers to it
            if kind == QEvent.Type.KeyPress:
                self.hide_now()
            return True
        if kind in _SIGNS_OF_LIFE:
            self._idle.start()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close for good: what is half typed is saved first."""
        hide_others(self)
        self._close_session()
        self._way_in.leave()
        self.hide()  # what the keyring is still told takes its time out of sight
        self.jobs.finish()
        self._keyring_jobs.finish()
        _application().removeEventFilter(self)
        super().closeEvent(event)

    def _show_entrance(self) -> None:
        """Lead to the notes: unlocking, or the first start where there are none."""
        self.setWindowTitle(_("Workspace"))
        self._idle.start(IDLE_MINUTES * 60_000)
        self._way_in.begin()

    def _open(self, opened: Vault, way: GapWay) -> None:
        try:
            opening.settle(opened, now())
            self.session = Session(opened)
        except AppError as refusal:
            opened.close()
            self.show_crash(str(refusal))
            return
        try:
            content = Content.read()
            content.stock(self.session.reader)
        except AppError as error:
            self._close_session()
            self.show_crash(str(error))
            return
        self._keep_intake(content, self.session)
        self.workspace = Workspace(self.session, self.actions_, content, self.preferences)
        self.workspace.lock_asked.connect(self.lock)
        self.workspace.erase_asked.connect(self.erase)
        self.workspace.change_asked.connect(self.change_way)
        self.workspace.preferences_chosen.connect(self._on_preferences_chosen)
        self.workspace.idle_chosen.connect(self._on_idle_chosen)
        self.workspace.cover_chosen.connect(self.guards.choose_cover)
        self._show(self.workspace)
        by = opened.opened_by.value
        noting.note_unlocked(self.session, by, self.workspace.say_refusal)
        if way is GapWay.OFFICE:
            self.workspace.go("sync")
        elif way is GapWay.BACKUP:
            self.workspace.show_backup(self._way_in.backup)
        minutes = settings.read(self.session.reader, "idle_minutes") or IDLE_MINUTES
        self._idle.setInterval(int(minutes) * 60_000)
        self._idle.start()
        covers = settings.read(self.session.reader, "cover_window") is not False
        self.guards.choose_cover(covers)

    def _keep_intake(self, content: Content, session: Session) -> None:
        """Keep the intake that came with the program, once: cases are pinned to its version."""
        if not content.is_kept(session.reader):
            moment = session.clock()
            session.write(
                lambda connection: content.keep(connection, moment),
                self,
                lambda _nothing: content.stock(session.reader),
                lambda _refusal: None,  # the disk is full: tried again when the notes next open
            )

    def _close_session(self) -> None:
        self._idle.stop()
        close_dialogs(self)
        self.guards.leave_nothing()
        if self.session is not None:
            self.session.close()
            self._tell_keyring(self.session.vault)
        if self.workspace is not None:
            self.workspace.leave()
            self._layers.removeWidget(self.workspace)
            let_go(self.workspace)
        self.session = self.workspace = None
        # A dialog gives the keyboard back to whoever had it before.
        front = self._layers.currentWidget()
        if front is not None:
            front.setFocus()

    def _tell_keyring(self, closed: Vault) -> None:
        """Let the keyring remember the last state, if it knows the vault; nobody waits for it."""
        if closed.note and closed.keyslots.of(Kind.KEYRING) is not None:
            self._keyring_jobs.start(
                lambda: keyring_slot.note(closed, closed.note),
                self,
                lambda _kept: None,
                lambda _refusal: None,
            )

    def _show(self, page: QWidget) -> None:
        """Put a page in front; the one before is deleted unless it is at work."""
        before = self._layers.currentWidget()
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        if before is not None and before is not self.workspace:
            self._layers.removeWidget(before)
            let_go(before)
        page.setFocus()

    def _on_way_changed(self, way: Kind) -> None:
        done = Done.SHEET_RENEWED if way is Kind.SHEET else Done.PASSPHRASE_CHANGED
        if self.session is not None and self.workspace is not None:
            noting.note(self.session, Deed(done), self.workspace.say_refusal)
        self._on_way_left()

    def _on_way_left(self) -> None:
        if self.workspace is not None:
            self._show(self.workspace)

    def _on_lock_due(self) -> None:
        """The machine sleeps or its session is locked: nothing stays open, nor half typed."""
        if isinstance(self.entrance, UnlockPage):
            self.lock()
        else:
            self._on_idle()

    def _on_idle(self) -> None:
        """Nobody is there: what is open is locked; a set-up without a vault goes on waiting."""
        if self.session is not None or self._way_in.holds_open:
            self.lock()

    def _on_returned(self) -> None:
        """Back from the notes: to the unlock page, or first to what went wrong meanwhile."""
        self._close_session()
        self.guards.work()
        self._show_entrance()
        if self._untold:
            report, self._untold = self._untold, ""
            self.show_crash(report)

    def _on_crash_read(self) -> None:
        if self.workspace is None:
            self._show_entrance()
        else:
            self._show(self.workspace)

    def _on_language_chosen(self, code: str) -> None:
        self._remember(Preferences(code, self.preferences.theme, self.preferences.scale))

    def _on_preferences_chosen(self, chosen: Preferences) -> None:
        self._remember(chosen)
        if self.session is not None and self.workspace is not None:
            self.workspace.rebuild(chosen)

    def _on_idle_chosen(self, minutes: int) -> None:
        self._idle.setInterval(minutes * 60_000)

    def _remember(self, chosen: Preferences) -> None:
        self.preferences = chosen
        preferences.write(self.folder, chosen)
        self._dress()

    def _dress(self) -> None:
        i18n.use_language(self.preferences.language)
        app = _application()
        theme = self.preferences.theme or preferences.system_theme()
        apply_theme(app, theme, self.preferences.scale)
        self.actions_.retranslate()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the application must exist before its window")  # noqa: TRY004 - a bug
    return app


_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
