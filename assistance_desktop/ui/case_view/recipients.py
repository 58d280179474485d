"""Who may be told of a case, who was told, and who never is.

What is agreed, by whom and when; the list of people who must not know stands last and always.
"""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistance_desktop import i18n
from assistance_desktop.cases import consent
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.card import Card
from assistance_desktop.ui.kit.row import Row
from assistance_desktop.ui.kit.words import Words

_ICONS = {consent.OFFICE: "building", consent.ASSISTANCE_SYSTEM: "lifebuoy"}


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the card: who, what for, and what was said to it."""

    who: str
    what: str
    said: str
    when: str
    icon: str
    tone: str
    said_tone: str


def recipient_words(recipient: str) -> str:
    """What a recipient is called."""
    named = {
        consent.OFFICE: _("the office"),
        consent.ASSISTANCE_SYSTEM: _("the Assistance system"),
    }
    return named.get(recipient, recipient)


def recipients(case: Case, content: Content, name: str) -> list[Recipient]:
    """Everybody who was asked about, and those who never hear anything."""
    found = [
        *(_consented(case, record, name) for record in case.records("consent")),
        *(_told(case, record) for record in case.records("told")),
        _never(case, content),
    ]
    return [one for one in found if one is not None]


def _consented(case: Case, record: str, name: str) -> Recipient | None:
    recipient, state = case.text(record, "recipient"), case.text(record, "state")
    said = {
        "given": (_("{name} agreed").format(name=name), "accent", "accent_text"),
        "refused": (_("{name} said no").format(name=name), "", "text_3"),
        "withdrawn": (_("{name} took it back").format(name=name), "", "text_3"),
    }.get(state)
    if said is None:
        return None
    words, tone, said_tone = said
    heads = case.heads(record, "state")
    if any(head.value != heads[0].value for head in heads):
        words, tone, said_tone = _("Being compared: it does not hold"), "amber", "amber_text"
    who = recipient_words(recipient)
    what = {
        consent.OFFICE: _("The case, in sealed bundles"),
        consent.ASSISTANCE_SYSTEM: _("A proposal"),
    }.get(recipient, case.text(record, "purpose"))
    icon = _ICONS.get(recipient, "person")
    when = _when(case.text(record, "given_on"))
    return Recipient(who[:1].upper() + who[1:], what, words, when, icon, tone, said_tone)


def _told(case: Case, record: str) -> Recipient | None:
    who = recipient_words(case.text(record, "recipient"))
    if not who:
        return None
    what, why = case.text(record, "what"), case.text(record, "why")
    when = _when(case.text(record, "on"))
    return Recipient(who[:1].upper() + who[1:], what, why, when, "check", "amber", "amber_text")


def _never(case: Case, content: Content) -> Recipient | None:
    path = content.of(case).paths.get("do_not_tell", "")
    names = {
        name
        for head in case.heads(INTAKE, path)
        if isinstance(head.value, list)
        for name in head.value
        if isinstance(name, str)
    }
    if not names:
        return None
    who = content.describe(INTAKE, path, sorted(names), case)[1]
    return Recipient(who, _("Nothing"), _("Never told"), "", "ban", "", "text_3")


def _when(day: str) -> str:
    try:
        return show_date(date.fromisoformat(day), i18n.language())
    except ValueError:
        return ""


class RecipientsCard(Card):
    """Who may be told, in rows."""

    def __init__(self, people: list[Recipient], name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Who may be told"), padded=False, parent=parent)
        for at, one in enumerate(people):
            row = Row(one.who, one.what, icon=one.icon, tone=one.tone, meta=one.when, first=not at)
            row.body.insertWidget(row.body.count() - 1, Words(one.said, "small", one.said_tone))
            self.body.addWidget(row)
        if not people:
            words = _("Nobody yet. {name} has not been asked.").format(name=name)
            said = QVBoxLayout()
            said.setContentsMargins(15, 12, 15, 14)
            said.addWidget(Words(words, "small", "text_2"))
            self.body.addLayout(said)
