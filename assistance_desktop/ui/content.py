"""What an office may correct, as the screens use it: the pack and its intake form.

Read once when the notes are opened. It joins the three pure rooms: the answers of a case go
through the form, so that what is not asked any more counts nowhere, and become facts and a plan.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistance_desktop import i18n, paths
from assistance_desktop.cases import answers
from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.errors import AppError
from assistance_desktop.forms.form import Form, Question, Repeat, Wording
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.memory import Kept
from assistance_desktop.forms.workbook import read_form
from assistance_desktop.guidance.answers import from_case
from assistance_desktop.guidance.content import Pack
from assistance_desktop.guidance.facts import Facts
from assistance_desktop.guidance.pack import read_pack
from assistance_desktop.guidance.services import Plan, plan
from assistance_desktop.i18n import N_, _
from assistance_desktop.ui import phrases

_LIST = re.compile(r"instance\('([^']+)'\)")
"""The list in a formula that says where the answers to choose come from."""


@dataclass(frozen=True)
class Content:
    """A pack with its intake form."""

    pack: Pack
    form: Form
    paths: Mapping[str, str]
    """Every question's path by its name."""

    @classmethod
    def read(cls, folder: Path | None = None) -> "Content":
        """Read a pack's folder. Raises AppError with file and place."""
        where = folder or paths.resources() / "packs" / "finland"
        form, _warnings = read_form(where / "intake.md")
        return cls(read_pack(where), form, {one.name: one.path for one in form.questions()})

    def language(self, code: str) -> str:
        """The form's own name of a language, such as "Suomi (fi)"; its default when it has none."""
        for name in self.form.languages:
            if name == code or name.endswith(f"({code})"):
                return name
        return self.form.default_language

    def interview(self, case: Case, today: date, language: str | None = None) -> Interview:
        """The interview as the case holds it, in a language of the screens."""
        chosen = self.language(language or i18n.language())
        untouched = Interview(self.form, today, chosen)
        kept = untouched.answers()
        for path in kept:
            if isinstance(untouched.item(path), Repeat):
                kept[path] = 0  # an instance of a repeat is there when somebody added it
        for place in answers.instances(case).values():
            repeat, _bracket, position = place.rpartition("[")
            kept[repeat] = int(position.rstrip("]"))
        for path, value in answers.answers(case).items():
            kept[path] = _kept(value)
        return Interview(self.form, today, chosen, answers=kept)

    def facts(self, case: Case, today: date) -> Facts:
        """What the answers say that are asked at present."""
        return from_case(self._asked(case, today), self.pack.questions)

    def plan(self, case: Case, today: date, language: str | None = None) -> Plan:
        """What may be offered on this day."""
        facts = self.facts(case, today)
        return plan(facts, self.pack, today, language or i18n.language())

    def describe(self, record: str, field: str, value: Answer) -> tuple[str, str]:
        """A field and its value in the words of the questionnaire."""
        question = self._question(field)
        if question is None:
            return _field_words(record, field), phrases.answer(value)
        title = self._words(question.label) or question.name
        return title, self._answer_words(question, value)

    def _question(self, field: str) -> Question | None:
        found = self.paths.get(field.rpartition("/")[2])
        if found != field:
            return None
        return next(one for one in self.form.questions() if one.path == field)

    def _answer_words(self, question: Question, value: Answer) -> str:
        names = value if isinstance(value, list) else [value]
        labels = self._choice_words(question)
        said = [labels.get(name) if isinstance(name, str) else None for name in names]
        if not said or None in said:
            return phrases.answer(value)
        return ", ".join(one for one in said if one)

    def _choice_words(self, question: Question) -> dict[str, str]:
        """What the answers to choose are called, by their names."""
        if question.choices is None:
            return {}
        found = {one.name: self._words(one.label) for one in question.choices.fixed}
        listed = _LIST.match(question.choices.rows.source) if question.choices.rows else None
        rows = self.form.lists[listed[1]].descendants() if listed else ()
        for row in rows:
            cells = {cell.name: cell.text for cell in row.children}
            words = self.form.itext.get(cells.get("itextId", ""))
            found[cells.get("name", "")] = self._words(words) or cells.get("label", "")
        return found

    def _words(self, wording: Wording | None) -> str:
        code = self.language(i18n.language())
        text = wording.in_language(code, self.form.default_language) if wording else None
        pieces = text.pieces if text else ()
        return "".join(piece for piece in pieces if isinstance(piece, str))

    def _asked(self, case: Case, today: date) -> Case:
        """The case without answers to questions that its other answers rule out."""
        interview = self.interview(case, today)
        ruled_out: set[tuple[str, str]] = set()
        for path in answers.answers(case):
            try:
                asked = interview.relevant(path)
            except AppError:
                continue  # an older form asked it; its answer keeps its meaning
            if not asked:
                ruled_out.add(answers.locate(case, path))
        return Case(case.id, [c for c in case.changes if (c.record, c.field) not in ruled_out])


_FIELDS = {
    "pseudonym": N_("What we call the person"),
    "number": N_("Case number"),
    "worker": N_("Worker"),
    "stage": N_("Stage of the case"),
    "threat": N_("Serious threat"),
    "opened_on": N_("First meeting"),
    "form": N_("Questionnaire"),
    "decision": N_("What the client chose"),
    "next_step": N_("Next step"),
    "due": N_("Due day"),
    "state": N_("State"),
    "recipient": N_("Who may be told"),
    "given_on": N_("Day of the answer"),
    "until": N_("Until when"),
    "how": N_("How it was said"),
    "language": N_("In which language"),
    "text": N_("Note"),
    "removed": N_("Taken away"),
}


def _field_words(record: str, field: str) -> str:
    """A field that no question asked, in words; with the service when it is one's."""
    words = _(_FIELDS[field]) if field in _FIELDS else field
    kind, _slash, which = record.partition("/")
    return f"{which.capitalize()}: {words}" if kind == "plan" else words


def _kept(value: Answer) -> Kept:
    """An answer as the interview keeps it."""
    if isinstance(value, Unanswered):
        return {"unanswered": value.value}
    return value  # pyright: ignore[reportReturnType] - what the interview itself gave
