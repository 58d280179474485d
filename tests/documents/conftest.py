"""Sample people for papers: facts as a worker would have them, and releases made from them."""

from dataclasses import replace
from datetime import date
from itertools import count

import pypdfium2
import pytest

from assistance_desktop import paths
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Author
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, CLIENT, Purpose, release
from assistance_desktop.documents import press
from assistance_desktop.documents.order import Kind, Order, read_details
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.pack import read_pack

TODAY = date(2026, 10, 13)

FACTS = {
    "role": "possible_victim",
    "in_finland": True,
    "date_of_birth": "2002-03-14",
    "citizenships": ["VN"],
    "stay": {"basis": "none"},
    "municipality": None,
    "customer": "admitted",
    "proposal_consent": "given",
    "children": [{"date_of_birth": "2017-05-02", "in_finland": True}],
    "languages": [{"code": "vi", "reads": True}, {"code": "en", "reads": False}],
    "income": "none",
    "home_safe": False,
    "health_need": True,
    "threat": {"serious": False},
    "police": {"wish": "yes", "process": "pre_trial"},
    "own_offence": {"mentioned": True, "under_pressure": True},
    "decisions": {
        "HOUSING": "accepts",
        "HEALTH": "accepts",
        "MONEY": "accepts",
        "LEGAL": "accepts",
        "INTERP": "accepts",
        "SOCIAL": "later",
        "SUPPORT": "declines",
    },
    "reflection": {
        "grants": [{"start": "2026-04-24", "end": "2026-10-24", "by": "assistance_system"}]
    },
}

PRINT = {
    "client_name": "Aurora",
    "appointments": [
        {
            "day": "2026-10-14",
            "time": "09:00",
            "text": "Health station. We meet at the side door. Pihlaja comes with you.",
        },
        {"day": "2026-10-15", "time": "10:00", "text": "You move to the place we talked about."},
        {"day": "2026-10-16", "time": "13:00", "text": "We fill in the money form together."},
    ],
    "phone": "09 000 0000",
    "worker_initials": "P.",
}


@pytest.fixture(scope="session")
def pack():
    return read_pack(paths.resources() / "packs" / "finland")


@pytest.fixture
def a_case(clock, new_id):
    """A case with these fields: `{record: {field: value}}`."""

    def make(records):
        case = Case("c" * 32, ())
        for record, fields in records.items():
            for field, value in fields.items():
                author = Author("Pihlaja", "laptop-1")
                change = case.edit(record, field, value, author=author, at=clock(), new_id=new_id)
                case = case.with_changes([change])
        return case

    return make


CONSENT = {
    "consent/1": {
        "recipient": ASSISTANCE_SYSTEM,
        "state": "given",
        "given_on": "2026-10-13",
        "until": "2027-01-13",
        "how": "Spoken",
        "language": "fr",
    }
}


@pytest.fixture
def released(a_case):
    """A release of a case with these records, to whom a kind of paper goes."""

    def make(kind=Kind.SUMMARY, records=None, today=TODAY):
        case = a_case({**CONSENT, **(records or {})})
        if kind is Kind.PROPOSAL:
            return release(case, ASSISTANCE_SYSTEM, Purpose.PROPOSAL, today)
        return release(case, CLIENT, Purpose.PAPER, today)

    return make


@pytest.fixture
def order():
    """An order of a kind in a language, with the details of a FACTS.json `print` object."""

    def make(kind="summary", language="en", details=PRINT, more=None, **options):
        read = replace(read_details(details), **(more or {}))
        return Order(Kind(kind), language, details=read, **options)

    return make


@pytest.fixture
def printed(order, released, pack):
    """The pages of a paper as text."""

    def make(kind="summary", language="en", facts=FACTS, records=None, today=TODAY, **options):
        asked = order(kind, language, **options)
        made = released(asked.kind, records, today)
        return pages_of(press.make(asked, made, read_facts(facts), pack))

    return make


def pages_of(pdf):
    """The text of every page, in reading order, without hard spaces."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [" ".join(text.replace("\u00a0", " ").split()) for text in found]
