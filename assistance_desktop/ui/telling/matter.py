"""What a panel about telling needs of one case: who, what for, what was agreed, and what it says.

Read once when a panel opens. Values are words for the worker; those of a hidden topic are never
among them (mock-up 28).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistance_desktop import i18n
from assistance_desktop.cases import agreements, consent
from assistance_desktop.cases.agreements import Consent
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.cases.lack import ConsentMissingError, Lack
from assistance_desktop.guidance import giving, recipients, secrecy
from assistance_desktop.guidance.content import Topic
from assistance_desktop.guidance.secrecy import Reached
from assistance_desktop.guidance.tables import in_language
from assistance_desktop.i18n import _, ngettext, show_date
from assistance_desktop.ui import phrases
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.session import Session

_OWN_RECIPIENTS = (consent.OFFICE, consent.ASSISTANCE_SYSTEM)
_BARE = ("yes", "no", "maybe", "partly", "none", "other", "some", "enough", "nothing")
"""Answers that say little without their question."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody who may be told: an own name, a kind of the pack, and what for."""

    name: str
    kind: str = recipients.OTHER
    purpose: str = ""


class Matter:
    """One case, and one recipient."""

    def __init__(self, session: Session, content: Content, case_id: str, whom: Whom) -> None:
        self.session, self.content, self.pack = session, content, content.pack
        self.case: Case = session.case(case_id)
        self.today = session.today
        self.facts = content.facts(self.case, self.today)
        self.name = self.case.text(CASE, "pseudonym") or _("This person")
        self.whom = self._known(whom)
        self.places: Mapping[str, frozenset[tuple[str, str]]] = {
            one.id: recipients.places(one, self.case, content.of(self.case).paths, self.today)
            for one in self.pack.topics
            if not one.never
        }

    @property
    def case_id(self) -> str:
        """Which case."""
        return self.case.id

    @property
    def icon(self) -> str:
        """The picture of the recipient's kind."""
        return recipients.kind(self.pack, self.whom.kind).icon

    def consent(self) -> Consent:
        """The consent that lets the recipient hear anything today.

        Raises ConsentMissingError, also when a child's consent was not given by whom it must be.
        """
        found = consent.standing(self.case, self.whom.name, self.today, self.whom.purpose)
        lack = giving.amiss(found, self.facts, self.today)
        if lack is not None:
            problem, hint = giving.words(lack)
            raise ConsentMissingError(problem, hint, Lack.NOT_ASKED, found)
        return found

    def reached(self) -> Reached | None:
        """Who on the do-not-tell list would hear of it."""
        return secrecy.hears(self.facts, self.pack, self.whom.kind, self.whom.name)

    def named(self) -> list[Consent]:
        """What was asked about people and offices with a name of their own."""
        return [
            one
            for one in agreements.asked(self.case)
            if one.recipient and one.recipient not in _OWN_RECIPIENTS
        ]

    def who_words(self, who: tuple[str, ...]) -> str:
        """Those on the do-not-tell list, in words."""
        return ", ".join(secrecy.called(self.pack, who, i18n.language()))

    def topic_words(self, topic: Topic) -> str:
        """What a topic is called."""
        return in_language(topic.name, i18n.language())

    def stays_words(self, topic: Topic) -> str:
        """Why a topic is not told."""
        return in_language(topic.stays, i18n.language())

    def has_words(self, topic: Topic) -> bool:
        """Whether anything is written down that the topic would tell."""
        return bool(self.value_words(topic) or self.answer_lines(topic))

    def value_words(self, topic: Topic) -> str:
        """What would be told, as far as it speaks for itself; "" when nothing does."""
        if topic.hidden:
            return _("See Safe contact") if self._held(topic) else ""
        if topic.record:
            return self._appointment_words(topic)
        if topic.id == "called":
            return self.case.text(CASE, "pseudonym")
        said = [self._described(path)[1] for path in self._answered(topic) if not self._bare(path)]
        return ", ".join(said)

    def answer_lines(self, topic: Topic) -> tuple[str, ...]:
        """A yes or a no, each after its question, for alone it says little."""
        if topic.hidden or topic.record:
            return ()
        paths = [path for path in self._answered(topic) if self._bare(path)]
        return tuple(" ".join(self._described(path)) for path in paths)

    def _known(self, whom: Whom) -> Whom:
        """With the kind and purpose that were written before, or as the name tells."""
        asked = agreements.asked_about(self.case, whom.name)
        before = [one for one in asked if one.state is agreements.State.GIVEN] or asked
        kind, purpose = whom.kind, whom.purpose
        if before:
            kind = before[-1].kind if kind == recipients.OTHER else kind
            purpose = purpose or before[-1].purpose
        named = recipients.kinds_named(self.pack, whom.name)
        if (not kind or kind == recipients.OTHER) and named:
            kind = named[0].id
        kind = kind or recipients.OTHER
        drafted = in_language(recipients.kind(self.pack, kind).purpose, i18n.language())
        return replace(whom, kind=kind, purpose=purpose or (drafted if whom.name else ""))

    def _held(self, topic: Topic) -> bool:
        return any(
            not isinstance(self.case.value(*place), Unanswered) for place in self.places[topic.id]
        )

    def _answered(self, topic: Topic) -> list[str]:
        """The intake's paths of a topic that are answered, in the order of the pack."""
        paths = self.content.of(self.case).paths
        listed = [paths[name] for name in topic.questions if name in paths]
        return [one for one in listed if not isinstance(self._value(one), Unanswered)]

    def _value(self, path: str) -> Answer:
        return self.case.value(INTAKE, path)

    def _bare(self, path: str) -> bool:
        return self._value(path) in (*_BARE, True, False)

    def _described(self, path: str) -> tuple[str, str]:
        return self.content.describe(INTAKE, path, self._value(path), self.case)

    def _appointment_words(self, topic: Topic) -> str:
        for record in {record for record, _field in self.places[topic.id]}:
            day, time = self.case.text(record, "day"), self.case.text(record, "time")
            return ", ".join(part for part in (phrases.moment_typed(day), time) if part)
        return ""


def consent_words(given: Consent, name: str) -> str:
    """A consent in sentences: to whom, what for, when, in which language, and its end."""
    said = [_("Consent: {recipient}.").format(recipient=given.recipient)]
    if given.purpose:
        said = [
            _("Consent: {recipient}. {purpose}.").format(
                recipient=given.recipient, purpose=given.purpose.rstrip(".")
            )
        ]
    if given.given_on is not None:
        said.append(
            _("Given on {day}, {how}.").format(
                day=show_date(given.given_on, i18n.language()), how=how_words(given.how).lower()
            )
        )
    if given.language:
        language = i18n.language_name(given.language, i18n.language())
        said.append(_("Language: {language}.").format(language=language))
    said.append(_("{name} can withdraw it at any time.").format(name=name))
    return " ".join(said)


def how_words(how: str) -> str:
    """How a consent was given."""
    return {"signed": _("Signed"), "by_sign": _("By a sign")}.get(how, _("Spoken"))


def count_words(count: int) -> str:
    """How many notes and papers there are."""
    if not count:
        return _("Nothing of them is told")
    return ngettext(
        "{count} note or paper, not told", "{count} notes and papers, none told", count
    ).format(count=count)
