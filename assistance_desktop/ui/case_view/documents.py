"""The documents of a case: consents, papers, the proposal, and every file that was kept.

Of a paper only that it was made is known, never its text; a file is named by what it is, or as
the worker called it. An original that is kept as evidence is no document of its own.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistance_desktop.cases import admission, agreements, answers
from assistance_desktop.cases.admission import PROPOSAL
from assistance_desktop.cases.agreements import Consent, State
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.i18n import _, show_date
from assistance_desktop.storage import attachments
from assistance_desktop.ui import phrases
from assistance_desktop.ui.case_view.disclosures import print_languages
from assistance_desktop.ui.case_view.documents_opening import kind_words
from assistance_desktop.ui.case_view.happening import day_of
from assistance_desktop.ui.case_view.recipients import recipient_words
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.file_words import is_seen, what_it_is
from assistance_desktop.ui.session import HELSINKI


class Sort(StrEnum):
    """What a document is."""

    CONSENT = "consent"
    PROPOSAL = "proposal"
    PAPER = "paper"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `key` opens it: a recipient, or what the vault calls the file; "" for none.

    A file that was added has a `record`, also while it has no file; `original` is what the vault
    calls the original that is kept as evidence.
    """

    sort: Sort
    title: str
    line: str
    on: date | None
    icon: str
    key: str = ""
    record: str = ""
    original: str = ""

    @property
    def opens(self) -> bool:
        """Whether there is anything to open."""
        return bool(self.key or self.record)

    @property
    def when(self) -> str:
        """Its day in words."""
        return show_date(self.on) if self.on is not None else ""


def documents(case: Case, content: Content) -> tuple[Document, ...]:
    """Every document, by sort and within it the newest first."""
    found = (*_consents(case), *_proposal(case), *_papers(case), *_files(case, content))
    order = list(Sort)
    newest = sorted(found, key=lambda one: one.on or date.min, reverse=True)
    return tuple(sorted(newest, key=lambda one: order.index(one.sort)))


def _consents(case: Case) -> Iterator[Document]:
    for one in agreements.asked(case):
        if one.state is State.NOT_ASKED:
            continue
        who = recipient_words(one.recipient)
        title = _("Consent: {who}").format(who=who)
        on = one.withdrawn_on if one.state is State.WITHDRAWN else one.given_on
        yield Document(Sort.CONSENT, title, _consent_line(one), on, "speech", one.recipient)


def _consent_line(one: Consent) -> str:
    state = {
        State.GIVEN: _("Agreed"),
        State.REFUSED: _("Said no"),
        State.WITHDRAWN: _("Taken back"),
        State.DIFFERS: _("Being compared: it does not hold"),
    }.get(one.state, "")
    how = {
        "spoken": _("by word of mouth"),
        "signed": _("signed"),
        "by_sign": _("by a sign"),
    }.get(one.how, "")
    until = _("until {day}").format(day=show_date(one.until)) if one.until is not None else ""
    return ", ".join(part for part in (state, how, until) if part)


def _proposal(case: Case) -> Iterator[Document]:
    if not any(case.fields(PROPOSAL).values()):
        return
    found = admission.admission(case, "")
    title = _("Proposal to the Assistance system")
    line = _("Sent") if found.sent_on is not None else _("Draft")
    yield Document(Sort.PROPOSAL, title, line, found.sent_on, "lifebuoy", PROPOSAL)


def _papers(case: Case) -> Iterator[Document]:
    for record in case.records("print"):
        kind = case.text(record, "kind")
        if not kind:
            continue
        title = {
            "discreet": _("Discreet note"),
            "proposal": _("Proposal on paper"),
        }.get(kind, _("Summary for the client"))
        where = {"printer": _("Printed"), "file": _("Saved as a file")}.get(
            case.text(record, "to"), ""
        )
        line = ", ".join(part for part in (where, print_languages(case, record)) if part)
        yield Document(Sort.PAPER, title, line, day_of(case.text(record, "on")), "printer")


def _files(case: Case, content: Content) -> Iterator[Document]:
    """What answers a question with a file, and what was added by itself; each file once."""
    originals = {
        case.text(record, "file"): case.text(record, "original")
        for record in case.records("document")
        if case.text(record, "original")
    }
    seen: set[str] = set()
    for record in (*answers.filled(case), *case.records("repeat")):
        for field, value in case.fields(record).items():
            digest = attachments.hash_in(value)
            if not digest or digest in seen or not isinstance(value, str):
                continue
            seen.add(digest)
            asked_in = answers.around(case, record) if record != INTAKE else INTAKE
            question = content.describe(asked_in, field, None, case)[0]
            on = case.heads(record, field)[-1].at.astimezone(HELSINKI).date()
            found = Document(Sort.FILE, what_it_is(value), question, on, _icon(value), value)
            yield replace(found, original=originals.get(value, ""))
    yield from _added(case, seen)


def _added(case: Case, seen: Collection[str]) -> Iterator[Document]:
    """The files that were added to the case; one whose file is still missing has a title only."""
    for record in case.records("document"):
        value, title = case.text(record, "file"), case.text(record, "title")
        if not (value or title) or (value and attachments.hash_in(value) in seen):
            continue
        heads = case.heads(record, "file" if value else "title")
        yield Document(
            Sort.FILE,
            title or kind_words(value),
            _added_line(case, record, value),
            heads[-1].at.astimezone(HELSINKI).date(),
            _icon(value),
            value,
            record,
            case.text(record, "original"),
        )


def _added_line(case: Case, record: str, value: str) -> str:
    if not value:
        return _("The file is still missing: choose it")
    size = case.value(record, "size")
    parts = [kind_words(value)]
    if isinstance(size, int):
        parts.append(phrases.size(size))
    if case.text(record, "original"):
        parts.append(_("original kept as evidence"))
    return ", ".join(parts)


def _icon(value: str) -> str:
    return "eye" if is_seen(value) else "file"
