"""The days that stand in cases now, kept so that what is due is found without opening any case.

It says only where to look: whether a day still counts is read from the case itself.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assistance_desktop.cases.case import Case
from assistance_desktop.cases.changes import Answer, Change
from assistance_desktop.storage.vault import Connection

_LENGTH = len("2026-11-24")


@dataclass(frozen=True, slots=True)
class Dated:
    """A field of a case whose value is a day."""

    case_id: str
    record: str
    field: str
    day: date


def follow_case(connection: Connection, case: Case) -> None:
    """Keep the days of a whole case anew."""
    connection.execute("DELETE FROM dated WHERE case_id = ?", (case.id,))
    places = {(change.record, change.field) for change in case.changes}
    _keep(connection, [head for place in places for head in case.heads(*place)])


def follow_field(connection: Connection, case_id: str, heads: Sequence[Change]) -> None:
    """Keep the days of one field anew: those of all its heads."""
    place = (case_id, heads[0].record, heads[0].field)
    connection.execute("DELETE FROM dated WHERE case_id = ? AND record = ? AND field = ?", place)
    _keep(connection, heads)


def between(
    connection: Connection, first: date, last: date, names: Iterable[str] = ()
) -> list[Dated]:
    """The days from the first to the last, both included, in order of the day.

    `names` are the last names of fields, such as `day` or `date_of_birth`; without any, all.
    """
    found = connection.execute(
        "SELECT * FROM dated WHERE day BETWEEN :first AND :last AND (:names = '[]' OR EXISTS"
        " (SELECT 1 FROM json_each(:names) AS name WHERE dated.field = name.value"
        "  OR dated.field LIKE '%/' || name.value)) ORDER BY day, case_id, record, field",
        {"first": first.isoformat(), "last": last.isoformat(), "names": json.dumps(list(names))},
    )
    return [
        Dated(row["case_id"], row["record"], row["field"], date.fromisoformat(row["day"]))
        for row in found
    ]


def _keep(connection: Connection, heads: Iterable[Change]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO dated VALUES (?, ?, ?, ?)",
        [(head.case, head.record, head.field, head.value) for head in heads if _is_day(head.value)],
    )


def _is_day(value: Answer) -> bool:
    if not isinstance(value, str) or len(value) != _LENGTH:
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
