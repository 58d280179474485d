"""What stands around the questions on a blank form, in the language of whoever asks.

The rules of the form become sentences here. A choice is named in bold, in the language of the
question; a question is named by its number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter

from assistance_desktop import i18n
from assistance_desktop.documents.layout.runs import Run, Words, clean, plain, value
from assistance_desktop.forms.blank import Blank
from assistance_desktop.forms.conditions import (
    NEVER,
    All,
    Answered,
    Chosen,
    Compared,
    Condition,
    Counted,
    Either,
    Not,
    Unsaid,
)
from assistance_desktop.forms.form import Item, Question, walk
from assistance_desktop.forms.skipping import END, Skips
from assistance_desktop.i18n import N_

# Translators: {what} is "question 5" in its plain form, or what is counted or worked out; {value}
# is an answer or a number. They are parts of "Ask this only if {condition}."; where the grammar
# asks for another form, put {what} in brackets at the end.
_IS = {
    "=": N_("{what} is {value}"),
    "<": N_("{what} is less than {value}"),
    "<=": N_("{what} is {value} or less"),
    ">": N_("{what} is more than {value}"),
    ">=": N_("{what} is {value} or more"),
}
_IS_NOT = {
    "=": N_("{what} is not {value}"),
    "<": N_("{what} is {value} or more, or not known"),
    "<=": N_("{what} is more than {value}, or not known"),
    ">": N_("{what} is {value} or less, or not known"),
    ">=": N_("{what} is less than {value}, or not known"),
}


def compose(sentence: str, **values: Words) -> Words:
    """A sentence with words put in by name. Raises KeyError for a missing one."""
    runs: list[Run] = []
    for literal, name, _spec, _conversion in Formatter().parse(sentence):
        if literal:
            runs.append(Run(clean(literal)))
        if name:
            runs += values[name]
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the questions of one form."""

    blank: Blank
    skips: Skips
    language: str
    """Of the form, for its choices."""
    screen_language: str
    second_language: str = ""
    """Of the form too, in smaller type under the first; none when empty."""

    def text(self, sentence: str) -> str:
        """A sentence in the language of whoever asks."""
        return i18n.catalogue("ui", self.screen_language).gettext(sentence)

    def words(self, sentence: str, **values: Words) -> Words:
        """A sentence with words put in."""
        return compose(self.text(sentence), **values)

    def rule(self, item: Item) -> Words:
        """When a question, or all that a group holds, is asked; nothing when always."""
        condition = self.skips.conditions.get(item.path)
        if condition is None:
            return ()
        if isinstance(item, Question):
            if condition == NEVER:
                return self.words(N_("The form never asks this."))
            said = self.condition(condition)
            if item.path in self.blank.numbers:
                return self.words(N_("Ask this only if {condition}."), condition=said)
            return self.words(N_("Read this only if {condition}."), condition=said)
        return self._rule_of_many(self.span(item), condition)

    def _rule_of_many(self, span: Words, condition: Condition) -> Words:
        if condition == NEVER:
            return self.words(N_("The form never asks {questions}."), questions=span)
        return self.words(
            N_("Ask {questions} only if {condition}."),
            questions=span,
            condition=self.condition(condition),
        )

    def span(self, item: Item) -> Words:
        """`questions 12 to 20`, all that a group holds; `this part` when it asks nothing."""
        inside = () if isinstance(item, Question) else walk(item)
        found = [self.blank.numbers[one.path] for one in inside if one.path in self.blank.numbers]
        if not found:
            return self.words(N_("this part"))
        first, last = value(str(found[0])), value(str(found[-1]))
        if len(found) == 1:
            return self.words(N_("question {number}"), number=first)
        return self.words(N_("questions {first} to {last}"), first=first, last=last)

    def jump(self, question: Question, choice: str) -> str:
        """`Go to question 27.`, where it is certain; else nothing."""
        target = self.skips.jumps.get(question.path, {}).get(choice)
        if target is None:
            return ""
        if target == END:
            return self.text(N_("Go to the end."))
        number = self.blank.numbers[target]
        return self.text(N_("Go to question {number}.")).format(number=number)

    def condition(self, condition: Condition) -> Words:
        """A condition as a part of a sentence."""
        match condition:
            case All(parts):
                said = [
                    self.words(N_("({condition})"), condition=self.condition(one))
                    if _has_or(one)
                    else self.condition(one)
                    for one in parts
                ]
                return self._row(said, N_("{first} and {second}"))
            case Either(parts):
                return self._row([self.condition(one) for one in parts], N_("{first} or {second}"))
            case Not(part):
                return self._atom(part, holds=False)
            case Unsaid(paths):
                return self._unsaid(paths)
            case _:
                return self._atom(condition, holds=True)

    def _atom(self, atom: Chosen | Answered | Compared | Counted, *, holds: bool) -> Words:
        what = self._named(atom.path)
        match atom:
            case Chosen(path, names):
                chosen = [value(self._choice(path, name), bold=True) for name in names]
                said = self._row(chosen, N_("{first} or {second}"))
                if self._is_many(path):
                    among = N_("{value} is among the answers to {what}")
                    missing = N_("{value} is not among the answers to {what}")
                    return self.words(among if holds else missing, what=what, value=said)
                return self.words(_IS["="] if holds else _IS_NOT["="], what=what, value=said)
            case Answered():
                answered = N_("{what} is answered"), N_("{what} is not answered")
                return self.words(answered[0] if holds else answered[1], what=what)
            case Counted(_path, sign, number):
                what = self.words(N_("the number of ticks in {what}"), what=what)
                return self.words(
                    (_IS if holds else _IS_NOT)[sign], what=what, value=self._value(number)
                )
            case Compared(_path, sign, against):
                return self.words(
                    (_IS if holds else _IS_NOT)[sign], what=what, value=self._value(against)
                )

    def _value(self, given: str | float) -> Words:
        if isinstance(given, str):
            return value(given, bold=True)
        return value(i18n.show_number(given, self.screen_language))

    def _unsaid(self, paths: Iterable[str]) -> Words:
        found = {
            source
            for path in paths
            for source in ((path,) if path in self.blank.numbers else self._sources(path))
        }
        if not found:
            return self.words(N_("the rule of the form holds"))
        return self.words(
            N_("the rule of the form holds (see {questions})"), questions=self.numbered(found)
        )

    def _named(self, path: str) -> Words:
        """A question by its number; what is worked out by its label, or its name, and from what."""
        if path in self.blank.numbers:
            return self.numbered([path])
        wording = self.blank.form.itext.get(f"{path}:label")
        name = self.blank.text(wording, path, self.language)
        said = value(name or path.rpartition("/")[2].replace("_", " "), bold=True)
        found = self._sources(path)
        if not found:
            return said
        return self.words(N_("{name} (see {questions})"), name=said, questions=self.numbered(found))

    def _sources(self, path: str) -> tuple[str, ...]:
        return self.skips.sources.get(path, ())

    def numbered(self, paths: Iterable[str]) -> Words:
        """`question 3`, or `questions 3, 7 and 9`."""
        found = [value(str(number)) for number in sorted(self.blank.numbers[p] for p in paths)]
        if len(found) == 1:
            return self.words(N_("question {number}"), number=found[0])
        row = self._row(found, N_("{first} and {second}"))
        return self.words(N_("questions {numbers}"), numbers=row)

    def _is_many(self, path: str) -> bool:
        return self.blank.questions[path].type in ("select_multiple", "rank")

    def _choice(self, path: str, name: str) -> str:
        listed = self.blank.choices(self.blank.questions[path])
        found = (self.blank.label(one, self.language) for one in listed if one.name == name)
        return next(found, name)

    def _row(self, parts: list[Words], last: str) -> Words:
        """`a, b or c`."""
        row = parts[0]
        for place, part in enumerate(parts[1:], start=2):
            row = (
                self.words(last, first=row, second=part)
                if place == len(parts)
                else (*row, *plain(", "), *part)
            )
        return row


def _has_or(condition: Condition) -> bool:
    """Whether it says "or" itself, so that it needs brackets beside an "and"."""
    if isinstance(condition, Not) and isinstance(condition.part, Compared | Counted):
        return condition.part.sign != "="
    return isinstance(condition, Either)
