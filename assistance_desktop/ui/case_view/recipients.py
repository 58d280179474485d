"""Who was told of a case, who may be told, and who never is.

Each recipient stands once, with what was heard last, why, and when; the people who must not
know stand last and always.
"""

from dataclasses import dataclass
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases import agreements, telling
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, OFFICE
from assistance_desktop.cases.telling import Ground, Telling
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _, show_date
from assistance_desktop.ui.content import Content

_ICONS = {OFFICE: "building", ASSISTANCE_SYSTEM: "lifebuoy"}


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the card: who, what was heard, and why. `named` is the recipient on record."""

    who: str
    what: str
    said: str
    when: str
    icon: str
    tone: str
    said_tone: str
    named: str = ""


def recipient_words(recipient: str) -> str:
    """What a recipient is called."""
    named = {
        OFFICE: _("the office"),
        ASSISTANCE_SYSTEM: _("the Assistance system"),
        "police": _("the police"),
        "child_protection": _("child protection"),
    }
    return named.get(recipient, recipient)


def recipients(case: Case, content: Content, name: str) -> list[Recipient]:
    """Everybody who heard something or was asked about, and those who never hear anything."""
    asked = {agreements.plain_name(one.recipient): one for one in agreements.asked(case)}
    heard: dict[str, Telling] = {}
    for one in telling.told(case):
        heard.setdefault(agreements.plain_name(one.recipient), one)
    found = [_heard(one, asked.get(who), content, name) for who, one in heard.items() if who]
    found += [made for who, one in asked.items() if who not in heard and (made := _may(one, name))]
    return [*found, *_never(case, content)]


def told_words(one: Telling, content: Content) -> str:
    """What was told: the sentence, or what the topics are called."""
    names = {topic.id: in_language(topic.name, i18n.language()) for topic in content.pack.topics}
    return one.said or ", ".join(names.get(each, each) for each in one.what)


def _heard(one: Telling, consent: Consent | None, content: Content, name: str) -> Recipient:
    words, tone, said_tone = _why(one, consent, name)
    icon = "shield" if one.ground is Ground.THREAT else _ICONS.get(one.recipient, "people")
    what = told_words(one, content) or _("What was agreed")
    who = _upper(recipient_words(one.recipient))
    return Recipient(who, what, words, _when(one.on), icon, tone, said_tone, one.recipient)


def _why(one: Telling, consent: Consent | None, name: str) -> tuple[str, str, str]:
    if one.ground is Ground.THREAT:
        return _("A serious threat. Required by law"), "amber", "amber_text"
    if one.ground is Ground.CHILD:
        return _("To protect a child. Required by law"), "amber", "amber_text"
    if one.ground is Ground.NO_NAME:
        return _("Without a name"), "", "text_3"
    if consent is not None and consent.state is not State.GIVEN:
        return _said(consent.state, name)
    return _said(State.GIVEN, name)


def _may(one: Consent, name: str) -> Recipient | None:
    """Somebody who was asked about and has heard nothing yet."""
    if one.state is State.NOT_ASKED:
        return None
    words, tone, said_tone = _said(one.state, name)
    who, icon = _upper(recipient_words(one.recipient)), _ICONS.get(one.recipient, "people")
    what = {
        OFFICE: _("The case, in sealed bundles"),
        ASSISTANCE_SYSTEM: _("A proposal"),
    }.get(one.recipient, one.purpose)
    day = one.withdrawn_on if one.state is State.WITHDRAWN else one.given_on
    return Recipient(who, what, words, _when(day), icon, tone, said_tone, one.recipient)


def _said(state: State, name: str) -> tuple[str, str, str]:
    """What the client said, and the tones of the row and of these words."""
    if state is State.GIVEN:
        return _("{name} agreed").format(name=name), "accent", "accent_text"
    if state is State.REFUSED:
        return _("{name} said no").format(name=name), "", "text_3"
    if state is State.WITHDRAWN:
        return _("{name} took it back").format(name=name), "", "text_3"
    return _("Being compared: it does not hold"), "amber", "amber_text"


def _never(case: Case, content: Content) -> list[Recipient]:
    path = content.of(case).paths.get("do_not_tell", "")
    names = {
        name
        for head in case.heads(INTAKE, path)
        if isinstance(head.value, list)
        for name in head.value
        if isinstance(name, str)
    }
    if not names:
        return []
    who = content.describe(INTAKE, path, sorted(names), case)[1]
    return [Recipient(who, _("Nothing"), _("Never told"), "", "ban", "", "text_3")]


def _when(day: date | None) -> str:
    return show_date(day) if day is not None else ""


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
