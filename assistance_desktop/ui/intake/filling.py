"""Filling in a questionnaire: what a person says becomes the interview's state, and edits.

Pure: it holds the case as it will be, and gives the edits; the page keeps them in the vault.
"""

import re
import secrets
from collections.abc import Iterable

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.forms.filling import MOST_INSTANCES
from assistance_desktop.forms.form import Question
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.versions import compare
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import consents, danger, steps, typed
from assistance_desktop.ui.intake.answers.case_files import CaseFiles
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import HELSINKI

_POSITION = re.compile(r"\[\d+\]")
_LEFT = {Unanswered.REFUSED: "refused", Unanswered.UNKNOWN: "unknown"}


class Filling:
    """One questionnaire of a case being filled in: its intake, or the one in another record.

    Every method that changes something returns the edits of it. `questionnaire` is what a record
    begins with; one that was begun keeps the version that it has.
    """

    def __init__(
        self,
        case: Case,
        content: Content,
        pen: Pen,
        record: str = INTAKE,
        questionnaire: Questionnaire | None = None,
    ) -> None:
        self.case, self.record = case, record
        self.content = content
        self._pen = pen
        self.files: CaseFiles | None = None
        """What keeps files that are answers; None where nothing is kept."""
        self.today = pen.clock().astimezone(HELSINKI).date()
        if questionnaire is None or answers.pin(case, record):
            questionnaire = content.of(case, record)
        self.questionnaire = questionnaire
        self.interview = self._interview()

    @property
    def is_new(self) -> bool:
        """Whether nothing was written of this case yet."""
        return not self.case.changes

    @property
    def is_begun(self) -> bool:
        """Whether anything was written of this questionnaire yet."""
        return bool(answers.pin(self.case, self.record))

    @property
    def is_intake(self) -> bool:
        """Whether this is the interview that every case has."""
        return self.record == INTAKE

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
            return typed.problem(typed.kind(item), text)
        return self.interview.problem(path) or ""

    def value_of(self, name: str) -> Answer:
        """The intake's answer to the question with a name, None when there is none that counts."""
        if self.is_intake:
            path = self.questionnaire.paths.get(name)
            return self.interview.value(path) if path else None
        path = self.content.of(self.case).paths.get(name, "")
        value = self.case.value(INTAKE, path)
        return None if isinstance(value, Unanswered) else value

    def answer(self, path: str, value: Answer) -> list[Edit]:
        """Answer a question, or leave it as refused or not known; None takes the answer back."""
        if isinstance(value, Unanswered):
            self.interview.leave(path, _LEFT[value])
        else:
            self.interview.answer(path, value)  # pyright: ignore[reportArgumentType]
            value = self._kept(path, value)
        begun = self._begin_instances(path)
        record, field = answers.locate(self.case, path, self.record)
        edits = [Edit(record, field, value), *self._forget_unread(path)]
        if self.is_intake:
            name = path.rpartition("/")[2]
            edits += consents.edits_for(name, value, self.today)
            edits += self._mirror(name, value)
        return [*begun, *self._remember(edits)]

    def say_alone(self) -> list[Edit]:
        """Nobody else is in the room any more; the intake asks that, whatever is filled in."""
        if self.is_intake:
            return self.answer(self.questionnaire.paths["companion_place"], "elsewhere")
        path = self.content.of(self.case).paths["companion_place"]
        return self._remember([Edit(INTAKE, path, "elsewhere")])

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
        try:
            return self.case.text(*self._unread_place(path))
        except KeyError:
            return ""

    def keep_unread(self, path: str, text: str) -> list[Edit]:
        """Keep what was typed as it is; the answer before it stands."""
        begun = self._begin_instances(path)
        return [*begun, *self._remember([Edit(*self._unread_place(path), text)])]

    def note(self, path: str, text: str) -> list[Edit]:
        """Keep a note in the client's own words beside a question."""
        record = self.note_record(path)
        return self._remember([Edit(record, "text", text), Edit(record, "question", path)])

    def note_text(self, path: str) -> str:
        """The note beside a question."""
        return self.case.text(self.note_record(path), "text")

    def note_record(self, path: str) -> str:
        """The record of the note beside a question: one a question."""
        where = path if self.is_intake else f"{self.record}{path}"
        return f"note/{where.strip('/').replace('/', '.')}"

    def add(self, repeat: str) -> tuple[str, list[Edit]]:
        """One more of something, such as a child: its path, and the edits."""
        begun = self._begin_instances(repeat)
        place = self.interview.add(repeat)
        return place, [*begun, *self._begin_instances(place)]

    def remove(self, place: str) -> tuple[str, list[Edit]]:
        """Take one away; it can be brought back by its record."""
        instances = answers.instances(self.case, self.record)
        record = next(one for one, path in instances.items() if path == place)
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
                Edit(CASE, "stage", "intake"),
            ]
        )

    def pin(self) -> list[Edit]:
        """Keep the version that is filled in from now on; nothing when it is kept already."""
        if answers.pin(self.case, self.record):
            return []
        edits = [Edit(*answers.pin_place(self.record), self.questionnaire.pin)]
        if not self.is_intake:
            edits.append(Edit(self.record, "begun_on", self.today.isoformat()))
        return self._remember(edits)

    def move_to(self, newer: Questionnaire) -> list[Edit]:
        """Go on with a newer version: every answer stays, under its name, and what is new is open.

        An answer to a question that stands in another group now goes there with it.
        """
        edits = [Edit(*answers.pin_place(self.record), newer.pin)]
        moved = compare(self.questionnaire.form, newer.form).moved
        for record in (self.record, *answers.instances(self.case, self.record)):
            fields = self.case.fields(record)
            for old, new in moved:
                if old in fields:
                    edits += [Edit(record, new, fields[old]), Edit(record, old, None)]
        self._remember(edits)
        self.questionnaire = newer
        self._begin_again()
        return edits

    def finish(self) -> list[Edit]:
        """The interview is done for now; every answer can change later."""
        if not self.is_intake:
            return self._remember([Edit(self.record, "finished_on", self.today.isoformat())])
        if self.case.value(CASE, "stage") == "intake":
            return self._remember([Edit(CASE, "stage", "plan")])
        return []

    def stop_at(self, path: str) -> list[Edit]:
        """Remember where the interview stopped."""
        return self._remember([Edit(self._placed, "place", path)])

    @property
    def place(self) -> str:
        """Where the interview stopped; "" when it never did."""
        return self.case.text(self._placed, "place")

    @property
    def _placed(self) -> str:
        return CASE if self.is_intake else self.record

    def _begin_instances(self, path: str) -> list[Edit]:
        """The records of the instances of repeats on the way to a path, where there are none yet.

        Those that a person adds are begun one by one; those that the form itself makes when
        somebody first answers in them.
        """
        edits: list[Edit] = []
        inside = path.rpartition("]")[0]
        if not inside:
            return edits
        steps_down = [f"{path[: mark.end()]}" for mark in _POSITION.finditer(path)]
        for place in steps_down:
            while place not in (known := answers.instances(self.case, self.record).values()):
                repeat = answers.plain(place)
                outer = place.rpartition("[")[0].rpartition("]")[0]
                edits += self._begin_instance(repeat, f"{outer}]" if outer else "")
                if len(known) > MOST_INSTANCES:
                    raise KeyError(place)
        return edits

    def _begin_instance(self, repeat: str, around: str) -> list[Edit]:
        found = {path: one for one, path in answers.instances(self.case, self.record).items()}
        record = f"repeat/{self._pen.new_id()}"
        within = found[around] if around else self.record
        return self._remember(
            [Edit(record, answers.OF, repeat), Edit(record, answers.WITHIN, within)]
        )

    def _kept(self, path: str, value: Answer) -> Answer:
        """The value as the questionnaire understood it; dates and times as ISO text."""
        kept = self.interview.kept_value(path)
        return kept if isinstance(kept, str | int | float | list | None) else value

    def _is_said(self, path: str) -> bool:
        """Whether somebody gave this answer, or left the question."""
        try:
            record, field = answers.locate(self.case, path, self.record)
        except KeyError:
            return False  # the form made the instance, and nobody has answered in it yet
        return bool(self.case.heads(record, field)) and self.case.value(record, field) is not None

    def _unread_place(self, path: str) -> tuple[str, str]:
        record, field = answers.locate(self.case, path, self.record)
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
        self.interview = self._interview()

    def _interview(self) -> Interview:
        return self.questionnaire.interview(self.case, self.today, record=self.record)
