"""A case, folded from its changes: values, records and conflicts.

Folding is set union: the order in which changes arrive never matters, and nothing that was
written is lost. Two heads with different values are a conflict, which a person decides.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from assistance_desktop.cases.changes import Answer, Author, Change, Unanswered

CASE = "case"
"""The record of the case's own fields: pseudonym, number, opened_on, form, closed_on ..."""

INTAKE = "intake"
"""The record of the interview's answers; a field is the path of a question."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Several heads of one field that do not agree."""

    record: str
    field: str
    heads: tuple[Change, ...]


class Case:
    """Everything that is known of one case, read only; `edit` proposes the next change."""

    def __init__(self, case_id: str, changes: Iterable[Change]) -> None:
        self.id = case_id
        by_id = {change.id: change for change in changes if change.case == case_id}
        self.changes: tuple[Change, ...] = tuple(
            sorted(by_id.values(), key=lambda change: (change.at, change.id))
        )
        replaced = {old for change in self.changes for old in change.replaces}
        heads: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in self.changes:
            if change.id not in replaced:
                heads[change.record, change.field].append(change)
        self._heads = {where: tuple(found) for where, found in heads.items()}
        self._fields: dict[str, list[str]] = {change.record: [] for change in self.changes}
        for record, field in self._heads:
            self._fields[record].append(field)

    def heads(self, record: str, field: str) -> tuple[Change, ...]:
        """The changes of a field that nothing replaces, oldest first."""
        return self._heads.get((record, field), ())

    def value(self, record: str, field: str) -> Answer:
        """The value of a field; of a conflict the newest by the devices' clocks.

        Who must not be wrong asks `conflicts` too: safety fields act on the safer value.
        """
        heads = self.heads(record, field)
        return heads[-1].value if heads else Unanswered.NOT_ASKED

    def text(self, record: str, field: str) -> str:
        """The value of a field when it is words, else nothing."""
        value = self.value(record, field)
        return value if isinstance(value, str) else ""

    def fields(self, record: str) -> dict[str, Answer]:
        """Every field of a record with its value."""
        return {field: self.value(record, field) for field in self._fields.get(record, ())}

    def records(self, kind: str) -> tuple[str, ...]:
        """The records of a kind that were not removed, in the order they were first written."""
        prefix = f"{kind}/"
        found = (record for record in self._fields if record.startswith(prefix))
        return tuple(record for record in found if self.value(record, "removed") is not True)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every field whose heads do not agree."""
        return tuple(
            Conflict(record, field, heads)
            for (record, field), heads in self._heads.items()
            if any(head.value != heads[0].value for head in heads[1:])
        )

    def edit(
        self,
        record: str,
        field: str,
        value: Answer,
        *,
        author: Author,
        at: datetime,
        new_id: Callable[[], str],
    ) -> Change:
        """The change that puts a value into a field, replacing all its present heads."""
        return Change(
            id=new_id(),
            case=self.id,
            record=record,
            field=field,
            value=value,
            replaces=tuple(head.id for head in self.heads(record, field)),
            author=author.name,
            device=author.device,
            at=at,
        )

    def with_changes(self, changes: Iterable[Change]) -> "Case":
        """The case as it is when these changes are known too."""
        return Case(self.id, (*self.changes, *changes))
