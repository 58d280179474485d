"""What the vault costs beside Python's plain sqlite3, on the same work in the same run.

    python benchmarks/bench_vault.py [--small]

The plain side runs our own statements, by our own code, on a database without encryption (WAL,
synchronous FULL, the same settings): with Python's sqlite3 where its SQLite is 3.43 or newer,
which our index of words needs, else with sqlcipher3 without a key, which is plain SQLite too.
`--small` has 200 cases; else 1 000 and 10 000 cases with
60 changes each. Figures are medians in ms. Fails when unlocking a vault that was locked in peace
(without stretching the passphrase) or locking takes longer than BOUND.
"""

import itertools
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlcipher3 import dbapi2

from assistance_desktop.cases.case import CASE
from assistance_desktop.cases.changes import Author, Change
from assistance_desktop.storage import case_store, editing, keys, migrate, search, vault
from assistance_desktop.storage.editing import Edit, Pen
from assistance_desktop.storage.vault import transaction

PLAIN: Any = sqlite3 if sqlite3.sqlite_version_info >= (3, 43) else dbapi2
PASSPHRASE = "seven cranberry lanterns drifting"  # noqa: S105 - made up
SHEET = b"s" * 20
CHANGES = 60
BATCH = 200
BOUND = 300.0
"""Milliseconds."""
START = datetime(2026, 11, 23, 9, tzinfo=UTC)
WORDS = ("snow", "lake", "birch", "ember", "ferry", "lantern", "kettle", "moss", "tide", "wren")
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON",
           "temp_store = MEMORY", "cache_size = -16000")  # fmt: skip


def main() -> int:
    """Print a table for each size; 1 when a bound is broken."""
    sizes = (200,) if "--small" in sys.argv[1:] else (1000, 10_000)
    stretching = timed(lambda: keys.stretch(PASSPHRASE, bytes(16), keys.FLOOR), 3)
    print(f"The plain side: {PLAIN.__name__}, SQLite {PLAIN.sqlite_version}")
    print(f"Stretching a passphrase at the lowest cost: {stretching:.0f} ms, in none of the rows")
    with tempfile.TemporaryDirectory() as folder:
        return max(compare(Path(folder) / str(cases), cases) for cases in sizes)


def compare(folder: Path, cases: int) -> int:
    """Measure one size; 1 when a bound is broken."""
    folder.mkdir()
    vault.create(folder / "notes", PASSPHRASE, sheet=SHEET, cost=keys.FLOOR).close()
    opened = vault.unlock_with_sheet(folder / "notes", SHEET)
    ours = opened.connect()
    plain = plain_connection(folder / "plain.db")
    migrate.migrate(plain)  # type: ignore[arg-type]
    for connection in (ours, plain):
        fill(connection, cases)
    opened.remember(ours)
    ours.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = (folder / "notes" / "vault.db").stat().st_size / 1e6
    print(f"\n{cases} cases, {cases * CHANGES} changes, {size:.0f} MB")
    print(f"{'':46}{'vault':>10}{'sqlite3':>10}{'ratio':>8}")
    for row in working(opened, ours, plain, cases, folder):
        tell(*row)
    plain.close()
    ours.close()
    return int(broken(opening(folder / "notes", opened)))


def tell(what: str, ours: float, theirs: float | None) -> None:
    peer = f"{theirs:>10.2f}{ours / theirs:>8.1f}" if theirs else ""
    print(f"{what:46}{ours:>10.2f}{peer}", flush=True)


def broken(rows: dict[str, float]) -> bool:
    for what, ours in rows.items():
        tell(what, ours, None)
    above = [what for what, ours in rows.items() if "crash" not in what and ours > BOUND]
    for what in above:
        print(f"Above {BOUND:.0f} ms: {what}")
    return bool(above)


def plain_connection(path: Path) -> Any:
    """Without encryption, with the settings of the vault's connections."""
    connection = PLAIN.connect(str(path), isolation_level=None)
    connection.row_factory = PLAIN.Row
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fill(connection, cases: int) -> None:
    """Cases with a pseudonym and answers, by the code that takes in a bundle."""
    for first in range(0, cases, BATCH):
        connection.execute("BEGIN IMMEDIATE")
        for number in range(first, min(first + BATCH, cases)):
            case_store.add(connection, changes_of(number), sealed=True)
        connection.execute("COMMIT")


def changes_of(number: int) -> list[Change]:
    case_id, at = case_of(number), START + timedelta(minutes=number % 9000)
    word = WORDS[number % 10]
    made = [change(case_id, number, 0, CASE, "pseudonym", f"{word.title()} {number}", at)]
    for n in range(1, CHANGES):
        value = f"{WORDS[(number + n) % 10]} by the {WORDS[n % 10]} {number * n}"
        made.append(change(case_id, number, n, "intake", f"/intake/q{n}", value, at))
    return made


def change(case_id, number, n, record, field, value, at) -> Change:
    return Change(f"{number:024x}{n:08x}", case_id, record, field, value, (), "Pihlaja", "d", at)


def case_of(number: int) -> str:
    return f"{number:032x}"


def working(opened, ours, plain, cases: int, folder: Path):
    """The rows of work on an open vault."""
    yield "an answer committed", *both(ours, plain, lambda c, n: answer(c, n, cases), 200)
    with_anchor = commits_with_anchor(opened, ours, cases)
    yield "an answer committed, and the anchor written", with_anchor, None
    read = lambda c, n: case_store.load(c, case_of(n * 7919 % cases))  # noqa: E731
    yield "a case read", *both(ours, plain, read, 200)
    ids = case_store.case_ids(ours)
    page = lambda c, n: case_store.rows(c, ids[n % 5 * 200 % cases :][:200])  # noqa: E731
    yield "a page of the list read (200)", *both(ours, plain, page, 20)
    scan = lambda c, _n: c.execute("SELECT sum(length(value)) FROM change").fetchone()  # noqa: E731
    yield "every change scanned", *both(ours, plain, scan, 3)
    find = lambda c, n: search.find(  # noqa: E731
        c, f"{WORDS[n % 10]} {n}", search.Among.ALL, date(2026, 11, 23)
    )
    yield "two words found", *both(ours, plain, find, 20)
    open_plain = lambda: plain_connection(folder / "plain.db").close()  # noqa: E731
    yield "a connection opened", timed(lambda: opened.connect().close(), 20), timed(open_plain, 20)


def both(ours, plain, job: Callable, times: int) -> tuple[float, float]:
    """The same job on the vault and on plain SQLite, turn by turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for n in range(times + 1):
        for connection, into in zip((ours, plain), taken, strict=True):
            begun = time.perf_counter()
            job(connection, n)
            into.append((time.perf_counter() - begun) * 1000)
    return median(taken[0][1:]), median(taken[1][1:])


def answer(connection, n: int, cases: int) -> None:
    """What a person typed into one field, in a transaction of its own."""
    ids = (f"{id(connection):x}-{n}-{more}" for more in itertools.count())
    at = START + timedelta(days=9, seconds=n)
    pen = Pen(Author("Pihlaja", "d"), lambda: at, lambda: next(ids))
    with transaction(connection):
        edit = Edit("intake", f"/intake/q{n % 50 + 1}", f"thaw {n}")
        editing.write(connection, case_of(n * 31 % cases), [edit], pen)


def commits_with_anchor(opened, ours, cases: int) -> float:
    numbers = itertools.count(1000)

    def one() -> None:
        answer(ours, next(numbers), cases)
        opened.remember(ours)

    return timed(one, 100)


def opening(folder: Path, opened) -> dict[str, float]:
    """Locking and unlocking; nothing is stretched, for the sheet opens it."""
    rows: dict[str, float] = {}
    rows["locked, after an hour's work"] = timed(opened.close, 1)
    clean: list[float] = []
    locks: list[float] = []
    for _time in range(3):
        begun = time.perf_counter()
        again = vault.unlock_with_sheet(folder, SHEET)
        clean.append((time.perf_counter() - begun) * 1000)
        assert again.gap.is_none
        locks.append(timed(again.close, 1))
    rows["locked, nothing written"] = median(locks)
    rows["unlocked after it was locked in peace"] = median(clean)
    vault.unlock_with_sheet(folder, SHEET)._lock.release()  # noqa: SLF001 - gone without locking
    begun = time.perf_counter()
    again = vault.unlock_with_sheet(folder, SHEET)
    rows["unlocked after a crash, all of it checked"] = (time.perf_counter() - begun) * 1000
    assert again.gap.is_none
    again.close()
    return rows


def timed(job: Callable[[], object], times: int) -> float:
    """The median of some runs, in ms."""
    taken = []
    for _time in range(times):
        begun = time.perf_counter()
        job()
        taken.append((time.perf_counter() - begun) * 1000)
    return median(taken)


if __name__ == "__main__":
    sys.exit(main())
