"""One version of a questionnaire as the screens use it: its form, its words, its pictures.

It joins what is asked with what a case holds. Once made it reads neither file nor vault, so any
thread may ask it.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from assistance_desktop import i18n
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.form import Choices, Form, Question, Repeat, Wording
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.memory import Kept
from assistance_desktop.forms.workbook import Loaded, form_again
from assistance_desktop.ui import phrases
from assistance_desktop.ui.masking import masked

_LIST = re.compile(r"instance\('([^']+)'\)")
"""The list in a formula that says where the answers to choose come from."""


class Questionnaire:
    """A form with the files that belong to it; `pin` names it, and its version, in a case."""

    def __init__(self, pin: str, read: Callable[[], Form], files: Mapping[str, bytes]) -> None:
        self.pin = pin
        self._read = read
        self._files = files
        self._called: dict[tuple[str, str], dict[str, str]] = {}

    @classmethod
    def of(cls, loaded: Loaded) -> "Questionnaire":
        """A questionnaire that was just loaded from its file."""
        return cls(pin_of(loaded.form), lambda: loaded.form, loaded.files)

    @classmethod
    def kept(cls, pin: str, xform: bytes, files: Mapping[str, bytes]) -> "Questionnaire":
        """A questionnaire from the shelf; its form is read when somebody first asks for it."""
        return cls(pin, lambda: form_again(xform, files), files)

    @cached_property
    def form(self) -> Form:
        """What is asked, and by which rules."""
        return self._read()

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Every question's path by its name."""
        return {question.name: question.path for question in self.form.questions()}

    @cached_property
    def _questions(self) -> Mapping[str, Question]:
        return {question.path: question for question in self.form.questions()}

    @property
    def id(self) -> str:
        """What all versions of it have in common."""
        return self.pin.rpartition(" ")[0]

    @property
    def version(self) -> str:
        """Which version it is, in the words of its author; "" when it has none."""
        return self.pin.rpartition(" ")[2]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.form.title or self.id

    def media(self, name: str) -> bytes | None:
        """A picture or sound of the form, None when it did not come with it."""
        return self._files.get(name)

    def language(self, code: str) -> str:
        """The form's own name of a language, such as "Suomi (fi)"; its default when it has none."""
        named = (name for name in self.form.languages if i18n.language_code(name) == code)
        return next(named, self.form.default_language)

    def interview(
        self, case: Case, today: date, language: str | None = None, record: str = INTAKE
    ) -> Interview:
        """The interview as the case holds it, in a language of the screens."""
        chosen = self.language(language or i18n.language())
        untouched = Interview(self.form, today, chosen)
        kept = untouched.answers()
        for repeat in [path for path in kept if _can_grow(untouched, path)]:
            # An instance of a repeat is there when somebody added it, and what is in it too.
            kept = {path: one for path, one in kept.items() if not path.startswith(f"{repeat}[")}
            kept[repeat] = 0
        for place in answers.instances(case, record).values():
            repeat, _bracket, position = place.rpartition("[")
            kept[repeat] = int(position.rstrip("]"))
        for path, value in answers.answers(case, record).items():
            kept[path] = _kept(value)
        return Interview(self.form, today, chosen, answers=kept)

    def asks(self, field: str) -> bool:
        """Whether a field of a case is one of its questions."""
        return field in self._questions

    def describe(self, field: str, value: Answer) -> tuple[str, str]:
        """A question and an answer to it in the words of the form; what leads there is masked."""
        question = self._questions[field]
        title = self.words(question.label) or question.name
        return title, self._answer_words(question, masked(field, value))

    def words(self, wording: Wording | None) -> str:
        """A text without the values in it, in the language of the screens."""
        code = self.language(i18n.language())
        text = wording.in_language(code, self.form.default_language) if wording else None
        pieces = text.pieces if text else ()
        return "".join(piece if isinstance(piece, str) else "…" for piece in pieces)

    def _answer_words(self, question: Question, value: Answer) -> str:
        if isinstance(value, str) and question.data_type in ("date", "dateTime", "time"):
            return phrases.moment_typed(value)
        names = value if isinstance(value, list) else [value]
        labels = self._choice_words(question)
        said = [labels.get(name) if isinstance(name, str) else None for name in names]
        if not said or None in said:
            return phrases.answer(value)
        return ", ".join(one for one in said if one)

    def _choice_words(self, question: Question) -> dict[str, str]:
        """What the answers to choose are called, by their names; put together once a language."""
        if question.choices is None:
            return {}
        key = (question.path, i18n.language())
        if key not in self._called:
            self._called[key] = self._name_choices(question.choices)
        return self._called[key]

    def _name_choices(self, choices: Choices) -> dict[str, str]:
        found = {one.name: self.words(one.label) for one in choices.fixed}
        listed = _LIST.match(choices.rows.source) if choices.rows else None
        named = self.form.lists.get(listed[1]) if listed else None
        for row in named.descendants() if named is not None else ():
            cells = {cell.name: cell.text for cell in row.children}
            words = self.form.itext.get(cells.get("itextId", ""))
            found[cells.get("name", "")] = self.words(words) or cells.get("label", "")
        return found


def pin_of(form: Form) -> str:
    """What names a form and its version in a case."""
    return answers.pin_for(form.id, form.version)


def _can_grow(interview: Interview, path: str) -> bool:
    """Whether a path is a repeat to which people add; the form itself fills the others."""
    item = interview.item(path)
    return isinstance(item, Repeat) and item.count is None and not item.fixed


def _kept(value: Answer) -> Kept:
    """An answer as the interview keeps it."""
    if isinstance(value, Unanswered):
        return {"unanswered": value.value}
    return value  # pyright: ignore[reportReturnType] - what the interview itself gave
