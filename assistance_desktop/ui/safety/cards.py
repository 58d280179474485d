"""The cards of the safety tab: safe contact, who must not know, threats, minors and companions."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assistance_desktop.cases.threat import Threat
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.readings import Day
from assistance_desktop.i18n import _
from assistance_desktop.ui import phrases
from assistance_desktop.ui.kit.button import Button
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words
from assistance_desktop.ui.safety.contact import SafeContact
from assistance_desktop.ui.session import HELSINKI


class ContactCard(Card):
    """That there is a safe way, and the only way to it; `wanted` tells that somebody goes it."""

    wanted = Signal()

    def __init__(self, contact: SafeContact, parent: QWidget | None = None) -> None:
        super().__init__(_("Safe contact"), icon="phone", parent=parent)
        self.body.addWidget(Words(_in_short(contact), tone="text_2"))
        self.open = Button(_("Before you call"), "primary", icon="phone")
        self.open.clicked.connect(self.wanted)
        self.body.addWidget(self.open)


class NeverCard(Card):
    """Who must not know. `change` goes to the question."""

    def __init__(self, never: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Who must not know"), icon="ban", icon_colour="text_2", parent=parent)
        self.change = Button(_("Change"), "quiet", size="small")
        self.header.addWidget(self.change)
        self.header.setContentsMargins(15, 0, 5, 0)
        self.body.addWidget(Words(never or _("Nobody has asked yet."), bold=bool(never)))
        said = _(
            "Nothing is told to them, whatever they ask. An embassy is an authority of the home"
            " country. The program warns before a paper, a call or a bundle that could reach them."
        )
        self.body.addWidget(Words(said, "small", "text_2"))


class ThreatsCard(Card):
    """Every threat that was raised, and what came of it. `ask` goes to the questions."""

    def __init__(
        self, threats: Sequence[Threat], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Threats"), icon="alert", icon_colour="text_2", padded=False, parent=parent
        )
        self.ask = Button(_("Ask about threats"), "quiet", icon="speech", size="small")
        self.header.addWidget(self.ask)
        self.header.setContentsMargins(15, 0, 5, 0)
        for at, threat in enumerate(reversed(threats)):
            said = _raised(threat, today)
            self.body.addWidget(Row(said, _became(threat, today), icon="alert", first=not at))
        if not threats:
            said = _("None has been raised. Ask again at each meeting.")
            self.body.addWidget(Words(said, "small", "text_2"))
            self.body.setContentsMargins(16, 12, 16, 14)


class MindCard(Card):
    """What holds because of the client's age, and of whoever came along (D23, D24)."""

    def __init__(self, points: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(_("Keep in mind"), icon="child", parent=parent)
        for point in points:
            self.body.addWidget(Words(point))


def to_mind(facts: Facts, today: date, pack: Pack) -> list[str]:
    """The sentences that hold because of age, a guardian, or whoever came along."""
    found: list[str] = []
    age = Day(facts, today, pack.clocks.limit_months).value("age")
    if isinstance(age, int) and age < 18:
        found.append(
            _(
                "Under 18: talk with your office at once about a child welfare notice. A person"
                " decides on it, and it is told without the file."
            )
        )
        if age >= 15:
            found.append(_("From 15 on, the young person also agrees to a proposal."))
    if facts["guardian"] == "suspected":
        found.append(
            _(
                "The guardian never consents, interprets or receives papers: ask for a"
                " representative."
            )
        )
    if facts["companion.suspected"] is True:
        found.append(_("Whoever came along never consents, interprets or receives papers."))
    return found


def _in_short(contact: SafeContact) -> str:
    if contact.is_unwanted:
        return _("The client asked not to be contacted.")
    if not contact.asked_on:
        return _("Nobody has asked yet how to make contact safely.")
    if not contact.details:
        return _("No number and no address is written down.")
    messages = ", ".join(contact.messages) or _("No messages")
    return _("{whose}. {messages}.").format(whose=contact.whose or _("Known"), messages=messages)


def _raised(threat: Threat, today: date) -> str:
    when = _moment(threat.raised_at, today)
    return _("Raised {when} by {who}").format(when=when, who=threat.raised_by)


def _became(threat: Threat, today: date) -> str:
    if threat.is_judged:
        said = _("Not a serious threat: {reason}")
        return said.format(reason=threat.not_serious_reason)
    if threat.police_told_at:
        told = _("The police were told {when}")
        return told.format(when=_moment(threat.police_told_at, today))
    return _("Still to be seen to")


def _moment(text: str, today: date) -> str:
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=HELSINKI)
    except ValueError:
        return ""
    return phrases.moment(at, today)
