from datetime import date

import pytest
from pypdfium2 import PdfDocument

from assistance_desktop.documents import recovery_sheet
from assistance_desktop.documents.layout.blocks import Groups, words_of
from assistance_desktop.documents.layout.groups import framed
from assistance_desktop.documents.layout.pages import lay_out
from assistance_desktop.documents.layout.paper import A4_PLAIN
from assistance_desktop.storage.recovery import Sheet, spread

SHEET = Sheet(bytes(range(7, 27)))
DAY = date(2026, 10, 13)


@pytest.fixture(params=["en", "fi", "sv"])
def language(request):
    return request.param


def page_of(language):
    document = PdfDocument(recovery_sheet.as_pdf(SHEET.groups, DAY, language))
    assert len(document) == 1
    return document


def text_of(document):
    return document[0].get_textpage().get_text_bounded()


def test_it_is_one_a4_page_in_every_language_of_the_screens(language):
    width, height = page_of(language)[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_every_group_stands_on_it_whole_and_in_order(language):
    lines = text_of(page_of(language)).splitlines()
    rows = [line for line in lines if any(group in line for group in SHEET.groups)]
    assert spread("\n".join(rows)) == SHEET.groups


def test_there_is_a_place_for_a_second_copy_by_hand():
    paper = lay_out(A4_PLAIN, [recovery_sheet.write(SHEET.groups, DAY, "en")])
    squares = [square for _top, strip in paper.pages[0] for square in strip.squares]
    assert len(squares) == 40
    assert len({(square.x, square.top) for square in squares}) == 40
    (column,) = paper.columns
    assert not framed(column, SHEET.groups).squares


def test_it_names_no_program_no_person_and_no_computer(language):
    document = page_of(language)
    known = {key: value for key, value in document.get_metadata_dict().items() if value}
    assert known == {"Title": "Sheet"}
    said = text_of(document).lower()
    for word in ("assistance", "workspace", "desktop", "laptop", "halla", "avustus", "notes"):
        assert word not in said


def test_it_tells_how_it_is_used_in_the_words_of_the_first_page():
    blocks = recovery_sheet.write(SHEET.groups, DAY, "en").blocks
    said = " ".join(words_of(blocks))
    assert f"“{recovery_sheet.LINK}”" in said
    assert "13\u00a0October\u00a02026" in said
    assert sum(isinstance(block, Groups) for block in blocks) == 2


def test_the_same_sheet_makes_the_same_bytes():
    first, second = (recovery_sheet.as_pdf(SHEET.groups, DAY, "sv") for _each in range(2))
    assert first == second
