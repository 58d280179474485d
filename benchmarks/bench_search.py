"""Finding among 1 000, 10 000 and 100 000 cases, beside plain SQLite in the same run.

    python benchmarks/bench_search.py [--small]

The cases are made up from a seed: 60 fields each, 25 of them words, one case in a thousand with 800
notes. Their words are kept by the program's own index; the changes themselves, which no search
reads, are left out, or the largest vault would hold six million. The peer is the sqlite3 module of
Python: the same tables and the same questions, unencrypted. `first` is asked of a new connection,
with nothing in memory. A figure above 50 ms fails the run.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from datetime import UTC, date, datetime
from pathlib import Path

from assistance_desktop.cases.case import CASE, INTAKE, Case
from assistance_desktop.cases.changes import Change
from assistance_desktop.storage import case_store, keys, search, vault
from assistance_desktop.storage.search import Among
from assistance_desktop.storage.words import index

SEED = 20261201
BOUND = 50.0
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SYLLABLES = [first + then for first in "mrktlsnvhdfpj" for then in "aeiou"]
NAMES = [
    *("Mohamed", "Muhammad", "Мухаммад", "محمد", "Yulia", "Юлия", "Fatima", "فاطمة"),
    *("Oksana", "Nguyen", "Hussein", "Ševtšenko"),
]
ASKED = {
    "one letter": "m",
    "two letters": "ma",
    "a word in half of the cases": "pihlaja",
    "two words in most": "ma ka",
    "three words in most": "ma ka si",
    "two rare words": "kesäranta laituri",
    "a rare word": "kesäranta",
    "a name in other spellings": "muhamad",
    "a case number": "K7-4M2Q",
    "nothing": "zzyzx",
}


class Writer:
    """Made-up cases, the same from the same seed."""

    def __init__(self):
        self.chance = random.Random(SEED)  # noqa: S311 - test data
        self.words = [
            "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))
            for _ in range(8000)
        ]

    def text(self, count):
        said = self.chance.choices(self.words, k=count)
        if self.chance.random() < 0.1:
            said.append(self.chance.choice(NAMES))
        return " ".join(said).capitalize()

    def change(self, case_id, record, field, value):
        new = uuid.UUID(int=self.chance.getrandbits(128)).hex
        return Change(new, case_id, record, field, value, (), "Pihlaja", "laptop-1", NOW)

    def case(self, number):
        case_id = f"{number:032x}"
        day = f"2026-12-{self.chance.randint(1, 28):02}"
        said = [
            (CASE, "pseudonym", self.text(1)),
            (CASE, "number", f"K{number % 10}-{self.chance.randint(0, 36**4):05}"),
            (CASE, "worker", self.chance.choice(["Pihlaja", "Halla"])),
            ("plan/HOUSING", "next_step", self.text(5)),
            ("plan/HOUSING", "due", day),
        ]
        for at in range(20):
            words = self.text(self.chance.choice([1, 1, 2, 3, 8, 20]))
            said.append((INTAKE, f"/assistance/part_{at % 5}/words_{at}", words))
        for at in range(35):
            chosen = self.chance.choice([True, False, 3, None])
            said.append((INTAKE, f"/assistance/part_{at % 5}/choice_{at}", chosen))
        if number % 1000 == 7:
            said += [(f"note/{at}", "text", self.text(20)) for at in range(800)]
            said += [("note/700", "text", "Laituri"), (INTAKE, "/q", "Kesäranta")]
        if number == 501:
            said[1] = (CASE, "number", "K7-4M2Q")
        return Case(case_id, [self.change(case_id, *one) for one in said])


def fill(connection, count):
    writer = Writer()
    for begun in range(0, count, 500):
        with vault.transaction(connection):
            for number in range(begun, begun + 500):
                case = writer.case(number)
                row = [case.text(CASE, name) for name in ("pseudonym", "number", "worker")]
                stage = "closed" if number % 5 == 0 else "plan"
                step = [case.text("plan/HOUSING", name) for name in ("next_step", "due")]
                rest = [int(number % 50 == 0), 0, number % 7, NOW.isoformat(), number + 1]
                connection.execute(
                    "INSERT INTO case_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [case.id, *row, stage, *step, *rest],
                )
                index.follow_case(connection, case)


def copy_plain(connection, path):
    """The tables that a search reads, in a file of plain SQLite."""
    plain = sqlite3.connect(path, isolation_level=None)
    for (sql,) in connection.execute(
        "SELECT sql FROM sqlite_master WHERE name IN"
        " ('case_row', 'case_row_by_n', 'case_row_in_order', 'word_index') ORDER BY type DESC"
    ).fetchall():
        # Python's own SQLite may be too old to delete from such an index; nothing is deleted here.
        plain.execute(sql.replace("contentless_delete = 1, ", ""))
    plain.execute("PRAGMA temp_store = MEMORY")
    plain.execute("PRAGMA cache_size = -16000")
    plain.execute("BEGIN")
    rows = connection.execute("SELECT * FROM case_row")
    plain.executemany("INSERT INTO case_row VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", map(tuple, rows))
    pages = connection.execute(
        "SELECT case_n, page, group_concat(words, ' '), (SELECT max(page) FROM word_text AS all_of"
        " WHERE all_of.case_n = word_text.case_n) FROM word_text GROUP BY case_n, page"
    )
    plain.executemany(
        "INSERT INTO word_index (rowid, words) VALUES (?, ?)",
        ((index.number_of(n, page, last), " ".join(set(w.split()))) for n, page, w, last in pages),
    )
    plain.execute("COMMIT")
    plain.close()


def asked(connect, words, times=15):
    """What is found, and milliseconds: of a new connection, in the middle, at worst."""
    connection = connect()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        found = search.find(connection, words, Among.OPEN, TODAY)
        taken.append((time.perf_counter() - begun) * 1000)
    connection.close()
    return found, taken[0], statistics.median(taken[1:]), max(taken[1:])


def compare(count, folder):
    opened = vault.create(folder / "vault", "seven cranberry lanterns drifting", cost=keys.FLOOR)
    connection = opened.connect()
    begun = time.perf_counter()
    fill(connection, count)
    made = time.perf_counter() - begun
    copy_plain(connection, folder / "plain.db")
    connection.close()
    size = (folder / "vault" / "vault.db").stat().st_size / 1e6
    print(f"\n{count} cases, words kept in {made:.0f} s, {size:.0f} MB")
    print(f"{'ms':30}{'found':>7}{'first':>8}{'p50':>8}{'worst':>8}{'plain p50':>11}{'ratio':>7}")
    slow = []
    for name, words in ASKED.items():
        found, first, middle, worst = asked(lambda: opened.connect(read_only=True), words)
        peer, _, plainly, _ = asked(lambda: sqlite3.connect(folder / "plain.db"), words)
        assert found == peer, "both find the same cases in the same order"
        figures = f"{len(found):7}{first:8.1f}{middle:8.1f}{worst:8.1f}{plainly:11.1f}"
        print(f"{name:30}{figures}{middle / plainly:7.1f}")
        slow += [name] if max(first, middle) > BOUND else []
    opened.close()
    return slow


def import_speed(folder, count):
    """Changes a second through the vault's own door, and the share of the words in it."""
    opened = vault.create(folder / "import", "seven cranberry lanterns drifting", cost=keys.FLOOR)
    connection = opened.connect()
    writer = Writer()
    cases = [writer.case(number) for number in range(10, 10 + count)]
    total = sum(len(case.changes) for case in cases)
    begun = time.perf_counter()
    for case in cases:
        with vault.transaction(connection):
            case_store.add(connection, case.changes, sealed=True)
    taken = time.perf_counter() - begun
    connection.execute("DELETE FROM word_text")
    connection.execute("DELETE FROM word_index")
    begun = time.perf_counter()
    for case in cases:
        with vault.transaction(connection):
            index.follow_case(connection, case)
    words = time.perf_counter() - begun
    print(f"\nimport: {total / taken:.0f} changes/s, {words / taken:.0%} of the time for the words")
    connection.close()
    opened.close()


def main():
    sizes = [1000] if "--small" in sys.argv[1:] else [1000, 10_000, 100_000]
    print(f"seed {SEED}; plain SQLite {sqlite3.sqlite_version}")
    slow = []
    with tempfile.TemporaryDirectory() as folder:
        import_speed(Path(folder), 200)
        for count in sizes:
            place = Path(folder, str(count))
            place.mkdir()
            slow += [f"{name} at {count}" for name in compare(count, place)]
    if slow:
        sys.exit(f"above {BOUND:.0f} ms: {', '.join(slow)}")


if __name__ == "__main__":
    main()
