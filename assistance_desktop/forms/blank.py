"""A form as it lies on paper before anybody has answered: numbers, all choices, texts.

Everything that is asked has a number, in the order of the form; what the form works out, notes
and what nobody may write in have none. A value that is not known yet is said by its question.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assistance_desktop.forms.entries import plant
from assistance_desktop.forms.expressions.compiling import compile_syntax
from assistance_desktop.forms.expressions.syntax import Call, Path, Step, Syntax
from assistance_desktop.forms.expressions.tree import Element
from assistance_desktop.forms.expressions.values import as_text
from assistance_desktop.forms.expressions.world import Scope, World
from assistance_desktop.forms.form import Choices, Expression, Form, Item, Question, Text, Wording
from assistance_desktop.forms.references import Shape, references
from assistance_desktop.forms.speaking import say

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]+\)")
_MARKS = re.compile(r"\*\*|__|^#+\s*", re.MULTILINE)
_OPEN = "____"
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The rows of a list do not depend on the day."""


def is_asked(item: Item) -> bool:
    """Whether a person answers it."""
    if not isinstance(item, Question) or not item.shown or item.type == "note":
        return False
    readonly = item.bind.readonly
    return readonly is None or readonly.source.strip() not in ("true()", "1")


def numbers(form: Form) -> Mapping[str, int]:
    """The number of every question that is asked, from 1, by path."""
    asked = (item.path for item in form.items() if is_asked(item))
    return {path: number for number, path in enumerate(asked, start=1)}


@dataclass(frozen=True, slots=True)
class Listed:
    """One answer to choose, whatever the other answers are."""

    name: str
    wording: Wording
    about: Element


class Blank:
    """A form without answers, and what can be said of it all the same.

    `mention` stands in a text where the answer to question {number} would.
    """

    def __init__(self, form: Form, mention: str = "[{number}]") -> None:
        self.form = form
        self.mention = mention
        self.shape = Shape.of(form)
        self.numbers = numbers(form)
        self.questions = {question.path: question for question in form.questions()}
        self._root = plant(form.root)
        self._world = World(self._root, _NO_DAY, form.lists, version=form.version)

    def choices(self, question: Question) -> tuple[Listed, ...]:
        """Every answer that a question could ever offer; none when answers decide the list."""
        choices = question.choices
        if choices is None:
            return ()
        if choices.rows is None:
            return tuple(Listed(one.name, one.label, self._root) for one in choices.fixed)
        return self._rows(choices.rows, choices)

    def narrowed_by(self, question: Question) -> tuple[str, ...]:
        """The questions whose answers decide which of the choices are offered."""
        rows = question.choices.rows if question.choices else None
        if rows is None:
            return ()
        found = {one.path for one in references(rows.syntax, question.path, self.shape)}
        return tuple(path for path in self.numbers if path in found)

    def label(self, listed: Listed, language: str) -> str:
        """The words of a choice, else its name."""
        said = say(listed.wording, listed.about, self._world, self.form, language).text
        return bare(said) or listed.name

    def text(self, wording: Wording | None, place: str, language: str) -> str:
        """A text in a language, or the nearest one that the form has it in."""
        text = wording.in_language(language, self.form.default_language) if wording else None
        return bare("".join(self._piece(piece, place) for piece in text.pieces)) if text else ""

    def has(self, wording: Wording | None, language: str) -> bool:
        """Whether a text exists in exactly this language."""
        return wording is not None and isinstance(wording.versions.get(language), Text)

    def _piece(self, piece: str | Expression, place: str) -> str:
        if isinstance(piece, str):
            return piece
        found = {one.path for one in references(piece.syntax, place, self.shape)}
        asked = sorted(self.numbers[path] for path in found if path in self.numbers)
        return self.mention.format(number=asked[0]) if len(asked) == 1 else _OPEN

    def _rows(self, rows: Expression, choices: Choices) -> tuple[Listed, ...]:
        whole = _whole(rows.syntax)
        if whole is None or choices.name is None:
            return ()
        found = compile_syntax(whole)(Scope(self._root, self._world))
        name = choices.name.evaluate
        listed: dict[str, Listed] = {}
        for row in found if isinstance(found, list) else []:
            value = as_text(name(Scope(row, self._world)))
            listed.setdefault(value, Listed(value, choices.label or Wording(), row))
        return tuple(one for one in listed.values() if one.name)


def bare(text: str) -> str:
    """A text without the marks that only a screen shows."""
    return _MARKS.sub("", _LINK.sub(r"\1", _TAG.sub("", text))).strip()


def _unshuffled(rows: Syntax) -> Syntax:
    return rows.arguments[0] if isinstance(rows, Call) and rows.name == "randomize" else rows


def _whole(rows: Syntax) -> Path | None:
    """All rows of a list, whatever the filter; None when the rows are no list but answers."""
    path = _unshuffled(rows)
    start = path.start if isinstance(path, Path) else None
    if not isinstance(path, Path) or not isinstance(start, Call) or start.name != "instance":
        return None
    return Path(start, tuple(Step(step.axis, step.name) for step in path.steps))
