# ruff: noqa: D102 - Qt documents the methods that it calls
"""Backup and restore: the last one, what is made by itself, where to, and what can come back.

Nothing here asks in a box, for nothing here can do harm: restoring joins, and before it today's
state is backed up.
"""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import backup_plan
from assistance_desktop.storage.backup_plan import Plan
from assistance_desktop.storage.backup_shelf import Written
from assistance_desktop.storage.restore import Look
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import volumes
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.backing_up import BackingUp, Order
from assistance_desktop.ui.backup import standing, wording
from assistance_desktop.ui.backup.cards import ItselfCard, LastCard, PlacesCard
from assistance_desktop.ui.backup.restore_card import RestoreCard
from assistance_desktop.ui.backup.restoring import Restoring
from assistance_desktop.ui.backup.standing import PlaceNow, Standing
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
        self._wanted: Path | None = None
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
        self._restoring = Restoring(session, backing_up, self.restore, self._usual_order, self)
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

    def choose(self, backup: Path) -> None:
        """Look into a backup of the list, once the list is there."""
        self._wanted = backup
        self.refresh()

    def show_elsewhere(self, folder: Path) -> None:
        """Show the backups in another folder too."""
        self._elsewhere = folder
        self.refresh()

    def _best_place(self) -> PlaceNow | None:
        """One that is here: rather not on the disk that the notes are on."""
        here = [each for each in self.standing.places if each.path] if self.standing else []
        return min(here, key=lambda each: each.on_same_disk) if here else None

    def _usual_order(self) -> Order:
        """Where today's state goes before something comes back: always somewhere."""
        where = self._best_place()
        if where is not None and where.path is not None:
            return Order(where.place.path, where.path)
        usual = self._session.vault.folder.parent / "backups"
        return Order(str(usual), usual)

    def _show(self, found: Standing) -> None:
        before = self.standing.kept if self.standing is not None else None
        self.standing = found
        today = self._session.today
        self.last.show_standing(found, today)
        self.itself.show_standing(found)
        self.places.show_places(found.places)
        if before != found.kept:
            self._restoring.show_kept(found.kept)
        if self._wanted is not None:
            paths = [each.path for each in found.kept]
            if self._wanted in paths:
                self.restore.rows[paths.index(self._wanted)].click()
            self._wanted = None
        self.shown.emit()

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
                with contextlib.suppress(OSError):  # then it is shown as not here
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

    def _on_restored(self, look: Look) -> None:
        title = wording.changes_back(look.changes) if look.changes else _("It is back.")
        self.notices.say(title, _("What was newer stayed as it was."))
        self.refresh()
        self.restored.emit()

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
        self._restoring.offer_again()
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
        self._restoring.looked.connect(self.looked)
        self._restoring.restored.connect(self._on_restored)
        self._restoring.failed.connect(self._on_refused)
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
