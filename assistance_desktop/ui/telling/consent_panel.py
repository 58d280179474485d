"""A consent as it stands, and taking it back: at once, by word of mouth.

For the office and the Assistance system, whose consents are asked in the intake, and for any
other that is only looked at. What was said before stays in the history.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import consent
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import recipients
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.kit.banner import Notice
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.combo import ComboField
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.telling.matter import Matter, how_words
from assistance_desktop.ui.telling.names import recipient_name
from assistance_desktop.ui.telling.writing import write_withdrawal


class ConsentPanel(Panel):
    """What was said.

    `withdrawn` tells that the person took it back, `proposal_wanted` the way to the proposal.
    """

    withdrawn = Signal()
    proposal_wanted = Signal()

    def __init__(self, host: QWidget, matter: Matter, said: Consent) -> None:
        title = recipient_name(said.recipient)
        super().__init__(host, title, state_words(said, matter.name), width=640)
        self._matter, self._said = matter, said
        self.how = ComboField(
            _("How it is taken back"),
            [("spoken", _("Spoken")), ("by_sign", _("By a sign")), ("signed", _("In writing"))],
            "spoken",
        )
        self._add_rows()
        given = said.state in (State.GIVEN, State.DIFFERS)
        self.how.setVisible(given)
        self.body.addWidget(self.how)
        self.body.addStretch(1)
        self.withdraw = Button(_("Withdraw this consent"), icon="undo")
        self.withdraw.setVisible(given)
        self.withdraw.clicked.connect(self._on_withdraw)
        close = Button(_("Close"))
        close.clicked.connect(self.leave)
        if said.recipient == consent.ASSISTANCE_SYSTEM:
            proposal = Button(_("Open the proposal"), "quiet", icon="arrow-r", icon_after=True)
            proposal.clicked.connect(self._on_proposal)
            self.add_deeds(self.withdraw, close, quiet=proposal)
        else:
            self.add_deeds(self.withdraw, close)
        follow_layout(self)

    def _add_rows(self) -> None:
        card = Card(padded=False)
        rows = [one for one in self._lines() if one[1]]
        for at, (title, line, icon) in enumerate(rows):
            card.body.addWidget(Row(title, line, icon=icon, tone="", first=not at))
        self.body.addWidget(card)

    def _lines(self) -> list[tuple[str, str, str]]:
        said, matter = self._said, self._matter
        what = ", ".join(
            matter.topic_words(topic)
            for topic in (recipients.topic(matter.pack, one) for one in sorted(said.topics))
            if topic is not None
        )
        what = {
            consent.OFFICE: _("The case, in sealed bundles"),
            consent.ASSISTANCE_SYSTEM: _("A proposal"),
        }.get(said.recipient, what)
        given = [_day(said), how_words(said.how)]
        if said.language:
            given.append(i18n.language_name(said.language, i18n.language()))
        until = show_date(said.until, style="long") if said.until else _("Until it is taken back")
        return [
            (_("What for"), said.purpose, "flag"),
            (_("What they hear"), what, "out"),
            (_("Said"), ", ".join(part for part in given if part), "speech"),
            (_("How long"), until if said.state is State.GIVEN else "", "clock"),
        ]

    def _on_withdraw(self) -> None:
        self.withdraw.setEnabled(False)
        edits = write_withdrawal(self._matter, self._said, self.how.value)
        session = self._matter.session
        session.edit(self._matter.case_id, edits, self, lambda _held: self._done(), self._refuse)

    def _done(self) -> None:
        self.leave()
        self.withdrawn.emit()

    def _refuse(self, refusal: AppError) -> None:
        self.withdraw.setEnabled(True)
        self.body.insertWidget(0, Notice(refusal.problem, refusal.hint, "amber", closable=False))
        self.fit()

    def _on_proposal(self) -> None:
        self.leave()
        self.proposal_wanted.emit()


def state_words(said: Consent, name: str) -> str:
    """What a person said last, in words."""
    return {
        State.GIVEN: _("{name} agreed"),
        State.REFUSED: _("{name} said no"),
        State.WITHDRAWN: _("{name} took it back"),
        State.NOT_ASKED: _("{name} has not been asked"),
        State.DIFFERS: _("Being compared: it does not hold"),
    }[said.state].format(name=name)


def _day(said: Consent) -> str:
    back = said.withdrawn_on if said.state is State.WITHDRAWN else None
    day = back or said.given_on
    return show_date(day, style="long") if day else ""
