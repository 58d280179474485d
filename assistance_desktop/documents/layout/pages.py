"""Strips become pages, and pages a PDF in memory that says nothing about who made it.

The file has a neutral title, the language and real text; no author, no program, no date of
making (facts.md 7, "Discreet version"). Never a temporary file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any, cast

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from assistance_desktop.documents.layout import drawing
from assistance_desktop.documents.layout.blocks import Block
from assistance_desktop.documents.layout.column import Column, Span
from assistance_desktop.documents.layout.paper import GREY, Sheet
from assistance_desktop.documents.layout.runs import Words, plain
from assistance_desktop.documents.layout.setting import set_blocks
from assistance_desktop.documents.layout.strips import Placed, Stack, Strip, beside, paginate
from assistance_desktop.i18n import text_direction

_FOOT_GAP = 12.0
"""Between what a page says and the line over its footer, in points."""

_FOOT_PAD = 5.5
_NUMBER_WIDTH = 40.0


@dataclass(frozen=True, slots=True)
class Version:
    """What a paper says in one language, and its footer."""

    language: str
    blocks: tuple[Block, ...]
    foot: Words = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper laid out: its sheet, the strips of every page, and the footer without its number."""

    sheet: Sheet
    columns: tuple[Column, ...]
    pages: tuple[tuple[Placed, ...], ...]
    feet: tuple[Stack, ...]
    room: float


def lay_out(sheet: Sheet, versions: Sequence[Version]) -> Pages:
    """One version over the whole sheet, or two side by side, the right-to-left one on the right."""
    ordered = sorted(versions, key=lambda one: text_direction(one.language) == "rtl")
    columns = _columns(sheet, [one.language for one in ordered])
    strips = _strips(columns, ordered)
    feet = _feet(columns, ordered)
    foot_height = max((foot.height for foot in feet), default=0.0)
    taken = _FOOT_GAP + _FOOT_PAD + foot_height if foot_height else 0.0
    room = sheet.height - sheet.top - sheet.foot - taken
    pages = tuple(tuple(page) for page in paginate(strips, room))
    return Pages(sheet, columns, pages, feet, room)


def make_pdf(title: str, paper: Pages, language: str) -> bytes:
    """The pages as a PDF whose properties name nothing but this title and the language."""
    out = BytesIO()
    sheet = paper.sheet
    canvas = Canvas(out, pagesize=(sheet.width, sheet.height), invariant=1, lang=language)
    document: Any = cast("Any", canvas)._doc  # noqa: SLF001 - reportlab has no other way in
    document.info = _NeutralInfo(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(paper.pages, 1):
        for top, strip in page:
            drawing.draw_strip(
                canvas, strip, sheet.height - sheet.top - top, at_page_top=top == 0.0
            )
        if paper.feet:
            _draw_foot(canvas, paper, number)
        canvas.showPage()
    document._ID = _fingerprint(paper)  # noqa: SLF001 - reportlab would sign its name there
    canvas.save()
    return out.getvalue()


class _NeutralInfo(pdfdoc.PDFInfo):
    """Document properties with a title and nothing else."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def format(self, document: object) -> bytes:
        """Only the title."""
        only_title = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        return only_title.format(document)


def _fingerprint(paper: Pages) -> bytes:
    """The identifier that the format asks for: of the kind of sheet, the same for everybody."""
    digest = sha256(f"{paper.sheet.width} {paper.sheet.height}".encode()).hexdigest()[:32]
    return f"[<{digest}><{digest}>]\n".encode()


def _columns(sheet: Sheet, languages: Sequence[str]) -> tuple[Column, ...]:
    narrow = sheet.stacks or len(languages) > 1
    page = Column(sheet, sheet.side, sheet.inner_width, rtl=False, narrow=narrow)
    spans = page.halves(sheet.gap) if len(languages) > 1 else (page.whole,)
    return tuple(
        Column(
            sheet,
            sheet.side + span.start,
            span.width,
            rtl=text_direction(language) == "rtl",
            narrow=narrow,
        )
        for span, language in zip(spans, languages, strict=True)
    )


def _strips(columns: Sequence[Column], versions: Sequence[Version]) -> list[Strip]:
    pairs = zip(columns, versions, strict=True)
    sides = [list(set_blocks(column, version.blocks)) for column, version in pairs]
    if len(sides) == 1:
        return sides[0]
    sheet = columns[0].sheet
    hairline = None if sheet.is_card else sheet.width / 2
    return [beside(left, right, hairline) for left, right in zip(*sides, strict=True)]


def _feet(columns: Sequence[Column], versions: Sequence[Version]) -> tuple[Stack, ...]:
    """The footers; the number of the page stands after a single one and between two."""
    feet: list[Stack] = []
    for place, (column, version) in enumerate(zip(columns, versions, strict=True)):
        starts_at_middle = len(columns) > 1 and column.rtl != (place == 1)
        start = _NUMBER_WIDTH / 2 if starts_at_middle else 0.0
        where = Span(start, column.width - _NUMBER_WIDTH)
        if version.foot:
            feet.append(column.text(version.foot, column.look.foot, where))
    return tuple(feet)


def _draw_foot(canvas: Canvas, paper: Pages, number: int) -> None:
    sheet = paper.sheet
    height = max(foot.height for foot in paper.feet)
    top = sheet.foot + height
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(GREY)
    canvas.line(sheet.side, top + _FOOT_PAD, sheet.width - sheet.side, top + _FOOT_PAD)
    for foot in paper.feet:
        drawing.draw_stack(canvas, foot, top)
    drawing.draw_stack(canvas, _page_number(paper, number), top)


def _page_number(paper: Pages, number: int) -> Stack:
    column = paper.columns[0]
    words = plain(f"{number} / {len(paper.pages)}")
    lines = column.lines(words, column.look.foot, _NUMBER_WIDTH)
    if len(paper.columns) == 1:
        return column.stack(lines, Span(column.width - _NUMBER_WIDTH, _NUMBER_WIDTH), at_end=True)
    middle = paper.sheet.width / 2
    return Stack(middle - lines[0].width / 2, lines[0].width, tuple(lines))
