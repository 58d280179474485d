"""Changes that were written in one go: a telling, an appointment, a closing is one thing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from assistance_desktop.cases import life
from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.history import Step

_ONE_GO = timedelta(seconds=3)
"""One save writes field after field; nobody types two in that time."""

_WHOLE = ("told", "contact", "appointment", "task", "threat", "proposal", "document")


def together(steps: Sequence[Step]) -> Iterator[tuple[Step, ...]]:
    """The steps, the newest first, those of one go together; every other step by itself."""
    group: list[Step] = []
    for step in steps:
        if group and (
            _begins(group[-1]) or _is_there(group, step) or not _belongs(group[-1], step)
        ):
            yield tuple(group)
            group = []
        group.append(step)
    if group:
        yield tuple(group)


def thing(step: Step) -> str:
    """What kind of thing a step is part of, "" when it stands for itself."""
    record, field = step.change.record, step.change.field
    if record == CASE:
        return "closing" if field.startswith("closed_") else ""
    kind = record.partition("/")[0]
    return kind if kind in _WHOLE else ""


def _begins(step: Step) -> bool:
    """Whether a step is the first of its go: each closing and reopening begins with its day."""
    return (step.change.record, step.change.field) == (CASE, life.CLOSED_ON)


def _is_there(group: Sequence[Step], step: Step) -> bool:
    """Whether a field is written twice: that is another go, however soon it came."""
    return any(one.change.field == step.change.field for one in group)


def _belongs(before: Step, step: Step) -> bool:
    one, other = before.change, step.change
    same = (one.record, one.device, one.author) == (other.record, other.device, other.author)
    of_one = bool(thing(step)) and thing(before) == thing(step)
    return same and of_one and abs(one.at - other.at) <= _ONE_GO
