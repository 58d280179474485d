# ruff: noqa: D102 - Qt documents the methods that it calls
"""Today: what the day holds over all cases, and the way to each. The first page after unlocking.

It is read beside the window and shown when it has come; what was there stands until then.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from assistance_desktop.cases.changes import Change
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.clock_notice import ClockWarning
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.empty_state import EmptyState
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.kit.scroll import Scroll
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.session import HELSINKI, Session
from assistance_desktop.ui.today import greeting, standing
from assistance_desktop.ui.today.agenda_card import AgendaCard
from assistance_desktop.ui.today.beside import ClocksCard, UnsentCard
from assistance_desktop.ui.today.recent_card import RecentCard
from assistance_desktop.ui.today.standing import Standing


class TodayPage(QWidget):
    """The day. `opened` a case, `plan_wanted` its plan; `agenda_wanted` a case and a record."""

    opened = Signal(str)
    plan_wanted = Signal(str)
    agenda_wanted = Signal(str, str)
    intake_wanted = Signal()
    cases_wanted = Signal()
    sync_wanted = Signal()

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._content = session, actions, content
        self._asked = 0
        self.standing: Standing | None = None
        self.header = PageHeader(greeting.title(session.today))
        self.notices = QVBoxLayout()
        self.new_button = Button(_("New intake"), "primary", icon="plus", size="hero", key="Ctrl N")
        self.small_button = Button(_("New intake"), "primary", icon="plus")
        self.header.add(self.small_button)
        self.agenda, self.recent = AgendaCard(), RecentCard()
        self.clocks, self.unsent = ClocksCard(), UnsentCard()
        self.views = QStackedWidget()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        self.day = Scroll(_("Today"))
        self.day.body.setContentsMargins(24, 0, 24, 24)
        self.day.body.addWidget(ClockWarning(self._session))
        told = QVBoxLayout()
        told.setSpacing(16)
        self.notices.setSpacing(8)
        told.addLayout(self.notices)
        self.day.body.addLayout(told)
        self.columns = columns = TwoColumns(aside=344, gap=24)
        for card in (self.agenda, self.recent):
            columns.first.addWidget(card)
        for part in (self.new_button, self.clocks, self.unsent):
            columns.second.addWidget(part)
        columns.first.addStretch(1)
        columns.second.addStretch(1)
        told.addWidget(columns)
        self.day.body.addStretch(1)
        self.beginning = self._make_beginning()
        self.views.addWidget(self.day)
        self.views.addWidget(self.beginning)
        whole.addWidget(self.views, 1)

    def _fit(self) -> None:
        """New intake stands beside the day, or at the top where that would be far below.

        The greeting makes room for it there.
        """
        stacked = self.columns.is_stacked
        self.small_button.setVisible(stacked and self.views.currentWidget() is self.day)
        self.new_button.setVisible(not stacked)
        if self.standing is not None:
            now = self._session.clock().astimezone(HELSINKI)
            worker = self._session.author.name
            said = greeting.line(self.standing, None if stacked else now, worker)
            self.header.say(greeting.title(self.standing.today), said)

    def _make_beginning(self) -> QWidget:
        """The first day: nothing is planned because nobody was met yet."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 0, 24, 24)
        card = Card(padded=False)
        empty_state = EmptyState(
            _("A quiet first day"),
            _(
                "Appointments, tasks and clocks of your cases will stand here. Start an intake"
                " when you meet someone, or bring in cases that the office has sent you."
            ),
            foot=_("Everything is encrypted as soon as you type the first letter."),
        )
        self.first_button = Button(
            _("New intake"), "primary", icon="plus", size="large", key="Ctrl N"
        )
        bundle = Button(_("Read a bundle"), icon="inbox", size="large")
        self.first_button.clicked.connect(self.intake_wanted)
        bundle.clicked.connect(self.sync_wanted)
        empty_state.buttons.addWidget(self.first_button)
        empty_state.buttons.addWidget(bundle)
        card.body.addWidget(empty_state)
        column.addWidget(card)
        return made

    def _connect(self) -> None:
        self.header.hide_asked.connect(self._actions["hide"].trigger)
        for button in (self.new_button, self.small_button):
            button.clicked.connect(self.intake_wanted)
        self.agenda.opened.connect(self.opened)
        self.agenda.plan_wanted.connect(self.plan_wanted)
        self.agenda.changing.connect(self.agenda_wanted)
        self.agenda.said.connect(self._on_said)
        self.agenda.done.connect(self._on_done)
        self.recent.opened.connect(self.opened)
        self.recent.cases_wanted.connect(self.cases_wanted)
        self.clocks.opened.connect(self.plan_wanted)
        self.unsent.sync_wanted.connect(self.sync_wanted)
        self._session.changed.connect(self._on_changed)

    def _refresh(self) -> None:
        """Read the day anew beside the window; only the last answer that was asked for counts."""
        self._asked += 1
        asked, today, content = self._asked, self._session.today, self._content

        def show(found: Standing) -> None:
            if asked == self._asked:
                self._show(found)

        self._session.compute(
            lambda connection: standing.read(connection, content, today),
            self,
            show,
            self._on_failed,
        )

    def _show(self, found: Standing) -> None:
        now = self._session.clock().astimezone(HELSINKI)
        before, self.standing = self.standing, found
        if before != found:
            self.agenda.show_standing(found, f"{now:%H:%M}")
            self.recent.show_rows(found.recent, found.cases)
            self.clocks.show_clocks(found.clocks, found.today)
            self.unsent.show_unsent(found.unsent, found.today)
        self.views.setCurrentWidget(self.day if found.cases else self.beginning)
        self.day.body.activate()
        self._fit()
        follow_layout(self)
        self.agenda.give_back_focus()

    def _on_said(self, case_id: str, record: str, state: str) -> None:
        """Somebody said what became of an appointment."""
        said = {
            "kept": _("The appointment took place."),
            "missed": _("They did not come to the appointment."),
            "cancelled": _("The appointment is cancelled."),
        }.get(state, _("The appointment is still to come."))
        before = self._state_of(case_id, record)
        back = [Edit(record, "state", before)]
        self._write(case_id, [Edit(record, "state", state)], said, back)

    def _state_of(self, case_id: str, record: str) -> str:
        return self._session.case(case_id).text(record, "state")

    def _on_done(self, case_id: str, record: str) -> None:
        today = self._session.today.isoformat()
        edits = [Edit(record, "done", True), Edit(record, "done_on", today)]
        back = [Edit(record, "done", False), Edit(record, "done_on", "")]
        self._write(case_id, edits, _("Done."), back)

    def _write(self, case_id: str, edits: list[Edit], said: str, back: list[Edit]) -> None:
        def tell(_changes: list[Change]) -> None:
            toast = Toast(self, said, _("Undo"))
            toast.acted.connect(lambda: self._take_back(case_id, back))
            toast.appear()

        self._session.edit(case_id, edits, self, tell, self._on_failed)

    def _take_back(self, case_id: str, back: list[Edit]) -> None:
        self._session.edit(case_id, back, self, lambda _changes: None, self._on_failed)

    def _on_changed(self, _case_id: str) -> None:
        if self.isVisible():
            self._refresh()

    def _on_failed(self, refusal: AppError) -> None:
        self.agenda.redraw()  # a tick that was not kept is taken out again
        notice = Notice(refusal.problem, refusal.hint, "amber")
        notice.closed.connect(notice.deleteLater)
        self.notices.addWidget(notice)
        notice.announce()
