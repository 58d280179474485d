"""What a person decides about a conflict: whose value is kept, both, or one of their own.

Nothing is chosen beforehand, and nothing is mixed but lists (`exchange.both`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistance_desktop.cases.case import Case, Conflict
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.sync import exchange
from assistance_desktop.sync.exchange import CasePreview, Decision, Preview

Describe = Callable[[str, str, Answer, Case], tuple[str, str]]
"""From record, field, value and the case that they are of to a title and the value in words."""

BOTH = -1
OWN = -2
"""Choices beside the sides, which are counted from 0."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values, who wrote it, and whether it stood on this computer before."""

    value: Answer
    heads: tuple[Change, ...]
    here: bool

    @property
    def last(self) -> Change:
        """The newest writing of this value."""
        return self.heads[-1]


@dataclass
class Deliberation:
    """One conflict and what was chosen so far; `kept` is a side's place, BOTH or OWN."""

    case: CasePreview
    conflict: Conflict
    kept: int | None = None
    own: str = ""
    note: str = ""
    sides: tuple[Side, ...] = field(init=False)

    def __post_init__(self) -> None:
        arriving = {change.id for change in self.case.arriving}
        self.sides = _sides(self.conflict.heads, arriving)

    @property
    def joined(self) -> Answer:
        """All values as one, where the field allows it."""
        return exchange.both([side.value for side in self.sides])

    @property
    def is_decided(self) -> bool:
        """Whether a person has chosen, and written what they chose to write."""
        return self.kept is not None and (self.kept != OWN or bool(self.own))

    def may_write(self, describe: Describe) -> bool:
        """Whether a person may write another value: only where the values are free words.

        A choice from a list, a day or a number is shown in other words than it is kept in.
        """
        texts = [side.value for side in self.sides if isinstance(side.value, str)]
        where, case = (self.conflict.record, self.conflict.field), self.case.case
        return bool(texts) and all(describe(*where, text, case)[1] == text for text in texts)

    def decision(self) -> Decision:
        """What goes into the case."""
        if self.kept is None:
            raise ValueError("nothing was chosen")
        if self.kept == OWN:
            value: Answer = self.own
        elif self.kept == BOTH:
            value = self.joined
        else:
            value = self.sides[self.kept].value
        return Decision(self.case.case.id, self.conflict, value, self.note)


def deliberations(preview: Preview) -> tuple[Deliberation, ...]:
    """Every conflict of a bundle, open."""
    return tuple(Deliberation(case, conflict) for case, conflict in preview.conflicts)


def _sides(heads: Sequence[Change], arriving: set[str]) -> tuple[Side, ...]:
    """The different values: first what stood here, then what arrives."""
    values: list[Answer] = []
    for head in heads:
        if head.value not in values:
            values.append(head.value)
    found = [_side(value, heads, arriving) for value in values]
    return tuple(sorted(found, key=lambda side: not side.here))


def _side(value: Answer, heads: Sequence[Change], arriving: set[str]) -> Side:
    same = tuple(head for head in heads if head.value == value)
    return Side(value, same, here=any(head.id not in arriving for head in same))
