"""Filling in a questionnaire: what a person says becomes the interview's state, and edits.

Pure: it holds the case as it will be, and gives the edits; the page keeps them in the vault.
"""

from collections.abc import Iterable

from assistance_desktop.cases import answers
from assistance_desktop.cases import threat as threats
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer, Unanswered
from assistance_desktop.cases.threat import Threat
from assistance_desktop.forms.form import Question, Repeat
from assistance_desktop.forms.interview import Interview
from assistance_desktop.forms.versions import compare
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.ui.content import Content
from assistance_desktop.ui.intake import consents, danger, steps, typed
from assistance_desktop.ui.intake.answers.case_files import CaseFiles
from assistance_desktop.ui.intake.draft import Draft, as_kept
from assistance_desktop.ui.intake.steps import Step
from assistance_desktop.ui.questionnaire import Questionnaire
from assistance_desktop.ui.session import HELSINKI

_LEFT = {Unanswered.REFUSED: "refused", Unanswered.UNKNOWN: "unknown"}


class Filling(Draft):
    """One questionnaire of a case being filled in: its intake, or the one in another record.

    `questionnaire` is what a record begins with; one that was begun keeps the version that it
    has.
    """

    def __init__(
        self,
        case: Case,
        content: Content,
        pen: Pen,
        record: str = INTAKE,
        questionnaire: Questionnaire | None = None,
    ) -> None:
        super().__init__(case, pen, record)
        self.content = content
        self.files: CaseFiles | None = None
        """What keeps files that are answers; None where nothing is kept."""
        self.today = pen.clock().astimezone(HELSINKI).date()
        if questionnaire is None or answers.pin(case, record):
            questionnaire = content.of(case, record)
        self.questionnaire = questionnaire
        self._begin_again()

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

    @property
    def steps(self) -> list[Step]:
        """Every stop that is asked now, in order; found out once for each answer."""
        if self._steps is None:
            self._steps = steps.steps(self.interview)
        return self._steps

    def state(self, step: Step) -> str:
        """How a step stands: `wrong`, `blank`, `refused`, `unknown` or `answered`.

        What the form itself fills in beforehand is blank until somebody has looked at it.
        """
        if step.path not in self._states:
            self._states[step.path] = self._state(step)
        return self._states[step.path]

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
            value = as_kept(self.interview.kept_value(path), value)
        begun = self.begin_instances(path)
        record, field = self.locate(path)
        edits = [Edit(record, field, value), *self.without_unread(path)]
        if self.is_intake:
            name = path.rpartition("/")[2]
            edits += consents.edits_for(name, value, self.today)
            edits += self._mirror(name, value)
        return [*begun, *self.remember(edits)]

    @property
    def threat(self) -> Threat | None:
        """The threat that was raised last; None when none was."""
        return next(reversed(threats.threats(self.case)), None)

    @property
    def is_threat_due(self) -> bool:
        """Whether the steps of a serious threat are still to be taken."""
        if threats.standing(self.case) is not None:
            return True
        return danger.must_be_told(self.value_of) and self._is_another_threat

    def raise_threat(self) -> list[Edit]:
        """Raise what the answers say, or bring the threat that stands up to date with them."""
        found = threats.standing(self.case)
        record = found.record if found else f"{threats.THREAT}/{self.pen.new_id()}"
        said = ((field, value) for field, value in self._threat_answers.items() if value)
        edits = [Edit(record, field, value) for field, value in said]
        if found is None:
            at = self.pen.clock().astimezone(HELSINKI).strftime("%Y-%m-%dT%H:%M")
            edits += [
                Edit(record, "raised_at", at),
                Edit(record, "raised_by", self.pen.author.name),
            ]
        return self.remember([*edits, Edit(CASE, "threat", True)])

    def say_alone(self) -> list[Edit]:
        """Nobody else is in the room any more; the intake asks that, whatever is filled in."""
        if self.is_intake:
            return self.answer(self.questionnaire.paths["companion_place"], "elsewhere")
        path = self.content.of(self.case).paths["companion_place"]
        return self.remember([Edit(INTAKE, path, "elsewhere")])

    def confirm(self, step: Step) -> list[Edit]:
        """Somebody looked at what the form filled in beforehand, and went on: it is an answer."""
        edits: list[Edit] = []
        for path in step.questions:
            value = self.interview.kept_value(path)
            beforehand = self.interview.state(path) == "answered" and not self.is_said(path)
            if beforehand and not self.unread(path):
                edits += self.answer(path, as_kept(value, None) if value is not None else None)
        return edits

    def add(self, repeat: str) -> tuple[str, list[Edit]]:
        """One more of something, such as a child: its path, and the edits."""
        begun = self.begin_instances(repeat)
        place = self.interview.add(repeat)
        return place, [*begun, *self.begin_instances(place)]

    def remove(self, place: str) -> tuple[str, list[Edit]]:
        """Take one away; it can be brought back by its record."""
        record = self.instance_at(place)
        edits = self.remember([Edit(record, "removed", True)])
        self._begin_again()
        return record, edits

    def bring_back(self, record: str) -> list[Edit]:
        """Undo `remove`."""
        edits = self.remember([Edit(record, "removed", False)])
        self._begin_again()
        return edits

    def open_new(self, worker: str, number: str, pseudonym: str) -> list[Edit]:
        """What a new case starts with."""
        return self.remember(
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
        if self.is_begun:
            return []
        edits = [Edit(*answers.pin_place(self.record), self.questionnaire.pin)]
        if not self.is_intake:
            edits.append(Edit(self.record, "begun_on", self.today.isoformat()))
        return self.remember(edits)

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
        self.remember(edits)
        self.questionnaire = newer
        self._begin_again()
        return edits

    def finish(self) -> list[Edit]:
        """The interview is done for now; every answer can change later."""
        if not self.is_intake:
            return self.remember([Edit(self.record, "finished_on", self.today.isoformat())])
        if self.case.value(CASE, "stage") == "intake":
            return self.remember([Edit(CASE, "stage", "plan")])
        return []

    def remember(self, edits: list[Edit]) -> list[Edit]:
        """As for every draft; what follows from the answers is found out anew."""
        self._steps = None
        self._states.clear()
        return super().remember(edits)

    def _state(self, step: Step) -> str:
        asked = step.questions
        if isinstance(step.item, Repeat):
            asked = steps.on_cards(self.interview, step.path)
        if any(self.unread(path) for path in asked):
            return "wrong"
        found = steps.state(self.interview, step)
        if found == "answered" and any(not self.is_said(path) for path in step.questions):
            return "blank"
        return found

    def _mirror(self, name: str, value: Answer) -> Iterable[Edit]:
        """Answers that stand for the whole case: its name, its language, a serious threat."""
        if name == "pseudonym" and isinstance(value, str) and value:
            yield Edit(CASE, "pseudonym", value)
        if name == "best_language":
            code = value if isinstance(value, str) and value != "und" else None
            if code != self.case.value(CASE, "language"):
                yield Edit(CASE, "language", code)
        if name in danger.ABOUT_THREAT:
            yield Edit(CASE, "threat", self.is_in_danger)

    @property
    def is_in_danger(self) -> bool:
        """A threat stands until it is seen to, whatever the answers say afterwards."""
        stands = threats.standing(self.case) is not None
        return stands or (danger.is_serious(self.value_of) and not self._is_judged)

    @property
    def _is_judged(self) -> bool:
        last = self.threat
        return last is not None and last.is_judged and not self._is_another_threat

    @property
    def _is_another_threat(self) -> bool:
        return threats.raise_again(self.case, self._threat_answers)

    @property
    def _threat_answers(self) -> dict[str, Answer]:
        """What the answers say of the threat, by the names of its record."""
        named = (("against", "threat_against"), ("target", "threat_target"))
        return {field: self.value_of(question) or "" for field, question in named}

    def _begin_again(self) -> None:
        self.interview: Interview = self.questionnaire.interview(
            self.case, self.today, record=self.record
        )
        self._steps: list[Step] | None = None
        self._states: dict[str, str] = {}
