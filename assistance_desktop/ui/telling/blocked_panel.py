"""No consent: what can be done instead, and what the law allows.

Mock-up 27b. Telling is closed; three ways on are offered. The legal exceptions need a person and
a reason, and tell the danger only (facts.md 9.1).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.consent import Purpose
from assistance_desktop.cases.lack import ConsentMissingError
from assistance_desktop.i18n import _
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card, Picture
from assistance_desktop.ui.kit.flow import Flow
from assistance_desktop.ui.kit.panel import Panel
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.tab_order import follow_layout
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.telling.closed import must_not_know, not_agreed
from assistance_desktop.ui.telling.matter import Matter


class BlockedPanel(Panel):
    """`refusal` None means that the recipient is on the do-not-tell list.

    The signals are the ways on; `duty_wanted` carries a Purpose, THREAT or CHILD.
    """

    ask_wanted = Signal()
    nameless_wanted = Signal()
    reminder_wanted = Signal()
    duty_wanted = Signal(object)
    withdraw_wanted = Signal()

    def __init__(
        self,
        host: QWidget,
        matter: Matter,
        refusal: ConsentMissingError | None,
        reminder: str,
    ) -> None:
        line = _("To: {recipient}").format(recipient=matter.whom.name)
        if matter.whom.purpose:
            line = f"{line}. {matter.whom.purpose}"
        title = _("Tell someone about {name}").format(name=matter.name)
        super().__init__(host, title, line, width=816)
        self.first = Button(_("Write down the call"))
        self.body.addWidget(
            must_not_know(matter) if refusal is None else not_agreed(matter, refusal)
        )
        self.body.addWidget(Words(_("What you can do"), bold=True))
        self._ways = self._make_ways(matter, reminder, may_ask=refusal is not None)
        self.body.addWidget(self._ways)
        if refusal is not None:
            self._add_exceptions()
        self.body.addStretch(1)
        self._fill_foot()
        follow_layout(self)

    def _make_ways(self, matter: Matter, reminder: str, *, may_ask: bool) -> Card:
        card = Card(padded=False)
        nameless = self.first
        if may_ask:
            self.first = Button(_("Ask now"), "primary")
            self.first.clicked.connect(self._on_ask)
            asking = Row(
                _("Ask {name}").format(name=matter.name),
                _("Who, what for, which facts, until when. One page, in their language"),
                icon="speech",
                tone="",
                first=True,
            )
            asking.end.addWidget(self.first)
            card.body.addWidget(asking)
        nameless.clicked.connect(self._on_nameless)
        talking = Row(
            _("Talk without a name"),
            _(
                "General advice, nothing by which the person could be known. "
                "Nothing is sent from here"
            ),
            icon="person",
            tone="",
            first=not may_ask,
        )
        talking.end.addWidget(nameless)
        card.body.addWidget(talking)
        later = Button(_("Remind me"))
        later.clicked.connect(self._on_later)
        leaving = Row(_("Leave it for now"), reminder, icon="clock", tone="")
        leaving.end.addWidget(later)
        card.body.addWidget(leaving)
        return card

    def offer_withdrawal(self) -> None:
        """There is a yes on record that is closed now; it can still be taken back."""
        button = Button(_("Withdraw"))
        button.clicked.connect(self._on_withdraw)
        row = Row(
            _("A yes is on record"),
            _("It is closed by the do-not-tell list. The person may take it back"),
            icon="undo",
            tone="",
        )
        row.end.addWidget(button)
        self._ways.body.addWidget(row)

    def _add_exceptions(self) -> None:
        self.body.addWidget(Words(_("Only if the law applies"), bold=True))
        said = _(
            "A person decides this and gives a reason. The danger is told, never the file, and it "
            "is written down."
        )
        self.body.addWidget(Words(said, "small", "text_2"))
        ways = QWidget()
        flow = Flow(ways)
        for words, icon, purpose in (
            (_("Someone’s life, health or freedom is in serious danger"), "alert", Purpose.THREAT),
            (_("A child needs protection"), "child", Purpose.CHILD),
        ):
            button = Button(words, icon=icon, size="small")
            button.clicked.connect(lambda _on=False, purpose=purpose: self._on_duty(purpose))
            flow.addWidget(button)
        self.body.addWidget(ways)

    def _fill_foot(self) -> None:
        self.foot.addWidget(Picture("lock", "text_2"))
        self.foot.addWidget(Words(_("Nothing has left this computer"), "small", "text_2"), 1)
        close = Button(_("Close"))
        close.clicked.connect(self.leave)
        tell = Button(_("Tell and write it down"), "primary", icon="out")
        tell.setEnabled(False)
        tell.setToolTip(_("The person has not agreed to this."))
        self.foot.addWidget(close)
        self.foot.addWidget(tell)

    def _on_ask(self) -> None:
        self.leave()
        self.ask_wanted.emit()

    def _on_withdraw(self) -> None:
        self.leave()
        self.withdraw_wanted.emit()

    def _on_nameless(self) -> None:
        self.leave()
        self.nameless_wanted.emit()

    def _on_later(self) -> None:
        self.leave()
        self.reminder_wanted.emit()

    def _on_duty(self, purpose: Purpose) -> None:
        self.leave()
        self.duty_wanted.emit(purpose)
