# ruff: noqa: D102 - Qt documents the methods that it calls
"""Backup and restore: the last one, what is made by itself, where to, and what can come back.

Nothing here asks in a box, for nothing here can do harm: restoring joins, and before it today's
state is backed up.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import backup_plan
from assistance_desktop.storage.backup import Written
from assistance_desktop.storage.backup_plan import Plan
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import desk as desks
from assistance_desktop.ui import volumes
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.backup import looking, standing, wording
from assistance_desktop.ui.backup.cards import ItselfCard, LastCard, PlacesCard
from assistance_desktop.ui.backup.looking import Closed, Looked
from assistance_desktop.ui.backup.restore_card import RestoreCard
from assistance_desktop.ui.backup.standing import Kept, PlaceNow, Standing
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.session import Session


class BackupPage(QWidget):
    """`shown` tells that all was read again, `looked` that a backup was looked into.

    `restored` tells that one was brought back, `closed` to go back to the settings.
    """

    shown = Signal()
    looked = Signal()
    restored = Signal()
    closed = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        backing_up: BackingUp,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._backing_up = session, backing_up
        self.standing: Standing | None = None
        self._elsewhere: Path | None = None
        self._looked: Looked | None = None
        self._chosen: Kept | None = None
        self._header = PageHeader(
            _("Backup and restore"),
            _("Encrypted like your notes, opened by the same passphrase or sheet"),
            back=True,
        )
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.now = Button(_("Back up now"), "primary", icon="archive")
        self._header.add(self.now)
        self.notices = Notices()
        self.last, self.itself, self.places = LastCard(), ItselfCard(), PlacesCard()
        self.restore = RestoreCard()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read how things stand, beside the window."""
        opened, elsewhere = self._session.vault, self._elsewhere
        self._session.compute(
            lambda connection: standing.read(connection, opened, elsewhere),
            self,
            self._show,
            self.notices.refuse,
        )

    def back_up(self) -> None:
        """Write a backup to the best place that is here; ask for one when there is none."""
        where = self._best_place()
        if where is None:
            self._on_add_asked()
        elif where.path is not None:
            self.notices.clear()
            self._backing_up.start(Order(where.place.path, where.path))

    def add_place(self, folder: Path, *, then_back_up: bool = False) -> None:
        """Let backups go to a folder from now on."""
        place = volumes.place_of(folder, volumes.mounted())

        def keep(connection: Connection) -> None:
            plan = backup_plan.read(connection)
            backup_plan.keep(connection, backup_plan.having(plan, place))

        def go_on(_nothing: None) -> None:
            self.refresh()
            if then_back_up:
                self._backing_up.start(Order(place.path, folder))

        self._session.store(keep, self, go_on, self.notices.refuse)

    def look_into(self, kept: Kept, secret: str = "") -> None:
        """Look into a backup; nothing is changed."""
        self._chosen, self._looked = kept, None
        opened = self._session.vault
        self.restore.show_looking()
        self._session.compute(
            lambda connection: looking.look_into(connection, opened, kept.path, secret),
            self,
            lambda found: self._on_looked(kept, found),
            lambda refusal: self._on_not_looked(kept, refusal),
        )

    def bring_back(self) -> None:
        """Back up today's state, then join what was looked at."""
        looked = self._looked
        where = self._best_place()
        if looked is None or self._backing_up.is_running:
            return
        usual = self._session.vault.folder.parent / "backups"
        order = Order(str(usual), usual)
        if where is not None and where.path is not None:
            order = Order(where.place.path, where.path)
        self.restore.bring.setEnabled(False)
        self._backing_up.start(order, lambda _made: self._join(looked))

    def show_elsewhere(self, folder: Path) -> None:
        """Show the backups in another folder too."""
        self._elsewhere = folder
        self.refresh()

    def _join(self, looked: Looked) -> None:
        def joined(_new: int) -> None:
            self.restore.show_nothing()
            self.notices.say(
                wording.changes_back(looked.look.changes), _("What was newer stayed as it was.")
            )
            self.refresh()
            self.restored.emit()

        self._looked = None
        opened, author, at = self._session.vault, self._session.author, self._session.clock()
        self._session.write(
            lambda connection: looking.bring_back(connection, opened, looked.source, author, at),
            self,
            joined,
            self.notices.refuse,
        )

    def _best_place(self) -> PlaceNow | None:
        """One that is here: rather not on the disk that the notes are on."""
        here = [each for each in self.standing.places if each.path] if self.standing else []
        return min(here, key=lambda each: each.on_same_disk) if here else None

    def _show(self, found: Standing) -> None:
        before = self.standing.kept if self.standing is not None else None
        self.standing = found
        today = self._session.today
        self.last.show_standing(found, today)
        self.itself.show_standing(found)
        self.places.show_places(found.places)
        if before != found.kept:
            self._chosen = self._looked = None
            self.restore.show_kept(found.kept, today)
        self.shown.emit()

    def _on_looked(self, kept: Kept, found: Looked | Closed) -> None:
        if kept is not self._chosen:
            return
        if isinstance(found, Closed):
            self.restore.ask_secret(found.why)
        else:
            self._looked = found
            in_organisation = desks.read(self._session.reader).roster is not None
            self.restore.show_look(found.look, in_organisation=in_organisation)
        self.looked.emit()

    def _on_not_looked(self, kept: Kept, refusal: AppError) -> None:
        if kept is self._chosen:
            self.restore.show_refusal(refusal.problem, refusal.hint)
            self.looked.emit()

    def _on_secret(self, secret: str) -> None:
        if self._chosen is not None and secret:
            self.look_into(self._chosen, secret)

    def _on_add_asked(self) -> None:
        title = _("Where should backups go?")
        if folder := QFileDialog.getExistingDirectory(self, title):
            self.add_place(Path(folder), then_back_up=True)

    def _on_elsewhere_asked(self) -> None:
        title = _("Where are the backups?")
        if folder := QFileDialog.getExistingDirectory(self, title):
            self.show_elsewhere(Path(folder))

    def _on_daily_chosen(self, at: str) -> None:
        """The place of every day is one on this computer: it is always there."""
        usual = self._session.vault.folder.parent / "backups"
        mounted = volumes.mounted()

        def choose(plan: Plan) -> Plan:
            place = volumes.place_of(usual, mounted)
            chosen = plan.daily_place or place.path
            if at and chosen == place.path:
                usual.mkdir(mode=0o700, exist_ok=True)
                plan = backup_plan.having(plan, place)
            return replace(plan, daily=at, daily_place=chosen)

        self._change(choose)

    def _on_stick_chosen(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._change(lambda plan: replace(plan, with_stick=on))

    def _on_keep_chosen(self, count: int) -> None:
        self._change(lambda plan: replace(plan, keep=count))

    def _on_place_removed(self, path: str) -> None:
        self._change(lambda plan: backup_plan.without(plan, path))

    def _change(self, choose: Callable[[Plan], Plan]) -> None:
        def keep(connection: Connection) -> None:
            backup_plan.keep(connection, choose(backup_plan.read(connection)))

        self._session.store(keep, self, lambda _none: self.refresh(), self._on_refused)

    def _on_refused(self, refusal: AppError) -> None:
        self.notices.refuse(refusal)
        self.refresh()

    def _on_begun(self) -> None:
        self.now.setEnabled(False)
        self.last.show_job(running=True)

    def _on_moved(self, done: int, whole: int) -> None:
        self.last.show_progress(done, whole)

    def _on_written(self, _made: Written) -> None:
        self._on_over()

    def _on_failed(self, refusal: AppError, _by_itself: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._on_over()
        self.notices.refuse(refusal)

    def _on_over(self) -> None:
        self.now.setEnabled(True)
        self.last.show_job(running=False)
        self.restore.bring.setEnabled(self._looked is not None)
        if self.isVisible():
            self.refresh()

    def _on_back(self) -> None:
        self.notices.clear()
        self._elsewhere = None
        self.closed.emit()

    def _connect(self) -> None:
        self._header.back_asked.connect(self._on_back)
        self.now.clicked.connect(self.back_up)
        self.last.stop_asked.connect(self._backing_up.stop)
        self.itself.stick_chosen.connect(self._on_stick_chosen)
        self.itself.daily_chosen.connect(self._on_daily_chosen)
        self.itself.keep_chosen.connect(self._on_keep_chosen)
        self.places.add_asked.connect(self._on_add_asked)
        self.places.removed.connect(self._on_place_removed)
        self.restore.chosen.connect(self.look_into)
        self.restore.unlock_asked.connect(self._on_secret)
        self.restore.bring_asked.connect(self.bring_back)
        self.restore.elsewhere_asked.connect(self._on_elsewhere_asked)
        self._backing_up.begun.connect(self._on_begun)
        self._backing_up.moved.connect(self._on_moved)
        self._backing_up.written.connect(self._on_written)
        self._backing_up.failed.connect(self._on_failed)
        self._backing_up.stopped.connect(self._on_over)

    def _lay_out(self) -> None:
        columns = TwoColumns(aside=432, least=960, gap=24, leading=True)
        for card in (self.last, self.itself, self.places):
            columns.first.addWidget(card)
        columns.first.addStretch(1)
        columns.second.addWidget(self.notices)
        columns.second.addWidget(self.restore, 1)
        scroll = Scroll(_("Backup and restore"))
        scroll.body.setContentsMargins(24, 0, 24, 24)
        scroll.body.addWidget(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(scroll, 1)
