"""A questionnaire on paper, blank, for when there is no laptop (paper P8).

It takes no Release: nothing of any case is on it, and it asks for no name. Skip rules stand in
words, and both quiet answers under every question.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistance_desktop import i18n
from assistance_desktop.documents.blank_form_answers import QUIET, Answers
from assistance_desktop.documents.blank_form_frame import Frame
from assistance_desktop.documents.blank_form_strips import Ruled, Spoken, together
from assistance_desktop.documents.layout.pages import Version, lay_out, make_pdf
from assistance_desktop.documents.layout.paper import A4_DENSE
from assistance_desktop.documents.layout.runs import Words, plain, rich, value
from assistance_desktop.documents.layout.strips import Strip, paginate
from assistance_desktop.forms.blank import Blank, is_asked
from assistance_desktop.forms.form import Form, Group, Item, Question, Repeat, Wording, walk
from assistance_desktop.forms.skipping import read_skips
from assistance_desktop.i18n import N_, text_direction

TITLE = "Questions"


def print_blank(form: Form, language: str, screen_language: str, beside: str = "") -> bytes:
    """The blank form as a PDF.

    `language` and `beside` are languages of the form, by its own name (`Suomi (fi)`) or by code;
    what the form does not have in them stands in its default language. `screen_language` is the
    code of the language of the frame: headings, skip rules, the quiet answers.
    """
    first = language_of(form, language)
    second = language_of(form, beside) if beside else ""
    mention = i18n.catalogue("ui", screen_language).gettext(_MENTION)
    blank = Blank(form, mention)
    other = second if second != first else ""
    writer = _Writer(Frame(blank, read_skips(blank), first, screen_language, other))
    paper = lay_out(A4_DENSE, [Version(writer.code, (), writer.foot())])
    writer.ruled = Ruled(paper.columns[0])
    strips = list(writer.write(paper.room))
    pages = tuple(tuple(page) for page in paginate(strips, paper.room))
    return make_pdf(TITLE, replace(paper, pages=pages), writer.code)


def language_of(form: Form, code: str) -> str:
    """The form's own name of a language, such as `Suomi (fi)`; its default when it has none."""
    for name in form.languages:
        if name == code or name.endswith(f"({code})"):
            return name
    return form.default_language


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the form, or what stands between two."""

    group: Group | None
    items: tuple[Item, ...]


def _parts(form: Form) -> list[_Part]:
    """The sections that say anything; one part when there are no two of them."""
    parts: list[_Part] = []
    for item in form.root.children:
        if not _says_anything(item):
            continue
        if isinstance(item, Group) and item.label is not None:
            parts.append(_Part(item, item.children))
        elif parts and parts[-1].group is None:
            parts[-1] = _Part(None, (*parts[-1].items, item))
        else:
            parts.append(_Part(None, (item,)))
    if sum(part.group is not None for part in parts) < 2:
        return [_Part(None, form.root.children)]
    return parts


def _says_anything(item: Item) -> bool:
    inside = (item,) if isinstance(item, Question) else tuple(walk(item))
    return any(isinstance(one, Question) and one.shown for one in inside)


@dataclass(slots=True)
class _Writer:
    """Writes one form, part by part."""

    frame: Frame
    ruled: Ruled = field(init=False)
    answers: Answers = field(init=False)
    after_heading: bool = True

    @property
    def code(self) -> str:
        """The language that the sheet runs in."""
        return _code(self.frame.blank.form, self.frame.language)

    @property
    def title(self) -> str:
        form = self.frame.blank.form
        return form.title or form.id

    def foot(self) -> Words:
        version = self.frame.blank.form.version
        text = self.frame.text(
            N_("Keep this sheet locked in, type it in soon, then destroy it. {form}")
        ).format(form=self.title)
        if version:
            said = self.frame.text(N_("version {version}")).format(version=version)
            text = f"{text}, {said}"
        return value(text)

    def write(self, room: float) -> Iterator[Strip]:
        """All strips; a part that does not fit on the page that is begun begins the next."""
        self.answers = Answers(self.frame, self.ruled, self.said, self.both)
        parts = _parts(self.frame.blank.form)
        for number, part in enumerate(parts, start=1):
            strips = list(self.part(part, number, len(parts)))
            height = sum(strip.gap + strip.height for strip in strips)
            yield Strip(breaks_page=max(0.0, 1.0 - height / room))
            yield from strips
        yield from self.answers.lists()

    def part(self, part: _Part, number: int, parts: int) -> Iterator[Strip]:
        """A section: its heading, its questions, and what to do when the person wants to stop."""
        yield from self.head(part, number, parts)
        self.after_heading = True
        strips = list(self.items(part.items))
        yield from strips[:-1]
        # The box never stands alone on a page.
        yield from (replace(strip, keeps=True) for strip in strips[-1:])
        yield self.ruled.framed(self.said(rich(self.frame.text(_STOP))))

    def head(self, part: _Part, number: int, parts: int) -> Iterator[Strip]:
        title = self.title
        if parts > 1:
            title = self.frame.text(N_("{form}, part {part} of {parts}")).format(
                form=title, part=number, parts=parts
            )
        aside = self.frame.text(N_("Sheet number ______   Date ____________"))
        yield self.ruled.title(self.said(value(title)), self.said(value(aside)))
        look = self.ruled.column.look
        texts = self.both(part.group.label, part.group.path) if part.group else []
        for place, text in enumerate(texts):
            yield self.ruled.paragraph(text, kind=look.hint if place else look.section)
        yield self.ruled.paragraph(self.said(plain(self.frame.text(_HEAD))))
        if number == 1 and self.frame.skips.conditions:
            refused, unknown = (plain(self.frame.text(one)) for one in QUIET)
            legend = self.frame.words(_OPEN_ANSWERS, refused=refused, unknown=unknown)
            yield self.ruled.paragraph(self.said(legend))
        rule = self.frame.rule(part.group) if part.group else ()
        if rule:
            yield self.ruled.condition(self.said(rule), after_heading=True)

    def items(self, items: Iterable[Item]) -> Iterator[Strip]:
        for item in items:
            if not _says_anything(item):
                continue
            if isinstance(item, Question):
                yield from together(list(self.question(item)), _PAGE)
                self.after_heading = False
            else:
                yield from self.inner(item)

    def inner(self, group: Group | Repeat) -> Iterator[Strip]:
        """A group or repeat inside a part: its heading, its rule, what it holds."""
        texts = self.both(group.label, group.path)
        if texts:
            yield from self.ruled.heading(texts)
        rule = self.frame.rule(group)
        if rule:
            yield self.ruled.condition(self.said(rule), after_heading=bool(texts))
        if isinstance(group, Repeat):
            again = self.frame.words(
                N_("Ask {questions} again for each one, on a copy. This is number ____ of ____."),
                questions=self.frame.span(group),
            )
            yield self.ruled.paragraph(self.said(again))
        self.after_heading = bool(texts or rule or isinstance(group, Repeat))
        yield from self.items(group.children)

    def question(self, question: Question) -> Iterator[Strip]:
        texts = self.both(question.label, question.path)
        first, others = texts[0] if texts else self.said(value(question.name)), texts[1:]
        if is_asked(question):
            number = str(self.frame.blank.numbers[question.path])
            yield self.ruled.question(number, first, after_heading=self.after_heading)
        else:
            yield self.ruled.note(first, after_heading=self.after_heading)
        for text in others:
            yield self.ruled.under(text, larger=True)
        rule = self.frame.rule(question)
        if rule:
            yield self.ruled.under(self.said(rule))
        hint = self.frame.blank.text(question.hint, question.path, self.frame.language)
        if hint:
            yield self.ruled.under(Spoken(plain(hint), runs_right_to_left(hint)))
        if is_asked(question):
            yield from self.answers.to(question)

    def said(self, words: Words) -> Spoken:
        """Words in the language of the frame."""
        return Spoken(words, text_direction(self.frame.screen_language) == "rtl")

    def both(self, wording: Wording | None, place: str) -> list[Spoken]:
        """A text of the form in its one or two languages, when it says anything."""
        found = [self.frame.blank.text(wording, place, self.frame.language)]
        second = self.frame.second_language
        if second and self.frame.blank.has(wording, second):
            found.append(self.frame.blank.text(wording, place, second))
        found = [text for text in dict.fromkeys(found) if text]
        return [Spoken(plain(text), runs_right_to_left(text)) for text in found]


_HEAD = N_(
    "Ask only when nobody else can hear. Every question may be left open. Write no names on this "
    "sheet."
)
_STOP = N_(
    "**The person wants to stop?** Stop. What is answered is enough. Last question asked: ______"
)
_MENTION = N_("[question {number}]")
"""Stands in a text where the answer to a question would."""
_PAGE = 700.0
"""The room of a page, near enough to know what is longer than half of it, in points."""
_OPEN_ANSWERS = N_(
    "“{refused}” and “{unknown}” count as no answer where a question depends on another one."
)
"""The two quiet answers by their names."""


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter of a text runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _code(form: Form, language: str) -> str:
    """The code in the name of a language, else one that runs the way its questions run."""
    code = language.rpartition("(")[2].rstrip(")") if language.endswith(")") else ""
    if code:
        return code
    labels = [item.label.versions.get(language) for item in form.items() if item.label]
    texts: Sequence[str] = [
        piece for text in labels if text for piece in text.pieces if isinstance(piece, str)
    ]
    turned = sum(map(runs_right_to_left, texts))
    return "ar" if turned > len(texts) / 2 else "en"
