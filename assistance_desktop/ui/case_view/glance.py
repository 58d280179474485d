"""All that the overview says of a case, read in one go: one plan, one look at the questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistance_desktop.cases import admission, life
from assistance_desktop.cases.admission import Admission
from assistance_desktop.cases.case import CASE, Case, Conflict
from assistance_desktop.cases.life import Closing
from assistance_desktop.ui.case_view import questions, standing, story
from assistance_desktop.ui.case_view.danger import stands
from assistance_desktop.ui.case_view.documents import Document, documents
from assistance_desktop.ui.case_view.happening import Happening
from assistance_desktop.ui.case_view.next_step import NextStep, next_step
from assistance_desktop.ui.case_view.recipients import Recipient, recipients
from assistance_desktop.ui.case_view.standing import Standing
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.kit.timeline import Event


@dataclass(frozen=True, slots=True)
class Glance:
    """One case on one day. `following` is None in a closed case; `path` asks the status."""

    case_id: str
    name: str
    standing: Standing
    following: NextStep | None
    events: list[Event]
    people: list[Recipient]
    documents: tuple[Document, ...]
    admission: Admission
    path: str
    closing: Closing | None
    threat: bool
    conflicts: tuple[Conflict, ...]

    @property
    def top(self) -> object:
        """What the cards over the timeline say."""
        return (self.case_id, self.following, self.threat, self.standing)

    @property
    def aside(self) -> object:
        """What the second column says."""
        said = (self.people, self.documents, self.admission, self.standing.is_declined)
        return (self.case_id, self.name, self.closing is None, *said)

    @property
    def over(self) -> object:
        """What the banners say."""
        return (self.case_id, self.threat, self.conflicts)


def read(case: Case, content: Content, today: date, besides: Iterable[Happening] = ()) -> Glance:
    """The case as it is today; `besides` is what happened to it outside its changes."""
    found = standing.read(case, content, today)
    name, path = case.text(CASE, "pseudonym"), content.of(case).paths.get("customer", "")
    closing = life.closing(case)
    left = questions.count_open(questions.read(case, content, today)) if closing is None else 0
    return Glance(
        case_id=case.id,
        name=name,
        standing=found,
        following=next_step(case, found, left, today) if closing is None else None,
        events=story.events(case, content, found.deadlines, today, besides),
        people=recipients(case, content, name),
        documents=documents(case, content),
        admission=admission.admission(case, path),
        path=path,
        closing=closing,
        threat=stands(case),
        conflicts=case.conflicts(),
    )
