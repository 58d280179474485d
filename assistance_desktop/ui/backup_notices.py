"""What Today says of backups: calmly, in a line, that can be put off for a week. Never a box."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import backup_plan, case_store
from assistance_desktop.storage.backup_plan import STALE, Last
from assistance_desktop.storage.vault import Connection
from assistance_desktop.ui import phrases
from assistance_desktop.ui.backing_up import BackingUp
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.session import HELSINKI, Session


@dataclass(frozen=True, slots=True)
class _Reminder:
    """Whether to remind, and of which last backup."""

    wanted: bool
    last: Last | None


class BackupNotices(QObject):
    """Puts notices into a column of a page. `backup_wanted` tells that a person wants to see more.

    `shown` tells that it was looked whether a reminder is needed.
    """

    backup_wanted = Signal()
    shown = Signal()

    def __init__(
        self, session: Session, backing_up: BackingUp, column: QVBoxLayout, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session, self._column = session, column
        self.reminder: Notice | None = None
        self.failure: Notice | None = None
        backing_up.written.connect(self._on_written)
        backing_up.failed.connect(self._on_failed)
        session.changed.connect(self._on_changed)
        self._look()

    def put_off(self) -> None:
        """Say no more of it for a week."""
        self._clear_reminder()
        until = self._session.today + STALE

        def keep(connection: Connection) -> None:
            plan = backup_plan.read(connection)
            backup_plan.keep(connection, replace(plan, put_off=until))

        self._session.store(keep, self, lambda _none: None, self._on_refused)

    def _look(self) -> None:
        now = self._session.clock().astimezone(HELSINKI)

        def read(connection: Connection) -> _Reminder:
            plan, last = backup_plan.read(connection), backup_plan.read_last(connection)
            cases = case_store.count(connection)
            return _Reminder(backup_plan.is_stale(plan, last, cases, now), last)

        self._session.compute(read, self, self._show, lambda _refusal: None)

    def _show(self, found: _Reminder) -> None:
        if not found.wanted:
            self._clear_reminder()
        elif self.reminder is None:
            self._remind(found.last)
        self.shown.emit()

    def _remind(self, last: Last | None) -> None:
        if last is None:
            title = _("There is no backup of your notes yet.")
        else:
            day = phrases.day(last.at.astimezone(HELSINKI).date(), self._session.today)
            title = _("Last backup: {day}").format(day=day)
        line = _("If this computer is lost, a backup brings everything back.")
        notice = Notice(title, line, "", icon="archive", action=_("Back up"), closable=False)
        later = Button(_("In a week"), "quiet", size="small")
        later.clicked.connect(self.put_off)
        notice.row.addWidget(later)
        notice.acted.connect(self.backup_wanted)
        self._column.addWidget(notice)
        self.reminder = notice

    def _clear_reminder(self) -> None:
        if self.reminder is not None:
            self.reminder.hide()
            self.reminder.deleteLater()
            self.reminder = None

    def _clear_failure(self) -> None:
        if self.failure is not None:
            self.failure.hide()
            self.failure.deleteLater()
            self.failure = None

    def _on_written(self, _made: object) -> None:
        self._clear_failure()
        self._look()

    def _on_failed(self, refusal: AppError, by_itself: bool) -> None:  # noqa: FBT001 - a Qt slot
        """One that nobody is waiting for: said once, without hurry."""
        if not by_itself:
            return
        self._clear_failure()
        title = _("A backup by itself did not work.")
        line = f"{refusal.problem} {refusal.hint}"
        notice = Notice(title, line, "", icon="archive", action=_("Look"))
        notice.acted.connect(self.backup_wanted)
        notice.closed.connect(self._clear_failure)
        self._column.addWidget(notice)
        self.failure = notice

    def _on_changed(self, _case_id: str) -> None:
        if self.reminder is None:
            self._look()

    def _on_refused(self, refusal: AppError) -> None:
        self._column.addWidget(Notice(refusal.problem, refusal.hint, "amber"))
