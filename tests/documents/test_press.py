import re

import pypdfium2
import pytest
from carried import FACTS, PRINT, TODAY

from assistance_desktop.cases.consent import (
    ASSISTANCE_SYSTEM,
    Purpose,
    release,
)
from assistance_desktop.cases.lack import ConsentMissingError
from assistance_desktop.documents import press
from assistance_desktop.documents.order import Kind, Page, Part
from assistance_desktop.guidance.facts import read_facts

KINDS = tuple(kind.value for kind in Kind)

NEVER = {
    "intake": {
        "/intake/situation/story": "STORYCANARY was told to clean in a hotel",
        "/intake/situation/signs": ["SIGNCANARY", "documents_kept"],
        "/intake/health/diagnosis": "DIAGNOSISCANARY",
        "/intake/safety/threat_by": "EXPLOITERCANARY",
        "/intake/children/name": "OTHERCANARY",
        "/intake/housing/shelter_address": "SHELTERCANARY street 5",
        "/intake/stay/status_label": "illegal ILLEGALCANARY",
        "/intake/offence/what": "OFFENCECANARY",
        "/intake/wishes/contact_place": "PLACECANARY",
        "/intake/wishes/phone_number": "040 CANARY",
        "/intake/wishes/post_address": "POSTCANARY",
    },
    "case": {"number": "K7-4M2Q", "pseudonym": "PSEUDONYMCANARY", "worker": "WORKERCANARY"},
    "note/1": {"text": "NOTECANARY"},
    "print/1": {"to": "PRINTCANARY"},
    "told/1": {"to": "TOLDCANARY"},
    "plan/HOUSING": {"decision": "accepts", "state": "STATECANARY", "because": "BECAUSECANARY"},
}


@pytest.mark.parametrize("beside", [None, "sv"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_never_list_reaches_any_paper(text, kind, beside):
    options = {"parts": frozenset(Part), "beside": beside}
    said = text(kind, records=NEVER, **options)
    assert "CANARY" not in said
    assert "K7" not in said
    assert "illegal" not in said.lower()
    assert "€" not in said
    assert "EUR" not in said


@pytest.mark.parametrize("kind", ["summary", "plan", "discreet", "rights"])
def test_no_label_of_the_stay_and_no_own_offence_is_printed_for_the_client(text, kind):
    bases = ("none", "visa", "asylum_pending", "temporary_protection", "permit")
    facts = {key: value for key, value in FACTS.items() if key != "reflection"}
    for basis in bases:
        said = text(kind, facts={**facts, "stay": {"basis": basis}})
        assert basis.replace("_", " ") not in said.lower() or basis in ("none", "permit")
    quiet = {**FACTS, "own_offence": {"mentioned": False}}
    assert text(kind, facts=quiet) == text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_properties_of_the_file_hold_a_neutral_title_and_nothing_else(pdf, kind):
    made = pdf(kind)
    document = pypdfium2.PdfDocument(made)
    told = {key: value for key, value in document.get_metadata_dict().items() if value}
    document.close()
    assert list(told) == ["Title"]
    assert told["Title"] in ("Summary", "Note", "Sheet", "Proposal")
    for trace in (b"Aurora", b"assistance", b"Assistance", b"/CreationDate", b"/Author", b"file:"):
        assert trace not in made


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_order_makes_the_same_bytes_on_any_day_and_machine(pdf, kind):
    assert pdf(kind) == pdf(kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_file_gets_a_neutral_name(kind):
    assert re.fullmatch(r"(summary|note|sheet|proposal)\.pdf", press.file_name(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_refuses_a_release_for_somebody_else(order, released, pack, kind):
    wrong = Kind.SUMMARY if kind == "proposal" else Kind.PROPOSAL
    with pytest.raises(ValueError, match="another recipient"):
        press.make(order(kind), released(wrong), read_facts(FACTS), pack)


@pytest.mark.parametrize("kind", KINDS)
def test_two_languages_stand_side_by_side_row_by_row(pdf, kind):
    document = pypdfium2.PdfDocument(pdf(kind, "fi", beside="sv"))
    page = document[0].get_textpage()
    middle = document[0].get_width() / 2
    sides = {"fi": [], "sv": []}
    for place in range(page.count_rects()):
        left, _bottom, right, _top = page.get_rect(place)
        if right <= middle + 25:
            sides["fi"].append((left, right))
        else:
            assert left >= middle
            sides["sv"].append((left, right))
    document.close()
    assert len(sides["fi"]) > 5
    assert len(sides["sv"]) > 5


def test_the_same_language_beside_itself_is_one_column(pdf):
    assert pdf("rights", "fi", beside="fi") == pdf("rights", "fi")


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_lies_outside_the_margins(pdf, kind, page):
    long = {key: value for key, value in PRINT.items() if isinstance(value, str)}
    appointments = [
        {"day": "2026-10-14", "time": "09:00", "text": "Donaudampfschifffahrt" * 12},
        {"day": "2026-10-15", "text": "We meet at the side door, and go together. " * 12},
    ]
    details = {**long, "client_name": "Aurora " * 20, "appointments": appointments}
    document = pypdfium2.PdfDocument(pdf(kind, details=details, page=page))
    for sheet in document:
        width, height = sheet.get_size()
        for thing in sheet.get_objects():
            left, bottom, right, top = thing.get_bounds()
            assert left >= 30
            assert right <= width - 30
            assert bottom >= 20
            assert top <= height - 30
    document.close()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_stranger_reads_is_what_is_printed(order, released, pack, pages, kind):
    asked = order(kind)
    *read, foot = press.read_aloud(asked, released(asked.kind), read_facts(FACTS), pack)
    foot = squeezed(foot) if kind != "discreet" else ""
    printed = "".join(
        re.sub(rf"{re.escape(foot)}\d/\d$" if foot else "$", "", squeezed(page))
        for page in pages(kind)
    )
    assert [one for one in read if squeezed(one) not in printed] == []


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_a_proposal_needs_a_consent_on_record(a_case):
    for state in (None, "refused", "withdrawn"):
        fields = {"recipient": ASSISTANCE_SYSTEM, "given_on": "2026-10-01", "state": state}
        case = a_case({"consent/1": fields} if state else {"case": {"pseudonym": "Usva"}})
        with pytest.raises(ConsentMissingError):
            release(case, ASSISTANCE_SYSTEM, Purpose.PROPOSAL, TODAY)


def test_the_blank_consent_names_nobody(order):
    document = pypdfium2.PdfDocument(press.blank_consent(order("proposal")))
    said = " ".join(document[0].get_textpage().get_text_bounded().split())
    title = document.get_metadata_value("Title")
    document.close()
    assert title == "Consent"
    assert "To be read and talked through before anything is signed." in said
    assert "Aurora" not in said
