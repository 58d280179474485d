"""Filling in an intake: what a person says becomes the interview's state and edits of the case.

Pure: it holds the case as it will be, and gives the edits; the page keeps them in the vault.
"""

import secrets
from collections.abc import Iterable

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.form import Question
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import consents, danger, steps, typed
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.session import HELSINKI

_LEFT = {Unanswered.REFUSED: "refused", Unanswered.UNKNOWN: "unknown"}


class Filling:
    """One case being interviewed. Every method that changes something returns the edits of it."""

    def __init__(self, case: Case, content: Content, pen: Pen) -> None:
        self.case = case
        self.content = content
        self._pen = pen
        self.today = pen.clock().astimezone(HELSINKI).date()
        self.interview = content.interview(case, self.today)

    @property
    def is_new(self) -> bool:
        """Whether nothing was written of this case yet."""
        return not self.case.changes

    def state(self, step: Step) -> str:
        """How a step stands: `wrong`, `blank`, `refused`, `unknown` or `answered`.

        What the form itself fills in beforehand is blank until somebody has looked at it.
        """
        if any(self.unread(path) for path in step.questions):
            return "wrong"
        found = steps.state(self.interview, step)
        if found == "answered" and any(not self._is_said(path) for path in step.questions):
            return "blank"
        return found

    def problem(self, path: str) -> str:
        """What is wrong with an answer, as a sentence; "" when nothing is."""
        text, item = self.unread(path), self.interview.item(path)
        if text and isinstance(item, Question):
            return typed.problem(item.type, text)
        return self.interview.problem(path) or ""

    def value_of(self, name: str) -> Answer:
        """The answer to the question with a name, None when there is none that counts."""
        path = self.content.paths.get(name)
        return self.interview.value(path) if path else None

    def answer(self, path: str, value: Answer) -> list[Edit]:
        """Answer a question, or leave it as refused or not known; None takes the answer back."""
        if isinstance(value, Unanswered):
            self.interview.leave(path, _LEFT[value])
        else:
            self.interview.answer(path, value)  # pyright: ignore[reportArgumentType]
            value = self._kept(path, value)
        record, field = answers.locate(self.case, path)
        name = path.rpartition("/")[2]
        edits = [
            Edit(record, field, value),
            *self._forget_unread(path),
            *consents.edits_for(name, value, self.today),
            *self._mirror(name, value),
        ]
        return self._remember(edits)

    def confirm(self, step: Step) -> list[Edit]:
        """Somebody looked at what the form filled in beforehand, and went on: it is an answer."""
        edits: list[Edit] = []
        for path in step.questions:
            value = self.interview.kept_value(path)
            beforehand = self.interview.state(path) == "answered" and not self._is_said(path)
            if beforehand and not self.unread(path):
                edits += self.answer(path, self._kept(path, None) if value is not None else None)
        return edits

    def unread(self, path: str) -> str:
        """What was typed into a field and cannot be read, such as "31.2.2000"; "" if nothing."""
        return self.case.text(*self._unread_place(path))

    def keep_unread(self, path: str, text: str) -> list[Edit]:
        """Keep what was typed as it is; the answer before it stands."""
        return self._remember([Edit(*self._unread_place(path), text)])

    def note(self, path: str, text: str) -> list[Edit]:
        """Keep a note in the client's own words beside a question."""
        record = self.note_record(path)
        return self._remember([Edit(record, "text", text), Edit(record, "question", path)])

    def note_text(self, path: str) -> str:
        """The note beside a question."""
        return self.case.text(self.note_record(path), "text")

    @staticmethod
    def note_record(path: str) -> str:
        """The record of the note beside a question: one a question."""
        return f"note/{path.strip('/').replace('/', '.')}"

    def add(self, repeat: str) -> tuple[str, list[Edit]]:
        """One more of something, such as a child: its path, and the edits."""
        place = self.interview.add(repeat)
        around, _bracket, _rest = repeat.rpartition("]")
        within = INTAKE
        if around:
            found = {path: record for record, path in answers.instances(self.case).items()}
            within = found[f"{around}]"]
        record = f"repeat/{self._pen.new_id()}"
        edits = [
            Edit(record, answers.OF, answers.plain(repeat)),
            Edit(record, answers.WITHIN, within),
        ]
        return place, self._remember(edits)

    def remove(self, place: str) -> tuple[str, list[Edit]]:
        """Take one away; it can be brought back by its record."""
        record = next(r for r, path in answers.instances(self.case).items() if path == place)
        edits = self._remember([Edit(record, "removed", True)])
        self._begin_again()
        return record, edits

    def bring_back(self, record: str) -> list[Edit]:
        """Undo `remove`."""
        edits = self._remember([Edit(record, "removed", False)])
        self._begin_again()
        return edits

    def open_new(self, worker: str, number: str, pseudonym: str) -> list[Edit]:
        """What a new case starts with."""
        return self._remember(
            [
                Edit(CASE, "pseudonym", pseudonym),
                Edit(CASE, "number", number),
                Edit(CASE, "worker", worker),
                Edit(CASE, "opened_on", self.today.isoformat()),
                Edit(CASE, "form", f"{self.content.form.id} {self.content.form.version}"),
                Edit(CASE, "stage", "intake"),
            ]
        )

    def finish(self) -> list[Edit]:
        """The interview is done for now; every answer can change later."""
        if self.case.value(CASE, "stage") == "intake":
            return self._remember([Edit(CASE, "stage", "plan")])
        return []

    def _kept(self, path: str, value: Answer) -> Answer:
        """The value as the questionnaire understood it; dates and times as ISO text."""
        kept = self.interview.kept_value(path)
        return kept if isinstance(kept, str | int | float | list | None) else value

    def _is_said(self, path: str) -> bool:
        """Whether somebody gave this answer, or left the question."""
        record, field = answers.locate(self.case, path)
        return bool(self.case.heads(record, field)) and self.case.value(record, field) is not None

    def _unread_place(self, path: str) -> tuple[str, str]:
        record, field = answers.locate(self.case, path)
        return f"unread/{record.replace('/', '.')}", field

    def _forget_unread(self, path: str) -> Iterable[Edit]:
        if self.unread(path):
            yield Edit(*self._unread_place(path), None)

    def _mirror(self, name: str, value: Answer) -> Iterable[Edit]:
        """Answers that stand for the whole case: its name, its language, a serious threat."""
        if name == "pseudonym" and isinstance(value, str) and value:
            yield Edit(CASE, "pseudonym", value)
        if name == "best_language":
            code = value if isinstance(value, str) and value != "und" else None
            if code != self.case.value(CASE, "language"):
                yield Edit(CASE, "language", code)
        if name in danger.ABOUT_THREAT:
            yield Edit(CASE, "threat", danger.is_serious(self.value_of))

    def _remember(self, edits: list[Edit]) -> list[Edit]:
        """Let the case here be as it will be in the vault."""
        for edit in edits:
            change = self.case.edit(
                edit.record,
                edit.field,
                edit.value,
                author=self._pen.author,
                at=self._pen.clock(),
                new_id=lambda: f"here-{secrets.token_hex(8)}",
            )
            self.case = self.case.with_changes([change])
        return edits

    def _begin_again(self) -> None:
        self.interview = self.content.interview(self.case, self.today)
