"""A proposal as far as it is written, and how it becomes a paper.

The paper is made of a Release to the Assistance system and of nothing else: the topics that its
form asks for (facts.md 1.2). The name and the customer number are typed for one paper and are
never kept (docs/decisions/0009).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.consent import (
    ASSISTANCE_SYSTEM,
    Purpose,
    Release,
    release,
    standing,
)
from assistance_desktop.documents import press
from assistance_desktop.documents.order import Details, Kind, Order
from assistance_desktop.errors import AppError
from assistance_desktop.guidance import giving, recipients
from assistance_desktop.ui.content import Content

RECORD = "proposal"

KEPT = ("contact", "representative", "account", "observations", "attachments")
"""The fields that are kept while the proposal is being written."""

TYPED = ("name", "uma")
"""The fields that are only on the paper."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One proposal: its language, what was typed, who proposes."""

    language: str
    fields: Mapping[str, str]
    worker: str
    office: str

    @property
    def details(self) -> Details:
        """What the paper prints besides the answers."""
        said = self.fields.get
        return Details(
            client_name=said("name", ""),
            worker_initials=self.worker,
            notes=said("observations", ""),
            reach=said("contact", ""),
            organisation=self.office,
            own_words=said("account", ""),
            customer_number=said("uma", ""),
            representative=said("representative", ""),
            attachments=said("attachments", ""),
            phone=said("phone", ""),
        )


def released(case: Case, content: Content, today: date) -> Release:
    """What the Assistance system hears.

    Raises ConsentMissingError without a consent, AppError while a child's consent is not whole.
    """
    check_whole(case, content, today)
    paths = content.of(case).paths
    places = {
        one.id: recipients.places(one, case, paths, today)
        for one in content.pack.topics
        if one.proposal
    }
    return release(
        case, ASSISTANCE_SYSTEM, Purpose.PROPOSAL, today, topics=places, told=tuple(places)
    )


def check_whole(case: Case, content: Content, today: date) -> None:
    """Refuse without a consent that holds today, given by whom it must be. Raises AppError."""
    given = standing(case, ASSISTANCE_SYSTEM, today)
    lack = giving.amiss(given, content.facts(case, today), today)
    if lack is not None:
        raise AppError(*giving.words(lack))


def make(case: Case, draft: Draft, content: Content, today: date) -> bytes:
    """The paper P6. Raises AppError when there is no consent, or no text in a language."""
    allowed = released(case, content, today)
    facts = content.facts(Case(allowed.case_id, allowed.changes), today)
    order = Order(Kind.PROPOSAL, draft.language, details=draft.details)
    return press.make(order, allowed, facts, content.pack)
