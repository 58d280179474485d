"""What happened to a case, change by change, for people to read."""

from dataclasses import dataclass
from datetime import datetime

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Change, Unanswered


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a field with what stood there before it."""

    change: Change
    before: tuple[Answer, ...]

    @property
    def at(self) -> datetime:
        """When it was written, by the clock of its device."""
        return self.change.at


def steps(case: Case, record: str | None = None, field: str | None = None) -> tuple[Step, ...]:
    """The changes of a case, record or field, oldest first, each with what it replaced."""
    known = {change.id: change for change in case.changes}
    return tuple(
        Step(change, _before(change, known))
        for change in case.changes
        if record in (None, change.record) and field in (None, change.field)
    )


def last_before(case: Case, record: str, field: str) -> Answer:
    """What a field said before the heads that are in conflict now: their common ancestor."""
    known = {change.id: change for change in case.changes}
    heads = case.heads(record, field)
    common = set.intersection(*({*head.replaces} for head in heads)) if heads else set[str]()
    found = [known[old] for old in common if old in known]
    return max(found, key=lambda c: c.at).value if found else Unanswered.NOT_ASKED


def _before(change: Change, known: dict[str, Change]) -> tuple[Answer, ...]:
    return tuple(known[old].value for old in change.replaces if old in known)
