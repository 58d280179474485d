# ruff: noqa: D102 - Qt documents the methods that it calls
"""The service plan of a case: what may be offered, and what the client says to each.

Every choice and every word is saved at once; accepting, later and declining look the same, and
an earlier choice stays in the history.
"""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.errors import AppError
from assistance_desktop.i18n import _
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.clock_notice import ClockWarning
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.keeper import Keeper
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.scroll import Scroll, empty
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.kit.two_columns import TwoColumns
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.plan import outline as outlines
from assistance_desktop.ui.plan import past
from assistance_desktop.ui.plan.arrangement import TYPED
from assistance_desktop.ui.plan.aside import AsksCard, ClosedCard, MindCard
from assistance_desktop.ui.plan.offers_card import Known, OffersCard, groups
from assistance_desktop.ui.plan.outcomes import Beginning, Declined
from assistance_desktop.ui.plan.outline import Offer, Outline, record_of
from assistance_desktop.ui.plan.reasons import because
from assistance_desktop.ui.plan.warnings import banners, calm
from assistance_desktop.ui.reflection_clock import ReflectionClock
from assistance_desktop.ui.session import Session


class PlanView(QWidget):
    """The plan of one case. `question_wanted` carries the case and the path of a question.

    `agenda_wanted` carries the case, and `appointment` or `task CODE` for a new one.
    """

    question_wanted = Signal(str, str)
    agenda_wanted = Signal(str, str)

    def __init__(
        self, session: Session, actions: Actions, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._actions = actions
        self.case_id = ""
        self._stale = False
        self.outline: Outline | None = None
        self.cards: list[OffersCard] = []
        self.asks: AsksCard | None = None
        self.keeper = Keeper(session, self)
        self.decline_all = Button(_("Declines everything"), size="small")
        self.take_up = Button(_("Take it up again"), size="small")
        self._notices = QVBoxLayout()
        self._banners = QVBoxLayout()
        self._columns = TwoColumns()
        self._lay_out()
        self.keeper.failed.connect(self._on_failed)
        self.decline_all.clicked.connect(self._on_declined_everything)
        self.take_up.clicked.connect(self._on_taken_up)
        session.changed.connect(self._on_changed)

    def show_case(self, case_id: str) -> None:
        """Show the plan of a case as it is today."""
        if case_id != self.case_id:
            self.keeper.begin(case_id)
            self.case_id, self.outline = case_id, None
            self._scroll.verticalScrollBar().setValue(0)
            empty(self._notices)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keeper.leave()
        super().hideEvent(event)

    def row_codes(self) -> list[str]:
        """The services that stand in rows, from top to bottom."""
        return [code for card in self.cards for code in card.rows]

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(_("Plan"))
        body = self._scroll.body
        body.setContentsMargins(24, 16, 24, 16)
        body.setSpacing(0)
        body.addWidget(ClockWarning(self._session))
        for place in (self._notices, self._banners):
            place.setSpacing(8)
            body.addLayout(place)
        body.addWidget(self._columns)
        body.addStretch(1)
        whole.addWidget(self._scroll)
        self._offers, self._foot = QVBoxLayout(), self._make_foot()
        self._offers.setSpacing(16)
        self._columns.first.addLayout(self._offers)
        self._columns.first.addWidget(self._foot)
        self._columns.first.addStretch(1)
        self._columns.second.setSpacing(12)

    def _make_foot(self) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        said = _("Each choice is saved at once and can change at any time.")
        row.addWidget(Words(said, "small", "text_3"), 1)
        row.addWidget(self.decline_all)
        row.addWidget(self.take_up)
        return widget

    def _refresh(self) -> None:
        self._stale = False
        case = self._session.case(self.case_id)
        made = outlines.read(case, self._content, self._session.today)
        before, self.outline = self.outline, made
        self._show_offers(made, case, before)
        if before is None or _above(made) != _above(before):
            self._show_banners(made)
        if before is None or _beside(made) != _beside(before):
            self._show_aside(made)
        self.decline_all.setVisible(not made.is_declined)
        self.take_up.setVisible(made.is_declined)
        self._foot.setVisible(bool(made.choosable))
        follow_layout(self)

    def _show_offers(self, made: Outline, case: Case, before: Outline | None) -> None:
        found = [(promise, self._known(offers, case)) for promise, offers in groups(made)]
        shape = [(p, [one[0].line.code for one in known]) for p, known in found]
        shown = [(card.promise, list(card.rows)) for card in self.cards]
        if before is not None and made.name == before.name and shape == shown and self.cards:
            for card, (_promise, known) in zip(self.cards, found, strict=True):
                card.show_offers(known)
            return
        empty(self._offers)
        self.cards = []
        for promise, known in found:
            card = OffersCard(promise, known, self._content.pack, made.name, self._session.today)
            card.edited.connect(self._on_edited)
            card.agenda_wanted.connect(self._on_agenda_wanted)
            self.cards.append(card)
            self._offers.addWidget(card)
        if not made.choosable:
            beginning = Beginning()
            beginning.go.clicked.connect(lambda: self.question_wanted.emit(self.case_id, ""))
            self._offers.insertWidget(0, beginning)

    def _known(self, offers: Sequence[Offer], case: Case) -> list[Known]:
        today = self._session.today
        return [
            (offer, because(offer.line, case, self._content), past.of(case, offer.record, today))
            for offer in offers
        ]

    def _show_banners(self, made: Outline) -> None:
        empty(self._banners)
        found: list[QWidget] = [*banners(made.flags)]
        if made.is_declined:
            found.append(Declined(self._content.pack))
        for banner in found:
            self._banners.addWidget(banner)
        self._banners.setContentsMargins(0, 0, 0, 16 if found else 0)

    def _show_aside(self, made: Outline) -> None:
        side, pack = self._columns.second, self._content.pack
        empty(side)
        for deadline in made.deadlines:
            card = Card()
            steps = pack.clocks.warn_days
            card.body.addWidget(ReflectionClock(deadline, self._session.today, steps))
            side.addWidget(card)
        self.asks = AsksCard(made.asks, dict(made.names)) if made.asks else None
        if self.asks:
            self.asks.asked.connect(self._on_asked)
            side.addWidget(self.asks)
        if closed := made.of("no"):
            side.addWidget(ClosedCard(closed, pack))
        if flags := calm(made.flags):
            side.addWidget(MindCard(flags, pack))
        side.addStretch(1)

    def _on_edited(self, code: str, field: str, value: Answer) -> None:
        self.keeper.keep([Edit(record_of(code), field, value)])
        if field not in TYPED:
            self.keeper.leave()

    def _on_agenda_wanted(self, code: str, kind: str) -> None:
        self.keeper.leave()
        self.agenda_wanted.emit(self.case_id, f"{kind} {code}" if kind == "task" else kind)

    def _on_asked(self, question: str) -> None:
        self.question_wanted.emit(self.case_id, self._content.paths[question])

    def _on_declined_everything(self) -> None:
        case = self._session.case(self.case_id)
        edits = outlines.decline_everything(case)
        back = outlines.take_back(case, edits)
        name = self.outline.name if self.outline else ""

        def tell(_changes: list[Change]) -> None:
            words = _("{name} declined everything. It stays open.").format(name=name)
            toast = Toast(self, words, _("Undo"))
            toast.acted.connect(lambda: self._write(back))
            toast.appear()

        self._session.edit(self.case_id, edits, self, tell, self._on_failed)

    def _on_taken_up(self) -> None:
        """Open everything again: nothing is chosen any more, and nothing is taken for granted."""
        self._write(outlines.take_up(self._session.case(self.case_id)))

    def _write(self, edits: Sequence[Edit]) -> None:
        self._session.edit(self.case_id, edits, self, lambda _changes: None, self._on_failed)

    def _on_changed(self, case_id: str) -> None:
        if not self.case_id or case_id not in ("", self.case_id):
            return
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_failed(self, refusal: AppError) -> None:
        empty(self._notices)
        notice = Notice(refusal.problem, refusal.hint, "amber", action=_("Try again"))
        notice.acted.connect(self._on_tried_again)
        self._notices.addWidget(notice)
        self._notices.setContentsMargins(0, 0, 0, 16)
        notice.announce()

    def _on_tried_again(self) -> None:
        empty(self._notices)
        self._notices.setContentsMargins(0, 0, 0, 0)
        self.keeper.flush()


def _above(made: Outline) -> object:
    """What the top is made of."""
    return (made.flags, made.is_declined)


def _beside(made: Outline) -> object:
    """What the second column is made of; while it is the same the column stays as it is."""
    return (made.asks, made.of("no"), calm(made.flags), made.deadlines)
