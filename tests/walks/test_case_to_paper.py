"""Walk 3 of architecture.md: a case reaches paper."""

import tempfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from assistance_desktop.storage.editing import Edit
from assistance_desktop.ui.kit.banner import Notice
from tests.walks.desks import AURORA, everything, write

PLACE = "cloudberry"


@pytest.fixture
def case_id(field):
    """Aurora's case, decided so far that there is something to print."""
    made = field.interview(AURORA, {})
    write(field, made, Edit("plan/HOUSING", "decision", "accepts"))
    return made


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """A temporary and a working folder of our own, which must stay empty."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.chdir(scratch)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    before, tempfile.tempdir = tempfile.tempdir, None  # so that it is looked up anew
    assert Path(tempfile.gettempdir()) == scratch
    yield scratch
    tempfile.tempdir = before


def paper_of(field, case_id, **chosen):
    """The print page with its paper made."""
    page = field.workspace.paper_page
    field.workspace.show_paper(case_id)
    page.choose(kept="at_home", **chosen)
    field.hands.wait(lambda: page.pdf, "the paper was not made")
    return page


def save(field, page, target):
    told = []
    page.registered.connect(told.append)
    page.save_pdf(target)
    field.hands.wait(lambda: told, "the print was not registered")
    return told[0]


def read(pdf):
    paper = pdfium.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in paper]
        return " ".join(" ".join(pages).split()), paper.get_metadata_dict()
    finally:
        paper.close()


def test_the_paper_is_made_in_memory_saved_as_shown_and_registered_without_text(
    field, case_id, tmp_path, watched
):
    page = paper_of(field, case_id, language="en")
    assert page.pdf.startswith(b"%PDF-")
    assert not list(watched.iterdir()), "making a paper left a file"

    shown, target = page.pdf, tmp_path / "Summary.pdf"
    record = save(field, page, target)
    assert target.read_bytes() == shown
    assert not list(watched.iterdir()), "saving a paper left another file"

    entry = field.session.case(case_id).fields(record)
    assert set(entry) == {"kind", "language", "to", "on", "kept_where"}
    assert (entry["kind"], entry["language"], entry["to"]) == ("summary", "en", "file")
    words = set(read(shown)[0].split())
    assert not any(len(str(value).split()) > 2 for value in entry.values())
    assert len(words) > 50


def test_the_paper_tells_nothing_of_the_program_the_name_or_what_was_not_released(field, case_id):
    text, metadata = read(paper_of(field, case_id, language="en").pdf)
    assert PLACE not in text, "an answer came to the paper past the Release"
    told = " ".join(metadata.values()).casefold()
    assert not any(
        word in told for word in ("assistance", "traffick", "victim", "aurora", "pihlaja", "report")
    )


def test_another_language_is_another_paper_and_another_entry(field, case_id, tmp_path):
    papers, entries = set(), []
    for language in ("en", "fi"):
        page = paper_of(field, case_id, language=language)
        entries.append(save(field, page, tmp_path / f"{language}.pdf"))
        papers.add(read(page.pdf)[0])
    assert len(papers) == len(set(entries)) == 2
    case = field.session.case(case_id)
    assert sorted(case.records("print")) == sorted(entries)


def test_no_paper_leaves_before_it_is_said_where_it_will_be_kept(field, case_id, tmp_path):
    page, target = field.workspace.paper_page, tmp_path / "Summary.pdf"
    field.workspace.show_paper(case_id)
    before = everything(field)
    page.save_pdf(target)
    assert not page.asking.questions.kept
    assert not target.exists()
    assert everything(field) == before


def test_a_place_that_takes_no_file_gives_a_notice_and_no_entry(field, case_id, tmp_path):
    page = paper_of(field, case_id, language="en")
    page.save_pdf(tmp_path / "nowhere" / "Summary.pdf")
    field.hands.wait(lambda: page.desk.findChildren(Notice), "nothing was said")
    assert not field.session.case(case_id).records("print")
    assert page.pdf, "the paper is still there for another try"


def test_locking_drops_the_paper(field, case_id):
    page = paper_of(field, case_id, language="en")
    field.window.lock()
    assert not page.pdf
