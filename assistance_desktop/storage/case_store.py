"""Cases in the vault: changes in, cases and list rows out.

Writes happen inside `vault.transaction`; every write folds the touched cases' list rows anew.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assistance_desktop.cases.case import CASE, Case
from assistance_desktop.cases.changes import Change, as_json
from assistance_desktop.cases.stage import stage
from assistance_desktop.storage import chain, dated
from assistance_desktop.storage.chain import Tip
from assistance_desktop.storage.change_rows import change_from
from assistance_desktop.storage.vault import Connection
from assistance_desktop.storage.words import index

PAGE = 200
"""Rows that one read of the list returns at most."""

IN_ORDER = "threat DESC, due IS NULL, due, pseudonym COLLATE NOCASE, case_id"
"""How lists of cases are ordered: a serious threat, what is due first, then by pseudonym."""


_SHOWN_IN_LISTS = "plan/"
"""Records besides the case's own that say something in the list: the next step, its day."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of a case."""

    case_id: str
    pseudonym: str
    number: str
    worker: str
    stage: str
    next_step: str
    due: date | None
    threat: bool
    conflicts: int
    unsealed: int
    """Changes that are in no bundle yet."""
    changed_at: datetime


def load(connection: Connection, case_id: str) -> Case:
    """A case with all its changes; a case without changes when nobody knows it."""
    found = connection.execute("SELECT * FROM change WHERE case_id = ? ORDER BY n", (case_id,))
    return Case(case_id, [change_from(row) for row in found])


def load_field(connection: Connection, case_id: str, record: str, field: str) -> Case:
    """A case with the changes of one field only: what its next answer needs, however long it is."""
    found = connection.execute(
        "SELECT * FROM change WHERE case_id = ? AND record = ? AND field = ? ORDER BY n",
        (case_id, record, field),
    )
    return Case(case_id, [change_from(row) for row in found])


def load_record(connection: Connection, case_id: str, record: str) -> Case:
    """A case with the changes of one record only: an appointment, a task."""
    found = connection.execute(
        "SELECT * FROM change WHERE case_id = ? AND record = ? ORDER BY n", (case_id, record)
    )
    return Case(case_id, [change_from(row) for row in found])


def last_saved(connection: Connection, device: str) -> datetime | None:
    """The latest moment at which a desk wrote, by its own clock; None when it never did."""
    found = connection.execute("SELECT max(at) FROM change WHERE device = ?", (device,))
    latest = found.fetchone()[0]
    return datetime.fromisoformat(latest) if latest else None


def add(connection: Connection, changes: Iterable[Change], *, sealed: bool = False) -> int:
    """Add changes that are not there yet and say how many were new. Adding twice adds once."""
    new: list[Change] = []
    last = chain.tip(connection)
    for change in changes:
        linked = _insert(connection, change, last, sealed=sealed)
        if linked is not None:
            last = linked
            new.append(change)
    if len(new) == 1:
        _follow(connection, new[0], unsealed=int(not sealed))
        return 1
    for case_id in {change.case for change in new}:
        index.follow_case(connection, _fold(connection, case_id))
    return len(new)


def amend(connection: Connection, change: Change) -> bool:
    """Put another value into a change that no bundle holds and nothing replaces.

    False when it may not be amended any more; the caller then writes a new change.
    """
    found = connection.execute(
        "SELECT link FROM change WHERE id = ? AND sealed = 0 AND NOT EXISTS"
        " (SELECT 1 FROM change later, json_each(later.replaces) old"
        "  WHERE later.case_id = ? AND old.value = ?)",
        (change.id, change.case, change.id),
    ).fetchone()
    if found is None:
        return False
    row = _row_of(change)
    linked = chain.extend(connection, chain.tip(connection), row, amends=found["link"])
    connection.execute(
        "UPDATE change SET value = ?, at = ?, link = ? WHERE id = ?",
        (row["value"], row["at"], linked.n, change.id),
    )
    _follow(connection, change, unsealed=0)
    return True


def seal(connection: Connection, change_ids: Iterable[str]) -> None:
    """Mark changes as being in a bundle: from now on they stand as they are."""
    ids = list(change_ids)
    connection.executemany("UPDATE change SET sealed = 1 WHERE id = ?", [(one,) for one in ids])
    for case_id in _cases_of(connection, ids):
        _fold(connection, case_id)


def fold_all(connection: Connection) -> None:
    """Make every list row and all that is folded beside it anew, from the changes alone."""
    connection.execute("DELETE FROM case_row")
    connection.execute("DELETE FROM dated")
    for (case_id,) in connection.execute("SELECT DISTINCT case_id FROM change").fetchall():
        index.follow_case(connection, _fold(connection, case_id))


def known(connection: Connection, change_ids: Sequence[str]) -> set[str]:
    """Which of these changes the vault holds."""
    found = connection.execute(
        "SELECT id FROM change WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(change_ids)),),
    )
    return {row[0] for row in found}


def case_ids(connection: Connection) -> list[str]:
    """Every case: what is due first, then by pseudonym."""
    found = connection.execute(f"SELECT case_id FROM case_row ORDER BY {IN_ORDER}")  # noqa: S608
    return [row[0] for row in found]


def rows(connection: Connection, ids: Sequence[str]) -> list[CaseRow]:
    """The list rows of up to PAGE cases, in the order asked for."""
    found = connection.execute(
        "SELECT * FROM case_row WHERE case_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids[:PAGE])),),
    )
    by_id = {row["case_id"]: _row(row) for row in found}
    return [by_id[one] for one in ids[:PAGE] if one in by_id]


def count(connection: Connection) -> int:
    """How many cases there are."""
    return int(connection.execute("SELECT count(*) FROM case_row").fetchone()[0])


def count_unsealed(connection: Connection) -> int:
    """Cases with changes that are in no bundle yet."""
    found = connection.execute("SELECT count(*) FROM case_row WHERE unsealed > 0")
    return int(found.fetchone()[0])


def _insert(connection: Connection, change: Change, last: Tip, *, sealed: bool) -> Tip | None:
    """Put a change behind the last link; None when it is there already."""
    row = _row_of(change)
    inserted = connection.execute(
        "INSERT INTO change (id, case_id, record, field, value, replaces, author, device, at,"
        " sealed, link) VALUES (:id, :case_id, :record, :field, :value, :replaces, :author,"
        " :device, :at, :sealed, :link) ON CONFLICT (id) DO NOTHING",
        {**row, "sealed": int(sealed), "link": last.n + 1},
    ).rowcount
    return chain.extend(connection, last, row) if inserted else None


def _row_of(change: Change) -> dict[str, str]:
    """The columns of a change that the chain vouches for."""
    plain = as_json(change)
    return {
        **{name: str(plain[name]) for name in ("id", "record", "field", "author", "device", "at")},
        "case_id": change.case,
        "value": json.dumps(plain["value"], ensure_ascii=False),
        "replaces": json.dumps(plain["replaces"]),
    }


def _cases_of(connection: Connection, ids: Sequence[str]) -> list[str]:
    found = connection.execute(
        "SELECT DISTINCT case_id FROM change WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return [row[0] for row in found]


def _follow(connection: Connection, change: Change, *, unsealed: int) -> None:
    """Bring the list row up to date after one change.

    An answer that stands where one stood moves only the row's date and number; all else folds the
    case anew, which takes the longer the more was answered.
    """
    plain = change.record != CASE and not change.record.startswith(_SHOWN_IN_LISTS)
    heads = load_field(connection, change.case, change.record, change.field).heads(
        change.record, change.field
    )
    moved = 0
    if plain and len(heads) == 1 and len(change.replaces) < 2:
        moved = connection.execute(
            "UPDATE case_row SET unsealed = unsealed + ?, changed_at = max(changed_at, ?)"
            " WHERE case_id = ?",
            (unsealed, change.at.isoformat(), change.case),
        ).rowcount
    if moved:
        dated.follow_field(connection, change.case, heads)
    else:
        _fold(connection, change.case)
    if load_field(connection, change.case, change.record, "removed").changes:
        record = load_record(connection, change.case, change.record)
        index.follow_record(connection, record, change.record)
    else:
        index.follow_field(connection, change.case, heads)


def _fold(connection: Connection, case_id: str) -> Case:
    """Make the list row of a case, and the days that are kept of it, anew from its changes."""
    case = load(connection, case_id)
    dated.follow_case(connection, case)
    unsealed = connection.execute(
        "SELECT count(*) FROM change WHERE case_id = ? AND sealed = 0", (case_id,)
    ).fetchone()[0]
    connection.execute(
        "INSERT OR REPLACE INTO case_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " coalesce((SELECT n FROM case_row WHERE case_id = ?),"
        "  (SELECT coalesce(max(n), 0) + 1 FROM case_row)))",
        (
            case_id,
            case.text(CASE, "pseudonym"),
            case.text(CASE, "number"),
            case.text(CASE, "worker"),
            stage(case),
            *_next_step(case),
            int(case.value(CASE, "threat") is True),
            len(case.conflicts()),
            unsealed,
            case.changes[-1].at.isoformat(),
            case_id,
        ),
    )
    return case


def _next_step(case: Case) -> tuple[str, str | None]:
    """The step that is due first over all plan rows; one without a day comes last."""
    steps = [
        (case.text(record, "due") or None, case.text(record, "next_step"))
        for record in case.records("plan")
        if case.text(record, "next_step") and case.text(record, "state") != "done"
    ]
    if not steps:
        return "", None
    due, step = min(steps, key=lambda found: (found[0] is None, found))
    return step, due


def _row(row: Mapping[str, str]) -> CaseRow:
    return CaseRow(
        case_id=row["case_id"],
        pseudonym=row["pseudonym"],
        number=row["number"],
        worker=row["worker"],
        stage=row["stage"],
        next_step=row["next_step"],
        due=_day(row["due"]),
        threat=bool(row["threat"]),
        conflicts=int(row["conflicts"]),
        unsealed=int(row["unsealed"]),
        changed_at=datetime.fromisoformat(row["changed_at"]),
    )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
