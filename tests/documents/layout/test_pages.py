import base64
import re
import zlib

import pypdfium2
import pytest

from assistance_desktop.documents.layout import blocks as say
from assistance_desktop.documents.layout.pages import Version, lay_out, make_pdf
from assistance_desktop.documents.layout.paper import A4, A5
from assistance_desktop.documents.layout.runs import plain
from assistance_desktop.documents.layout.strips import Strip, paginate

LONG = plain("We meet at the side door, and go there together. " * 30)
FOOT = plain("Information as of 13 October 2026")


def read(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def test_every_page_is_counted():
    blocks = tuple(say.Text(LONG) for _ in range(6))
    pages = read(make_pdf("Sheet", lay_out(A4, [Version("en", blocks, FOOT)]), "en"))
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        assert page.rstrip().endswith(f"{number} / {len(pages)}")


def test_no_line_is_lost_when_a_page_ends():
    sentences = [f"Sentence number {number}." for number in range(400)]
    block = say.Entry(plain("Label"), (say.Text(plain(" ".join(sentences))),), first=True)
    for sheet in (A4, A5):
        paper = lay_out(sheet, [Version("en", (block,), ())])
        printed = " ".join(" ".join(read(make_pdf("Sheet", paper, "en"))).split())
        assert " ".join(sentences) in printed


def test_a_heading_never_stands_alone_at_the_end_of_a_page():
    strips = [Strip(least=30.0, keeps=True), Strip(least=40.0)]
    pages = paginate([Strip(least=60.0), *strips], 100.0)
    assert [len(page) for page in pages] == [1, 2]


def test_a_soft_page_break_does_not_waste_a_page():
    half = [Strip(least=40.0), Strip(breaks_page=0.5), Strip(least=20.0)]
    full = [Strip(least=60.0), Strip(breaks_page=0.5), Strip(least=20.0)]
    assert len(paginate(half, 100.0)) == 1
    assert len(paginate(full, 100.0)) == 2


def test_the_written_words_go_along_with_shaped_ones():
    pdf = make_pdf("Sheet", lay_out(A4, [Version("ar", (say.Text(plain("رأيك في")),))]), "ar")
    written = (b"\xfe\xff" + "رأيك في".encode("utf-16-be")).hex().encode()
    assert b"ActualText <" + written in contents(pdf)


def contents(pdf):
    """What the pages are drawn with."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = [one.strip() for one in streams if one.strip().endswith(b"~>")]
    return b"".join(zlib.decompress(base64.a85decode(one[:-2])) for one in texts)


def test_the_right_to_left_language_stands_on_the_right():
    versions = [
        Version("ar", (say.Text(plain("نعم")),)),
        Version("fi", (say.Text(plain("kyllä")),)),
    ]
    paper = lay_out(A4, versions)
    assert [column.rtl for column in paper.columns] == [False, True]
    assert paper.columns[1].x > A4.width / 2


@pytest.mark.parametrize("rtl", [False, True])
def test_a_right_to_left_page_is_mirrored(rtl):
    entry = say.Entry(plain("A"), (say.Text(plain("B")),), first=True)
    paper = lay_out(A4, [Version("ar" if rtl else "en", (entry,))])
    label, body = paper.pages[0][0][1].stacks
    assert (label.x > body.x) is rtl
