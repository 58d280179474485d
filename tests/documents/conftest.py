"""Papers made as the program makes them: a case, its release, an order, a PDF, its text."""

from dataclasses import replace

import pypdfium2
import pytest
from carried import CONSENT, FACTS, PRINT, TODAY

from assistance_desktop import paths
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Author
from assistance_desktop.cases.consent import ASSISTANCE_SYSTEM, CLIENT, Purpose, release
from assistance_desktop.documents import press
from assistance_desktop.documents.order import Kind, Order, read_details
from assistance_desktop.guidance.facts import read_facts
from assistance_desktop.guidance.pack import read_pack


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
def pdf(order, released, pack):
    """A paper as its bytes."""

    def make(kind="summary", language="en", facts=FACTS, records=None, today=TODAY, **options):
        asked = order(kind, language, **options)
        made = released(asked.kind, records, today)
        return press.make(asked, made, read_facts(facts), pack)

    return make


@pytest.fixture
def pages(pdf):
    """A paper as the text of every page, in reading order, without hard spaces."""

    def make(*arguments, **options):
        document = pypdfium2.PdfDocument(pdf(*arguments, **options))
        found = [page.get_textpage().get_text_bounded() for page in document]
        document.close()
        return [" ".join(text.replace("\u00a0", " ").split()) for text in found]

    return make


@pytest.fixture
def text(pages):
    """A paper as one text."""

    def make(*arguments, **options):
        return " ".join(pages(*arguments, **options))

    return make
