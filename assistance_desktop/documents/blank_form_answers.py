"""Where an answer goes on a blank form: boxes to tick, boxes for digits, lines to write on.

A list that is too long for boxes is written down once, at the end; one that nobody would read
through, such as all countries, is not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistance_desktop.documents.blank_form_frame import Frame
from assistance_desktop.documents.blank_form_strips import Option, Ruled, Spoken
from assistance_desktop.documents.layout.runs import Run, Words, plain, value
from assistance_desktop.documents.layout.strips import Strip
from assistance_desktop.forms.blank import Listed
from assistance_desktop.forms.form import Question, Wording
from assistance_desktop.i18n import N_

QUIET = (N_("Prefers not to say"), N_("Not known yet"))
"""Under every question; leaving it open is a good answer."""
MOST_BOXES = 12
"""A list of more choices is written on a line."""
_MOST_LISTED = 60
"""A list of more choices is not printed; the answer is written in words."""

_FILES = frozenset({"image", "audio", "video", "file"})
_PLACES = frozenset({"geopoint", "geotrace", "geoshape"})
_DIGITS = {
    "date": ((2, 2, 4), N_("day, month, year")),
    "month-year": ((2, 4), N_("month and year")),
    "year": ((4,), N_("year")),
    "time": ((2, 2), N_("hours and minutes, 00 to 23")),
    "dateTime": ((2, 2, 4, 2, 2), N_("day, month, year, hours, minutes")),
}
_PARTLY = ("month-year", "year")
"""Appearances of a date that is not known to the day."""


@dataclass(slots=True)
class Answers:
    """Sets the room for answers, and remembers the lists that go to the end."""

    frame: Frame
    ruled: Ruled
    said: Callable[[Words], Spoken]
    """Words of the frame."""
    both: Callable[[Wording | None, str], list[Spoken]]
    """A text of the form in its one or two languages."""
    long_lists: dict[tuple[str, ...], tuple[list[str], Sequence[Listed]]] = field(
        default_factory=dict[tuple[str, ...], "tuple[list[str], Sequence[Listed]]"]
    )

    def to(self, question: Question) -> Iterator[Strip]:
        """The room for the answer, and both quiet answers under it."""
        columns = 2
        if question.choices is not None:
            strips, columns = self._choices(question)
        elif question.type == "acknowledge":
            strips, _columns = self.ruled.options([Option(self._say(N_("Done")))])
        else:
            strips = self._written(question)
        yield from strips
        options = [Option(self._say(sentence)) for sentence in QUIET]
        yield self.ruled.quiet(options, max(2, columns))

    def lists(self) -> Iterator[Strip]:
        """The long lists, each once, on the last pages."""
        for place, (paths, listed) in enumerate(self.long_lists.values()):
            if place == 0:
                yield Strip(breaks_page=0.0)
            numbered = self.frame.numbered(paths)
            heading = self.frame.words(N_("Answers to {questions}"), questions=numbered)
            yield from self.ruled.heading([self.said(heading)])
            yield from self.ruled.names([Spoken(self._label(one)) for one in listed])

    def _say(self, sentence: str) -> Spoken:
        return self.said(plain(self.frame.text(sentence)))

    def _label(self, listed: Listed) -> Words:
        return plain(self.frame.blank.label(listed, self.frame.language))

    def _choices(self, question: Question) -> tuple[list[Strip], int]:
        listed = self.frame.blank.choices(question)
        how = list(self._how(question, listed))
        if not 0 < len(listed) <= MOST_BOXES:
            return [*how, *self.ruled.write_on(1)], 2
        strips, columns = self.ruled.options([self._option(question, one) for one in listed])
        return [*how, *strips], columns

    def _how(self, question: Question, listed: Sequence[Listed]) -> Iterator[Strip]:
        """How to answer, where the boxes do not say it themselves."""
        long = len(listed) > MOST_BOXES
        if question.type == "rank":
            yield self._under(N_("Write the order into the boxes: 1 is the first."))
        elif question.type == "select_multiple" and not long:
            yield self._under(N_("Tick all that fit."))
        if long and len(listed) <= _MOST_LISTED:
            key = tuple(one.name for one in listed)
            self.long_lists.setdefault(key, ([], listed))[0].append(question.path)
            yield self._under(N_("Write the answer. The answers stand on the last page."))
        elif long:
            yield self._under(N_("Write the answer in words."))
        narrowed = self.frame.blank.narrowed_by(question)
        if narrowed and listed:
            numbered = self.frame.numbered(narrowed)
            said = self.frame.words(
                N_("Only some of these fit the answer to {questions}."), questions=numbered
            )
            yield self.ruled.under(self.said(said))
        default = [one for one in listed if one.name == question.default]
        if default and question.type == "select_one":
            said = self.frame.words(
                N_("When nothing is ticked, it is {choice}."),
                choice=value(self.frame.blank.label(default[0], self.frame.language), bold=True),
            )
            yield self.ruled.under(self.said(said))

    def _option(self, question: Question, listed: Listed) -> Option:
        words = self._label(listed)
        jump = self.frame.jump(question, listed.name)
        if jump:
            words = (*words, Run(" "), *value(jump.replace(" ", "\u00a0"), bold=True))
        return Option(self._spoken(words), self._second(listed))

    def _spoken(self, words: Words) -> Spoken:
        return Spoken(words, self.ruled.column.rtl)

    def _second(self, listed: Listed) -> Spoken | None:
        second = self.frame.second_language
        if not second:
            return None
        text = self.frame.blank.label(listed, second)
        same = text == self.frame.blank.label(listed, self.frame.language)
        return None if same else Spoken(plain(text))

    def _written(self, question: Question) -> list[Strip]:
        kind = question.type
        if kind in _DIGITS:
            groups, hint = _DIGITS[next((a for a in _PARTLY if a in question.appearance), kind)]
            return [self.ruled.digits(groups, self._say(hint))]
        if kind in ("integer", "decimal", "range"):
            return [self.ruled.box(102.0, self._between(question))]
        if kind in _FILES:
            return [self._under(N_("Add this when you type the sheet in."))]
        if kind in _PLACES:
            return [self._under(N_("Write latitude and longitude.")), *self.ruled.write_on(1)]
        return self.ruled.write_on(3 if "multiline" in question.appearance else 1)

    def _between(self, question: Question) -> Spoken:
        start, end = question.parameters.get("start"), question.parameters.get("end")
        if not start or not end:
            return self._say(N_("a number"))
        said = self.frame.text(N_("from {start} to {end}")).format(start=start, end=end)
        return self.said(plain(said))

    def _under(self, sentence: str) -> Strip:
        return self.ruled.under(self._say(sentence))
