"""A change: the only thing that is ever written to a case.

A case is the set of its changes. A change names the changes that its author had seen for the
same field; one that nothing replaces is a head. No clock decides truth: `at` only orders what
is shown (architecture.md, "The one data idea").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import TypeAlias, cast

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"


class Unanswered(Enum):
    """Why a question has no value. Unknown is never no (facts.md 9.5)."""

    UNKNOWN = "unknown"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


Answer: TypeAlias = "Value | Unanswered"

_MARK = "unanswered"


@dataclass(frozen=True, slots=True)
class Author:
    """Whose hand writes: the person's neutral name and the device incarnation."""

    name: str
    device: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value that one person put into one field of one record, knowing what it replaced.

    `at` is an aware moment in UTC by the clock of the device, which may be wrong.
    """

    id: str
    case: str
    record: str
    field: str
    value: Answer
    replaces: tuple[str, ...]
    author: str
    device: str
    at: datetime


def as_json(change: Change) -> dict[str, Value]:
    """The change as plain JSON values, for the vault and for bundles."""
    return {
        "id": change.id,
        "case": change.case,
        "record": change.record,
        "field": change.field,
        "value": value_as_json(change.value),
        "replaces": list(change.replaces),
        "author": change.author,
        "device": change.device,
        "at": change.at.astimezone(UTC).isoformat(timespec="milliseconds"),
    }


def from_json(plain: Mapping[str, Value]) -> Change:
    """Read what `as_json` wrote. Raises KeyError, TypeError or ValueError on anything else."""
    replaces = cast("Sequence[str]", plain["replaces"])
    return Change(
        id=str(plain["id"]),
        case=str(plain["case"]),
        record=str(plain["record"]),
        field=str(plain["field"]),
        value=value_from_json(plain["value"]),
        replaces=tuple(replaces),
        author=str(plain["author"]),
        device=str(plain["device"]),
        at=datetime.fromisoformat(str(plain["at"])),
    )


def value_as_json(value: Answer) -> Value:
    """An answer as JSON; the three kinds of no answer become `{"unanswered": ...}`."""
    return {_MARK: value.value} if isinstance(value, Unanswered) else value


def value_from_json(plain: Value) -> Answer:
    """The answer that `value_as_json` wrote."""
    if isinstance(plain, Mapping) and set(plain) == {_MARK}:
        return Unanswered(str(plain[_MARK]))
    return plain
