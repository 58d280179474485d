"""The plan of a case as the page shows it: which services stand together, and what was chosen.

A service keeps its place when the client declines it, so the groups come from the plan as it
would be without the client's word; what is asked comes from the plan as it is.
"""

from dataclasses import dataclass
from datetime import date

from assistance_desktop import i18n
from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Unanswered
from assistance_desktop.guidance.deadlines import Deadline
from assistance_desktop.guidance.facts import SERVICES, Facts
from assistance_desktop.guidance.flags import RaisedFlag
from assistance_desktop.guidance.services import Ask, Line, Plan, Proposal, plan
from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.content import Content

DECISIONS = ("accepts", "later", "declines")
"""What a client can say to an offer; none is better than another."""

BEGUN, ARRANGING, IN_PLACE, ENDED = "open", "arranging", "done", "ended"
"""How a service stands, as the plan record writes it."""

EVERYTHING = "plan/all"
"""The record of what the client said to everything at once."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A service with what the client chose and what happens next.

    `differs` says that two desks wrote different things and nobody has decided yet.
    """

    line: Line
    decision: str = ""
    next_step: str = ""
    due: date | None = None
    state: str = BEGUN
    organiser: str = ""
    """Who arranges it when that is somebody else than the pack says."""
    person: str = ""
    outcome: str = ""
    note: str = ""
    differs: bool = False

    @property
    def done(self) -> bool:
        """Whether it is in place."""
        return self.state == IN_PLACE

    @property
    def is_over(self) -> bool:
        """Whether there is no next step to write."""
        return self.state in (IN_PLACE, ENDED)

    @property
    def arranged_by(self) -> str:
        """Who arranges it, and the person there."""
        return ", ".join(filter(None, (self.organiser or self.line.organiser, self.person)))

    @property
    def record(self) -> str:
        """Where it is written in the case."""
        return record_of(self.line.code)


@dataclass(frozen=True, slots=True)
class Outline:
    """All that the page shows of a plan on one day."""

    name: str
    offers: tuple[Offer, ...]
    asks: tuple[Ask, ...]
    flags: tuple[RaisedFlag, ...]
    deadlines: tuple[Deadline, ...]
    proposal: Proposal
    names: tuple[tuple[str, str], ...]
    """Every service's code and name."""

    def of(self, *statuses: str) -> tuple[Offer, ...]:
        """The offers of these statuses."""
        return tuple(offer for offer in self.offers if offer.line.status in statuses)

    @property
    def waiting(self) -> tuple[Offer, ...]:
        """Services that the client has an opinion on, but a fact is missing."""
        return tuple(offer for offer in self.of("ask") if offer.decision)

    @property
    def choosable(self) -> tuple[Offer, ...]:
        """Everything that can be accepted or declined today."""
        return (*self.of("yes", "if", "may"), *self.waiting)

    @property
    def is_declined(self) -> bool:
        """Whether the client said no to all that there is."""
        decisions = {offer.decision for offer in self.choosable}
        return decisions == {"declines"}


def record_of(code: str) -> str:
    """The record of a service's row in the plan."""
    return f"plan/{code}"


def read(case: Case, content: Content, today: date) -> Outline:
    """The outline of a case's plan in the language of the screens."""
    facts = content.facts(case, today)
    language = i18n.language()
    decided = plan(facts, content.pack, today, language)
    open_to_all = plan(_without_decisions(facts), content.pack, today, language)
    differing = {conflict.record for conflict in case.conflicts()}
    return Outline(
        name=case.text(CASE, "pseudonym"),
        offers=tuple(_offer(case, line, differing) for line in open_to_all.services),
        asks=decided.ask,
        flags=decided.flags,
        deadlines=decided.deadlines,
        proposal=decided.proposal,
        names=tuple((line.code, line.name) for line in _in_order(decided)),
    )


def decline_everything(case: Case) -> list[Edit]:
    """No to everything in one step; a service's own yes or later gives way (facts.md 9.10)."""
    given_way = [
        Edit(record_of(code), "decision", "declines")
        for code in SERVICES
        if case.value(record_of(code), "decision") in ("accepts", "later")
    ]
    return [Edit(EVERYTHING, "decision", "declines"), *given_way]


def take_up(case: Case) -> list[Edit]:
    """Everything is open again after a no to everything."""
    declined = [record_of(code) for code in SERVICES]
    return [
        Edit(record, "decision", Unanswered.NOT_ASKED)
        for record in (EVERYTHING, *declined)
        if case.value(record, "decision") == "declines"
    ]


def take_back(case: Case, edits: list[Edit]) -> list[Edit]:
    """The edits that put back what these edits are about to change."""
    return [Edit(e.record, e.field, case.value(e.record, e.field)) for e in edits]


def _without_decisions(facts: Facts) -> Facts:
    return Facts(
        {path: known for path, known in facts.known.items() if not path.startswith("decisions.")}
    )


def _in_order(made: Plan) -> list[Line]:
    return sorted(made.services, key=lambda line: SERVICES.index(line.code))


def _offer(case: Case, line: Line, differing: set[str]) -> Offer:
    record = record_of(line.code)
    own = case.value(record, "decision")
    decision = own if own in DECISIONS else case.value(EVERYTHING, "decision")
    return Offer(
        line=line,
        decision=str(decision) if decision in DECISIONS else "",
        next_step=case.text(record, "next_step"),
        due=_day(case.text(record, "due")),
        state=case.text(record, "state") or BEGUN,
        organiser=case.text(record, "organiser"),
        person=case.text(record, "person"),
        outcome=case.text(record, "outcome"),
        note=case.text(record, "note"),
        differs=record in differing,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
