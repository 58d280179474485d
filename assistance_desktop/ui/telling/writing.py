"""How a telling, a consent and a withdrawal are written into a case."""

from collections.abc import Collection, Mapping
from datetime import date

from assistance_desktop.cases import agreements
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.cases.case import INTAKE
from assistance_desktop.cases.changes import Answer
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, OFFICE, Purpose, Release
from assistance_desktop.cases.telling import TOLD, Ground, Telling, written
from assistance_desktop.guidance import recipients
from assistance_desktop.i18n import _
from assistance_desktop.storage import deeds
from assistance_desktop.storage.deeds import Deed
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.session import HELSINKI, Session
from assistance_desktop.ui.telling.matter import Matter

_GROUNDS = {Purpose.THREAT: Ground.THREAT, Purpose.CHILD: Ground.CHILD}
_ANSWERS: Mapping[str, tuple[str, str]] = {
    OFFICE: ("consent_office", "does_not"),
    ASSISTANCE_SYSTEM: ("proposal_consent", "withdrawn"),
}
"""The intake's own answer to the same question, and how it says that a consent is taken back."""


def ways() -> list[tuple[str, str]]:
    """How something may be told, as pairs of value and words."""
    return [
        ("phone", _("By phone")),
        ("meeting", _("In a meeting")),
        ("letter", _("In a letter")),
        ("paper", _("On paper")),
        ("form", _("On a form")),
    ]


def deed(matter: Matter, ground: Ground) -> Deed:
    """What the activity log says of a telling: the kind of who heard it, never their name."""
    own = matter.whom.name in (OFFICE, ASSISTANCE_SYSTEM)
    to = matter.whom.name if own else recipients.kind(matter.pack, matter.whom.kind).id
    return deeds.told(matter.case_id, to, ground.value)


def duty_deed(case_id: str, to: str, purpose: Purpose) -> Deed:
    """The same of what the law demands; `to` is one of those who hear by law alone."""
    return deeds.told(case_id, to, _GROUNDS[purpose].value)


def write_consented(matter: Matter, released: Release, purpose: str, way: str) -> list[Edit]:
    """What was told on a consent."""
    given = released.consent
    return _edits(
        Telling(
            record=_new(matter.session),
            recipient=released.recipient,
            kind=matter.whom.kind,
            purpose=purpose,
            what=tuple(one.id for one in matter.pack.topics if one.id in released.topics),
            on=released.day,
            at=_time(matter.session),
            how=way,
            ground=Ground.CONSENT,
            consent=given.record if given is not None else "",
            by=matter.session.author.name,
        )
    )


def write_duty(matter: Matter, released: Release, said: str, way: str) -> list[Edit]:
    """What was told because the law demands it: the danger, and why a person thought so."""
    return _edits(
        Telling(
            record=_new(matter.session),
            recipient=released.recipient,
            kind=matter.whom.kind,
            said=said,
            on=released.day,
            at=_time(matter.session),
            how=way,
            ground=_GROUNDS[released.purpose],
            reason=released.reason,
            by=matter.session.author.name,
        )
    )


def write_nameless(matter: Matter, said: str, way: str) -> list[Edit]:
    """A call in which nobody was named."""
    return _edits(
        Telling(
            record=_new(matter.session),
            recipient=matter.whom.name,
            kind=matter.whom.kind,
            purpose=matter.whom.purpose,
            said=said,
            on=matter.session.today,
            at=_time(matter.session),
            how=way,
            ground=Ground.NO_NAME,
            by=matter.session.author.name,
        )
    )


def write_answer(
    matter: Matter,
    state: State,
    *,
    purpose: str,
    topics: Collection[str],
    until: date | None,
    said: Mapping[str, Answer],
) -> list[Edit]:
    """What was said when asked; an answer about the same takes the place of the last."""
    about = agreements.asked_about(matter.case, matter.whom.name)
    before = [one for one in about if agreements.agreed_for(one, purpose)]
    record = before[-1].record if before else f"{agreements.CONSENT}/{matter.session.new_id()}"
    fields: dict[str, Answer] = {
        "recipient": matter.whom.name,
        "kind": matter.whom.kind,
        "purpose": purpose,
        "topics": [one.id for one in matter.pack.topics if one.id in topics],
        "state": state.value,
        "given_on": matter.session.today.isoformat(),
        "until": until.isoformat() if until else "",
        "withdrawn_on": "",
        "withdrawn_how": "",
        **said,
    }
    held = matter.case.fields(record)
    return [
        Edit(record, field, value)
        for field, value in fields.items()
        if field in held or value not in ("", [], False)
    ]


def write_withdrawal(matter: Matter, given: Consent, how: str) -> list[Edit]:
    """That the person takes a consent back; the intake's own answer says the same."""
    edits = [Edit(*one) for one in agreements.taken_back(given.record, matter.session.today, how)]
    question, answer = _ANSWERS.get(given.recipient, ("", ""))
    path = matter.content.of(matter.case).paths.get(question)
    if path:
        edits.append(Edit(INTAKE, path, answer))
    return edits


def _edits(telling: Telling) -> list[Edit]:
    return [Edit(*one) for one in written(telling)]


def _new(session: Session) -> str:
    return f"{TOLD}/{session.new_id()}"


def _time(session: Session) -> str:
    return session.clock().astimezone(HELSINKI).strftime("%H:%M")
