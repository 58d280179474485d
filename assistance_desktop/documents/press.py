"""The press: an order and a release in, the bytes of a PDF out.

Nothing is written anywhere, and the name that a file may get says nothing (facts.md 7).
"""

from collections.abc import Callable, Sequence

from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, CLIENT, Purpose, Release
from assistance_desktop.documents import consent_sheet, discreet, plan, proposal, rights, summary
from assistance_desktop.documents.layout.blocks import words_of
from assistance_desktop.documents.layout.pages import Pages, Version, lay_out, make_pdf
from assistance_desktop.documents.layout.paper import A4, A4_DENSE, A5, CARD, FOLDED_CARD, Sheet
from assistance_desktop.documents.order import Kind, Order, Page
from assistance_desktop.documents.subject import Subject
from assistance_desktop.documents.voice import Voice, speak
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import Facts

_TITLES = {
    Kind.SUMMARY: summary.TITLE,
    Kind.DISCREET: discreet.TITLE,
    Kind.PLAN: plan.TITLE,
    Kind.RIGHTS: rights.TITLE,
    Kind.PROPOSAL: proposal.TITLE,
}

_MOST_PAGES = 3


def make(order: Order, released: Release, facts: Facts, pack: Pack) -> bytes:
    """The paper as a PDF.

    `released` is for the client and for paper, or, for a proposal, for the Assistance system on
    the person's consent; `facts` are those that were read from it. Raises AppError when there
    are no texts in a language, and when a discreet note would give the client away; ValueError
    when the release is for something else.
    """
    versions = write(order, released, facts, pack)
    paper = _set(order, versions)
    return make_pdf(_TITLES[order.kind], paper, versions[0].language)


def read_aloud(order: Order, released: Release, facts: Facts, pack: Pack) -> tuple[str, ...]:
    """What a stranger would read on the paper: every text of it, in order."""
    versions = write(order, released, facts, pack)
    return tuple(
        text for one in versions for text in (*words_of(one.blocks), *_foot_text(one)) if text
    )


def write(order: Order, released: Release, facts: Facts, pack: Pack) -> tuple[Version, ...]:
    """What the paper says in each of its languages, before it is set."""
    _check(order, released)
    subject = Subject(released, facts, pack)
    return tuple(_writer(order, subject)(speak(one)) for one in order.languages)


def blank_consent(order: Order) -> bytes:
    """The consent sheet of a proposal without any name or day, to be talked through."""
    versions = [
        Version(voice.language, consent_sheet.consent_sheet(order, voice, None))
        for voice in map(speak, order.languages)
    ]
    paper = _set(order, versions)
    return make_pdf(consent_sheet.TITLE, paper, versions[0].language)


def file_name(kind: Kind) -> str:
    """A name for the file that says nothing about anybody."""
    return f"{_TITLES[kind].lower()}.pdf"


def _writer(order: Order, subject: Subject) -> Callable[[Voice], Version]:
    match order.kind:
        case Kind.SUMMARY:
            return lambda voice: summary.write(order, subject, voice)
        case Kind.DISCREET:
            return lambda voice: discreet.write(order.details, voice)
        case Kind.PLAN:
            return lambda voice: plan.write(order, subject, voice)
        case Kind.RIGHTS:
            return lambda voice: rights.write(order, subject, voice)
        case Kind.PROPOSAL:
            return lambda voice: proposal.write(order, subject, voice)


def _check(order: Order, released: Release) -> None:
    """A release goes to whom it was made for."""
    wanted = (CLIENT, Purpose.PAPER)
    if order.kind is Kind.PROPOSAL:
        wanted = (ASSISTANCE_SYSTEM, Purpose.PROPOSAL)
    if (released.recipient, released.purpose) != wanted:
        raise ValueError("the release was made for another recipient or purpose")


def _set(order: Order, versions: Sequence[Version]) -> Pages:
    """The paper on its sheet; what would take too many pages is set a little closer."""
    first, *closer = _sheets(order)
    paper = lay_out(first, versions)
    for sheet in closer:
        if len(paper.pages) > _MOST_PAGES:
            paper = lay_out(sheet, versions)
    return paper


def _sheets(order: Order) -> tuple[Sheet, ...]:
    if order.kind is Kind.DISCREET:
        return (FOLDED_CARD if len(order.languages) > 1 else CARD,)
    if len(order.languages) > 1:
        return (A4_DENSE,)
    if order.page is Page.A5:
        return (A5,)
    return (A4_DENSE,) if order.kind in (Kind.RIGHTS, Kind.PROPOSAL) else (A4, A4_DENSE)


def _foot_text(version: Version) -> tuple[str, ...]:
    return ("".join(run.text for run in version.foot),)
