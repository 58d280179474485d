"""What is missing from a database, told by the anchor that lies outside it.

Nothing here changes anything: what was found is shown to a person, who decides whether to open
the vault all the same, to restore a backup or to fetch the changes from the office.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlcipher3 import dbapi2

from assistance_desktop.cases.changes import Change
from assistance_desktop.storage import activity, chain
from assistance_desktop.storage.anchor import Record, Step, Tally
from assistance_desktop.storage.chain import Damage


@dataclass(frozen=True, slots=True)
class MissingCase:
    """Changes of one case that are not there; pseudonym "" when this file does not know it."""

    case_id: str
    pseudonym: str
    number: str
    changes: int
    first: str
    last: str


_WHOLE = Damage()


@dataclass(frozen=True, slots=True)
class Gap:
    """What a vault lacks, and what in it is not as it was left.

    `missing` changes were written and are not there; `sent` of them lay in a bundle for another
    desk. `damage` is what the chain itself shows. `touched` tells that the file is not the one
    that was locked; `unwitnessed` that the anchor is gone, so that nothing can be said;
    `keyslots_touched` that somebody else wrote the key file; `lines` of the activity log that
    were written are not there.
    """

    missing: int = 0
    cases: tuple[MissingCase, ...] = ()
    sent: int = 0
    damage: Damage = _WHOLE
    touched: bool = False
    unwitnessed: bool = False
    keyslots_touched: bool = False
    lines: int = 0

    @property
    def is_none(self) -> bool:
        """Whether everything is there as it was left."""
        return self == Gap()

    @property
    def first(self) -> str:
        """The day of the first missing change, "" when not known."""
        return min((case.first[:10] for case in self.cases), default="")

    @property
    def last(self) -> str:
        """The day of the last missing change, "" when not known."""
        return max((case.last[:10] for case in self.cases), default="")


def find(connection: dbapi2.Connection, record: Record, *, untouched: bool) -> Gap:
    """Compare the database with its anchor.

    `untouched` tells that the file is to the letter the one that was locked; otherwise all of
    it is read.
    """
    if untouched:
        return Gap()
    present = chain.tip(connection)
    damage = chain.check(connection)
    common = _last_common(connection, record, present.n)
    lacking = [step for step in record.steps if step.n > common]
    missing = max(record.n - max(common, _still_there(connection, record, common)), 0)
    cases = tuple(_missing_cases(connection, lacking, common)) if missing else ()
    sent = max(min(record.sent, record.n) - (record.n - missing), 0) if missing else 0
    lines = _missing_lines(connection, record)
    # Nobody without the key can write on behind the anchor: a chain that goes on from it is our
    # own, from a time when the disk did not take the anchor.
    goes_on = present.n > record.n and not missing and damage.is_none
    touched = bool(record.database) and not goes_on
    return Gap(missing, cases, sent, damage, touched=touched, lines=lines)


def _last_common(connection: dbapi2.Connection, record: Record, present: int) -> int:
    """The last step that the database has gone through too."""
    for step in reversed(record.steps):
        if step.n <= present:
            head = chain.head_at(connection, step.n)
            if head is not None and head.hex() == step.head:
                return step.n
    return 0


def _still_there(connection: dbapi2.Connection, record: Record, common: int) -> int:
    """How far the database holds the step that it broke off in."""
    broken = next((step for step in record.steps if step.n > common), None)
    present = chain.tip(connection).n
    return present if broken is not None and present < broken.n else common


def _missing_lines(connection: dbapi2.Connection, record: Record) -> int:
    """How many lines of the activity log are gone; one at least when it went another way."""
    lines, link = record.log
    found = activity.link_at(connection, lines)
    if found is not None and found.hex() == (link or activity.START.hex()):
        return 0
    return max(lines - activity.head(connection)[0], 1)


def _missing_cases(
    connection: dbapi2.Connection, lacking: Iterable[Step], common: int
) -> Iterable[MissingCase]:
    expected: dict[str, Tally] = {}
    for step in lacking:
        for case_id, tally in step.cases.items():
            expected[case_id] = tally.plus(expected[case_id]) if case_id in expected else tally
    here = {
        row[0]: int(row[1])
        for row in connection.execute(
            "SELECT case_id, count(*) FROM change WHERE link > ? GROUP BY case_id", (common,)
        )
    }
    names = {
        row["case_id"]: row
        for row in connection.execute("SELECT case_id, pseudonym, number FROM case_row")
        if row["case_id"] in expected
    }
    for case_id, tally in sorted(expected.items(), key=lambda found: found[1].first):
        changes = tally.changes - here.get(case_id, 0)
        if changes > 0:
            yield _missing(case_id, changes, tally, names.get(case_id))


def _missing(
    case_id: str, changes: int, tally: Tally, row: Mapping[str, str] | None
) -> MissingCase:
    pseudonym, number = (row["pseudonym"], row["number"]) if row else ("", "")
    return MissingCase(case_id, pseudonym, number, changes, tally.first, tally.last)


def mark(connection: dbapi2.Connection, found: Gap, at: datetime) -> None:
    """Remember in the vault what was missing when it was opened; inside `vault.transaction`."""
    rows = [(case.case_id, case.changes, case.first, case.last) for case in found.cases]
    unknown = found.missing - sum(row[1] for row in rows)
    if unknown > 0 or not rows:
        rows.append(("", max(unknown, 0), found.first, found.last))
    connection.executemany(
        "INSERT INTO gap (at, case_id, missing, first, last) VALUES (?, ?, ?, ?, ?)",
        [(at.isoformat(), *row) for row in rows],
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """What a case lacked when somebody opened the vault all the same, and still lacks."""

    missing: int
    first: str
    last: str


def marks(connection: dbapi2.Connection, case_id: str) -> list[Mark]:
    """What a case still lacks, the first gap first."""
    found = connection.execute(
        "SELECT missing, first, last FROM gap WHERE case_id = ? AND missing > 0 ORDER BY n",
        (case_id,),
    )
    return [Mark(int(row["missing"]), row["first"], row["last"]) for row in found]


def mend(connection: dbapi2.Connection, changes: Iterable[Change]) -> None:
    """Changes came back from a backup or another desk; inside `vault.transaction`.

    One that was made within a gap of its case fills it by one.
    """
    if connection.execute("SELECT 1 FROM gap WHERE missing > 0 LIMIT 1").fetchone() is None:
        return
    for change in changes:
        at = change.at.astimezone(UTC).isoformat(timespec="milliseconds")
        connection.execute(
            "UPDATE gap SET missing = missing - 1 WHERE n = (SELECT n FROM gap WHERE case_id = ?"
            " AND missing > 0 AND ? BETWEEN first AND last ORDER BY n LIMIT 1)",
            (change.case, at),
        )
