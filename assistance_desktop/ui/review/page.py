# ruff: noqa: D102 - Qt documents the methods that it calls
"""The review of a bundle before it is taken in: what it brings, and what a person must decide.

Nothing is written before Accept, and Accept waits until every conflict has its choice.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage import activity, deeds
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Pen
from assistance_desktop.storage.vault import Connection
from assistance_desktop.sync import aside, exchange
from assistance_desktop.sync import desk as desks
from assistance_desktop.sync.exchange import Kind, Preview
from assistance_desktop.sync.trust.card import Role
from assistance_desktop.ui import phrases
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.kit.chip import Chip
from assistance_desktop.ui.kit.notices import Notices
from assistance_desktop.ui.kit.page_header import PageHeader
from assistance_desktop.ui.review.comparing import ComparePanel
from assistance_desktop.ui.review.counts import Counts
from assistance_desktop.ui.review.deciding import Deliberation, Describe, deliberations
from assistance_desktop.ui.review.frame import ReviewFrame
from assistance_desktop.ui.review.incoming import IncomingList
from assistance_desktop.ui.review.looking import LookPanel
from assistance_desktop.ui.session import Session


class ReviewPage(QWidget):
    """A bundle under review. `accepted` carries the ids of the cases that it touched.

    `set_aside` tells that the page was left and nothing was taken in.
    """

    accepted = Signal(list)
    set_aside = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        describe: Describe = phrases.describe,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._describe = describe
        self._preview: Preview | None = None
        self._desks: dict[str, str] = {}
        self.open: tuple[Deliberation, ...] = ()
        self._place = 0
        self.panel: ComparePanel | None = None
        self._header = PageHeader(_("Review incoming bundle"))
        self._header.add_chip(
            Chip(_("Signature verified"), "accent", icon="shield"), beside_line=True
        )
        self._header.hide_asked.connect(actions["hide"].trigger)
        self.notices = Notices()
        self.counts = Counts()
        self.incoming = IncomingList()
        self.frame = ReviewFrame()
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview) -> None:
        """Review another bundle; nothing is chosen yet."""
        self.notices.clear()
        self._preview = preview
        self.open = deliberations(preview)
        sender = preview.opened.sender.card
        self._desks = {
            sender.device: sender.label,
            self._session.author.device: _("This computer"),
        }
        self._header.say(_("Review incoming bundle"), self._say_origin(preview))
        kinds = [case.kind for case in preview.cases if not case.conflicts]
        self.counts.show_counts(kinds.count(Kind.NEW), kinds.count(Kind.CHANGED), len(self.open))
        self.incoming.show_all(self.open, preview.cases, self._describe)
        self.frame.show_state(already_here=preview.already_here)
        self._show_first()
        self._show_progress()
        self._session.compute(_read_labels, self, self._on_labels_read, self._on_failed)

    def show_conflict(self, place: int) -> None:
        """Show one conflict with both its values."""
        each = self.open[place]
        title, _value = self._describe(
            each.conflict.record, each.conflict.field, each.sides[0].value, each.case.case
        )
        self._place = place
        self.panel = ComparePanel(each, self._describe, self._desks, self._session.today)
        self.panel.decided.connect(self._on_decided)
        name = _("{name}, {title}").format(name=each.case.pseudonym, title=_lower(title))
        meta = _("Conflict {number} of {count}").format(number=place + 1, count=len(self.open))
        self.frame.show_panel(self.panel, name, "both", "amber_text", meta)
        self.incoming.show_conflict(place)
        self._order_tabs(self.panel.stops)

    def show_case(self, place: int) -> None:
        """Show what arrives for a case without a conflict."""
        if self._preview is None:
            return
        case = self._preview.cases[place]
        self.panel = None
        panel = LookPanel.of_case(case, self._describe)
        icon = "plus" if case.kind is Kind.NEW else "check"
        self.frame.show_panel(
            panel, case.pseudonym, icon, "accent_text", phrases.gist(case.arriving)
        )
        self.incoming.show_case(place)
        self._order_tabs(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self.panel is not None and plain and self.panel.choose(number):
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        body = QVBoxLayout()
        body.setContentsMargins(24, 0, 24, 24)
        body.setSpacing(16)
        body.addWidget(self.notices)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.counts)
        left.addWidget(self.incoming, 1)
        row.addLayout(left, 30)
        row.addWidget(self.frame, 70)
        body.addLayout(row, 1)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.incoming.conflict_picked.connect(self.show_conflict)
        self.incoming.case_picked.connect(self.show_case)
        self.frame.accept.clicked.connect(self._on_accept)
        self.frame.leave.clicked.connect(self._on_leave)
        self.frame.next.clicked.connect(self._on_next)

    def _order_tabs(self, stops: Sequence[QWidget]) -> None:
        """Tab goes as the eye does: the list, what is shown of it, the decision."""
        chain = [*self.incoming.stops, *stops, *self.frame.stops]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _say_origin(self, preview: Preview) -> str:
        sender = preview.opened.sender
        arriving = [change for case in preview.cases for change in case.arriving]
        mine = [change for change in arriving if change.device == sender.card.device]
        newest = max(mine or arriving, key=lambda change: change.at, default=None)
        role = _("office") if sender.role is Role.OFFICE else _("field desk")
        if newest is None:
            return _("From {desk}, {role}").format(desk=sender.card.label, role=role)
        when = phrases.moment(newest.at, self._session.today)
        return _("From {desk}, {worker}, written {when}").format(
            desk=sender.card.label, worker=newest.author or role, when=when
        )

    def _show_first(self) -> None:
        if self._preview is None:
            return
        if self.open:
            self.show_conflict(0)
            return
        self.panel = None
        title = _("Nothing to decide")
        self.frame.show_panel(LookPanel.of_bundle(self._preview), title, "check", "accent_text", "")
        self._order_tabs(())

    def _show_progress(self) -> None:
        undecided = [place for place, each in enumerate(self.open) if not each.is_decided]
        self.frame.show_undecided(len(undecided))
        self.frame.next.setVisible(any(place != self._place for place in undecided))

    def _on_decided(self) -> None:
        self.incoming.show_decided(self._place, self.open[self._place].is_decided)
        self._show_progress()

    def _on_next(self) -> None:
        """To the next conflict without a choice, round about."""
        count = len(self.open)
        for step in range(1, count + 1):
            place = (self._place + step) % count
            if not self.open[place].is_decided:
                self.show_conflict(place)
                self._show_progress()
                self.setFocus()  # the digits choose now
                return

    def _on_accept(self) -> None:
        preview = self._preview
        if preview is None:
            return
        session = self._session
        pen = Pen(session.author, session.clock, session.new_id)
        decisions = [each.decision() for each in self.open]
        self.frame.accept.setEnabled(False)

        def take(connection: Connection) -> int:
            new = exchange.accept(connection, desks.read(connection), preview, decisions, pen)
            if not preview.already_here:
                deed = _deed(deeds.Kind.BUNDLE_READ, preview, new)
                activity.note(connection, deed, pen.author, pen.clock())
            return new

        session.write(take, self, self._on_accepted, self._on_failed)

    def _on_accepted(self, _new: int) -> None:
        cases = self._preview.cases if self._preview else ()
        touched = [case.case.id for case in cases if case.kind is not Kind.SAME]
        self._preview, self.open, self.panel = None, (), None
        self.accepted.emit(touched)

    def _on_leave(self) -> None:
        preview, author, at = self._preview, self._session.author, self._session.clock()
        if preview is None or preview.already_here:
            self._leave()
            return

        def put(connection: Connection) -> None:
            aside.put(connection, preview, at)
            arriving = sum(len(case.arriving) for case in preview.cases)
            deed = _deed(deeds.Kind.BUNDLE_SET_ASIDE, preview, arriving)
            activity.note(connection, deed, author, at)

        self._session.write(put, self, lambda _none: self._leave(), self._on_failed)

    def _leave(self) -> None:
        self._preview, self.open, self.panel = None, (), None
        self.set_aside.emit()

    def _on_failed(self, refusal: AppError) -> None:
        self.notices.refuse(refusal)
        self._show_progress()

    def _on_labels_read(self, labels: dict[str, str]) -> None:
        """Now the other desks have names; the choice made so far stays."""
        unknown = {
            head.device
            for each in self.open
            for head in each.conflict.heads
            if head.device not in self._desks
        }
        self._desks = labels | self._desks
        if unknown and self.panel is not None:
            self.show_conflict(self._place)


def _read_labels(connection: Connection) -> dict[str, str]:
    roster = desks.read(connection).roster
    entries = roster.entries if roster else ()
    return {entry.card.device: entry.card.label for entry in entries}


def _deed(kind: deeds.Kind, looked: Preview, changes: int) -> Deed:
    """What the activity log says of a bundle that was looked at."""
    touched = frozenset(case.case.id for case in looked.cases if case.kind is not Kind.SAME)
    return deeds.bundle(kind, looked.opened.sender.card.device, changes, touched)


def _lower(title: str) -> str:
    """A title in the middle of a line; a word in capitals stays as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
