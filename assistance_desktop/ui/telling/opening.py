"""Telling somebody about a case, step by step, over whatever page it was wanted from.

First whom and what for; then, if the person agreed, what they hear, and if not, what can be done
instead. Telling is never a default: each panel may be closed and nothing has happened.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import agenda, agreements, consent
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.cases.consent import Purpose
from assistance_desktop.cases.lack import ConsentMissingError
from assistance_desktop.i18n import _, show_date
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.actions import Actions
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.toast import Toast
from assistance_desktop.ui.session import Session
from assistance_desktop.ui.telling.ask_panel import AskPanel
from assistance_desktop.ui.telling.blocked_panel import BlockedPanel
from assistance_desktop.ui.telling.call_panel import DutyPanel, NamelessPanel
from assistance_desktop.ui.telling.consent_panel import ConsentPanel
from assistance_desktop.ui.telling.log_panel import LogPanel
from assistance_desktop.ui.telling.matter import Matter, Whom
from assistance_desktop.ui.telling.tell_panel import SOMEBODY_ELSE, TellPanel
from assistance_desktop.ui.telling.whom_panel import WhomPanel

LOG = "log"
"""Opened in place of a recipient: everything that was told."""

NAMELESS = "nameless"
"""Opened in place of a recipient: talking with the Assistance system without a name (D8)."""

_BY_LAW = ("police", "child_protection")
"""Who hears by law alone: what they were told stands in the log, and nothing is asked."""

_OWN = (consent.OFFICE, consent.ASSISTANCE_SYSTEM)


class PeopleTold(QObject):
    """The panels over `host`; `panel` is the one that is open, if any.

    `proposal_wanted` carries the case whose proposal is asked for.
    """

    proposal_wanted = Signal(str)

    def __init__(self, host: QWidget, session: Session, actions: Actions, content: Content) -> None:
        super().__init__(host)
        self._host, self._session, self._actions = host, session, actions
        self._content = content
        self.panel: Panel | None = None

    def open(self, case_id: str, recipient: str) -> None:
        """Tell a recipient of a case; "" asks whom, LOG and NAMELESS are no recipients.

        For the office and the Assistance system: the consent, as it was given in the intake.
        """
        if not recipient:
            self._ask_whom(case_id)
        elif recipient in (LOG, *_BY_LAW):
            self._show(LogPanel(self._host, self._matter(case_id, Whom(""))))
        elif recipient == NAMELESS:
            matter = self._matter(case_id, Whom(consent.ASSISTANCE_SYSTEM))
            self._write_call(NamelessPanel(self._host, matter))
        elif recipient in _OWN:
            self._show_own(case_id, recipient)
        else:
            self._go_on(case_id, Whom(recipient))

    def _ask_whom(self, case_id: str) -> None:
        panel = WhomPanel(self._host, self._session, self._content, case_id)
        panel.chosen.connect(partial(self._go_on, case_id))
        panel.log_wanted.connect(lambda: self._instead(panel, case_id, LOG))
        self._show(panel, panel.name)

    def _go_on(self, case_id: str, whom: Whom) -> None:
        """To what they hear, or to what can be done instead."""
        matter = self._matter(case_id, whom)
        reached = matter.reached()
        if reached is not None and reached.closes:
            self._block(matter, None)
            return
        try:
            given = matter.consent()
        except ConsentMissingError as refusal:
            self._block(matter, refusal)
            return
        panel = TellPanel(self._host, matter, given)
        panel.told.connect(lambda: self._say(_("Written down under People told.")))
        panel.other_wanted.connect(partial(self._on_other, panel, case_id))
        panel.withdrawn.connect(partial(self._on_withdraw, panel, matter))
        self._show(panel, panel.topics.first)

    def _block(self, matter: Matter, refusal: ConsentMissingError | None) -> None:
        panel = BlockedPanel(self._host, matter, refusal, self._reminder_words(matter))
        panel.ask_wanted.connect(lambda: self._ask(matter))
        panel.nameless_wanted.connect(lambda: self._write_call(NamelessPanel(self._host, matter)))
        panel.duty_wanted.connect(partial(self._do_duty, matter))
        panel.reminder_wanted.connect(lambda: self._remind(matter))
        given = [
            one
            for one in agreements.asked_about(matter.case, matter.whom.name)
            if one.state is State.GIVEN
        ]
        if given and refusal is None:
            panel.offer_withdrawal()
            panel.withdraw_wanted.connect(lambda: self._show_consent(matter, given[-1]))
        self._show(panel, panel.first)

    def _ask(self, matter: Matter) -> None:
        panel = AskPanel(self._host, matter)

        def go_on(state: State) -> None:
            if state is State.GIVEN:
                self._go_on(matter.case_id, matter.whom)
            else:
                self._say(_("Written down. A no is a full answer."))

        panel.answered.connect(go_on)
        self._show(panel, panel.purpose)

    def _do_duty(self, matter: Matter, purpose: Purpose) -> None:
        self._write_call(DutyPanel(self._host, matter, purpose))

    def _write_call(self, panel: NamelessPanel | DutyPanel) -> None:
        panel.written.connect(lambda: self._say(_("Written down under People told.")))
        self._show(panel, panel.said)

    def _show_own(self, case_id: str, recipient: str) -> None:
        matter = self._matter(case_id, Whom(recipient))
        found = agreements.asked_about(matter.case, recipient)
        none = Consent("", recipient, State.NOT_ASKED, None, None, "", "")
        self._show_consent(matter, found[-1] if found else none)

    def _show_consent(self, matter: Matter, said: Consent) -> None:
        panel = ConsentPanel(self._host, matter, said)
        panel.withdrawn.connect(lambda: self._say(_("Taken back. It holds from now on.")))
        panel.proposal_wanted.connect(lambda: self.proposal_wanted.emit(matter.case_id))
        self._show(panel)

    def _on_other(self, panel: Panel, case_id: str, other: str) -> None:
        self._instead(panel, case_id, "" if other == SOMEBODY_ELSE else other)

    def _instead(self, panel: Panel, case_id: str, recipient: str) -> None:
        panel.leave()
        self.open(case_id, recipient)

    def _on_withdraw(self, panel: Panel, matter: Matter, said: Consent) -> None:
        panel.leave()
        self._show_consent(matter, said)

    def _remind(self, matter: Matter) -> None:
        """A task for the next meeting, or for tomorrow."""
        words = _("Ask about telling: {recipient}").format(recipient=matter.whom.name)
        record = f"{agenda.TASK}/{self._session.new_id()}"
        edits = [
            Edit(record, "what", words),
            Edit(record, "due", self._reminder_day(matter).isoformat()),
        ]
        self._write(matter.case_id, edits, _("A reminder is written down."))

    def _reminder_day(self, matter: Matter) -> date:
        for one in agenda.appointments(matter.case):
            if one.day is not None and one.day > matter.today and one.state is agenda.Kept.OPEN:
                return one.day
        return matter.today + timedelta(days=1)

    def _reminder_words(self, matter: Matter) -> str:
        day = show_date(self._reminder_day(matter), i18n.language())
        return _("A reminder for {day}").format(day=day)

    def _write(self, case_id: str, edits: Sequence[Edit], said: str) -> None:
        self._session.edit(
            case_id,
            edits,
            self,
            lambda _held: self._say(said),
            lambda refusal: Toast(self._host, refusal.problem, icon="alert").appear(),
        )

    def _matter(self, case_id: str, whom: Whom) -> Matter:
        return Matter(self._session, self._content, case_id, whom)

    def _show(self, panel: Panel, first: QWidget | None = None) -> None:
        self.panel = panel
        panel.hide_asked.connect(self._actions["hide"].trigger)
        panel.left.connect(lambda: self._on_left(panel))
        panel.open_now(first)
        QTimer.singleShot(0, panel, panel.fit)  # once its words are laid out

    def _on_left(self, panel: Panel) -> None:
        if self.panel is panel:
            self.panel = None

    def _say(self, words: str) -> None:
        Toast(self._host, words).appear()
