"""Finding cases in the list: by words, and by what somebody must look at.

Words are looked up in the index that storage/words keeps, never in the changes. Who is found by
letters comes before who is found by another spelling of a name, each in the order of the list.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from assistance_desktop.storage.case_store import IN_ORDER
from assistance_desktop.storage.vault import Connection
from assistance_desktop.storage.words import folding, spelling
from assistance_desktop.storage.words.index import INITIAL, PAGE_BITS

MOST = 2000
"""Cases that words find at most. Who wants others types more."""

_FEW = 500
"""Cases that are put in order faster by themselves than by going through the whole list."""


class Among(StrEnum):
    """Which cases to look among."""

    ALL = "all"
    OPEN = "open"
    """All but the closed ones."""
    ATTENTION = "attention"
    """A serious threat, something to compare, or in an open one a next step that is due."""
    UNSENT = "unsent"
    """With changes that are in no bundle yet."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cases there are of each sort."""

    whole: int
    open: int
    attention: int
    unsent: int
    closed: int


_CONDITIONS = {
    Among.ALL: "TRUE",
    Among.OPEN: "stage <> 'closed'",
    Among.ATTENTION: (
        "(threat OR conflicts OR (due IS NOT NULL AND due <= :today AND stage <> 'closed'))"
    ),
    Among.UNSENT: "unsealed > 0",
    Among.CLOSED: "stage = 'closed'",
}


def find(connection: Connection, words: str, among: Among, today: date) -> list[str]:
    """The cases in which every word begins some word, at most MOST of them, in list order.

    Behind them come those that hold another spelling of a name. One letter finds what the list
    shows of a case: its pseudonym, number and worker. Without words all are found.
    """
    if not words.strip():
        return [row[0] for row in _listed(connection, among, today)]
    by_letters = _holding(connection, [_begun(word) for word in folding.typed_words(words)])
    found = _in_order(connection, by_letters, among, today, MOST)
    if len(found) < MOST:
        spellings = [_spelled(word) for word in words.split()]
        spelled = _holding(connection, filter(None, spellings)) - by_letters
        found += _in_order(connection, spelled, among, today, MOST - len(found))
    return found


def count(connection: Connection, today: date) -> Counts:
    """How many cases there are of each sort."""
    totals = ", ".join(f"total({_CONDITIONS[sort]})" for sort in Among)
    row = connection.execute(
        f"SELECT {totals} FROM case_row",  # noqa: S608 - our own words
        {"today": today.isoformat()},
    ).fetchone()
    return Counts(*(int(number) for number in row))


def _begun(word: str) -> str:
    """What finds the documents that hold a word with this beginning."""
    return f'"{INITIAL}{word}"' if len(word) == 1 else f'"{word}" *'


def _spelled(typed: str) -> str:
    """The same, or a name with another spelling."""
    letters = " AND ".join(_begun(word) for word in folding.typed_words(typed))
    keys = [f'"{key}"' for key in sorted(spelling.typed_keys(typed))]
    return " OR ".join([f"({letters})", *keys] if letters else keys)


def _holding(connection: Connection, looked_for: Iterable[str]) -> set[int]:
    """The numbers of the cases that hold all of it, on whichever pages."""
    found: set[int] | None = None
    for words in looked_for:
        rows = connection.execute(
            f"SELECT rowid >> {PAGE_BITS} FROM word_index WHERE word_index MATCH ?",  # noqa: S608 - a number of ours
            (words,),
        )
        here = {row[0] for row in rows}
        found = here if found is None else found & here
        if not found:
            break
    return found or set()


def _in_order(
    connection: Connection, numbers: set[int], among: Among, today: date, most: int
) -> list[str]:
    """The first of these cases in the order of the list."""
    if len(numbers) <= _FEW:
        chosen = "n IN (SELECT value FROM json_each(:numbers))"
        rows = _listed(connection, among, today, chosen, json.dumps(list(numbers)))
        return [row[0] for row in rows]
    rows = (row[0] for row in _listed(connection, among, today) if row[1] in numbers)
    return list(islice(rows, most))


def _listed(
    connection: Connection, among: Among, today: date, chosen: str = "TRUE", numbers: str = ""
) -> Iterable[tuple[str, int]]:
    """The ids and numbers of cases in the order of the list."""
    return connection.execute(
        f"SELECT case_id, n FROM case_row WHERE {_CONDITIONS[among]} AND {chosen}"  # noqa: S608 - our own words; what was typed is bound
        f" ORDER BY {IN_ORDER}",
        {"today": today.isoformat(), "numbers": numbers},
    )
