"""Filling in an intake: what a person says becomes the interview's state and edits of the case.

Pure: it holds the case as it will be, and gives the edits; the page keeps them in the vault.
"""

import secrets
from collections.abc import Iterable

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import consents
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
            *consents.edits_for(name, value, self.today),
            *self._mirror(name, value),
        ]
        return self._remember(edits)

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

    def _mirror(self, name: str, value: Answer) -> Iterable[Edit]:
        """Answers that lists show: what the person is called, and a serious threat."""
        if name == "pseudonym" and isinstance(value, str) and value:
            yield Edit(CASE, "pseudonym", value)
        if name == "threat_serious":
            yield Edit(CASE, "threat", value == "yes")

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
