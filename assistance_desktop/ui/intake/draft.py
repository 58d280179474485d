"""The case as it will be once everything that was entered is in the vault.

It holds back nothing: whatever is remembered here is on its way to the vault as the same edits.
Instances of repeats get their records here, one by one.
"""

import re
import secrets

from assistance_desktop.cases import answers
from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Answer
from assistance_desktop.forms.filling import MOST_INSTANCES
from assistance_desktop.storage.editing import Edit, Pen

_POSITION = re.compile(r"\[\d+\]")


class Draft:
    """A case, and the record of the questionnaire that is filled in.

    Every method that changes something returns the edits of it.
    """

    def __init__(self, case: Case, pen: Pen, record: str) -> None:
        self.case, self.pen, self.record = case, pen, record

    def remember(self, edits: list[Edit]) -> list[Edit]:
        """Let the case here be as it will be in the vault."""
        for edit in edits:
            change = self.case.edit(
                edit.record,
                edit.field,
                edit.value,
                author=self.pen.author,
                at=self.pen.clock(),
                new_id=lambda: f"here-{secrets.token_hex(8)}",
            )
            self.case = self.case.with_changes([change])
        return edits

    def locate(self, path: str) -> tuple[str, str]:
        """The record and field of a question; KeyError when its instance is not there."""
        return answers.locate(self.case, path, self.record)

    def is_said(self, path: str) -> bool:
        """Whether somebody gave this answer, or left the question."""
        try:
            record, field = self.locate(path)
        except KeyError:
            return False  # the form made the instance, and nobody has answered in it yet
        return bool(self.case.heads(record, field)) and self.case.value(record, field) is not None

    def instance_at(self, place: str) -> str:
        """The record of an instance by its path; KeyError when there is none."""
        instances = answers.instances(self.case, self.record)
        return {path: one for one, path in instances.items()}[place]

    def begin_instances(self, path: str) -> list[Edit]:
        """The records of the instances of repeats on the way to a path, where there are none yet.

        Those that a person adds are begun one by one; those that the form itself makes when
        somebody first answers in them. Raises KeyError beyond MOST_INSTANCES.
        """
        edits: list[Edit] = []
        for mark in _POSITION.finditer(path):
            place = path[: mark.end()]
            while place not in (known := answers.instances(self.case, self.record).values()):
                outer, bracket, _rest = place.rpartition("[")[0].rpartition("]")
                edits += self._begin_instance(answers.plain(place), outer + bracket)
                if len(known) > MOST_INSTANCES:
                    raise KeyError(place)
        return edits

    def unread(self, path: str) -> str:
        """What was typed into a field and cannot be read, such as "31.2.2000"; "" if nothing."""
        try:
            return self.case.text(*self._unread_place(path))
        except KeyError:
            return ""

    def keep_unread(self, path: str, text: str) -> list[Edit]:
        """Keep what was typed as it is; the answer before it stands."""
        begun = self.begin_instances(path)
        return [*begun, *self.remember([Edit(*self._unread_place(path), text)])]

    def without_unread(self, path: str) -> list[Edit]:
        """The edits that forget what could not be read, now that there is an answer."""
        return [Edit(*self._unread_place(path), None)] if self.unread(path) else []

    def note(self, path: str, text: str) -> list[Edit]:
        """Keep a note in the client's own words beside a question; nothing where none may be."""
        if not may_be_noted(path):
            return []
        begun = self.begin_instances(path)
        record = self.note_record(path)
        edits = [Edit(record, "text", text), Edit(record, "question", answers.plain(path))]
        return [*begun, *self.remember(edits)]

    def note_text(self, path: str) -> str:
        """The note beside a question."""
        try:
            return self.case.text(self.note_record(path), "text")
        except KeyError:
            return ""

    def note_record(self, path: str) -> str:
        """The record of the note beside a question: one a question, on each card its own."""
        record, field = self.locate(path)
        return answers.note_record(field, record)

    def stop_at(self, path: str) -> list[Edit]:
        """Remember where the interview stopped; nothing when that is known already."""
        return [] if path == self.place else self.remember([Edit(self._placed, "place", path)])

    @property
    def place(self) -> str:
        """Where the interview stopped; "" when it never did."""
        return self.case.text(self._placed, "place")

    @property
    def _placed(self) -> str:
        return CASE if self.record == INTAKE else self.record

    def _begin_instance(self, repeat: str, around: str) -> list[Edit]:
        record = f"repeat/{self.pen.new_id()}"
        within = self.instance_at(around) if around else self.record
        edits: list[Edit] = [Edit(record, answers.OF, repeat), Edit(record, answers.WITHIN, within)]
        return self.remember(edits)

    def _unread_place(self, path: str) -> tuple[str, str]:
        record, field = self.locate(path)
        return f"unread/{record.replace('/', '.')}", field


def may_be_noted(path: str) -> bool:
    """Whether words may stand beside a question: never beside own offences (facts.md 9.3)."""
    return not path.rpartition("/")[2].startswith("own_offence")


def as_kept(kept: object, otherwise: Answer) -> Answer:
    """A value as the questionnaire understood it; dates and times as ISO text."""
    return kept if isinstance(kept, str | int | float | list | None) else otherwise
